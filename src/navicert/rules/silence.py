"""Which rules have nothing to say of an order, or of an item, whatever the rest of the line is."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import ParamSpec

import msgspec

from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.cites import BEARINGS
from navicert.rules.finding import Finding

P = ParamSpec("P")
Rules = frozenset[Callable[..., tuple[Finding, ...]]]
KEPT = 1 << 13
"""How many kinds of items are remembered."""


class Silence(msgspec.Struct, frozen=True):
    """The rules that need not be asked: they would find nothing."""

    rules: Rules

    def has_all(self, rules: Rules) -> bool:
        """Tell whether none of some rules need be asked."""
        return rules <= self.rules

    def ask(
        self, rule: Callable[P, tuple[Finding, ...]], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[Finding, ...]:
        """Ask a rule, unless it would find nothing."""
        return () if rule in self.rules else rule(*args, **kwargs)


NONE = Silence(frozenset())
"""Every rule is asked."""


def of_order(transaction: Transaction, edition: Edition) -> Rules:
    """Give the rules that find nothing of an order, whichever line they are asked of."""
    return frozenset(
        [rule for rule, one in BEARINGS.items() if not one.orders(transaction, edition)]
    )


def of_item(item: Item, entry: Entry | None, edition: Edition) -> Rules:
    """Give the rules that find nothing of an item, whatever the order is."""
    return _of_item(_Kind.of(item, entry, edition))


def looked_at(item: Item) -> tuple[Hashable, ...]:
    """Give all that a rule may look at to tell that it has nothing to say of an item."""
    characteristics = item.characteristics
    return (
        item.eccn,
        item.kind,
        item.origin,
        item.for_items,
        item.published,
        tuple(characteristics.items()) if characteristics else (),
    )


class _Kind(tuple[Hashable, ...]):  # noqa: SLOT001 - a tuple takes no slots of its own
    """All that counts of an item here; the item itself is let go once it was looked at."""

    _asked: tuple[Item, Entry | None, Edition]

    @classmethod
    def of(cls, item: Item, entry: Entry | None, edition: Edition) -> _Kind:
        kind = cls((edition.tables, edition.day, entry is None, *looked_at(item)))
        kind._asked = (item, entry, edition)
        return kind

    def opened(self) -> tuple[Item, Entry | None, Edition]:
        asked = self._asked
        del self._asked
        return asked


@lru_cache(maxsize=KEPT)
def _of_item(kind: _Kind) -> Rules:
    asked = kind.opened()
    return frozenset([rule for rule, one in BEARINGS.items() if not one.items(*asked)])
