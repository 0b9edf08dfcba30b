from __future__ import annotations

from decimal import Decimal

import pytest

from navicert.facts.item import Item
from navicert.rules.worth import Worth, worth_of
from navicert.terms.eccn import parse
from navicert.terms.money import Money
from tests.rules.license_exceptions.cases import item, transaction

CHIP, PUMP = "3A001.a.7", "2B350.i"


def usd(amount: int) -> Money:
    return Money(Decimal(amount), "USD")


def order(*items: Item) -> tuple[Worth, ...]:
    return worth_of(transaction(items[0], "TW", others=items[1:]))


def worth(eccn: str, stated: int, pieces: int = 1, *, complete: bool = True) -> Worth:
    return Worth(parse(eccn), Decimal(stated), complete, Decimal(pieces))


def test_lines_add_up_by_classification_in_the_order_in_which_they_come() -> None:
    lines = (
        item(CHIP, value=usd(10), quantity=Decimal(3)),
        item(PUMP, value=usd(5)),
        item(CHIP, value=usd(7)),
    )
    assert (worth(CHIP, 37, 4), worth(PUMP, 5)) == order(*lines)


def test_a_line_without_a_classification_is_left_out() -> None:
    assert (worth(CHIP, 10),) == order(item(None, value=usd(99)), item(CHIP, value=usd(10)))


@pytest.mark.parametrize("value", [None, Money(Decimal(99), "EUR")])
def test_what_is_not_stated_in_dollars_leaves_the_sum_open(value: Money | None) -> None:
    first, second = item(CHIP, value=value), item(CHIP, value=usd(10))
    assert (worth(CHIP, 10, 2, complete=False),) == order(first, second)
    assert (worth(CHIP, 10, 2, complete=False),) == order(second, first)


@pytest.mark.parametrize(
    ("figures", "net"),
    [
        ({"selling_price_usd": 100}, 100),
        ({"selling_price_usd": 100, "shipping_usd": 30}, 70),
        ({"selling_price_usd": 100, "shipping_usd": 30, "us_market_price_usd": 80}, 80),
        ({"selling_price_usd": 100, "shipping_usd": 30, "us_market_price_usd": 60}, 70),
        ({"selling_price_usd": 100, "us_market_price_usd": 60}, 100),
    ],
)
def test_the_prices_of_an_order_go_before_its_value(figures: dict[str, int], net: int) -> None:
    known = {name: Decimal(value) for name, value in figures.items()}
    assert (worth(CHIP, net),) == order(item(CHIP, value=usd(9999), figures=known))
