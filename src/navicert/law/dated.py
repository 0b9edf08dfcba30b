"""Values with their days: what held on a day, since when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from navicert.errors import LawNotCovered

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """One value from ``since`` on; a temporary one must be looked at again by ``review_by``."""

    since: date
    value: T
    citation: str
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """The values of one thing over time, oldest first; ``name`` says what it is.

    >>> stayed = Value(date(2025, 11, 10), "stayed", "90 FR 50857", date(2026, 11, 9))
    >>> rule = Dated("stay", (stayed,))
    >>> rule.at(date(2026, 1, 1)).value
    'stayed'
    >>> rule.at(date(2025, 1, 1))
    Traceback (most recent call last):
    ...
    navicert.errors.LawNotCovered: stay: nobody verified it for 2025-01-01; the first value is \
of 2025-11-10
    >>> rule.at(date(2026, 11, 10))
    Traceback (most recent call last):
    ...
    navicert.errors.LawNotCovered: stay: the value of 2025-11-10 (90 FR 50857) had to be looked \
at again by 2026-11-09; what holds on 2026-11-10 is not known
    """

    name: str
    values: tuple[Value[T], ...]

    def at(self, day: date) -> Value[T]:
        """Give the value that holds on a day, or raise LawNotCovered; never guess."""
        found: Value[T] | None = None
        for value in self.values:
            if value.since > day:
                break
            found = value
        if found is None:
            first = f"; the first value is of {self.values[0].since}" if self.values else ""
            message = f"{self.name}: nobody verified it for {day}{first}"
            raise LawNotCovered(message)
        if found.review_by is not None and day > found.review_by:
            message = (
                f"{self.name}: the value of {found.since} ({found.citation}) had to be looked at "
                f"again by {found.review_by}; what holds on {day} is not known"
            )
            raise LawNotCovered(message)
        return found


def dated(name: str, values: Iterable[Value[T]]) -> Dated[T]:
    """Put values in order of their days."""
    return Dated(name, tuple(sorted(values, key=lambda value: value.since)))
