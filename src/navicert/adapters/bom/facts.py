"""What one row of a bill says of a part, as facts; what is malformed is noted with its column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from navicert.adapters.bom.rows import Problems, Row
from navicert.errors import TermError, UnknownEccn
from navicert.facts.item import Item, ItemKind, Part
from navicert.terms import country, eccn, money
from navicert.terms.eccn import Eccn
from navicert.terms.money import Money
from navicert.terms.truth import Truth

T = TypeVar("T")

MOST_TEXT = 500
DOLLAR = "USD"
_EMPTY: Mapping[str, Truth] = MappingProxyType({})
_ANSWERS = {
    "yes": Truth.YES,
    "true": Truth.YES,
    "no": Truth.NO,
    "false": Truth.NO,
    "unknown": Truth.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """A part and how many of it stand in the assembly of the row."""

    part: Part
    figures: Mapping[str, Decimal]

    @property
    def quantity(self) -> Decimal:
        """How many pieces the assembly holds."""
        return self.part.quantity

    @property
    def value(self) -> Money | None:
        """Fair market value of one piece."""
        return self.part.value

    @property
    def origin(self) -> str | None:
        """Where it was made."""
        return self.part.origin

    @property
    def item(self) -> Item:
        """The part as the foreign-made item itself."""
        part = self.part
        return Item(
            name=part.name,
            kind=part.kind,
            eccn=part.eccn,
            for_items=part.for_items,
            origin=part.origin,
            value=part.value,
            category=part.category,
            characteristics=part.characteristics,
            figures=self.figures,
        )

    def agrees(self, other: Facts) -> bool:
        """Tell whether another row says the same of the part, its quantity aside."""
        one, two = self.part, other.part
        return (one.name, one.origin, one.eccn, one.value, one.kind, one.characteristics) == (
            two.name, two.origin, two.eccn, two.value, two.kind, two.characteristics,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Reader:
    """One row with where its problems go."""

    row: Row
    problems: Problems

    def term(self, key: str, parse: Callable[[str], T]) -> T | None:
        """Read a term; None when nothing was said or it cannot be read."""
        said = self.row.says.get(key)
        text = said if isinstance(said, str) else "" if said is None else str(said)
        if not text.strip():
            return None
        try:
            return parse(text)
        except TermError as error:
            self.problems.note(self.row, key, str(error))
            return None

    def answer(self, key: str) -> Truth:
        """Read yes or no; unknown when nothing was said."""
        said = self.row.says.get(key)
        word = "" if said is None else str(said).strip().lower()
        if word and word not in _ANSWERS:
            message = f"{word[:40]!r} is not an answer: write yes, no or unknown"
            self.problems.note(self.row, key, message)
        return _ANSWERS.get(word, Truth.UNKNOWN)

    def slugged(self, kind: str) -> list[tuple[str, str]]:
        """Give the slugs that the row speaks of, each with its column."""
        found = (key for key in self.row.says if key.startswith(kind))
        return [(key.removeprefix(kind), key) for key in found]


def facts_of(row: Row, problems: Problems, lists: Callable[[str], bool]) -> Facts:
    """Read one row."""
    read = _Reader(row, problems)
    number = read.term("eccn", eccn.parse)
    if number is not None and not number.is_ear99 and not lists(number.symbol):
        message = f"{number.symbol} is not an entry of the Commerce Control List; which is meant?"
        problems.note(row, "eccn", message)
    part = Part(
        name=read.term("name", _text) or row.id[:MOST_TEXT],
        origin=read.term("origin", country.parse),
        eccn=number,
        value=_value(read),
        quantity=_quantity(read),
        kind=read.term("kind", _kind) or _kind_by_entry(number),
        bundled=read.answer("bundled") is Truth.YES,
        for_items=read.term("for_items", _eccns) or (),
        category=(read.term("category", _text) or "").lower().replace(" ", "_"),
        characteristics=_characteristics(read),
    )
    figures = {slug: read.term(key, money.parse_amount) for slug, key in read.slugged("figure.")}
    return Facts(part, {slug: one for slug, one in figures.items() if one is not None})


def again(first: Facts, row: Row, problems: Problems) -> Facts:
    """Give a part that was told of before, with the count of another row."""
    count = _quantity(_Reader(row, problems))
    return Facts(replace(first.part, quantity=count), first.figures)


def _value(read: _Reader) -> Money | None:
    amount = read.term("value", money.parse_amount)
    currency = read.term("currency", _currency) or DOLLAR
    return None if amount is None else Money(amount, currency)


def _quantity(read: _Reader) -> Decimal:
    amount = read.term("quantity", money.parse_amount)
    if amount is not None and not amount:
        read.problems.note(read.row, "quantity", "a quantity is more than zero")
    return Decimal(1) if amount is None else amount


def _characteristics(read: _Reader) -> Mapping[str, Truth]:
    slugs = read.slugged("characteristic.")
    return MappingProxyType({slug: read.answer(key) for slug, key in slugs}) if slugs else _EMPTY


def _text(value: str) -> str:
    text = value.strip()
    if len(text) > MOST_TEXT or not text.isprintable():
        raise TermError(f"a text of one line and at most {MOST_TEXT} characters is wanted")
    return text


def _kind(value: str) -> ItemKind:
    word = value.strip().lower()
    if word not in set(ItemKind):
        raise TermError(f"{value[:40]!r} is not a kind of item; use one of {', '.join(ItemKind)}")
    return ItemKind(word)


def _kind_by_entry(number: Eccn | None) -> ItemKind:
    group = number.group if number else ""
    by_group = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
    return by_group.get(group, ItemKind.COMMODITY)


def _eccns(value: str) -> tuple[Eccn, ...]:
    words = [word for word in value.replace("|", " ").split() if word]
    if not words:
        raise UnknownEccn(f"{value[:40]!r} names no ECCN")
    return tuple(eccn.parse(word) for word in words)


def _currency(value: str) -> str:
    return _CURRENCIES.get(value) or money.parse(0, value).currency


_CURRENCIES = {DOLLAR: DOLLAR, "EUR": "EUR"}
"""Those that most bills use, without a look into the whole list for each row."""
