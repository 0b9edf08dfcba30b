"""ACE: authorized cybersecurity exports (15 CFR 740.22)."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException


def ace(case: ExceptionCase, edition: Edition) -> LicenseException:
    """ACE takes cybersecurity items anywhere but to Country Groups E:1 and E:2, by end user."""
    return decide("ACE", case, edition)
