"""An instrument: a settlement, an order, a license with conditions, or a voluntary plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from navicert.facts.denial_order import DenialOrder
from navicert.undertakings.basis import Basis
from navicert.undertakings.commitments.commitment import (
    DENIAL_END,
    SIGNED,
    Commitment,
    OnClosedDay,
)
from navicert.undertakings.commitments.standing import Done, Promises
from navicert.undertakings.instruments.penalty import SETTLED, Penalty, PenaltyOnDay, PenaltyState

TIME_ZONE = "America/New_York"
"""Where a deadline ends when the instrument names no place: where the Bureau sits."""


class InstrumentKind(StrEnum):
    """What sort of paper it is."""

    SETTLEMENT = "settlement"
    ORDER = "order"
    LICENSE = "license"
    PLAN = "plan"


class EventKind(StrEnum):
    """What happened; the last two keep a suspended penalty from being waived by itself."""

    MILESTONE = "milestone"
    STATEMENT = "statement"
    NOTICE = "notice"
    RESPONSE = "response"
    VIOLATION = "violation"
    REVOCATION = "revocation"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; ``day`` is None while it has not."""

    id: str
    title: str
    citation: str
    day: date | None = None
    kind: EventKind = EventKind.MILESTONE
    basis: Basis = Basis.RECORD


@dataclass(frozen=True, slots=True)
class Probation:
    """The time in which a suspended sanction may be activated; both days are included."""

    since: date
    until: date
    citation: str
    basis: Basis = Basis.RECORD


@dataclass(frozen=True, slots=True)
class Supersedes:
    """An earlier instrument whose open commitments end with this one, from a day on."""

    id: str
    day: date
    citation: str
    basis: Basis = Basis.RECORD


@dataclass(frozen=True, slots=True)
class Instrument:
    """A paper by which somebody owes something to an authority.

    ``parties`` and ``related_persons`` hold every name by which they are known, the first being
    the one that the paper uses.
    """

    id: str
    title: str
    kind: InstrumentKind
    authority: str
    citation: str
    source: str
    day: date
    parties: tuple[tuple[str, ...], ...]
    related_persons: tuple[tuple[str, ...], ...] = ()
    supersedes: tuple[Supersedes, ...] = ()
    time_zone: str = TIME_ZONE
    on_closed_day: OnClosedDay = OnClosedDay.STAYS
    probation: Probation | None = None
    penalties: tuple[Penalty, ...] = ()
    denial_orders: tuple[DenialOrder, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    note: str = ""

    def penalty_on(self, penalty: Penalty, day: date) -> PenaltyOnDay:
        """Give the state of one of its penalties at the end of a day."""
        end = self.probation.until if self.probation else None
        return penalty.on(day, end, violated=self.was_violated(day))

    def was_violated(self, day: date) -> bool:
        """Tell whether a violation or a revocation during probation is on record by a day."""
        graver = {EventKind.VIOLATION, EventKind.REVOCATION}
        end = min(day, self.probation.until) if self.probation else day
        return any(
            one.kind in graver and one.day is not None and self.day <= one.day <= end
            for one in self.events
        )

    def promises(self) -> Promises:
        """Give its commitments with the days that they are counted from."""
        kept = {
            one.id: done
            for one in self.commitments
            if one.penalty and (done := self._paid(one.penalty)) is not None
        }
        return Promises(self.commitments, self.known_days(), self.on_closed_day, kept)

    def _paid(self, id_: str) -> Done | None:
        """Say since when nothing more is owed of a penalty: it was paid, deposited or waived."""
        penalty = next(one for one in self.penalties if one.id == id_)
        for event in penalty.events:
            if event.state in SETTLED:
                return Done(event.day, f"the penalty {id_} ({_words(event.state)})", event.citation)
        if self.probation is None or self.probation.until == date.max:
            return None
        over = self.probation.until + timedelta(days=1)
        waived = self.penalty_on(penalty, over).state is PenaltyState.WAIVED
        return Done(over, f"the penalty {id_} (waived by the end of probation)") if waived else None

    def known_days(self) -> Mapping[str, date]:
        """Give the day of every event that has one, of its signing, and of the denial's end."""
        ends = [end for one in self.denial_orders if (end := one.end_on(date.max)) is not None]
        days = {one.id: one.day for one in self.events if one.day is not None}
        return {SIGNED: self.day, **days, **({DENIAL_END: max(ends)} if ends else {})}

    def event_ids(self) -> frozenset[str]:
        """Give every id from which a commitment may be counted, its day known or not."""
        ends = {DENIAL_END} if DENIAL_END in self.known_days() else set()
        return frozenset({SIGNED, *ends, *(one.id for one in self.events)})

    def names(self) -> Iterator[str]:
        """Give every name of everybody in it, those of its orders included."""
        groups = [*self.parties, *self.related_persons]
        for order in self.denial_orders:
            groups += [*order.persons, *order.related_persons]
        for names in groups:
            yield from names


def _words(state: PenaltyState) -> str:
    return state.value.replace("_", " ")
