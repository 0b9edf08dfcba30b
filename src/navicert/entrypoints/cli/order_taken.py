"""An order as a command takes it: what a reader gives, with what the options assume."""

from __future__ import annotations

from pathlib import Path

from navicert.adapters.orders.read import read
from navicert.casework.order import assumed
from navicert.casework.order.document import OrderDocument


def taken(order: Path, reading: str | None, because: str | None) -> OrderDocument:
    """Read an order, and put into it what the Affiliates rule is taken for, and why."""
    rule = assumed.asked(reading, because)
    return assumed.with_rule(read(order), rule)
