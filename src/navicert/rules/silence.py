"""Which rules have nothing to say of an order, or of an item, whatever the rest of the line is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import ParamSpec

import msgspec

from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.bearing import OfOrders, every_order
from navicert.rules.cites import BEARINGS, Rules
from navicert.rules.described import one_of
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter

P = ParamSpec("P")
OfMatters = Callable[[Matter], tuple[Finding, ...]]
KEPT = 1 << 12
"""How many kinds of orders, with kinds of items, are remembered."""


class Silence(msgspec.Struct, frozen=True, eq=False):
    """The rules that need not be asked: they would find nothing."""

    rules: Rules

    def left(self, rules: tuple[OfMatters, ...]) -> tuple[OfMatters, ...]:
        """Give those of some rules that must be asked."""
        return _left(self, rules)

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


@lru_cache(maxsize=KEPT)
def together(of_order: Rules, of_item: Rules) -> Silence:
    """Put together what need not be asked of an order, and what not of an item."""
    return Silence(of_order | of_item)


@lru_cache(maxsize=KEPT)
def _left(silence: Silence, rules: tuple[OfMatters, ...]) -> tuple[OfMatters, ...]:
    return tuple(rule for rule in rules if rule not in silence.rules)


def of_order(transaction: Transaction, edition: Edition) -> Rules:
    """Give the rules that find nothing of an order, whichever line they are asked of."""
    found = [rules for tells, rules in _telling() if not tells(transaction, edition)]
    return one_of(frozenset().union(*found))


@cache
def _telling() -> tuple[tuple[OfOrders, Rules], ...]:
    """Give what rules ask of an order, each with the rules that ask it, once all are known."""
    asking: dict[OfOrders, list[Callable[..., tuple[Finding, ...]]]] = {}
    for rule, one in BEARINGS.items():
        asking.setdefault(one.orders, []).append(rule)
    asking.pop(every_order, None)
    return tuple((tells, frozenset(rules)) for tells, rules in asking.items())
