"""Days, months and years after or before a day; the calendar day where somebody stands."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from navicert.errors import DayOutOfReach
from navicert.undertakings.commitments import business_days
from navicert.undertakings.commitments.commitment import Period, Unit

_MONTHS = 12


def after(day: date, period: Period) -> date:
    """Give the last day of a period that runs from a day.

    A month without that day ends on its last day, so never later than the month itself does.

    >>> after(date(2023, 1, 31), Period(1, Unit.MONTHS))
    datetime.date(2023, 2, 28)
    >>> after(date(2018, 6, 8), Period(60, Unit.DAYS))
    datetime.date(2018, 8, 7)
    """
    return _moved(day, period, 1)


def before(day: date, period: Period) -> date:
    """Give the last day that is a whole period before a day.

    >>> before(date(2018, 8, 1), Period(20, Unit.DAYS))
    datetime.date(2018, 7, 12)
    """
    return _moved(day, period, -1)


def times(period: Period, count: int) -> Period:
    """Give a period that is so many times as long."""
    return Period(period.count * count, period.unit)


def day_in(zone: str, moment: datetime) -> date:
    """Give the calendar day at a place at a moment.

    >>> from datetime import UTC
    >>> day_in("America/New_York", datetime(2018, 7, 9, 3, 59, tzinfo=UTC))
    datetime.date(2018, 7, 8)
    """
    return moment.astimezone(ZoneInfo(zone)).date()


def _moved(day: date, period: Period, sign: int) -> date:
    count = period.count
    try:
        if period.unit is Unit.BUSINESS_DAYS:
            count_of = business_days.after if sign > 0 else business_days.before
            return count_of(day, count)
        if period.unit is Unit.DAYS:
            return day + timedelta(days=sign * count)
        months = count * _MONTHS if period.unit is Unit.YEARS else count
        return _months_on(day, sign * months)
    except (OverflowError, ValueError) as beyond:
        if isinstance(beyond, DayOutOfReach):
            raise
        message = f"{period} from {day} on: no calendar reaches that day"
        raise DayOutOfReach(message) from None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
