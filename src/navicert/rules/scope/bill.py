"""The US-origin pieces of a bill of materials, as they were received (Supp. 2 to part 734).

A foreign-made assembly is looked into; what is of US origin, or of an origin that nobody stated,
is a piece of its own with its own classification and is not taken apart. Nothing here recurses, and
an assembly that stands in several places is walked once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from navicert.facts.item import Item, ItemKind, Part

US = "US"
_WIDE = Context(prec=60, traps=[])
"""No quantity, however absurd, may stop the walk; what is no number any more has no value."""

GroupKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part with its count and fair market value in one piece of the foreign-made item."""

    part: Part
    quantity: Decimal
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that the law cannot tell apart; ``value`` is that of those that state one."""

    part: Part
    pieces: tuple[Piece, ...]
    value: Decimal
    all_valued: bool

    @property
    def is_foreign(self) -> bool:
        """Whether it is surely not of US origin."""
        return self.part.origin is not None and self.part.origin != US


@dataclass(frozen=True, slots=True)
class Product:
    """A foreign-made item with its pieces; ``worth`` is its fair market value, None if not said."""

    item: Item
    kind: ItemKind
    worth: Decimal | None
    groups: tuple[Group, ...]


def product_of(item: Item) -> Product:
    """Take an item's bill of materials apart."""
    worth = item.value.amount if item.value else None
    currency = item.value.currency if item.value else None
    pieces = pieces_of(item.bill_of_materials or (), currency)
    return Product(item, kind_of(item), worth or None, groups_of(pieces))


def kind_of(item: Item) -> ItemKind:
    """Give the kind of the item; where it is not said, that of its entry's product group."""
    group = item.eccn.group if item.eccn else ""
    by_group = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
    return item.kind or by_group.get(group, ItemKind.COMMODITY)


def pieces_of(bill: tuple[Part, ...], currency: str | None) -> tuple[Piece, ...]:
    """Give every piece of a bill with its count in the whole, in order of assemblies."""
    with localcontext(_WIDE):
        return tuple(_walk(bill, currency))


def groups_of(pieces: Iterable[Piece]) -> tuple[Group, ...]:
    """Put together what has the same origin, classification and characteristics."""
    found: dict[GroupKey, list[Piece]] = defaultdict(list)
    for piece in pieces:
        found[_key(piece.part)].append(piece)
    return tuple(_group(tuple(group)) for group in found.values())


def _group(pieces: tuple[Piece, ...]) -> Group:
    values = [piece.value for piece in pieces if piece.value is not None]
    with localcontext(_WIDE):
        value = sum(values, Decimal(0))
    return Group(pieces[0].part, pieces, value, len(values) == len(pieces))


def _key(part: Part) -> GroupKey:
    said = frozenset(part.characteristics.items()) if part.characteristics else None
    origin = part.origin if part.origin in {None, US} else "foreign"
    return origin, part.eccn, part.kind, part.bundled, part.category, part.for_items, said


def _walk(bill: tuple[Part, ...], currency: str | None) -> Iterator[Piece]:
    many: dict[int, Decimal] = defaultdict(Decimal)
    many[id(bill)] = Decimal(1)
    for parts in _from_the_top(bill):
        times = many[id(parts)]
        for part in parts:
            count = times * part.quantity
            if _is_looked_into(part):
                many[id(part.parts)] += count
            else:
                yield Piece(part, count, _value(part, count, currency))


def _from_the_top(bill: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """Give every assembly's parts once, each after all that hold it."""
    done: list[tuple[Part, ...]] = []
    seen = {id(bill)}
    open_ = [(bill, iter(bill))]
    while open_:
        parts, rest = open_[-1]
        below = next(
            (one for one in rest if _is_looked_into(one) and id(one.parts) not in seen), None
        )
        if below is None:
            done.append(parts)
            open_.pop()
        else:
            seen.add(id(below.parts))
            open_.append((below.parts, iter(below.parts)))
    return done[::-1]


def _is_looked_into(part: Part) -> bool:
    return bool(part.parts) and part.origin is not None and part.origin != US


def _value(part: Part, count: Decimal, currency: str | None) -> Decimal | None:
    """Give what the pieces are worth; a value of zero is no fair market value."""
    if part.value is None or part.value.currency != currency or not part.value.amount:
        return None
    value = part.value.amount * count
    return value if value.is_finite() else None
