"""Read the license requirement that a list entry states, to its last word or not at all.

Source: Supplement No. 4 to part 744 as the Consolidated Screening List prints it. Its phrases
repeat with other brackets, spaces and capitals; every phrase that is known is taken out of the
text, and what is left over makes the whole unread: a person reads it then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from navicert.facts.listed_scope import LeftOut, ListedScope, ScopeItems
from navicert.terms import eccn

OIL_PROJECTS = "russian_deepwater_arctic_or_shale_oil_gas"
"""The projects of 746.8(a)(4), and of 746.5 before it: the slug that part 746 asks for too."""

_ECCN = r"\d[a-e]\d{3}(?:\.[a-z0-9]{1,4})*"
_EVERYTHING = re.compile(
    r"^(?:a license is required )?(?:for )?(?:any|all) items? subjects? to the ear\b"
)
_LISTED = re.compile(
    r"^(?:for )?(?:all |any )?items? (?:controlled |listed |specified |that are )*(?:on|in) the "
    r"(?:ccl|commerce control list)\b"
)
_IRAN_SUPPLEMENT = re.compile(
    r"\band (?:ear99 items )?listed in supplement no\. 7 to part 746 of the ear"
)
_NAMED = re.compile(
    rf"^(?:for )?(?:all |any )?items? (?:controlled |classified |specified )*"
    rf"(?:on|in|under|by) eccns? (?P<eccns>{_ECCN}(?:(?:,? and |, or | or |, ){_ECCN})*)"
)
_LEFT_OUT = (
    (
        LeftOut.CONSUMER_ENCRYPTION_BUT_FOR_GOVERNMENTS,
        (
            r"\bor eccn 5a992\.c and 5d992\.c unless for (?:russian|belarusian) \"?government end "
            r"users\"? and (?:russian|belarusian) state-owned enterprises \(soes\) to "
            r"(?:russia|belarus)"
        ),
    ),
    (LeftOut.EAR99_FOOD_OR_MEDICINE, r"\bexcept for food (?:or|and) medicine designated as ear99"),
    (
        LeftOut.STANDARDS_ORGANIZATION,
        (
            r"\bexcept for technology subject to the ear that is designated as ear99, or "
            r"controlled on "
            r"the commerce control list for anti-terrorism reasons only, when released to "
            r"members of a "
            r"\"standards organization\" \(see ?§ ?772\.1\) for the purpose of contributing to the "
            r"revision or development of a \"standard\" \(see ?§ ?772\.1\)"
        ),
    ),
    (
        LeftOut.UAV_UPKEEP_TECHNOLOGY,
        (
            r"\bexcept for ear99-designated technology for the operation, maintenance, or "
            r"repair of "
            r"unmanned aerial vehicles \(uav\) released to this entity by the operator of the uav"
        ),
    ),
    (
        LeftOut.OFAC_GENERAL_LICENSE,
        (
            r"\bapart from items that are related to transactions that are authorized by "
            r"the department "
            r"of the treasury's office of foreign assets control pursuant to general license no\. "
            r"\w+ of \w+ \d{1,2}, \d{4}"
        ),
    ),
    (
        LeftOut.EAR99,
        (
            r"\b(?:except|other than|excluding) (?:for )?(?:those |items )?(?:that are )?"
            r"(?:designated |classified )?(?:as )?ear99(?: items)?"
        ),
    ),
)
_ONLY_WHEN = re.compile(
    r"\bwhen used in projects specified in ?§ ?(?:746\.5|746\.8\(a\)\(4\)) of the ear"
)
_GOV = re.compile(
    r"\bthis license requirement may be overcome by license exception gov under ?§ ?740\.11"
    r"\(b\)\(2\) and \(?e\)?\.?(?: ?\(e\)\.?)?"
)
_WORLDWIDE = re.compile(
    r"\bthe license requirements under this entry also extend to any export, reexport and transfer "
    r"\(in-country\) to the entity wherever located worldwide\b"
)
_CRIMEA = re.compile(
    r"\brussia does not include the \"crimea region of ukraine,?\"?,? as that term is defined in "
    r"section 8\(d\) of e\.o\. 13685\b"
)
_SECTION = r"§*\s*(?:part ?)?§*\s*(?:7\d\d\.\d+(?:\s?\([a-z0-9]+\))*)"
_SEE = re.compile(
    rf"\(?see ?(?:part ?)?{_SECTION}(?:[\s,]*\d?[\s,]*(?:and )?"
    rf"{_SECTION})*\s*\d?\s*of the ear"
)
_FOOTNOTED = re.compile(
    r"\((?:e|g)\),?\s*(?P<one>[1-5])\b(?!\d|\.)|of the ear\.?\)?\.?\s*(?P<two>[1-5])\b"
)
_PLAIN = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u00a0": " "})
_REMAINS = re.compile(r"[^\s().,;:1-5]")


@dataclass(slots=True)
class _Text:
    """A text that gets shorter with every phrase that is understood."""

    left: str

    def take(self, phrase: re.Pattern[str] | str) -> bool:
        """Take a phrase out wherever it stands; tell whether it was there."""
        shorter, times = re.subn(phrase, " ", self.left)
        self.left = re.sub(r"\s+", " ", shorter).strip()
        return bool(times)


@lru_cache(maxsize=1024)
def read(text: str) -> ListedScope | None:
    """Read a license requirement; None when the entry states none.

    >>> read("For all items subject to the EAR. (See §744.11 of the EAR)").items.value
    'all'
    >>> read("For crude oil only").items.value
    'unread'
    """
    plain = " ".join(text.translate(_PLAIN).casefold().split()).replace("744.2l", "744.21")
    if not plain:
        return None
    footnotes, sections = _footnotes(plain), _sections(plain)
    rest = _Text(plain)
    left_out = frozenset(slug for slug, phrase in _LEFT_OUT if rest.take(phrase))
    only_when = OIL_PROJECTS if rest.take(_ONLY_WHEN) else ""
    exceptions = frozenset({"GOV"}) if rest.take(_GOV) else frozenset[str]()
    for phrase in (_WORLDWIDE, _CRIMEA, _SEE):
        rest.take(phrase)
    items, entries = _items(rest)
    if _REMAINS.search(rest.left):
        return ListedScope(ScopeItems.UNREAD, footnotes=footnotes, sections=sections)
    return ListedScope(items, entries, left_out, only_when, footnotes, sections, exceptions)


def _items(rest: _Text) -> tuple[ScopeItems, tuple[eccn.Eccn, ...]]:
    if rest.take(_EVERYTHING):
        return ScopeItems.ALL, ()
    if named := _NAMED.match(rest.left):
        rest.take(_NAMED)
        return ScopeItems.ENTRIES, tuple(map(eccn.parse, re.findall(_ECCN, named["eccns"])))
    if rest.take(_LISTED):
        iran = rest.take(_IRAN_SUPPLEMENT)
        return (ScopeItems.CCL_AND_IRAN_SUPPLEMENT if iran else ScopeItems.CCL), ()
    return ScopeItems.UNREAD, ()


def _footnotes(plain: str) -> frozenset[int]:
    """Give the numbers that stand raised behind a section or at the end."""
    found = (one["one"] or one["two"] for one in _FOOTNOTED.finditer(plain))
    return frozenset(map(int, found))


def _sections(plain: str) -> tuple[str, ...]:
    found = re.findall(r"7\d\d\.\d+(?:\([a-z0-9]+\))*", plain)
    return tuple(dict.fromkeys(found))
