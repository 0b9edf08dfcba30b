"""STA: strategic trade authorization (15 CFR 740.20)."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException


def sta(case: ExceptionCase, edition: Edition) -> LicenseException:
    """STA takes most reasons for control to Country Group A:5, national security alone to A:6."""
    return decide("STA", case, edition)
