"""What the right cell of a control row says: a column of the Country Chart, or destinations."""

from __future__ import annotations

import re
from dataclasses import dataclass

COLUMN_CITATIONS = {
    "CB1": "742.2(a)(1)",
    "CB2": "742.2(a)(2)",
    "CB3": "742.2(a)(3)",
    "NP1": "742.3(a)(1)",
    "NP2": "742.3(a)(2)",
    "NS1": "742.4(a)(1)",
    "NS2": "742.4(a)(2)",
    "MT1": "742.5(a)(1)",
    "RS1": "742.6(a)(1)",
    "RS2": "742.6(a)(4)",
    "FC1": "742.17(a)",
    "CC1": "742.7(a)(1)",
    "CC2": "742.7(a)(2)",
    "CC3": "742.7(a)(3)",
    "AT1": "742.8; 742.9; 742.19",
    "AT2": "742.8; 742.19",
}
_SECTION = r"§§? (?P<section>742\.\d+(?:\([a-zA-Z0-9]+\))*)"
_SEE = rf"[.,]? ?\(?[Ss]ee {_SECTION}.*"
_NOTE = r"(?: Note.*)?"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row requires a license, and how the requirement is cited in short."""

    columns: str
    destinations: str
    label: str
    citation: str


def column(name: str) -> Place:
    """Give the place that a column of the chart stands for."""
    return Place(name, "", name, COLUMN_CITATIONS[name])


def off_chart(reason: str, destinations: str, section: str) -> Place:
    """Give a place that the chart does not show."""
    return Place("", destinations, f"{reason}:{section}", section)


_BY_SECTION = (
    (re.compile(rf"China, Russia,? or Venezuela \(see {_SECTION}\)\.?"), "cn_ru_ve"),
    (re.compile(rf"Worldwide control\. See {_SECTION} .*"), "world"),
    (re.compile(rf"To or within any destination worldwide{_SEE}"), "world"),
    (re.compile(rf"Worldwide{_SEE}"), "world_not_a5_a6"),
    (
        re.compile(
            r"To or within Macau or a destination specified in Country Group D:5 of supplement "
            rf"no\. 1 to part 740 of the EAR{_SEE}"
        ),
        "macau_d5",
    ),
    (
        re.compile(
            r"To or within (?:the United Arab Emirates or )?destinations specified in Country "
            r"Groups D:1, D:4, and D:5 of supplement no\. 1 to part 740 of the EAR, excluding any "
            rf"destination also specified in Country Groups A:5 or A:6{_SEE}"
        ),
        "uae_d1_d4_d5_not_a5_a6",
    ),
    (
        re.compile(rf"A license is required for all destinations, as specified in {_SECTION}.*"),
        "world",
    ),
    (re.compile(rf"Refer to {_SECTION} of the EAR\.{_NOTE}"), "world_except_ca"),
    (
        re.compile(rf"See {_SECTION} of the EAR for additional information\."),
        "world_except_au_ca_gb",
    ),
)
_ANYWHERE = ".*regional stability reasons.*"
_FIXED = (
    (
        re.compile(r"See § (746\.1|764\.1)(\(b\))? ?(of the EAR )?for UN controls\.?"),
        (("un_arms_embargoed", "746.1(b)"),),
    ),
    (re.compile(r"See § 746\.8 for specific license requirements.*"), (("refer_746_8", "746.8"),)),
    (
        re.compile(rf".*to Iraq or Pakistan or {_ANYWHERE}"),
        (("iraq", "742.6(a)(5)"), ("pakistan", "742.6(a)(12)")),
    ),
    (re.compile(rf".*to Pakistan or {_ANYWHERE}"), (("pakistan", "742.6(a)(12)"),)),
    (re.compile(rf".*to Iraq (or|and) {_ANYWHERE}"), (("iraq", "742.6(a)(5)"),)),
    (
        re.compile(r"A license is required for .*to North Korea for anti-terrorism reasons.*"),
        (("kp", "742.19"),),
    ),
    (
        re.compile(r"A license is required for ALL destinations, except Canada, .*"),
        (("world_except_ca", "742.7(a)(5)"),),
    ),
)


def places(cell: str, reason: str) -> tuple[Place, ...] | None:
    """Read the right cell; None when no pattern fits.

    >>> places("NS Column 2.", "NS")[0].columns
    'NS2'
    >>> places("Worldwide control. See § 742.4(a)(5) and (b)(10) of the EAR.", "NS")[0].label
    'NS:742.4(a)(5)'
    """
    plain = re.fullmatch(r"(?:([A-Z]{2}) )?Column (\d)\.?", cell)
    if plain and (plain[1] or reason) == reason:
        return (column(f"{reason}{plain[2]}"),)
    for pattern, destinations in _BY_SECTION:
        found = pattern.fullmatch(cell)
        if found:
            return (off_chart(reason, destinations, found["section"]),)
    for pattern, pairs in _FIXED:
        if pattern.fullmatch(cell):
            return tuple(off_chart(reason, *pair) for pair in pairs)
    return None
