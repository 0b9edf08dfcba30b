"""The license exceptions that the order claims, held against what each of them answers (740.1)."""

from __future__ import annotations

from navicert.facts.transaction import Transaction
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import Availability, LicenseException
from navicert.terms.truth import Truth


@cites("15 CFR 740.1(a)")
def claimed_in_vain(
    transaction: Transaction, tried: tuple[LicenseException, ...]
) -> tuple[Finding, ...]:
    """A license exception that the order claims is of no use where it is not available."""
    return tuple(
        _note(one)
        for one in tried
        if one.symbol in transaction.claimed_exceptions
        and one.availability is Availability.UNAVAILABLE
    )


def _note(one: LicenseException) -> Finding:
    why = "; ".join(one.reasons) or "its terms are not met"
    said = f"the order claims {one.symbol}, which is not available: {why}"
    return Finding(FindingKind.NOTE, Truth.YES, one.citation, said, label=one.symbol)


def may_serve(one: LicenseException, transaction: Transaction) -> bool:
    """Tell whether the exporter may be taken to use an exception: any, until some are claimed."""
    claims = transaction.claimed_exceptions
    return one.availability is not Availability.UNAVAILABLE and (not claims or one.symbol in claims)
