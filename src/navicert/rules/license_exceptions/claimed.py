"""The license exceptions that the order claims, held against what each of them answers (740.1)."""

from __future__ import annotations

from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import Availability, LicenseException
from navicert.terms.truth import Truth


@cites("15 CFR 740.1(a)")
def claimed_in_vain(
    claims: tuple[str, ...], tried: tuple[LicenseException, ...]
) -> tuple[Finding, ...]:
    """A license exception that the order claims, or answers against its own facts, is of no use."""
    return tuple(
        _note(one, claims)
        for one in tried
        if one.availability is Availability.UNAVAILABLE
        and (one.symbol in claims or one.contradicted)
    )


def _note(one: LicenseException, claims: tuple[str, ...]) -> Finding:
    claimed = one.symbol in claims
    why = "; ".join(one.reasons if claimed else one.contradicted) or "its terms are not met"
    does = "claims" if claimed else "answers for"
    said = f"the order {does} {one.symbol}, which is not available: {why}"
    return Finding(FindingKind.NOTE, Truth.YES, one.citation, said, label=one.symbol)


def may_serve(one: LicenseException, claims: tuple[str, ...]) -> bool:
    """Tell whether the exporter may be taken to use an exception: any, until some are claimed."""
    return one.availability is not Availability.UNAVAILABLE and (not claims or one.symbol in claims)
