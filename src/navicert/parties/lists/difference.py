"""The difference of two snapshots: who was added, who was removed, and what changed of the others.

Every entry stands in exactly one place, so that for each list the entries after are those before,
and those added, less those removed. Orders that stand in a snapshot by themselves are entries too;
those that a reader made of a listing change with it and are not told twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from navicert.facts.denial_order import DenialOrder
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, Relief
from navicert.facts.party import Address
from navicert.parties.lists.pairing import pairs
from navicert.parties.lists.snapshot import ORDERS, Snapshot

Said = Listing | DenialOrder

_UNTOLD = frozenset({"list", "entry", "scope", "details"})
"""Not told by themselves: the list is the same, an id is no fact, a scope is read from a text."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an entry: what went and what came, each as text."""

    field: str
    went: tuple[str, ...]
    came: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that stands in both snapshots and says something else in the later one."""

    before: Said
    after: Said
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """One list: its entries before and after, and what lies between; before + added - removed."""

    list: str
    before: int
    added: int
    removed: int
    changed: int
    after: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What lies between two snapshots.

    Sorted by list, then as the entries stand in their snapshot: the later one for what was added
    or changed, the earlier one for what was removed; orders come last.
    """

    added: tuple[Said, ...]
    removed: tuple[Said, ...]
    changed: tuple[Change, ...]
    totals: tuple[Totals, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many were added, changed and removed."""
        return len(self.added), len(self.changed), len(self.removed)


def difference(before: Snapshot, after: Snapshot) -> Difference:
    """Compare two snapshots; ``pairing`` says which entries are the same."""
    listed = _listings(before.listings, after.listings)
    orders = _orders(own_orders(before), own_orders(after))
    parts = (
        tuple(sorted((*listed[0], *orders[0]), key=list_of)),
        tuple(sorted((*listed[1], *orders[1]), key=list_of)),
        tuple(sorted((*listed[2], *orders[2]), key=list_of)),
    )
    return Difference(*parts, tuple(_totals(before, after, parts)))


def own_orders(snapshot: Snapshot) -> tuple[DenialOrder, ...]:
    """Give the orders that are entries of the snapshot; readers put them before the others."""
    return snapshot.orders[: dict(snapshot.counts_by_list).get(ORDERS, 0)]


def list_of(one: Said | Change) -> str:
    """Give the name under which a snapshot counts an entry."""
    said = one.after if isinstance(one, Change) else one
    return said.list.value if isinstance(said, Listing) else ORDERS


def changes(before: Said, after: Said) -> tuple[FieldChange, ...]:
    """Say field by field what changed between two states of one entry.

    >>> from navicert.terms.list_code import ListCode
    >>> old = Listing(ListCode.EL, "1", (ListedName("Acme"),), countries=("CN",))
    >>> new = Listing(ListCode.EL, "2", (ListedName("Acme"),), countries=("CN", "HK"))
    >>> changes(old, new)
    (FieldChange(field='countries', went=(), came=('HK',)),)
    """
    told = []
    then, now = dict(_told(before)), dict(_told(after))
    for field in sorted({*then, *now}):
        old, new = Counter(then.get(field, ())), Counter(now.get(field, ()))
        if old != new:
            went, came = (tuple((one - other).elements()) for one, other in _both(old, new))
            told.append(FieldChange(field, went, came))
    return tuple(told)


def _both(
    old: Counter[str], new: Counter[str]
) -> tuple[tuple[Counter[str], Counter[str]], tuple[Counter[str], Counter[str]]]:
    return (old, new), (new, old)


_Parts = tuple[tuple[Said, ...], tuple[Said, ...], tuple[Change, ...]]


def _listings(before: tuple[Listing, ...], after: tuple[Listing, ...]) -> _Parts:
    joined = pairs(before, after)
    old, new = ({pair[side] for pair in joined} for side in (0, 1))
    added = tuple(one for at, one in enumerate(after) if at not in new)
    removed = tuple(one for at, one in enumerate(before) if at not in old)
    return added, removed, tuple(_changed((before[a], after[b]) for a, b in joined))


def _orders(before: tuple[DenialOrder, ...], after: tuple[DenialOrder, ...]) -> _Parts:
    """Join orders of one reference, one to one and as they stand."""
    left: defaultdict[str, deque[DenialOrder]] = defaultdict(deque)
    for one in before:
        left[one.reference].append(one)
    joined, added = [], []
    for one in after:
        if same := left[one.reference]:
            joined.append((same.popleft(), one))
        else:
            added.append(one)
    removed = (one for rest in left.values() for one in rest)
    return tuple(added), tuple(removed), tuple(_changed(joined))


def _changed(joined: Iterable[tuple[Said, Said]]) -> Iterator[Change]:
    for old, new in joined:
        if old != new and (told := changes(old, new)):
            yield Change(old, new, told)


def _totals(before: Snapshot, after: Snapshot, parts: _Parts) -> Iterator[Totals]:
    then, now = dict(before.counts_by_list), dict(after.counts_by_list)
    added, removed, changed = (Counter(map(list_of, part)) for part in parts)
    for code in sorted({*then, *now}):
        counts = added[code], removed[code], changed[code]
        yield Totals(code, then.get(code, 0), *counts, now.get(code, 0))


def _told(said: Said) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each field of an entry as texts; each detail under the name that its source has."""
    for field in fields(said):
        if field.name not in _UNTOLD:
            yield field.name, tuple(_texts(getattr(said, field.name)))
    if isinstance(said, Listing):
        for name, value in said.details:
            yield f"details.{name}", (value,)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield _text(one)
    elif value is not None and value != "":
        yield _text(value)


def _text(value: object) -> str:
    match value:
        case ListedName(text=text, kind=kind):
            return f"{text} ({kind.value})"
        case Address(text=text):
            return text or repr(value)
        case Identifier(kind=kind, number=number):
            return f"{kind.value} {number}"
        case Relief(since=since, until=until, citation=citation):
            return f"{since} to {until or 'no stated end'}, {citation}"
        case tuple():
            return ", ".join(map(_text, value))
    return str(value)
