"""What an entry is: controlled here, another agency's, or a pointer elsewhere."""

from __future__ import annotations

from tools.control_list.official import OfficialEntry
from tools.control_list.refused import Refused
from tools.control_list.reviewed import Reviewed, fingerprint

HEADER = ("eccn", "since", "until", "status", "agency", "family", "paragraphs", "citation")
_ITAR = "“subject to the ITAR”"
_ITAR_STOP = "“subject to the ITAR.”"


def row(
    entry: OfficialEntry, since: str, statuses: Reviewed, *, has_rows: bool
) -> dict[str, str] | Refused:
    """Write an entry for the shelf; one without rows or an agency in its heading is reviewed."""
    reviewed = statuses.find(entry.symbol, fingerprint(entry.heading))
    if reviewed:
        status, agency = reviewed[0]["status"], reviewed[0]["agency"]
    elif has_rows:
        status, agency = "controlled", ""
    elif _ITAR in entry.heading or _ITAR_STOP in entry.heading:
        status, agency = "other_agency", "State DDTC"
    else:
        return Refused(f"{entry.symbol} status {fingerprint(entry.heading)}", entry.heading)
    return {
        "eccn": entry.symbol,
        "since": since,
        "until": "",
        "status": status,
        "agency": agency,
        "family": family(entry.symbol),
        "paragraphs": "",
        "citation": f"15 CFR Supp. 1 to 774 ECCN {entry.symbol}",
    }


def family(symbol: str) -> str:
    """Name the family that rules of part 740 and 734 speak of.

    >>> family("9A610"), family("9A515"), family("3A001")
    ('600', '9x515', '')
    """
    if symbol[2] == "6":
        return "600"
    return "9x515" if symbol[0] == "9" and symbol[2:] == "515" else ""
