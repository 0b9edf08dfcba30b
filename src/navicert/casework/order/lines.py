"""The lines of an order document, with the bills of materials of foreign-made items."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from navicert.casework.order import keys, limits
from navicert.casework.order.section import Section, one_of
from navicert.errors import TermError
from navicert.facts.item import Item, ItemKind, Line, Part
from navicert.terms import country, eccn, money, reason_for_control
from navicert.terms.eccn import Eccn
from navicert.terms.money import Money
from navicert.terms.truth import Truth

_KIND = one_of(ItemKind, "kind of item")
_HTS = re.compile(r"\d{4}(?:\d{2}){0,3}")


def lines(order: Section) -> tuple[Line, ...]:
    """Read every line, numbered from 1; problems go to the notes of the section."""
    currency = order.term("currency", _currency)
    budget = _Budget()
    return tuple(
        Line(number, _item(section, currency, budget))
        for number, section in enumerate(order.sections("lines", limits.MOST_LINES), start=1)
    )


@dataclass(slots=True)
class _Budget:
    """How many parts the order may still name."""

    parts: int = limits.MOST_PARTS


@dataclass(slots=True)
class _Node:
    """A part whose own parts are still being read."""

    section: Section
    depth: int
    currency: str | None
    above: _Node | None = None
    parts: list[Part] = field(default_factory=list)


def _item(section: Section, currency: str | None, budget: _Budget) -> Item:
    section.only(keys.LINE)
    currency = section.term("currency", _currency) or currency
    return Item(
        name=section.name("item"),
        kind=section.term("kind", _KIND),
        eccn=section.term("eccn", eccn.parse),
        for_items=section.terms("for_items", eccn.parse),
        columns=frozenset(section.terms("columns", reason_for_control.parse)) or None,
        origin=section.term("origin", country.parse),
        located_in=section.term("located_in", country.parse),
        value=_value(section, currency),
        quantity=_quantity(section),
        hts=section.term("hts", _hts),
        category=section.name("category").lower().replace(" ", "_"),
        characteristics=MappingProxyType(section.truths("characteristics")),
        figures=MappingProxyType(section.figures("figures")),
        direct_product_of=_products(section, "direct_product_of"),
        plant_direct_product_of=_products(section, "plant_direct_product_of"),
        bill_of_materials=_bill(section, currency, budget),
        other_agency=section.statement("other_agency"),
        published=section.truth("published"),
        us_content=section.truth("us_content"),
        us_technology=section.truth("us_technology"),
        exported_from_us=section.truth("exported_from_us"),
    )


def _products(section: Section, key: str) -> tuple[Eccn, ...] | None:
    """Read what technology it comes from; an empty list says that there is none."""
    return section.terms(key, eccn.parse) if key in section.table else None


def _bill(line: Section, currency: str | None, budget: _Budget) -> tuple[Part, ...] | None:
    """Read the bill level by level, then put it together from the leaves up: no recursion."""
    if not line.has("bill_of_materials"):
        return None
    top = [_Node(part, 1, currency) for part in line.sections("bill_of_materials", budget.parts)]
    nodes = list(top)
    if line.table["bill_of_materials"] == []:
        line.refuse("an empty bill of materials says nothing: leave it out", "bill_of_materials")
    for node in nodes:
        nodes.extend(_below(node, budget.parts - len(nodes)))
    budget.parts -= len(nodes)
    whole: list[Part] = []
    for node in reversed(nodes):
        (whole if node.above is None else node.above.parts).append(_part(node))
    return tuple(reversed(whole))


def _below(node: _Node, most: int) -> list[_Node]:
    node.section.only(keys.PART)
    node.currency = node.section.term("currency", _currency) or node.currency
    if not node.section.has("parts"):
        return []
    if node.depth >= limits.MOST_DEPTH:
        node.section.refuse(f"deeper than {limits.MOST_DEPTH} levels of parts", "parts")
        return []
    return [
        _Node(part, node.depth + 1, node.currency, node)
        for part in node.section.sections("parts", most)
    ]


def _part(node: _Node) -> Part:
    section = node.section
    return Part(
        name=section.name("name"),
        origin=section.term("origin", country.parse),
        eccn=section.term("eccn", eccn.parse),
        value=_value(section, node.currency),
        quantity=_quantity(section),
        kind=section.term("kind", _KIND) or ItemKind.COMMODITY,
        bundled=section.truth("bundled") is Truth.YES,
        for_items=section.terms("for_items", eccn.parse),
        category=section.name("category").lower().replace(" ", "_"),
        characteristics=MappingProxyType(section.truths("characteristics")),
        parts=tuple(reversed(node.parts)),
    )


def _value(section: Section, currency: str | None) -> Money | None:
    amount = section.amount("value")
    if amount is None:
        return None
    if not section.has("quantity"):
        section.refuse("a value is that of one piece: say how many in quantity", "value")
    if currency is None and not section.has("currency"):
        section.refuse("a value needs its currency, such as USD", "value")
    return Money(amount, currency or "")


def _quantity(section: Section) -> Decimal:
    amount = section.amount("quantity")
    if amount is not None and not amount:
        section.refuse("a quantity is more than zero", "quantity")
    return Decimal(1) if amount is None else amount


def _currency(value: str) -> str:
    return money.parse(0, value).currency


def _hts(value: str) -> str:
    digits = value.replace(".", "")
    if not _HTS.fullmatch(digits) or not digits.isascii():
        raise TermError(f"{value!r} is not a tariff code: write 4, 6, 8 or 10 digits")
    return digits
