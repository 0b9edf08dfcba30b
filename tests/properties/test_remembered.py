"""What was remembered of other orders gives the answer that a fresh process would give."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, Phase, given, settings

from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.facts.item import Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.watch import Watch
from navicert.terms.truth import Truth
from tests.properties.strategies import transactions
from tests.properties.test_exceptions import answered, measured

LAW = standard_law()
ROOMS = ("navicert.rules", "navicert.determination")


def forgetting() -> Iterator[Callable[[], None]]:
    """How each memory of lines is emptied; what is read off the law alone stays."""
    rooms = [one for name, one in sys.modules.items() if name.startswith(ROOMS)]
    memories = {id(one): one for room in rooms for one in vars(room).values()}
    for one in memories.values():
        told = getattr(one, "cache_info", None)
        if told is not None and told().maxsize is not None:
            yield one.cache_clear


def answer(order: Transaction) -> Determination:
    return assess(order, Watch.of(()), LAW)


def gathered() -> list[Transaction]:
    """Many orders, so that some are alike in all but what tells them apart."""
    found: list[Transaction] = []

    @settings(
        deadline=None,
        suppress_health_check=list(HealthCheck),
        max_examples=200,
        phases=[Phase.generate],
        database=None,
    )
    @given(transactions, answered, measured)
    def gather(order: Transaction, answers: dict[str, Truth], figures: dict[str, Decimal]) -> None:
        lines = tuple(Line(one.number, replace(one.item, figures=figures)) for one in order.lines)
        found.append(replace(order, answers=answers, lines=lines))

    gather()
    return found


def test_an_order_is_answered_the_same_after_others_and_by_itself() -> None:
    orders = gathered()
    after_others = [answer(order) for order in (*orders, *orders)][len(orders) :]
    for order, found in zip(orders, after_others, strict=True):
        for forget in forgetting():
            forget()
        assert answer(order) == found


def test_there_is_much_to_forget() -> None:
    assert 20 < len(list(forgetting()))
