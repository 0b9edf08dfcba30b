"""What the lines of an order come to, by classification (15 CFR 740.3(b), (d)(3); 740.29)."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.terms.eccn import Eccn

CURRENCY = "USD"
PERFORMANCE = "tpp"
"""The figure of a line that gives the total processing performance of one piece (3A090)."""


class Worth(msgspec.Struct, frozen=True):
    """The lines of one classification: their value in USD as far as stated, and whether all is.

    ``pieces`` are their quantities, ``tpp`` their total processing performance as far as stated.
    """

    eccn: Eccn
    stated: Decimal
    complete: bool
    pieces: Decimal = Decimal(0)
    tpp: Decimal = Decimal(0)


def worth_of(transaction: Transaction) -> tuple[Worth, ...]:
    """Add up an order by classification, in the order in which they first come up."""
    found: dict[Eccn, Worth] = {}
    for line in transaction.lines:
        eccn = line.item.eccn
        if eccn is None:
            continue
        value = _usd(line.item)
        before = found.get(eccn, Worth(eccn, Decimal(0), complete=True))
        found[eccn] = Worth(
            eccn,
            before.stated + (value or Decimal(0)),
            before.complete and value is not None,
            before.pieces + line.item.quantity,
            before.tpp + line.item.figures.get(PERFORMANCE, Decimal(0)) * line.item.quantity,
        )
    return tuple(found.values())


class Most(msgspec.Struct, frozen=True):
    """What some lines of an order can come to at most: in USD, pieces, processing performance."""

    usd: Decimal
    pieces: Decimal
    tpp: Decimal


def most_of(worth: tuple[Worth, ...]) -> Most:
    """Add up what is not less than nothing: no choice of lines comes to more."""
    zero = Decimal(0)
    return Most(
        sum((one.stated for one in worth if one.stated > zero), zero),
        sum((one.pieces for one in worth if one.pieces > zero), zero),
        sum((one.tpp for one in worth if one.tpp > zero), zero),
    )


def _usd(item: Item) -> Decimal | None:
    """Give the net value of a line: from the prices that it states, else from its value.

    740.3(c)(2): the selling price less shipping, or the US market price where that is larger.
    """
    price = item.figures.get("selling_price_usd")
    if price is not None:
        net = price - item.figures.get("shipping_usd", Decimal(0))
        return max(net, item.figures.get("us_market_price_usd", net))
    if item.value is None or item.value.currency != CURRENCY:
        return None
    return item.value.amount * item.quantity
