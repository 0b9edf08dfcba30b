"""What a rule bears on: of which orders, and of which items, it can find anything at all.

A rule says it beside its citation where it is plain from the order or from the item alone, so that
the conductor need not ask it in vain line after line. It never decides: a rule that is asked all
the same finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from navicert.facts.end_use import EndUseKind
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry

OfOrders = Callable[[Transaction, Edition], bool]
OfItems = Callable[[Item, Entry | None, Edition], bool]


def every_order(_transaction: Transaction, _edition: Edition) -> bool:
    """Bear on orders of every kind."""
    return True


def every_item(_item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    """Bear on items of every kind."""
    return True


@dataclass(frozen=True, slots=True)
class Bearing:
    """Whether a rule can find anything of an order, and of an item; False must be certain.

    What ``orders`` is told of a transaction are the facts of the order as a whole. What ``items``
    may look at is what ``described.looked_at`` names.
    """

    orders: OfOrders = every_order
    items: OfItems = every_item


EVERYTHING = Bearing()


def stating(*kinds: EndUseKind | None) -> Bearing:
    """Bear on orders that state one of some kinds of end use; None is that they state none."""
    return Bearing(lambda transaction, _edition: transaction.end_use.kind in kinds)
