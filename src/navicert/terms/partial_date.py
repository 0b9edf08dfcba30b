"""A date of birth as lists give it: a day, a month, a year, about a year, or a span of years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from navicert.errors import MalformedDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ABOUT = re.compile(r"^(?:circa|approximately|approx\.?|about|c\.)\s*", re.IGNORECASE)
_SPAN = re.compile(r"^(?P<first>.+?)\s+(?:to|-|and)\s+(?P<last>.+)$", re.IGNORECASE)
_ISO = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_WORDS = re.compile(r"^(?:(\d{1,2})[ .]+)?(?:([A-Za-z]{3})[a-z]*\.?,? +)?(\d{4})$")
_EARLIEST, _LATEST = 1000, 9999


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which parts may be unknown; ``last_year`` closes a span that starts in ``year``."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False
    last_year: int | None = None

    @property
    def years(self) -> range:
        """Every year that it may be, before any allowance for "about"."""
        return range(self.year, (self.last_year or self.year) + 1)


def parse(value: str) -> PartialDate:
    """Read a date of which the month and the day may be missing.

    >>> parse("12 Mar 1965"), parse("1965-03")
    (PartialDate(year=1965, month=3, day=12, about=False, last_year=None), \
PartialDate(year=1965, month=3, day=None, about=False, last_year=None))
    >>> format(parse("circa 1965")), format(parse("1965 to 1967"))
    ('about 1965', '1965 to 1967')
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
    low, high = sorted((first[0], last[0]))
    if low == high:
        return PartialDate(low, about=True)
    return PartialDate(low, about=about, last_year=high)


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
    return f"about {text}" if value.about else text


def _single(text: str) -> tuple[int, int | None, int | None] | None:
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


def _checked(
    year: int | None, month: int | None, day: int | None
) -> tuple[int, int | None, int | None] | None:
    if year is None or not _EARLIEST <= year <= _LATEST or (day and not month):
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return year, month, day
