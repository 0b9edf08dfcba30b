"""A commitment: who owes what to whom, by when, how often, and who is told before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.undertakings.basis import Basis


class Unit(StrEnum):
    """In what a period is counted."""

    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    MONTHS = "months"
    YEARS = "years"


class OnClosedDay(StrEnum):
    """What becomes of a deadline on a Saturday, a Sunday or a federal holiday."""

    STAYS = "stays"
    NEXT = "next_business_day"
    PREVIOUS = "previous_business_day"


@dataclass(frozen=True, slots=True)
class Period:
    """So many of a unit; the day from which it is counted is not counted itself."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        """Write it as people say it: ``30 days``, ``1 month``."""
        word = self.unit.value.replace("_", " ")
        return f"{self.count} {word.removesuffix('s') if self.count == 1 else word}"


Anchor = date | str
"""From where a period is counted: a day, or the id of an event or of a commitment."""


SIGNED = "instrument"
DENIAL_END = "denial-end"
"""Anchors that every instrument has: its own day, and the last stated end of its denial."""

ANCHOR_NAMES: Mapping[str, str] = {
    SIGNED: "the day of the instrument",
    DENIAL_END: "the stated end of the denial",
}


@dataclass(frozen=True, slots=True)
class OnDay:
    """Due on a day that the instrument states."""

    day: date


@dataclass(frozen=True, slots=True)
class After:
    """Due within a period after the anchor."""

    period: Period
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Before:
    """Due a period before the anchor at the latest."""

    period: Period
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Throughout:
    """Owed all the time between two days, both included; an open end is None."""

    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class DayNotKnown:
    """Owed by a day that nobody knows; ``why`` says what would have to be read."""

    why: str


When = OnDay | After | Before | Throughout | DayNotKnown


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often; ``every`` is None where only the number is known, ``until`` is included."""

    every: Period | None
    count: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Who is told when: ``days`` is negative before the deadline, 0 on it, positive after it."""

    days: int
    tell: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise; ``owner`` is the person in the house who answers for it.

    ``check`` names the check of evidence that must pass before it counts as done, ``penalty`` the
    penalty of the same instrument whose state says whether it was.
    """

    id: str
    title: str
    owed_by: str
    owed_to: str
    when: When
    citation: str
    basis: Basis = Basis.RECORD
    rhythm: Rhythm | None = None
    depends_on: tuple[str, ...] = ()
    owner: str = ""
    check: str = ""
    penalty: str = ""
    escalation: tuple[Step, ...] = ()
    note: str = ""

    @property
    def after_commitments(self) -> tuple[str, ...]:
        """Every id that it waits for or is counted from; some may be ids of events."""
        anchor = self.when.anchor if isinstance(self.when, After | Before) else ""
        return (*self.depends_on, *((anchor,) if isinstance(anchor, str) and anchor else ()))
