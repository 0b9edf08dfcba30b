"""SPP: Syria peace and prosperity (15 CFR 740.5)."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException


def spp(case: ExceptionCase, edition: Edition) -> LicenseException:
    """SPP takes EAR99 items to Syria where no requirement of part 744 stands."""
    return decide("SPP", case, edition)
