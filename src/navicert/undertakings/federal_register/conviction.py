"""The conviction that an order under 15 CFR 766.25 rests on: the day, the statutes, and who."""

from __future__ import annotations

import re

from navicert.undertakings.federal_register import dates
from navicert.undertakings.federal_register.notice import Conviction
from navicert.undertakings.federal_register.page import Paragraph
from navicert.undertakings.federal_register.persons import bare
from navicert.undertakings.federal_register.vocabulary import vocabulary

_SENTENCE = re.compile(
    rf"\bOn (?:or about )?(?P<day>{dates.DAY}),? .{{0,400}}?\b"
    r"(?:(?:was|were) (?:convicted|found guilty)|pled guilty|pleaded guilty)\b(?P<rest>.{0,900})"
)
_ENDS = re.compile(
    r" ?\. (?:Specifically|As a result|With respect|On |Pursuant|The Court|[A-Z][a-z]+ was)"
)
_CODE = re.compile(
    r"\b(\d{1,2}) U\.? ?S\.? ?C\.?(?: (?:App\.?|app\.?))? ?(?:§{1,2}|[Ss]ections?|[Ss]ec\.)? ?"
    r"(\d{1,5}[a-z]{0,2}(?:-\d{1,3})?)((?: ?\((?!\d{4})[A-Za-z0-9]{1,4}\)){0,6})"
    r"((?:,? (?:and )?(?:§ ?)?\d{3,5}[a-z]?(?: ?\((?!\d{4})[A-Za-z0-9]{1,4}\)){0,6}(?! ?U\.)){0,6})"
)
_ALSO = re.compile(r"(\d{3,5}[a-z]?)((?: ?\((?!\d{4})[A-Za-z0-9]{1,4}\)){0,6})")
_WHO = re.compile(
    r"Court\b[^,]{0,120}, (?:[^,]{0,60}District[^,]{0,60}, )?(.{2,160}?),?"
    r" (?:was|were|pled|pleaded) "
)
MOST = 40


def convictions_in(paragraphs: tuple[Paragraph, ...]) -> tuple[Conviction, ...]:
    """Read every sentence that says on which day who was convicted of violating what."""
    found: list[Conviction] = []
    for paragraph in paragraphs[:400]:
        match = _SENTENCE.search(paragraph.text)
        if match is not None and len(found) < MOST:
            said = _ENDS.split(match["rest"], maxsplit=1)[0]
            who = _WHO.search(match[0])
            name = bare(who[1]) if who else ""
            day = dates.parse(match["day"])
            found.append(Conviction(day, statutes_in(said), name, paragraph.line))
    return tuple(found)


def statutes_in(text: str) -> tuple[str, ...]:
    """Give the statutes by title and section; by name where the text gives no section.

    >>> statutes_in("violating 18 U.S.C. 371 and Section 38 of the AECA (22 U.S.C. 2778)")
    ('18 U.S.C. 371', '22 U.S.C. 2778')
    >>> statutes_in("violating 18 U.S.C. 371, 554 (a) and the Arms Export Control Act")
    ('18 U.S.C. 371', '18 U.S.C. 554(a)')
    """
    found: list[str] = []
    for title, section, paragraph, more in _CODE.findall(text):
        found.append(f"{title} U.S.C. {section}{paragraph.replace(' ', '')}")
        for also, of_it in _ALSO.findall(more):
            found.append(f"{title} U.S.C. {also}{of_it.replace(' ', '')}")
    if not found:
        found = [name for name in vocabulary().acts if name in text]
    return tuple(dict.fromkeys(found))
