"""Which notices are owed on a day: the newest step of the escalation that has come, to each target.

A reminder before the deadline, or on it, moves to an earlier business day, so that somebody reads
it while there is time. A step that a later one has overtaken is not owed any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from navicert.undertakings.commitments import business_days
from navicert.undertakings.commitments.commitment import Step
from navicert.undertakings.commitments.standing import Standing, Status

_OWED = frozenset({Status.OVERDUE, Status.DUE, Status.WAITING, Status.LATER})


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice to one target: of which occurrence, of which step, and from which day it is owed.

    ``days`` is the step's: negative before the deadline, positive after it.
    """

    instrument: str
    occurrence: str
    deadline: date
    days: int
    planned: date
    target: str

    @property
    def key(self) -> str:
        """What makes it the same notice, however often it is computed."""
        told = (self.instrument, self.occurrence, str(self.deadline), f"{self.days:+d}")
        return " ".join((*told, self.target))

    @property
    def id(self) -> str:
        """The same for each try to send it, so that a receiver can tell it was there before."""
        return f"msg_{sha256(self.key.encode()).hexdigest()[:32]}"


def planned(deadline: date, step: Step) -> date:
    """Give the day from which a step is owed; never after the deadline unless the step is.

    >>> planned(date(2018, 7, 8), Step(0, ()))
    datetime.date(2018, 7, 6)
    """
    day = deadline + timedelta(days=step.days)
    return day if step.days > 0 else business_days.not_later(day)


def owed(instrument: str, one: Standing, on: date) -> tuple[Notice, ...]:
    """Give what is owed of an occurrence at a day, one notice a target, in the order of steps."""
    newest: dict[str, Notice] = {}
    for notice in _come(instrument, one, on):
        before = newest.get(notice.target)
        if before is None or before.days < notice.days:
            newest[notice.target] = notice
    return tuple(sorted(newest.values(), key=lambda notice: (notice.days, notice.target)))


def _come(instrument: str, one: Standing, on: date) -> Iterator[Notice]:
    deadline = one.occurrence.day
    if deadline is None or one.status not in _OWED:
        return
    for step in one.occurrence.commitment.escalation:
        day = planned(deadline, step)
        if day <= on:
            for target in step.tell:
                told = (instrument, one.occurrence.id, deadline)
                yield Notice(*told, step.days, day, target)
