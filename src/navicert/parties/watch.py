"""The watch: every list that is asked, and every name on them; immutable once it is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing, NameKind, PartyType
from navicert.facts.standing import ListAsked
from navicert.parties.clearings import Clearings
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.indexed import Indexed, whole
from navicert.parties.screening.neighbors import Neighbors
from navicert.parties.screening.numbers import Numbers
from navicert.parties.screening.segments import MAY_BE_PERSON, PERSON, Segments


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


Indexing = Callable[[Snapshot, Sequence[str]], Indexed]
"""What gives the indexes of a snapshot's names; they may have been kept."""


def indexed(_snapshot: Snapshot, names: Sequence[str]) -> Indexed:
    """Index a snapshot's names here and now."""
    return whole(names)


@dataclass(frozen=True, slots=True)
class Watch:
    """Lists to ask; with none, ``asked`` is empty and nobody has been screened.

    ``clearings`` are the matches that an officer decided are somebody else.
    """

    asked: tuple[ListAsked, ...]
    subjects: tuple[Subject, ...]
    segments: Segments
    numbers: Numbers
    neighbors: Neighbors
    clearings: Clearings = field(default_factory=Clearings)

    @classmethod
    def of(cls, snapshots: Iterable[Snapshot], indexing: Indexing = indexed) -> Watch:
        """Build a watch from snapshots; what two of them say alike is said once."""
        loaded = tuple(snapshots)
        entries: dict[Listing | DenialOrder, int] = {}
        groups = [tuple(_subjects(one, entries)) for one in loaded]
        names = [[subject.text for subject in group] for group in groups]
        parts = _parts(list(zip(loaded, names, strict=True)), indexing)
        subjects = tuple(subject for group in groups for subject in group)
        segments = Segments.of(parts, bytes(map(_kind_of, subjects)))
        return cls(
            tuple(map(asked_of, loaded)), subjects, segments, Numbers(subjects), Neighbors(subjects)
        )


def _parts(
    listed: Sequence[tuple[Snapshot, list[str]]], indexing: Indexing
) -> Iterator[tuple[int, Indexed]]:
    """Index each list, those of few names together with their neighbors, as far as it goes.

    Beside each stands how many names it has. Every index more is one more to search for every name.
    """
    for are_few, some in groupby(listed, lambda one: len(one[1]) < _FEW):
        if are_few:
            together = [name for _, names in some for name in names]
            yield len(together), whole(together)
        else:
            yield from ((len(names), indexing(snapshot, names)) for snapshot, names in some)


_FEW = 1000


def _subjects(snapshot: Snapshot, entries: dict[Listing | DenialOrder, int]) -> Iterator[Subject]:
    """Give every name of a snapshot; what it or one before it says alike has the same entry."""
    said: tuple[Listing | DenialOrder, ...] = (*snapshot.listings, *snapshot.orders)
    for one in said:
        yield from _of(one, entries.setdefault(one, len(entries)))


def _kind_of(subject: Subject) -> int:
    """Tell for the matcher whether a name is a person's, or may be: an order does not say."""
    said = subject.said
    kind = said.type if isinstance(said, Listing) else PartyType.UNKNOWN
    if kind is PartyType.PERSON:
        return PERSON
    return MAY_BE_PERSON if kind is PartyType.UNKNOWN else 0


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
