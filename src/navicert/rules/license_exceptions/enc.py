"""ENC: encryption commodities, software and technology (15 CFR 740.17)."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException


def enc(case: ExceptionCase, edition: Edition) -> LicenseException:
    """ENC takes encryption items anywhere but to Country Groups E:1 and E:2."""
    return decide("ENC", case, edition)
