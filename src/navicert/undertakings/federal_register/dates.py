"""Days and terms as orders write them: "August 1, 2022", "24th day of June, 2022", "ten (10)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from navicert.terms.day import years_after

_MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_WORDS.split(), 1)},
    "twenty-five": 25,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
    "one hundred eighty": 180,
    "one hundred and eighty": 180,
}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:day of )?{_MONTH},? \d{{4}})"
)
"""A day in words, as part of a pattern."""

_FIRST_MONTH = re.compile(rf"({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ?(\d{{4}})")
_FIRST_DAY = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)? (?:day of )?({_MONTH}),? (\d{{4}})")
_FIGURES = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{2,4})")
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
TERM = rf"{_COUNT}(?:[- ]?\(\d{{1,3}}\))?[- ](?:calendar )?(?:years?|months?|days?)"
"""A term in words, as part of a pattern."""

_TERM = re.compile(
    rf"({_COUNT})(?:[- ]?\((\d{{1,3}})\))?[- ](?:calendar )?(year|month|day)s?", re.IGNORECASE
)


def parse(text: str) -> date | None:
    """Read the first day in words; None when there is none, or the calendar has no such day.

    >>> parse("on August 1, 2022, in"), parse("this 24th day of June, 2022"), parse("June 31, 2022")
    (datetime.date(2022, 8, 1), datetime.date(2022, 6, 24), None)
    """
    if found := _FIRST_MONTH.search(text):
        return _day(int(found[3]), _MONTHS[found[1][:3].lower()], int(found[2]))
    if found := _FIRST_DAY.search(text):
        return _day(int(found[3]), _MONTHS[found[2][:3].lower()], int(found[1]))
    return None


def parse_figures(text: str) -> date | None:
    """Read a day as the last line of a document has it: month, day, year.

    >>> parse_figures("Filed 12-16-25; 8:45 am")
    datetime.date(2025, 12, 16)
    """
    found = _FIGURES.search(text)
    if found is None:
        return None
    year = int(found[3])
    century = 0 if year > 99 else 1900 if year >= 70 else 2000  # noqa: PLR2004 - two figures
    return _day(century + year, int(found[1]), int(found[2]))


def after(day: date, term: str) -> date | None:
    """Give the day that lies a term after another; None for a term that is not understood.

    >>> after(date(2022, 4, 7), "180 days"), after(date(2022, 8, 1), "ten (10) years")
    (datetime.date(2022, 10, 4), datetime.date(2032, 8, 1))
    >>> after(date(2024, 2, 29), "six hundred winters") is None
    True
    """
    found = _TERM.search(term)
    if found is None:
        return None
    count = _count(found[1], found[2])
    if count is None:
        return None
    if found[3].lower() == "day":
        return day + timedelta(days=count)
    return years_after(day, count) if found[3].lower() == "year" else None


def _count(word: str, figures: str | None) -> int | None:
    """Give the number; None where the word and the figures beside it say different numbers."""
    one = int(word) if word.isdigit() else _NUMBERS.get(word.lower())
    return one if one is not None and figures in {None, str(one)} else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
