"""What the lines of an order come to, held against amounts of part 740."""

from __future__ import annotations

from decimal import Decimal

from navicert.law.tables.exception_reach import Reach
from navicert.rules.license_exceptions.case import ExceptionCase
from navicert.rules.license_exceptions.listed import listed
from navicert.rules.worth import Most
from navicert.terms.truth import Truth, parse

PIECEWISE = frozenset({"pieces", "tpp"})


def has_amount(reach: Reach) -> bool:
    """Tell whether a reach turns on an amount."""
    return reach.at_least_usd is not None or bool(reach.total)


def is_of_line(reach: Reach) -> bool:
    """Tell whether an amount is held against one line alone, not against the whole order."""
    return bool(reach.above_figure) or (reach.total in PIECEWISE and not reach.eccns)


def is_out_of_reach(reach: Reach, most: Most) -> bool:
    """Tell whether no choice of the order's lines comes to an amount of the whole order."""
    if reach.at_least_usd is not None and not reach.total:
        return most.usd < reach.at_least_usd
    if reach.above is None:
        return True
    if reach.total == "usd":
        return most.usd <= reach.above
    return (most.tpp if reach.total == "tpp" else most.pieces) <= reach.above


def amount_reached(reach: Reach, case: ExceptionCase) -> Truth:
    """Tell whether the order reaches the amount; less proves nothing, there may be more orders."""
    if reach.total:
        limit = _limit(reach, case)
        return parse((limit is not None and _total(reach, case) > limit) or None)
    if reach.at_least_usd is None:
        return Truth.YES
    total = sum(
        (one.stated for one in case.order_worth() if listed(reach, one.eccn) is Truth.YES),
        Decimal(0),
    )
    return parse(total >= reach.at_least_usd or None)


def _limit(reach: Reach, case: ExceptionCase) -> Decimal | None:
    if reach.above_figure:
        return case.line.item.figures.get(reach.above_figure)
    return None if reach.above is None else Decimal(reach.above)


def _total(reach: Reach, case: ExceptionCase) -> Decimal:
    """Add up the lines that a reach names; where it names none, what this line alone has."""
    item = case.line.item
    if reach.total == "usd":
        return sum((one.stated for one in case.order_worth()), Decimal(0))
    if not reach.eccns:
        return item.quantity
    found = [one for one in case.order_worth() if listed(reach, one.eccn) is Truth.YES]
    return sum((one.tpp if reach.total == "tpp" else one.pieces for one in found), Decimal(0))
