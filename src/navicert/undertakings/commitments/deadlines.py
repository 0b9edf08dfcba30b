"""The days on which a commitment is due, each with how it was computed.

Calendar days unless the instrument says business days. What must be done before something else
moves to an earlier business day only, never to a later one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navicert.errors import DayOutOfReach
from navicert.undertakings.commitments import business_days, reckoning
from navicert.undertakings.commitments.commitment import (
    ANCHOR_NAMES,
    After,
    Anchor,
    Before,
    Commitment,
    DayNotKnown,
    OnClosedDay,
    OnDay,
    Period,
    Rhythm,
    Throughout,
    Unit,
)

MOST_TIMES = 1_000
"""Of one commitment; a report a week for nineteen years."""

_IN_MONTHS = frozenset({Unit.MONTHS, Unit.YEARS})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a commitment is due.

    ``day`` is None while it cannot be known; ``how`` says how it was computed, or why it cannot.
    ``act_by`` is the last business day on or before it. ``number`` counts from 1; 0 means once.
    """

    commitment: Commitment
    day: date | None
    how: str
    number: int = 0

    @property
    def id(self) -> str:
        """The id by which it is marked as done: that of the commitment, and its number."""
        return f"{self.commitment.id}/{self.number}" if self.number else self.commitment.id

    @property
    def act_by(self) -> date | None:
        """The last day on which an office is open; never after the deadline."""
        return None if self.day is None else business_days.not_later(self.day)

    @property
    def title(self) -> str:
        """What is owed, with its number where there are several."""
        title = self.commitment.title
        return f"{title} ({self.number})" if self.number else title


def occurrences(
    commitment: Commitment, known: Mapping[str, date], rule: OnClosedDay
) -> tuple[Occurrence, ...]:
    """Give every time that it is due; ``known`` has the days of events and of what is done."""
    if commitment.rhythm is None:
        return (_once(commitment, known, rule),)
    return _often(commitment, commitment.rhythm, known, rule)


def _once(commitment: Commitment, known: Mapping[str, date], rule: OnClosedDay) -> Occurrence:
    day = _nominal(commitment, known, 0)
    return Occurrence(commitment, _settled(commitment, day, rule), _how(commitment, known))


def _often(
    commitment: Commitment, rhythm: Rhythm, known: Mapping[str, date], rule: OnClosedDay
) -> tuple[Occurrence, ...]:
    how = _how(commitment, known)
    told = f"{how}, then every {rhythm.every}" if rhythm.every else how
    days = _rhythmic(commitment, rhythm, known)
    found = [
        Occurrence(commitment, _settled(commitment, day, rule), told if number > 1 else how, number)
        for number, day in enumerate(days, start=1)
    ]
    return tuple(found) or (Occurrence(commitment, None, how, 1),)


def _rhythmic(
    commitment: Commitment, rhythm: Rhythm, known: Mapping[str, date]
) -> Iterator[date | None]:
    """Give the days in their order, before any weekend or holiday is looked at."""
    day: date | None = None
    for position in range(rhythm.count or MOST_TIMES + 1):
        if position >= MOST_TIMES:
            message = f"{commitment.id}: more than {MOST_TIMES:,} times until {rhythm.until}"
            raise DayOutOfReach(message)
        if day and rhythm.every and rhythm.every.unit is Unit.BUSINESS_DAYS:
            day = reckoning.after(day, rhythm.every)  # from the one before: less to count
        else:
            day = _nominal(commitment, known, position)
        if rhythm.until is not None and (day is None or day > rhythm.until):
            return
        yield day


def _nominal(commitment: Commitment, known: Mapping[str, date], position: int) -> date | None:
    """Compute the day of one occurrence, before any weekend or holiday is looked at."""
    when = commitment.when
    every = commitment.rhythm.every if commitment.rhythm and position else None
    if isinstance(when, OnDay):
        return _later(when.day, every, position)
    if isinstance(when, After | Before):
        anchor = _day_of(when.anchor, known)
        if anchor is None:
            return None
        if isinstance(when, Before):
            return _later(reckoning.before(anchor, when.period), every, position)
        return _after(anchor, when.period, every, position)
    return None


def _after(anchor: date, first: Period, every: Period | None, position: int) -> date:
    """Count months from the anchor, so that the 31st comes back after a February."""
    if every is not None and {first.unit, every.unit} <= _IN_MONTHS:
        months = _months(first) + _months(every) * position
        return reckoning.after(anchor, Period(months, Unit.MONTHS))
    return _later(reckoning.after(anchor, first), every, position)


def _later(day: date, every: Period | None, position: int) -> date:
    return day if every is None else reckoning.after(day, reckoning.times(every, position))


def _months(period: Period) -> int:
    return period.count * 12 if period.unit is Unit.YEARS else period.count


def _day_of(anchor: Anchor, known: Mapping[str, date]) -> date | None:
    return known.get(anchor) if isinstance(anchor, str) else anchor


def _settled(commitment: Commitment, day: date | None, rule: OnClosedDay) -> date | None:
    if day is None:
        return None
    ahead = isinstance(commitment.when, Before)
    settled = OnClosedDay.PREVIOUS if ahead and rule is OnClosedDay.NEXT else rule
    business_days.not_later(day)  # a day beyond the calendar of holidays is refused here
    return business_days.moved(day, settled)


def _how(commitment: Commitment, known: Mapping[str, date]) -> str:
    when = commitment.when
    if isinstance(when, OnDay):
        return "the day that the instrument states"
    if isinstance(when, Throughout):
        return f"since {when.since}" + (f" until {when.until}" if when.until else "")
    if isinstance(when, DayNotKnown):
        return when.why
    side = "after" if isinstance(when, After) else "before"
    anchor = when.anchor
    day = _day_of(anchor, known)
    if isinstance(anchor, date):
        return f"{when.period} {side} {anchor}"
    name = ANCHOR_NAMES.get(anchor, repr(anchor))
    told = "whose day is not known yet" if day is None else str(day)
    return f"{when.period} {side} {name}, {told}"
