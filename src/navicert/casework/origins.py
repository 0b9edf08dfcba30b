"""Where a match comes from: the lists that were asked and say what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing
from navicert.facts.standing import ListAsked, Match, OrderMatch
from navicert.parties.clearings import entry_of
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import asked_of
from navicert.terms.list_code import ListCode

_Key = tuple[ListCode, str]
_Said = Listing | DenialOrder


@dataclass(frozen=True, slots=True)
class Origins:
    """The entries that met somebody, each with the list that it stands in."""

    entries: Mapping[_Key, tuple[tuple[_Said, ListAsked], ...]]

    @classmethod
    def of(cls, matches: Iterable[Match | OrderMatch], lists: Iterable[Snapshot]) -> Origins:
        """Look for the entries of matches in the lists that were asked."""
        wanted = frozenset(map(entry_of, matches))
        found: dict[_Key, list[tuple[_Said, ListAsked]]] = {}
        for one in lists if wanted else ():
            asked = asked_of(one)
            for key, said in _entries(one):
                if key in wanted:
                    found.setdefault(key, []).append((said, asked))
        return cls({key: tuple(said) for key, said in found.items()})

    def lists_of(self, match: Match | OrderMatch) -> tuple[ListAsked, ...]:
        """Give the lists that have the entry of a match just as the match has it."""
        told = match.order if isinstance(match, OrderMatch) else match.listing
        entries = self.entries.get(entry_of(match), ())
        return tuple(dict.fromkeys(asked for said, asked in entries if said == told))


def _entries(one: Snapshot) -> Iterator[tuple[_Key, _Said]]:
    for listing in one.listings:
        yield (listing.list, listing.entry), listing
    for order in one.orders:
        yield (ListCode.DPL, order.reference), order
