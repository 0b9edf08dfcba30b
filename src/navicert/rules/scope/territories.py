"""Territories and possessions of the United States count as the United States (772.1).

Only where an item is and where it was made: a destination keeps its own name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from navicert.facts.item import Item, Part
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.scope.subject import US


def seen_from_home(transaction: Transaction, edition: Edition) -> Transaction:
    """Write US for a territory that the items leave, lie in or pass."""
    home = _home(edition)
    start, place = home(transaction.exported_from), home(transaction.located_in)
    route = tuple(US if home(stop) == US else stop for stop in transaction.route)
    if (start, place, route) == (
        transaction.exported_from,
        transaction.located_in,
        transaction.route,
    ):
        return transaction
    return replace(transaction, exported_from=start, located_in=place, route=route)


def made_at_home(item: Item, edition: Edition) -> Item:
    """Write US for a territory where the item lies, or where it or a part was made."""
    if item.origin == US and item.located_in in {None, US} and item.bill_of_materials is None:
        return item
    home = _home(edition)
    origin, place, bill = home(item.origin), home(item.located_in), item.bill_of_materials
    parts = None if bill is None else tuple(_part(one, home) for one in bill)
    if (origin, place) == (item.origin, item.located_in) and parts == bill:
        return item
    return replace(item, origin=origin, located_in=place, bill_of_materials=parts)


def _home(edition: Edition) -> Callable[[str | None], str | None]:
    def home(place: str | None) -> str | None:
        return US if place is not None and edition.country_of(place) == US else place

    return home


def _part(part: Part, home: Callable[[str | None], str | None]) -> Part:
    origin, inner = home(part.origin), tuple(_part(one, home) for one in part.parts)
    if origin == part.origin and inner == part.parts:
        return part
    return replace(part, origin=origin, parts=inner)
