"""LVS: shipments of limited value (15 CFR 740.3)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from decimal import Decimal

from navicert.law.edition import Edition
from navicert.law.tables.exception_questions import Question
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException
from navicert.rules.license_exceptions.checks import Check, asked, open_fact
from navicert.rules.license_exceptions.list_line import said
from navicert.terms.truth import Truth, parse

SYMBOL = "LVS"


def lvs(case: ExceptionCase, edition: Edition) -> LicenseException:
    """LVS takes commodities to Country Group B whose order stays within the entry's limit."""
    limit = _limit(case, edition)
    annual = _annual(limit, case, edition)
    return decide(SYMBOL, case, edition, (_within(limit, case), *annual))


def looked_at(case: ExceptionCase, edition: Edition) -> tuple[Hashable, ...]:
    """Give all that the answer turns on beside reaches and the entry's line: limit and value.

    Of the value only whether it is within the limit, unless it is said that it is not.
    """
    limit = _limit(case, edition)
    value, complete = order_value(case) or (Decimal(0), False)
    holds = _is_within(limit, value, complete=complete)
    return (limit, holds, value if holds is Truth.NO else None)


def order_value(case: ExceptionCase) -> tuple[Decimal, bool] | None:
    """Add up the order's lines of the same entry, in USD, and tell whether all state a value.

    740.3(b), (d)(3): the limit holds for all commodities of one order under one entry.
    """
    eccn = case.line.item.eccn
    if eccn is None:
        return None
    entry = [one for one in case.order_worth() if one.eccn.symbol == eccn.symbol]
    stated = sum((one.stated for one in entry), Decimal(0))
    return stated, all(one.complete for one in entry)


def _limit(case: ExceptionCase, edition: Edition) -> int | None:
    """Give the limit of the entry's line; where it has none, the one that the order states."""
    line = said(case, edition, SYMBOL).line
    if line is not None:
        return line.amount
    stated = case.line.item.figures.get("lvs_limit_usd")
    return None if stated is None else int(stated)


def _within(limit: int | None, case: ExceptionCase) -> Check:
    value, complete = order_value(case) or (Decimal(0), False)
    holds = _is_within(limit, value, complete=complete)
    most = "the LVS limit of the entry" if limit is None else f"{limit:,} USD"
    ask = f"Is the order's net value under this entry at most {most}?"
    return open_fact(
        holds,
        f"the order has {value} USD under this entry, and its LVS limit is {most}",
        Question(f"{SYMBOL}.within_limit", ask, "15 CFR 740.3(b)"),
        case,
    )


def _is_within(limit: int | None, value: Decimal, *, complete: bool) -> Truth:
    within = None if limit is None or (value <= limit and not complete) else value <= limit
    return parse(within)


def _annual(limit: int | None, case: ExceptionCase, edition: Edition) -> tuple[Check, ...]:
    terms = edition.exception_terms(SYMBOL)
    multiple = terms.figures["annual_multiple"]
    amount = f"{limit * multiple:,}" if limit is not None else f"{multiple} times the limit in"
    most = None if limit is None else Decimal(limit * multiple)
    return tuple(
        asked(replace(one, most=most) if most is not None else one, case, edition, amount)
        for one in terms.questions
        if "{annual}" in one.ask
    )
