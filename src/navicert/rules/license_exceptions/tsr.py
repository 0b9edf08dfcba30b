"""TSR: technology and software under restriction (15 CFR 740.6)."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException


def tsr(case: ExceptionCase, edition: Edition) -> LicenseException:
    """TSR takes NS technology and software to Country Group B, against a written assurance."""
    return decide("TSR", case, edition)
