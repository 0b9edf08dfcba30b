"""GBS: shipments to Country Group B countries (15 CFR 740.4)."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException


def gbs(case: ExceptionCase, edition: Edition) -> LicenseException:
    """GBS takes commodities controlled for national security alone to Country Group B."""
    return decide("GBS", case, edition)
