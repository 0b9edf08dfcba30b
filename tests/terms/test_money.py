from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import MalformedAmount, UnknownCurrency
from navicert.terms import money
from navicert.terms.money import MOST_DIGITS, Money

AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False)


@given(AMOUNTS)
def test_a_plain_number_is_kept_to_the_last_cent(amount: Decimal) -> None:
    assert Money(amount, "EUR") == money.parse(str(amount), "eur")


@given(AMOUNTS)
def test_only_the_thousands_are_set_apart(amount: Decimal) -> None:
    written = money.format(Money(amount, "USD"))
    assert f"{amount} USD" == written.replace(",", "")


@pytest.mark.parametrize(
    "text", ["", "-1", "-0", "1,000", "1 000", "1_000", "NaN", "Infinity", "1e99", "ten", "0x10"]
)
def test_another_form_is_refused(text: str) -> None:
    assert not money.is_valid(text)
    with pytest.raises(MalformedAmount, match="write a plain number"):
        money.parse(text)


def test_a_yes_is_no_amount() -> None:
    with pytest.raises(MalformedAmount):
        money.parse_amount(value=True)


def test_the_longest_amount_is_read_and_a_longer_one_is_refused() -> None:
    assert Decimal("9" * MOST_DIGITS) == money.parse_amount("9" * MOST_DIGITS)
    with pytest.raises(MalformedAmount):
        money.parse_amount("9" * (MOST_DIGITS + 1))


@pytest.mark.parametrize("code", ["", "US", "DOLLAR", "ZZZ", "$"])
def test_an_unknown_currency_is_refused(code: str) -> None:
    with pytest.raises(UnknownCurrency, match="ISO 4217"):
        money.parse(1, code)
