"""The special conditions for STA: sentences that take destinations or paragraphs away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.control_list.references import NotAList, parse
from tools.control_list.scopes import own_paths

_SEE = r" ?\([Ss]ee [Ss]upplement [Nn]o\. ?1 to part 740 of the EAR\)"
_GROUPS = (
    r",? to any of the destinations listed in Country Group "
    rf"(?P<group>A:5 or A:6|A:6)(?:{_SEE})?\.?"
)
_THING = r"(?:any |the )?(?:items?|commodity|commodities|“?software”?|“?technology”?)"
_SENTENCES = (
    (
        r"Paragraph \(c\)\((?P<paragraph>[12])\) of License Exception STA \(§ 740\.20\(c\)\([12]\)"
        r"(?: of the EAR\)|\) of the EAR) may not be used "
        rf"(?:for|to ship) (?:{_THING} in )?(?:this (?:entry|ECCN )|ECCN )?(?P<list>.*?)"
        r"(?P<unless>,? unless determined by BIS to be eligible for License Exception STA in "
        r"accordance with § 740\.20\(g\) \([^)]*\))?\.(?= \(2\)| License|$)"
    ),
    (
        rf"License Exception STA may not be used (?:to ship(?: or transmit)?|for) "
        rf"(?:{_THING})? ?(?:in |specified in |for )?(?P<list>.*?){_GROUPS}(?= License|$)"
    ),
)
_ENTIRE = re.compile(r"(?:(?:this )?(?:entry|ECCN)|(?:ECCN )?(?P<eccn>\d[A-E]\d{3})|)(?: entry)?")
_SCOPES = {"A:5 or A:6": "a5_a6", "A:6": "a6"}


@dataclass(frozen=True, slots=True)
class StaLine:
    """One line; the last of an entry allows what no earlier one took away."""

    verdict: str
    paragraphs: str = ""
    except_paragraphs: str = ""
    unless: str = ""
    only_to: str = ""


def sta_lines(eccn: str, text: str) -> list[StaLine]:
    """Read the special conditions; raise NotAList when a sentence says more.

    >>> said = (
    ...     "Paragraph (c)(2) of License Exception STA (§ 740.20(c)(2) of the EAR) "
    ...     "may not be used for any item in 3A611."
    ... )
    >>> [(x.verdict, x.only_to) for x in sta_lines("3A611", said)]
    [('no', 'a6'), ('yes', '')]
    """
    rest = re.sub(r"^\(1\) |(?<=\. )\(2\) ", "", text.strip())
    lines: list[StaLine] = []
    while rest:
        for pattern in _SENTENCES:
            found = re.match(pattern, rest, re.IGNORECASE)
            if found:
                lines.append(_line(eccn, found))
                rest = rest[found.end() :].strip()
                break
        else:
            raise NotAList(rest[:60])
    return [*lines, StaLine("yes")]


def _line(eccn: str, found: re.Match[str]) -> StaLine:
    groups = found.groupdict()
    only_to = {"1": "a5", "2": "a6"}.get(groups.get("paragraph") or "") or _SCOPES[groups["group"]]
    unless = "sta_740_20_g_eligible" if groups.get("unless") else ""
    whole = _ENTIRE.fullmatch(groups["list"].strip().rstrip(","))
    if whole:
        if whole["eccn"] not in {None, eccn}:
            raise NotAList(f"{whole['eccn']} is not {eccn}")
        return StaLine("no", unless=unless, only_to=only_to)
    paragraphs, excepted = own_paths(parse(groups["list"], eccn, ()), eccn)
    return StaLine("no", paragraphs, excepted, unless, only_to)
