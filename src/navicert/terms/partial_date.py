"""A date of birth as lists give it: a day, a month, a year, about one, or a span of them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from navicert.errors import MalformedDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ABOUT = re.compile(r"^(?:circa|approximately|approx\.?|about|c\.)\s*", re.IGNORECASE)
_SPAN = re.compile(
    r"^(?P<first>.+?)(?:\s+(?:to|-|and)\s+|(?<=\d{4})-(?=\d{4}$))(?P<last>.+)$", re.IGNORECASE
)
_ISO = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_WORDS = re.compile(r"^(?:(\d{1,2})[ .]+)?(?:([A-Za-z]{3})[a-z]*\.?,? +)?(\d{4})$")
_EARLIEST, _LATEST = 1000, 9999
_DECEMBER = 12

_Parts = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which parts may be unknown.

    ``last_year`` closes a span that starts in ``year``, ``last_month`` one within ``year`` that
    starts in ``month``.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False
    last_year: int | None = None
    last_month: int | None = None

    @property
    def months(self) -> range:
        """Every month of ``year`` that it may be; all of them when it is not known."""
        return range(self.month or 1, (self.last_month or self.month or _DECEMBER) + 1)

    @property
    def years(self) -> range:
        """Every year that it may be, before any allowance for "about"."""
        return range(self.year, (self.last_year or self.year) + 1)


def parse(value: str) -> PartialDate:
    """Read a date of which the month and the day may be missing.

    >>> parse("1965-03")
    PartialDate(year=1965, month=3, day=None, about=False, last_year=None, last_month=None)
    >>> format(parse("circa 1965")), format(parse("1965 to 1967"))
    ('about 1965', '1965 to 1967')
    >>> format(parse("01 Jan 1973 to 31 Dec 1973")), format(parse("Mar 1973 to 9 May 1973"))
    ('1973', '1973-03 to 1973-05')
    >>> parse("spring")
    Traceback (most recent call last):
    ...
    navicert.errors.MalformedDate: 'spring' is not a date such as 1965-03-12, 12 Mar 1965 or 1965
    """
    text = " ".join(value.split())
    plain = _ABOUT.sub("", text)
    about = plain != text
    found = _SPAN.match(plain) if _single(plain) is None else None
    first = _single(found["first"] if found else plain)
    last = _single(found["last"]) if found else None
    if first is None or (found and last is None):
        message = f"{value[:40]!r} is not a date such as 1965-03-12, 12 Mar 1965 or 1965"
        raise MalformedDate(message)
    if last is None:
        return PartialDate(*first, about=about)
    low, high = sorted((first, last), key=_first_day)
    return between(_first_day(low), _last_day(high), about=about)


def between(first: date, last: date, *, about: bool = False) -> PartialDate:
    """Give the date that lies between two days, both included, as near as it can be told.

    >>> format(between(date(1962, 11, 23), date(1962, 11, 23)))
    '1962-11-23'
    >>> format(between(date(1960, 2, 1), date(1960, 2, 29)))
    '1960-02'
    >>> format(between(date(1960, 1, 1), date(1962, 12, 31)))
    '1960 to 1962'
    """
    if first == last:
        return PartialDate(first.year, first.month, first.day, about)
    if first.year != last.year:
        return PartialDate(first.year, about=about, last_year=last.year)
    if first.month == last.month:
        return PartialDate(first.year, first.month, about=about)
    if (first.month, last.month) == (1, _DECEMBER):
        return PartialDate(first.year, about=about)
    return PartialDate(first.year, first.month, about=about, last_month=last.month)


def is_valid(value: str) -> bool:
    """Tell whether this can be read.

    >>> is_valid("May 1970"), is_valid("31 Feb 1970")
    (True, False)
    """
    try:
        parse(value)
    except MalformedDate:
        return False
    return True


def format(value: PartialDate) -> str:  # noqa: A001 - the verb that every term has
    """Write it as far as it is known, in the order of ISO 8601.

    >>> format(PartialDate(1965, 3, 12)), format(PartialDate(1965, 3))
    ('1965-03-12', '1965-03')
    """
    parts = (f"{value.year:04}", *(f"{part:02}" for part in (value.month, value.day) if part))
    text = "-".join(parts)
    if value.last_year is not None:
        text = f"{text} to {value.last_year}"
    elif value.last_month is not None:
        text = f"{text} to {value.year:04}-{value.last_month:02}"
    return f"about {text}" if value.about else text


def _first_day(parts: _Parts) -> date:
    year, month, day = parts
    return date(year, month or 1, day or 1)


def _last_day(parts: _Parts) -> date:
    year, month, day = parts[0], parts[1] or _DECEMBER, parts[2]
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _single(text: str) -> _Parts | None:
    if found := _ISO.match(text):
        year, month, day = (int(part) if part else None for part in found.groups())
    elif found := _WORDS.match(text):
        word = (found[2] or "").lower()
        if word and word not in _MONTHS:
            return None
        year, month = int(found[3]), _MONTHS.index(word) + 1 if word else None
        day = int(found[1]) if found[1] else None
    else:
        return None
    return _checked(year, month, day)


def _checked(year: int | None, month: int | None, day: int | None) -> _Parts | None:
    if year is None or not _EARLIEST <= year <= _LATEST or (day and not month):
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return year, month, day
