"""A snapshot: one file of a list as it came, with its digest and all it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing
from navicert.terms.list_code import ListCode

ORDERS = "orders"
"""Under which name a snapshot counts the orders that stand in it by themselves."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a reader took from a file; the rest only where the file itself says so.

    ``own_orders`` counts the orders that are entries of the file, and not made from a listing;
    ``left_out`` what else the file holds and is no entry, such as relatives, by its kind.
    ``folder`` is the source's, where one form is that of several.
    """

    listings: tuple[Listing, ...]
    orders: tuple[DenialOrder, ...] = ()
    own_orders: int = 0
    title: str = ""
    source: str = ""
    as_of: date | None = None
    covers: tuple[ListCode, ...] = ()
    history_from: date | None = None
    folder: str = ""
    left_out: tuple[tuple[str, int], ...] = ()

    def counts_by_list(self) -> tuple[tuple[str, int], ...]:
        """Count the entries of each list, sorted by its code."""
        counts = Counter(listing.list.value for listing in self.listings)
        if self.own_orders:
            counts[ORDERS] = self.own_orders
        return tuple(sorted(counts.items()))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One file of a list, read.

    ``digest`` is the SHA-256 (hexadecimal) of the bytes as they came, compressed or not;
    ``as_of`` is the day the list was current, None when nobody said. ``covers`` are the lists of
    authorities that it has whole, ``history_from`` the day from which it tells who stood on them
    on every day since; None when it tells it of its own day alone. ``left_out`` counts what the
    file holds besides, known when it is read and not kept.
    """

    code: str
    title: str
    source: str
    as_of: date | None
    digest: str
    listings: tuple[Listing, ...]
    orders: tuple[DenialOrder, ...]
    counts_by_list: tuple[tuple[str, int], ...]
    covers: tuple[ListCode, ...] = ()
    history_from: date | None = None
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def entries(self) -> int:
        """How many entries the file has."""
        return total(self.counts_by_list)


def total(counts: Iterable[tuple[str, int]]) -> int:
    """Add the entries of all lists."""
    return sum(count for _, count in counts)
