"""A computed day never lands on the wrong side of a deadline, whatever the calendar does."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from navicert.undertakings.commitments import business_days, notices, reckoning
from navicert.undertakings.commitments.commitment import (
    After,
    Before,
    Commitment,
    OnClosedDay,
    Period,
    Rhythm,
    Step,
    Unit,
    When,
)
from navicert.undertakings.commitments.deadlines import Occurrence, occurrences
from navicert.undertakings.commitments.standing import Promises, Status, standings

DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
OF_NOW = st.dates(date(2022, 1, 10), date(2090, 12, 31))
COUNTS = st.integers(1, 400)
UNITS = st.sampled_from([Unit.DAYS, Unit.MONTHS, Unit.BUSINESS_DAYS])
ZONES = st.sampled_from(sorted(zone for zone in available_timezones() if "/" in zone))
RULES = st.sampled_from(OnClosedDay)
DAY = timedelta(days=1)


def owed(when: When, rhythm: Rhythm | None = None) -> Commitment:
    return Commitment("one", "T", "Atlas", "BIS", when, "x", rhythm=rhythm)


def only(when: When, rule: OnClosedDay = OnClosedDay.STAYS) -> Occurrence:
    (found,) = occurrences(owed(when), {}, rule)
    return found


def is_open(day: date) -> bool:
    """The rule of 5 U.S.C. 6103 in words of its own, as it stands since 2022."""
    return day.weekday() < 5 and not any(is_kept(day, year) for year in (day.year, day.year + 1))


def is_kept(day: date, year: int) -> bool:
    fixed = [date(year, *md) for md in ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))]
    moved = {5: -1, 6: 1}  # a Saturday is kept on Friday, a Sunday on Monday
    kept = {one + DAY * moved.get(one.weekday(), 0) for one in fixed}
    kept |= {nth(year, month, 0, n) for month, n in ((1, 3), (2, 3), (5, -1), (9, 1), (10, 2))}
    return day in kept | {nth(year, 11, 3, 4)}


def nth(year: int, month: int, weekday: int, n: int) -> date:
    weeks = calendar.monthcalendar(year, month)
    days = [week[weekday] for week in weeks if week[weekday]]
    return date(year, month, days[n - 1 if n > 0 else n])


@given(DAYS, st.integers(0, 40_000))
def test_days_are_counted_as_the_calendar_has_them(day: date, count: int) -> None:
    assume(day.toordinal() + count <= date(2100, 12, 31).toordinal())
    assert day.toordinal() + count == reckoning.after(day, Period(count, Unit.DAYS)).toordinal()


@given(DAYS, st.integers(1, 120))
def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(day: date, n: int) -> None:
    found = reckoning.after(day, Period(n, Unit.MONTHS))
    months = (found.year - day.year) * 12 + found.month - day.month
    last = calendar.monthrange(found.year, found.month)[1]
    assert n == months
    assert min(day.day, last) == found.day


@given(DAYS, st.integers(1, 60))
def test_months_before_a_day_leave_at_least_those_months(day: date, n: int) -> None:
    early = reckoning.before(day, Period(n, Unit.MONTHS))
    assert day >= reckoning.after(early, Period(n, Unit.MONTHS))


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        (date(2023, 1, 31), Period(1, Unit.MONTHS), date(2023, 2, 28)),
        (date(2024, 1, 31), Period(1, Unit.MONTHS), date(2024, 2, 29)),
        (date(2024, 2, 29), Period(1, Unit.YEARS), date(2025, 2, 28)),
        (date(2024, 2, 29), Period(4, Unit.YEARS), date(2028, 2, 29)),
        (date(2023, 2, 28), Period(1, Unit.MONTHS), date(2023, 3, 28)),
        (date(2018, 6, 8), Period(30, Unit.DAYS), date(2018, 7, 8)),
        (date(2018, 6, 8), Period(60, Unit.DAYS), date(2018, 8, 7)),
        (date(2018, 6, 8), Period(90, Unit.DAYS), date(2018, 9, 6)),
        (date(2024, 2, 1), Period(180, Unit.DAYS), date(2024, 7, 30)),
        (date(2023, 2, 1), Period(180, Unit.DAYS), date(2023, 7, 31)),
        (date(2026, 7, 1), Period(2, Unit.BUSINESS_DAYS), date(2026, 7, 6)),  # 3 July is kept
        (date(2021, 12, 30), Period(1, Unit.BUSINESS_DAYS), date(2022, 1, 3)),  # 31st is kept
        (date(2021, 6, 17), Period(1, Unit.BUSINESS_DAYS), date(2021, 6, 21)),  # Juneteenth
        (date(2020, 6, 18), Period(1, Unit.BUSINESS_DAYS), date(2020, 6, 19)),  # none before 2021
    ],
)
def test_known_days(day: date, period: Period, expected: date) -> None:
    assert expected == reckoning.after(day, period)


def test_the_thirty_first_comes_back_after_february() -> None:
    monthly = Rhythm(Period(1, Unit.MONTHS), count=3)
    when = After(Period(1, Unit.MONTHS), date(2023, 1, 31))
    found = occurrences(owed(when, monthly), {}, OnClosedDay.STAYS)
    expected = [date(2023, 2, 28), date(2023, 3, 31), date(2023, 4, 30)]
    assert expected == [one.day for one in found]
    assert ["one/1", "one/2", "one/3"] == [one.id for one in found]


@given(OF_NOW, COUNTS)
def test_business_days_are_open_and_as_many_as_asked(day: date, count: int) -> None:
    found = business_days.after(day, count)
    between = (day + DAY * n for n in range(1, (found - day).days + 1))
    assert is_open(found)
    assert count == sum(map(is_open, between))
    assert business_days.before(found, count) <= business_days.not_later(day)


@given(DAYS, st.integers(0, 40), COUNTS, st.integers(0, 40))
def test_business_days_never_run_backwards(day: date, later: int, count: int, more: int) -> None:
    assert business_days.after(day, count) <= business_days.after(day + DAY * later, count + more)
    assert business_days.before(day, count + more) <= business_days.before(day, count)
    assert business_days.before(day, count) < day < business_days.after(day, count)


@given(DAYS, COUNTS, UNITS, RULES)
def test_a_deadline_moves_only_as_the_instrument_says(
    day: date, count: int, unit: Unit, rule: OnClosedDay
) -> None:
    plain = reckoning.after(day, Period(count, unit))
    assume(plain.year < 2100)
    found = only(After(Period(count, unit), day), rule)
    assert found.day is not None
    assert found.act_by is not None
    assert found.act_by <= found.day
    if rule is OnClosedDay.STAYS:
        assert plain == found.day
    elif rule is OnClosedDay.NEXT:
        assert plain <= found.day <= plain + DAY * 5
    else:
        assert plain - DAY * 5 <= found.day <= plain


@given(DAYS, COUNTS, UNITS, RULES)
def test_what_must_come_before_a_day_never_comes_too_late(
    day: date, count: int, unit: Unit, rule: OnClosedDay
) -> None:
    found = only(Before(Period(count, unit), day), rule)
    assert found.day is not None
    assert found.day <= reckoning.before(day, Period(count, unit)) < day


@given(st.dates(date(1900, 1, 1), date(2060, 1, 1)), *[st.integers(1, 60), UNITS] * 2)
def test_a_rhythm_only_goes_forward(
    day: date, first: int, unit: Unit, every: int, of: Unit
) -> None:
    rhythm = Rhythm(Period(every, of), count=6)
    when = After(Period(first, unit), day)
    days = [one.day for one in occurrences(owed(when, rhythm), {}, OnClosedDay.STAYS)]
    assert 6 == len(days)
    assert all(a is not None and b is not None and a < b for a, b in pairwise(days))


@given(st.dates(date(2024, 1, 1), date(2090, 1, 1)), st.integers(-400, 400))
def test_reminders_come_on_a_business_day_and_never_late(deadline: date, days: int) -> None:
    planned = notices.planned(deadline, Step(days, ("mailto:a@b.example",)))
    if days > 0:
        assert deadline + DAY * days == planned
    else:
        assert planned <= deadline + DAY * days
        assert is_open(planned)


@given(st.dates(date(1980, 1, 1), date(2090, 1, 1)), st.times(), ZONES, ZONES)
def test_nobody_is_told_that_there_is_time_when_there_is_none(
    day: date, at: time, where: str, asker: str
) -> None:
    """The deadline is the end of a day at one place, however the asker's clock stands."""
    end = datetime.combine(day + DAY, time(), ZoneInfo(where))
    moment = datetime.combine(day, at, ZoneInfo(asker))
    on = reckoning.day_in(where, moment)
    promises = Promises((owed(After(Period(1, Unit.DAYS), day - DAY)),), {})
    (found,) = standings(promises, {}, on)
    is_over = moment.astimezone(UTC) >= end.astimezone(UTC)
    assert (Status.OVERDUE if is_over else Status.DUE) is found.status
    assert reckoning.day_in(where, moment.astimezone(UTC)) == on
