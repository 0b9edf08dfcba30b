"""The watch: every list that is asked, and every name on them; immutable once it is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing, NameKind, PartyType
from navicert.facts.standing import ListAsked
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.index import NameIndex


@dataclass(frozen=True, slots=True)
class Subject:
    """One name on a list: whose it is, and what was said of it.

    ``entry`` is the position of what was said among all listings and orders of the watch;
    ``person`` is the position, from 0, among all the persons of an order; ``related`` tells
    whether it was added as a related person, ``is_address`` whether the entry is an address.
    """

    said: Listing | DenialOrder
    entry: int
    text: str
    kind: NameKind
    person: int = 0
    related: bool = False
    is_address: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """Lists to ask; with none, ``asked`` is empty and nobody has been screened."""

    asked: tuple[ListAsked, ...]
    subjects: tuple[Subject, ...]
    index: NameIndex

    @classmethod
    def of(cls, snapshots: Iterable[Snapshot]) -> Watch:
        """Build a watch from snapshots; what two of them say alike is said once."""
        loaded = tuple(snapshots)
        listings = dict.fromkeys(listing for one in loaded for listing in one.listings)
        orders = dict.fromkeys(order for one in loaded for order in one.orders)
        said: tuple[Listing | DenialOrder, ...] = (*listings, *orders)
        subjects = tuple(subject for entry, one in enumerate(said) for subject in _of(one, entry))
        index = NameIndex.of(subject.text for subject in subjects)
        return cls(tuple(map(asked_of, loaded)), subjects, index)


def _of(said: Listing | DenialOrder, entry: int) -> Iterator[Subject]:
    return _of_listing(said, entry) if isinstance(said, Listing) else _of_order(said, entry)


def _of_listing(said: Listing, entry: int) -> Iterator[Subject]:
    """Give its names; an entry that is an address is met by its addresses too (744.16(f))."""
    is_address = said.type is PartyType.ADDRESS
    for name in said.names:
        yield Subject(said, entry, name.text, name.kind, is_address=is_address)
    for where in said.addresses if is_address else ():
        if any(map(str.isalnum, where.text)):
            yield Subject(said, entry, where.text, NameKind.ALIAS, is_address=True)


def _of_order(order: DenialOrder, entry: int) -> Iterator[Subject]:
    for person, names in enumerate((*order.persons, *order.related_persons)):
        related = person >= len(order.persons)
        for position, text in enumerate(names):
            kind = NameKind.ALIAS if position else NameKind.PRIMARY
            yield Subject(order, entry, text, kind, person, related)


def asked_of(one: Snapshot) -> ListAsked:
    """Say which list is asked when a snapshot is."""
    return ListAsked(
        code=one.code,
        title=one.title,
        as_of=one.as_of,
        digest=one.digest,
        entries=one.entries,
        source=one.source,
        covers=one.covers,
        history_from=one.history_from,
    )
