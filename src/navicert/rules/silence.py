"""Which rules have nothing to say of an order, or of an item, whatever the rest of the line is."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

import msgspec

from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.cites import BEARINGS, Rules
from navicert.rules.described import as_described
from navicert.rules.finding import Finding

P = ParamSpec("P")


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
    return as_described(item, entry, edition).silent
