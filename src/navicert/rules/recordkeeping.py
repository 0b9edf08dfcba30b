"""Recordkeeping: until when the records of a transaction are kept (15 CFR 762.6)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from navicert.facts.export_history import ExportHistory
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.day import years_after
from navicert.terms.truth import Truth

KEPT = 1 << 10
"""How many days are remembered."""


@cites("15 CFR 762.6(a)")
def retention(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """Records are kept for years after the export, or any later reexport or diversion known."""
    text = _kept(transaction.day, edition.clearance().retention_years)
    return (Finding(FindingKind.OBLIGATION, Truth.YES, "15 CFR 762.6(a)", text),)


@lru_cache(maxsize=KEPT)
def _kept(day: date, years: int) -> str:
    until = years_after(day, years)
    return f"keep the records until {until} at least, longer after a later known reexport"


def retain_until(history: ExportHistory, edition: Edition) -> date:
    """Give the last day of keeping: some years after the latest of the events (762.6(a))."""
    return years_after(max(history.events()), edition.clearance().retention_years)


def may_destroy(history: ExportHistory, edition: Edition) -> Truth:
    """Tell whether the records may go on the day of the edition; a request keeps them."""
    if edition.day <= retain_until(history, edition):
        return Truth.NO
    return ~history.asked_for
