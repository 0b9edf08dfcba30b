"""Decisions that a match is somebody else, and that hold for it no longer, each with the reason."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from navicert.casework.ports import KeptClearing
from navicert.facts.clearing import Clearing
from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.facts.standing import Match, OrderMatch
from navicert.parties.clearings import digest_of, entry_of, folded, why_not
from navicert.parties.lists.snapshot import Snapshot
from navicert.terms.list_code import ListCode

CHANGED = "the list says something else in the entry now"
GONE = "no list that is loaded has the entry"


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A decision that was made of such a match, and why it does not hold for it."""

    clearing: Clearing
    why: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision on record, also those that passed or were taken back, by name."""

    by_name: Mapping[str, tuple[KeptClearing, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, all_: Iterable[KeptClearing]) -> Decisions:
        """Sort decisions by name."""
        found: dict[str, tuple[KeptClearing, ...]] = {}
        for one in all_:
            name = folded(one.clearing.name)
            found[name] = (*found.get(name, ()), one)
        return cls(found)

    def lapsed(self, party: Party, match: Match | OrderMatch, day: date) -> tuple[Lapsed, ...]:
        """Give the decisions on a match that is not cleared."""
        if not self.by_name:
            return ()
        names = dict.fromkeys(folded(one.name) for one in match.names) | {folded(match.name): None}
        found = (one for name in names for one in self.by_name.get(name, ()))
        return tuple(
            Lapsed(one.clearing, ended(one) or why_not(one.clearing, party, match, day))
            for one in found
            if _is_about(one.clearing, match)
        )


def ended(kept: KeptClearing) -> str:
    """Say who took a decision back; empty where nobody did."""
    if kept.revoked_at is None:
        return ""
    return f"taken back by {kept.revoked_by} on {kept.revoked_at[:10]}: {kept.revoked_why}"


def lapsed_on(one: Clearing, lists: Iterable[Snapshot]) -> str:
    """Say why a decision clears nothing on the lists as they are now; empty where it does.

    It is said of the entry alone: whether the party is the same is asked when it is screened.
    """
    decided = {(each.list, each.entry) for each in one.entries}
    codes = {each.list for each in one.entries}
    digests, renumbered = set[str](), False
    for key, said, names in (entry for each in lists for entry in _entries(each)):
        if key in decided:
            digests.add(digest_of(said))
        elif key[0] in codes and one.listed_name in names:
            renumbered = True
    if digests & {each.digest for each in one.entries}:
        return ""
    return CHANGED if digests or renumbered else GONE


def _entries(
    one: Snapshot,
) -> Iterator[tuple[tuple[ListCode, str], Listing | DenialOrder, Container[str]]]:
    for listing in one.listings:
        names = [name.text for name in listing.names]
        yield (listing.list, listing.entry), listing, names
    for order in one.orders:
        yield (ListCode.DPL, order.reference), order, ()


def _is_about(one: Clearing, match: Match | OrderMatch) -> bool:
    """Tell whether a decision was of this entry, whose number may be another since it changed."""
    code, entry = entry_of(match)
    if any((each.list, each.entry) == (code, entry) for each in one.entries):
        return True
    same_list = any(each.list is code for each in one.entries)
    return same_list and folded(one.listed_name) == folded(match.listed_name)
