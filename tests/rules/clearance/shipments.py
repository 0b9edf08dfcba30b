"""Shipments to put to the rules of part 758."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType

from navicert.facts.destination import Destination
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.rules.matter import Matter
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.truth import Truth

DAY = date(2026, 7, 30)


def item(
    code: str = "EAR99",
    value: int | None = 100,
    hts: str | None = None,
    said: dict[str, Truth] | None = None,
    figures: dict[str, str] | None = None,
) -> Item:
    """A commodity by its ECCN, worth so many US dollars."""
    return Item(
        name=code,
        kind=ItemKind.COMMODITY,
        eccn=eccn.parse(code),
        value=None if value is None else Money(Decimal(value), "USD"),
        hts=hts,
        characteristics=MappingProxyType(said or {}),
        figures=MappingProxyType(
            {name: Decimal(figure) for name, figure in (figures or {}).items()}
        ),
    )


def matter(*items: Item, to: str = "DE", day: date = DAY, **facts: object) -> Matter:
    """The first of some lines that leave the United States."""
    lines = tuple(Line(number, one) for number, one in enumerate(items, start=1))
    deal = Transaction(
        reference="",
        day=day,
        activity=Activity.EXPORT,
        exported_from="US",
        destination=Destination(to),
        lines=lines,
        **facts,  # type: ignore[arg-type]
    )
    return Matter(deal, items[0], None, standard_law().open_at(day))
