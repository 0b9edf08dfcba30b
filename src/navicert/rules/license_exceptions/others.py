"""The exceptions whose terms on the shelf say all that can be computed of them, one a function."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.license_exceptions.by_terms import decide
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException


def tmp(case: ExceptionCase, edition: Edition) -> LicenseException:
    """TMP takes items for temporary use abroad, in transit, or for beta tests (740.9)."""
    return decide("TMP", case, edition)


def rpl(case: ExceptionCase, edition: Edition) -> LicenseException:
    """RPL takes one-for-one replacement parts, and serviced or replaced equipment (740.10)."""
    return decide("RPL", case, edition)


def gov(case: ExceptionCase, edition: Edition) -> LicenseException:
    """GOV takes items for governments, and for international safeguards (740.11)."""
    return decide("GOV", case, edition)


def gft(case: ExceptionCase, edition: Edition) -> LicenseException:
    """GFT takes gift parcels and humanitarian donations (740.12)."""
    return decide("GFT", case, edition)


def tsu(case: ExceptionCase, edition: Edition) -> LicenseException:
    """TSU takes technology and software that needs no restriction of its own (740.13)."""
    return decide("TSU", case, edition)


def bag(case: ExceptionCase, edition: Edition) -> LicenseException:
    """BAG takes what persons carry as baggage (740.14)."""
    return decide("BAG", case, edition)


def avs(case: ExceptionCase, edition: Edition) -> LicenseException:
    """AVS takes aircraft, vessels and spacecraft, their equipment and stores (740.15)."""
    return decide("AVS", case, edition)


def apr(case: ExceptionCase, edition: Edition) -> LicenseException:
    """APR takes additional permissive reexports (740.16)."""
    return decide("APR", case, edition)


def agr(case: ExceptionCase, edition: Edition) -> LicenseException:
    """AGR takes agricultural commodities to Cuba (740.18)."""
    return decide("AGR", case, edition)


def ccd(case: ExceptionCase, edition: Edition) -> LicenseException:
    """CCD takes consumer communications devices (740.19)."""
    return decide("CCD", case, edition)


def scp(case: ExceptionCase, edition: Edition) -> LicenseException:
    """SCP takes items that support the Cuban people (740.21)."""
    return decide("SCP", case, edition)


def med(case: ExceptionCase, edition: Edition) -> LicenseException:
    """MED takes medical devices to Russia, Belarus and occupied regions of Ukraine (740.23)."""
    return decide("MED", case, edition)


def app(case: ExceptionCase, edition: Edition) -> LicenseException:
    """APP takes computers, and technology and software for them (740.7)."""
    return decide("APP", case, edition)


def nac(case: ExceptionCase, edition: Edition) -> LicenseException:
    """NAC takes notified advanced computing items to Macau and Country Group D:5 (740.8)."""
    return decide("NAC", case, edition)


def aca(case: ExceptionCase, edition: Edition) -> LicenseException:
    """ACA takes advanced computing items elsewhere (740.8)."""
    return decide("ACA", case, edition)


def iec(case: ExceptionCase, edition: Edition) -> LicenseException:
    """IEC takes items to countries that have the same controls in force (740.24)."""
    return decide("IEC", case, edition)


def hbm(case: ExceptionCase, edition: Edition) -> LicenseException:
    """HBM takes high bandwidth memory to be packaged (740.25)."""
    return decide("HBM", case, edition)


def aia(case: ExceptionCase, edition: Edition) -> LicenseException:
    """AIA takes advanced computing items to companies of the listed allies (740.27)."""
    return decide("AIA", case, edition)


def acm(case: ExceptionCase, edition: Edition) -> LicenseException:
    """ACM takes advanced computing items for making and storing them (740.28)."""
    return decide("ACM", case, edition)


def lpp(case: ExceptionCase, edition: Edition) -> LicenseException:
    """LPP takes low processing performance, up to a yearly amount (740.29)."""
    return decide("LPP", case, edition)


def civ(case: ExceptionCase, edition: Edition) -> LicenseException:
    """CIV took NS items to civil end users in Country Group D:1, until 28 June 2020 (old 740.5)."""
    return decide("CIV", case, edition)


def rff(case: ExceptionCase, edition: Edition) -> LicenseException:
    """RFF takes items to facilities whose entry on the Entity List names it (740.26)."""
    return decide("RFF", case, edition)
