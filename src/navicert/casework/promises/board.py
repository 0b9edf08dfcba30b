"""Every commitment of every instrument as it stands on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from navicert.casework.ports import Desk
from navicert.casework.promises import recorded
from navicert.casework.promises.recorded import Held
from navicert.undertakings.commitments import reckoning
from navicert.undertakings.commitments.standing import SOON, Standing, Status, standings
from navicert.undertakings.instruments.superseding import superseded


@dataclass(frozen=True, slots=True)
class Placed:
    """One occurrence, the instrument that it is under, and the day on which it was looked at."""

    held: Held
    standing: Standing
    on: date

    @property
    def id(self) -> str:
        """The id with that of the instrument, which no other has."""
        return f"{self.held.instrument.id}/{self.standing.occurrence.id}"


def board(desk: Desk, on: date | None = None, within: int = SOON) -> tuple[Placed, ...]:
    """Give every occurrence, the gravest first, then by day.

    Without a day, each instrument is looked at on the day that it is now where its deadlines
    end: somebody who asks from farther west is not told that there is time left when there is not.
    """
    moment = desk.clock.now()
    done = recorded.done(desk)
    instruments = recorded.instruments(desk)
    over = superseded(one.instrument for one in instruments)
    found: list[Placed] = []
    for held in instruments:
        one = held.instrument
        day = on or reckoning.day_in(one.time_zone, moment)
        promises = replace(one.promises(), superseded=over.get(one.id))
        stand = standings(promises, done.get(one.id, {}), day, within)
        found += [Placed(held, each, day) for each in stand]
    return tuple(sorted(found, key=_rank))


def none_in_force(desk: Desk, on: date | None = None) -> str:
    """Say that nothing was owed yet, because no instrument was signed by a day; else empty."""
    day = on or desk.clock.today()
    signed = sorted((one.instrument.day, one.instrument.id) for one in recorded.instruments(desk))
    if not signed:
        return "no instrument was loaded here: see 'navicert undertakings load'"
    first, id_ = signed[0]
    if first <= day:
        return ""
    return f"no instrument was in force on {day}: the first loaded here, {id_}, is of {first}"


def pressing(placed: tuple[Placed, ...], within: int) -> Iterator[Placed]:
    """Give what is overdue, due, or waits with a day that is as near as that."""
    for one in placed:
        left = one.standing.days_left
        near = left is not None and left <= within
        if one.standing.status in {Status.OVERDUE, Status.DUE} or (
            one.standing.status is Status.WAITING and near
        ):
            yield one


def _rank(one: Placed) -> tuple[int, date]:
    return _ORDER[one.standing.status], one.standing.occurrence.day or date.max


_ORDER = {status: position for position, status in enumerate(Status)}

COLUMNS = ("overdue", "due", "later", "done")


def column_of(one: Placed, within: int) -> str:
    """Say in which column of the board it stands; what waits is not done, and stands by its day."""
    status, left = one.standing.status, one.standing.days_left
    if status in {Status.DONE, Status.ENDED, Status.SUPERSEDED}:
        return "done"
    if status is Status.OVERDUE:
        return "overdue"
    near = left is not None and left <= within
    return "due" if status is Status.DUE or (status is Status.WAITING and near) else "later"
