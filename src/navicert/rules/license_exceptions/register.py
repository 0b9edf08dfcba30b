"""Every license exception, the broadest first, as step 22 of part 732 tries them."""

from __future__ import annotations

from collections.abc import Callable

from navicert.law.edition import Edition
from navicert.rules.license_exceptions import others
from navicert.rules.license_exceptions.ace import ace
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException
from navicert.rules.license_exceptions.enc import enc
from navicert.rules.license_exceptions.gbs import gbs
from navicert.rules.license_exceptions.lvs import lvs
from navicert.rules.license_exceptions.spp import spp
from navicert.rules.license_exceptions.sta import sta
from navicert.rules.license_exceptions.tsr import tsr

Rule = Callable[[ExceptionCase, Edition], LicenseException]


def symbol_of(rule: Rule) -> str:
    """Give the symbol of an exception by its rule, which bears its name."""
    return rule.__name__.upper()


EXCEPTIONS: tuple[Rule, ...] = (
    gbs,
    tsr,
    spp,
    lvs,
    sta,
    enc,
    ace,
    others.app,
    others.apr,
    others.rpl,
    others.tmp,
    others.tsu,
    others.gov,
    others.bag,
    others.avs,
    others.gft,
    others.ccd,
    others.med,
    others.scp,
    others.agr,
    others.iec,
    others.nac,
    others.aca,
    others.hbm,
    others.aia,
    others.acm,
    others.lpp,
    others.rff,
    others.civ,
)
