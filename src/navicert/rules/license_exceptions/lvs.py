"""LVS: shipments of limited value (15 CFR 740.3)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from navicert.law.edition import Edition
from navicert.law.tables.license_exceptions import Question, Terms
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException
from navicert.rules.license_exceptions.checks import Check, asked, open_fact
from navicert.rules.license_exceptions.list_line import said
from navicert.terms.truth import Truth, parse

SYMBOL = "LVS"


def lvs(case: ExceptionCase, edition: Edition) -> LicenseException:
    """LVS takes commodities to Country Group B whose order stays within the entry's limit."""
    limit = _limit(case, edition)
    annual = _annual(limit, edition.exception_terms(SYMBOL), case)
    return decide(SYMBOL, case, edition, (_within(limit, case), *annual))


def order_value(case: ExceptionCase) -> Decimal | None:
    """Add up the order's lines of the same entry, in USD; None while a value is missing.

    740.3(b), (d)(3): the limit holds for all commodities of one order under one entry.
    """
    eccn = case.line.item.eccn
    if eccn is None:
        return None
    entry = [one for one in case.order_worth() if one.eccn.symbol == eccn.symbol]
    if not all(one.complete for one in entry):
        return None
    return sum((one.stated for one in entry), Decimal(0))


def _limit(case: ExceptionCase, edition: Edition) -> int | None:
    """Give the limit of the entry's line; where it has none, the one that the order states."""
    line = said(case, edition, SYMBOL).line
    if line is not None:
        return line.amount
    stated = case.line.item.figures.get("lvs_limit_usd")
    return None if stated is None else int(stated)


def _within(limit: int | None, case: ExceptionCase) -> Check:
    value = order_value(case)
    holds = Truth.UNKNOWN if limit is None or value is None else parse(value <= limit)
    most = "the LVS limit of the entry" if limit is None else f"{limit:,} USD"
    ask = f"Is the order's net value under this entry at most {most}?"
    return open_fact(
        holds,
        f"the order has {value} USD under this entry, and its LVS limit is {most}",
        Question(f"{SYMBOL}.within_limit", ask, "15 CFR 740.3(b)"),
        case,
    )


def _annual(limit: int | None, terms: Terms, case: ExceptionCase) -> tuple[Check, ...]:
    multiple = terms.figures["annual_multiple"]
    amount = f"{limit * multiple:,}" if limit is not None else f"{multiple} times the limit in"
    most = None if limit is None else Decimal(limit * multiple)
    return tuple(
        asked(replace(one, most=most) if most is not None else one, case, amount)
        for one in terms.questions
        if "{annual}" in one.ask
    )
