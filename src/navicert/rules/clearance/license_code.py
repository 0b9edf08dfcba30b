"""The license code that a filing reports (15 CFR 758.1(g); 15 CFR part 30, appendix B)."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
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


@cites("15 CFR 758.1(g)")
def license_code(matter: Matter, clearing: Clearing) -> tuple[Finding, ...]:
    """The filing states the license code of each authorization that is used."""
    if not leaves_us(matter) or is_tangible(matter.item) is Truth.NO:
        return ()
    try:
        codes = matter.edition.clearance().codes_on(matter.edition.day)
    except LawNotCovered as gap:
        return (gap_in("15 CFR 758.1(g)", gap),)
    return tuple(
        obligation("15 CFR 758.1(g)", _code_text(one, codes, matter), Truth.YES)
        for one in _reported(clearing)
    )


def _reported(clearing: Clearing) -> tuple[str, ...]:
    if clearing.outcome is Outcome.EXCEPTION:
        return tuple(sorted(clearing.used))
    return {Outcome.NLR: ("NLR",), Outcome.LICENSE: (LICENSE,)}.get(clearing.outcome, ())


def _code_text(authorization: str, codes: tuple[LicenseCode, ...], matter: Matter) -> str:
    """Name the code; where none has a source, say so and where to look."""
    series_y = _is_series_y(matter.item)
    fitting = [one for one in codes if one.authorization == authorization]
    found = [one for one in fitting if one.items == ("series_y" if series_y else "")]
    if not (found or fitting):
        return f"if EEI is filed: the license code of {authorization}, from AESTIR Appendix F"
    one = (found or fitting)[0]
    symbol = matter.item.eccn.symbol if matter.item.eccn else ""
    why = matter.edition.clearance().rejecting(one.code, symbol, matter.edition.day)
    if why:
        return f"if EEI is filed: AES rejects {one.code} with {symbol} ({why}); see exception ENC"
    return f"if EEI is filed: license code {one.code} ({authorization}), reporting {one.reports}"


def _is_series_y(item: Item) -> bool:
    eccn = item.eccn
    if eccn is None or not (eccn.is_600_series or eccn.is_9x515):
        return False
    return eccn.paragraph[:1] == ("y",)
