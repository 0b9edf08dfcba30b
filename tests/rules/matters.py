"""Matters for the tests of rules: one line of an order under the law of a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.rules.matter import Matter
from navicert.terms.activity import Activity
from navicert.terms.eccn import parse
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

DAY = date(2026, 7, 30)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def item(eccn: str | None = "EAR99", kind: str | None = "commodity", **more: object) -> Item:
    """An item of the United States, with what a test says otherwise."""
    facts: dict[str, Any] = {"name": "item", "origin": "US", **more}
    facts["for_items"] = tuple(parse(one) for one in facts.get("for_items", ()))
    return Item(eccn=parse(eccn) if eccn else None, kind=ItemKind(kind) if kind else None, **facts)


def use(kind: str | None = "civil", **said: Truth) -> EndUse:
    """An end use of a kind, with what the order says of it."""
    return EndUse(EndUseKind(kind) if kind else None, characteristics=MappingProxyType(said))


def party(*roles: PartyRole, country: str | None = None, **more: object) -> Party:
    """A party; without roles it is the end user."""
    facts: dict[str, Any] = {"name": "Alcor Lens Ltd", **more}
    return Party(roles=roles or (PartyRole.END_USER,), address=Address(country=country), **facts)


def matter(
    one: Item, to: str, *parties: Party, answers: Mapping[str, Truth] | None = None, **more: object
) -> Matter:
    """A line of an export from the United States on the day, civil if nothing else is said."""
    facts: dict[str, Any] = {
        "reference": "test",
        "day": DAY,
        "activity": Activity.EXPORT,
        "exported_from": "US",
        "end_use": use(),
        **more,
    }
    deal = Transaction(
        destination=Destination(to),
        lines=(Line(1, one),),
        parties=parties,
        answers=MappingProxyType(dict(answers or {})),
        **facts,
    )
    edition = standard_law().open_at(deal.day)
    symbol = one.eccn.symbol if one.eccn and not one.eccn.is_ear99 else None
    entry = edition.entry(symbol) if symbol and edition.lists_entry(symbol) else None
    return Matter(deal, one, entry, edition)
