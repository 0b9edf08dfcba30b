"""Recordkeeping: until when the records of a transaction are kept (15 CFR 762.6)."""

from __future__ import annotations

from datetime import date

from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.truth import Truth


@cites("15 CFR 762.6(a)")
def retention(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """Records are kept for years after the export, or any later reexport or diversion known."""
    until = years_after(transaction.day, edition.clearance().retention_years)
    text = f"keep the records until {until} at least, longer after a later known reexport"
    return (Finding(FindingKind.OBLIGATION, Truth.YES, "15 CFR 762.6(a)", text),)


def years_after(day: date, years: int) -> date:
    """Give the same day years later; 29 February becomes 28 February.

    >>> years_after(date(2024, 2, 29), 5)
    datetime.date(2029, 2, 28)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=day.day - 1)
