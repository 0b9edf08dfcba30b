"""Days: ISO 8601 calendar dates, without a clock and without a time zone."""

from __future__ import annotations

import re
from datetime import date, datetime

from navicert.errors import MalformedDate

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse(value: object) -> date:
    """Read a day.

    >>> parse("2018-04-15")
    datetime.date(2018, 4, 15)
    >>> parse("15/04/2018")
    Traceback (most recent call last):
    ...
    navicert.errors.MalformedDate: '15/04/2018' is not an ISO 8601 date: write it as 2018-04-15
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    try:
        return date.fromisoformat(text if _FORM.fullmatch(text) else "")
    except ValueError:
        message = f"{text[:40]!r} is not an ISO 8601 date: write it as 2018-04-15"
        raise MalformedDate(message) from None


def is_valid(value: object) -> bool:
    """Tell whether this can be read as a day.

    >>> is_valid("2024-02-29"), is_valid("2023-02-29")
    (True, False)
    """
    try:
        parse(value)
    except MalformedDate:
        return False
    return True


def format(day: date) -> str:  # noqa: A001 - the verb that every term has
    """Write a day.

    >>> format(date(2018, 4, 15))
    '2018-04-15'
    """
    return day.isoformat()


def years_after(day: date, years: int) -> date:
    """Give the same day years later; 29 February becomes 28 February.

    >>> years_after(date(2024, 2, 29), 5)
    datetime.date(2029, 2, 28)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=day.day - 1)


_YEAR = "January February March April May June July August September October November December"
_MONTHS = tuple(_YEAR.split())


def written_out(day: date) -> str:
    """Write a day as letters have it.

    >>> written_out(date(2026, 9, 1))
    'September 1, 2026'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
