"""Business days: Monday to Friday without the public holidays of 5 U.S.C. 6103.

The library gives an empty year beyond its reach, which would make every holiday a business day
and a deadline late; such a year is refused instead.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays
from holidays.countries.united_states import US

from navicert.errors import DayOutOfReach
from navicert.undertakings.commitments.commitment import OnClosedDay

FIRST_YEAR, LAST_YEAR = US.start_year, US.end_year
_SATURDAY = 5
_DAY = timedelta(days=1)


def is_business_day(day: date) -> bool:
    """Tell whether federal offices are open.

    >>> is_business_day(date(2026, 7, 2)), is_business_day(date(2026, 7, 3))
    (True, False)
    """
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def after(day: date, count: int) -> date:
    """Give the business day that is so many after a day, which is not counted itself.

    >>> after(date(2026, 7, 2), 1)
    datetime.date(2026, 7, 6)
    """
    return _counted(day, count, _DAY)


def before(day: date, count: int) -> date:
    """Give the business day that is so many before a day, which is not counted itself.

    >>> before(date(2026, 7, 6), 1)
    datetime.date(2026, 7, 2)
    """
    return _counted(day, count, -_DAY)


def not_later(day: date) -> date:
    """Give the day itself, or the last business day before it."""
    while not is_business_day(day):
        day -= _DAY
    return day


def not_earlier(day: date) -> date:
    """Give the day itself, or the first business day after it."""
    while not is_business_day(day):
        day += _DAY
    return day


def moved(day: date, rule: OnClosedDay) -> date:
    """Give the deadline that a computed day becomes under the rule of an instrument.

    >>> moved(date(2018, 7, 8), OnClosedDay.STAYS), moved(date(2018, 7, 8), OnClosedDay.NEXT)
    (datetime.date(2018, 7, 8), datetime.date(2018, 7, 9))
    """
    if rule is OnClosedDay.STAYS:
        return day
    return not_earlier(day) if rule is OnClosedDay.NEXT else not_later(day)


def _counted(day: date, count: int, step: timedelta) -> date:
    while count:
        day += step
        count -= is_business_day(day)
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    """Give the holidays of a year; those of the next that are kept on its 31 December too."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = (
            f"no calendar of US federal holidays for {year}: it reaches from {FIRST_YEAR} to "
            f"{LAST_YEAR}"
        )
        raise DayOutOfReach(message)
    return frozenset(holidays.country_holidays("US", years=year))
