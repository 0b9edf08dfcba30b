"""Which classifications a restriction or a paragraph of part 740 names."""

from __future__ import annotations

from navicert.law.tables.exception_reach import Reach
from navicert.rules.classification.coverage import within_any
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse


def listed(reach: Reach, eccn: Eccn) -> Truth:
    """Tell whether a reach names a classification, by entry, by series or as EAR99."""
    if eccn.is_ear99:
        return parse(reach.ear99)
    if any(_in_series(eccn, series) for series in reach.series):
        return Truth.YES
    return within_any(eccn, reach.eccns) if eccn.symbol in reach.symbols else Truth.NO


def _in_series(eccn: Eccn, series: str) -> bool:
    members = {
        "600": eccn.is_600_series,
        "9x515": eccn.is_9x515,
        "0x5zz": eccn.symbol[0] == "0" and eccn.symbol[2] == "5",
        "0Y521": eccn.symbol[0] == "0" and eccn.symbol[2:] == "521",
    }
    return members[series]
