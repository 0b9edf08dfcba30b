"""Amounts of money: a Decimal and an ISO 4217 currency; never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from babel.numbers import list_currencies

from navicert.errors import MalformedAmount, UnknownCurrency

MOST_DIGITS = 24
"""Longer amounts are refused: no order is worth them, and they slow the arithmetic."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount that is zero or more, in a currency."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        """Write amount and currency: ``12000.50 USD``."""
        return f"{self.amount} {self.currency}"


def parse(value: object, currency: str = "USD") -> Money:
    """Read an amount (text, int or Decimal) in a currency.

    >>> parse("12000.50")
    Money(amount=Decimal('12000.50'), currency='USD')
    >>> parse("-1")
    Traceback (most recent call last):
    ...
    navicert.errors.MalformedAmount: '-1' is not an amount: write a plain number that is zero or \
more
    >>> parse(1, "DOLLARS")
    Traceback (most recent call last):
    ...
    navicert.errors.UnknownCurrency: 'DOLLARS' is not an ISO 4217 code, such as USD
    """
    code = currency.strip().upper()
    if code not in list_currencies():
        message = f"{currency!r} is not an ISO 4217 code, such as USD"
        raise UnknownCurrency(message)
    return Money(parse_amount(value), code)


def parse_amount(value: object) -> Decimal:
    """Read a plain number that is zero or more.

    >>> parse_amount("3.5")
    Decimal('3.5')
    """
    text = str(value).strip()
    message = f"{text[:40]!r} is not an amount: write a plain number that is zero or more"
    if isinstance(value, bool) or len(text) > MOST_DIGITS or "_" in text:
        raise MalformedAmount(message)
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise MalformedAmount(message) from None
    if not amount.is_finite() or amount.is_signed() or abs(amount.adjusted()) > MOST_DIGITS:
        raise MalformedAmount(message)
    return amount


def is_valid(value: object, currency: str = "USD") -> bool:
    """Tell whether this can be read as an amount in that currency.

    >>> is_valid("10"), is_valid("ten")
    (True, False)
    """
    try:
        parse(value, currency)
    except (MalformedAmount, UnknownCurrency):
        return False
    return True


def format(money: Money) -> str:  # noqa: A001 - the verb that every term has
    """Write an amount with its thousands apart.

    >>> format(Money(Decimal("12000.5"), "USD"))
    '12,000.5 USD'
    """
    return f"{money.amount:,} {money.currency}"
