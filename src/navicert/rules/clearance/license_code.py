"""The license code that a filing reports (15 CFR 758.1(g); 15 CFR part 30, appendix B)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.library import Tables
from navicert.law.tables.clearance import LicenseCode
from navicert.rules.cites import cites
from navicert.rules.clearance.clearing import (
    LICENSE,
    Clearing,
    gap_in,
    is_tangible,
    leaves_us,
    obligation,
)
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter
from navicert.terms.outcome import Outcome
from navicert.terms.truth import Truth

OF_OFAC = "if EEI is filed: the license code of the OFAC authorization, from AESTIR Appendix F"
KEPT = 1 << 13
"""How many codes, by authorization, entry and day, are remembered."""
Codes = tuple[Tables, date]
"""The codes of a day."""


@cites("15 CFR 758.1(g)")
def license_code(matter: Matter, clearing: Clearing) -> tuple[Finding, ...]:
    """The filing states the license code of each authorization that is used."""
    if not leaves_us(matter) or is_tangible(matter.item) is Truth.NO:
        return ()
    edition, item = matter.edition, matter.item
    law = (edition.tables, edition.day)
    try:
        _codes(law)
    except LawNotCovered as gap:
        return (gap_in("15 CFR 758.1(g)", gap),)
    if clearing.outcome is Outcome.NLR and matter.is_authorized_elsewhere:
        return (obligation("15 CFR 758.1(g)", OF_OFAC, Truth.YES),)
    symbol, series_y = item.eccn.symbol if item.eccn else "", _is_series_y(item)
    return tuple([_reporting(one, symbol, series_y, law) for one in _reported(clearing)])


@lru_cache(maxsize=KEPT)
def _codes(law: Codes) -> tuple[LicenseCode, ...]:
    tables, day = law
    return tables.clearance.codes_on(day)


def _reported(clearing: Clearing) -> tuple[str, ...]:
    if clearing.outcome is Outcome.EXCEPTION:
        return tuple(sorted(clearing.used))
    return {Outcome.NLR: ("NLR",), Outcome.LICENSE: (LICENSE,)}.get(clearing.outcome, ())


@lru_cache(maxsize=KEPT)
def _reporting(authorization: str, symbol: str, series_y: bool, law: Codes) -> Finding:  # noqa: FBT001
    text = _code_text(authorization, symbol, "series_y" if series_y else "", law)
    return obligation("15 CFR 758.1(g)", text, Truth.YES)


def _code_text(authorization: str, symbol: str, items: str, law: Codes) -> str:
    """Name the code; where none has a source, say so and where to look."""
    fitting = [one for one in _codes(law) if one.authorization == authorization]
    found = [one for one in fitting if one.items == items]
    if not (found or fitting):
        return f"if EEI is filed: the license code of {authorization}, from AESTIR Appendix F"
    one = (found or fitting)[0]
    why = law[0].clearance.rejecting(one.code, symbol, law[1])
    if why:
        return f"if EEI is filed: AES rejects {one.code} with {symbol} ({why}); see exception ENC"
    return f"if EEI is filed: license code {one.code} ({authorization}), reporting {one.reports}"


def _is_series_y(item: Item) -> bool:
    eccn = item.eccn
    if eccn is None or not (eccn.is_600_series or eccn.is_9x515):
        return False
    return eccn.paragraph[:1] == ("y",)
