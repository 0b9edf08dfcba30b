"""Parties to screen, with every owner that the registers in force put above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from navicert.casework.ports import Desk
from navicert.casework.registers_asked import Asking
from navicert.casework.screened_parties import Asked
from navicert.determination.owners import with_holdings, with_owners
from navicert.errors import LawNotCovered
from navicert.facts.ownership import RegisterAsked
from navicert.facts.standing import Standing
from navicert.law.edition import standard_law
from navicert.parties.ownership.above import Above

MOST_DOUBTS = 50
"""Doubts about owners that are told one by one; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class OwnedParties:
    """Parties with their owners, what each register gave for each, and what is doubtful."""

    parties: tuple[Asked, ...]
    found: tuple[Above, ...] = ()
    asked: tuple[RegisterAsked, ...] = ()
    doubts: tuple[str, ...] = ()

    def with_holdings(self, standings: Iterable[Standing], day: date) -> tuple[Standing, ...]:
        """Say of each party what its listed owners hold, where the law of the day is known."""
        if not self.found:
            return tuple(standings)
        asked, edition = tuple(standings), standard_law().open_at(day)
        try:
            return tuple(
                with_holdings(standing, one.stakes, edition) if one.stakes else standing
                for standing, one in zip(asked, self.found, strict=True)
            )
        except LawNotCovered:
            return asked


def owned_parties(
    parties: tuple[Asked, ...], day: date, where: tuple[Desk, datetime | None]
) -> OwnedParties:
    """Ask the registers for every party; without one, the parties are as they came."""
    asking = Asking(day, *where)
    if asking.is_idle:
        return OwnedParties(parties, doubts=asking.doubts)
    found = tuple(asking.of(one.party) for one in parties)
    owned = tuple(
        replace(one, party=with_owners(one.party, above.stakes, day))
        for one, above in zip(parties, found, strict=True)
    )
    doubts = tuple(dict.fromkeys(doubt for one in found for doubt in one.doubts))
    return OwnedParties(owned, found, tuple(_together(found)), (*asking.doubts, *_few(doubts)))


def _few(doubts: tuple[str, ...]) -> tuple[str, ...]:
    more = len(doubts) - MOST_DOUBTS
    told = (f"{more:,} more parties may be one of several entities of a register",)
    return (*doubts[:MOST_DOUBTS], *told) if more > 0 else doubts


def _together(found: Iterable[Above]) -> Iterator[RegisterAsked]:
    """Put together what one register gave for every party."""
    whole: dict[tuple[str, str], list[RegisterAsked]] = {}
    for above in found:
        for one in above.asked:
            whole.setdefault((one.title, one.digest), []).append(one)
    for some in whole.values():
        matched = dict.fromkeys(match for one in some for match in one.matched)
        yield replace(
            some[0],
            matched=tuple(matched),
            stakes_used=sum(one.stakes_used for one in some),
            unknown_owners=sum(one.unknown_owners for one in some),
            unknown_parties=tuple(
                dict.fromkeys(name for one in some for name in one.unknown_parties)
            ),
        )
