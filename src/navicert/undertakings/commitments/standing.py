"""How each commitment stands on a day: done, overdue, due, later, waiting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from navicert.undertakings.commitments.commitment import Commitment, OnClosedDay, Throughout
from navicert.undertakings.commitments.deadlines import Occurrence, occurrences

SOON = 30
"""Days ahead that people look, where they do not say how many."""


class Status(StrEnum):
    """How one occurrence stands; the gravest first."""

    OVERDUE = "overdue"
    DUE = "due"
    WAITING = "waiting"
    LATER = "later"
    DAY_NOT_KNOWN = "day_not_known"
    CONTINUING = "continuing"
    ENDED = "ended"
    DONE = "done"
    SUPERSEDED = "superseded"


OPEN = frozenset({Status.OVERDUE, Status.DUE, Status.WAITING, Status.LATER, Status.DAY_NOT_KNOWN})


@dataclass(frozen=True, slots=True)
class Done:
    """That an occurrence was done: on which day, and who says so."""

    day: date
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Superseded:
    """By which instrument another was superseded, from which day, and where that stands."""

    by: str
    day: date
    citation: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One occurrence on a day.

    ``days_left`` is negative after the deadline, None where there is none; ``waits_for`` are the
    ids that must be done before it. ``superseded`` says what closed it while it was open.
    """

    occurrence: Occurrence
    status: Status
    days_left: int | None = None
    waits_for: tuple[str, ...] = ()
    done: Done | None = None
    superseded: Superseded | None = None

    @property
    def is_late(self) -> bool:
        """Whether it was done after its deadline."""
        day = self.occurrence.day
        return self.done is not None and day is not None and self.done.day > day


@dataclass(frozen=True, slots=True)
class Promises:
    """The commitments of one instrument, with what their days are counted from.

    ``kept`` are those that the instrument itself says are done, by the id of the commitment.
    """

    commitments: tuple[Commitment, ...]
    events: Mapping[str, date]
    rule: OnClosedDay = OnClosedDay.STAYS
    kept: Mapping[str, Done] = field(default_factory=dict)
    superseded: Superseded | None = None


def standings(
    promises: Promises, done: Mapping[str, Done], on: date, within: int = SOON
) -> tuple[Standing, ...]:
    """Give every occurrence as it stands at the end of a day, in the order of the instrument.

    ``done`` holds what was done, by the id of the occurrence; what was done later is left out.
    Of a commitment that is bound to a penalty, only the penalty says whether it was done.
    """
    bound = {one.id for one in promises.commitments if one.penalty}
    marked = {name: one for name, one in done.items() if name not in bound}
    until = {name: one for name, one in {**marked, **promises.kept}.items() if one.day <= on}
    each = expected(promises, until)
    finished = frozenset(
        commitment.id
        for commitment, times in zip(promises.commitments, each, strict=True)
        if all(one.id in until for one in times)
    )
    over = promises.superseded
    closed = over if over is not None and over.day <= on else None
    look = _Look(on, within, finished, until, closed)
    return tuple(look.at(one) for times in each for one in times)


def expected(promises: Promises, done: Mapping[str, Done]) -> tuple[tuple[Occurrence, ...], ...]:
    """Give the occurrences of each commitment; the days of those done count for the others."""
    known = dict(promises.events)
    for commitment in _in_order(promises.commitments):
        times = occurrences(commitment, known, promises.rule)
        if all(one.id in done for one in times):
            known[commitment.id] = max(done[one.id].day for one in times)
    return tuple(occurrences(one, known, promises.rule) for one in promises.commitments)


def _in_order(commitments: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Put each behind those that it waits for; there is no circle, as the reader saw to."""
    left, placed = list(commitments), []
    while left:
        names = {one.id for one in left}
        ready = [one for one in left if not names & set(one.after_commitments)]
        placed += ready
        left = [one for one in left if one not in ready]
    return tuple(placed)


@dataclass(frozen=True, slots=True)
class _Look:
    """A day, and what was done until then."""

    on: date
    within: int
    finished: frozenset[str]
    done: Mapping[str, Done]
    closed: Superseded | None = None

    def at(self, one: Occurrence) -> Standing:
        waits = tuple(name for name in one.commitment.depends_on if name not in self.finished)
        left = None if one.day is None else (one.day - self.on).days
        if one.id in self.done:
            return Standing(one, Status.DONE, left, done=self.done[one.id])
        status = self._status(one, left, waits)
        if self.closed is not None and status is not Status.ENDED:
            return Standing(one, Status.SUPERSEDED, None, superseded=self.closed)
        return Standing(one, status, left, waits)

    def _status(self, one: Occurrence, left: int | None, waits: tuple[str, ...]) -> Status:
        when = one.commitment.when
        if isinstance(when, Throughout):
            ended = when.until is not None and self.on > when.until
            return Status.ENDED if ended else Status.CONTINUING
        if waits:
            return Status.WAITING
        if left is None:
            return Status.DAY_NOT_KNOWN
        if left < 0:
            return Status.OVERDUE
        return Status.DUE if left <= self.within else Status.LATER
