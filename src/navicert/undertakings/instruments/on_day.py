"""What instruments come to on a day: each sanction's state, what is barred, what is carved out.

Sources: Supplement No. 1 to part 764 (clauses), 764.3(a)(2) (authorizations), 766.17(c) and
766.18(c) (what may become of a suspended sanction).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from navicert.facts.denial_order import Authorization, DenialOrder, OrderEventKind, OrderState
from navicert.law.edition import Edition
from navicert.law.tables.denial_terms import Clause
from navicert.undertakings.instruments import longest
from navicert.undertakings.instruments.instrument import EventKind, Instrument
from navicert.undertakings.instruments.penalty import HELD_BACK, Penalty, PenaltyOnDay


@dataclass(frozen=True, slots=True)
class Move:
    """What may become of a suspended sanction, by what, and where that is written."""

    what: str
    citation: str


@dataclass(frozen=True, slots=True)
class DenialOnDay:
    """A denial on a day; ``clauses`` bar, and ``permits`` carve out, only while it is active."""

    instrument: str
    order: DenialOrder
    state: OrderState
    citation: str
    end: date | None
    clauses: tuple[Clause, ...]
    permits: tuple[Authorization, ...]
    moves: tuple[Move, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SumOnDay:
    """A penalty on a day."""

    instrument: str
    penalty: Penalty
    now: PenaltyOnDay
    is_overdue: bool
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class OnDay:
    """Everything on a day."""

    day: date
    denials: tuple[DenialOnDay, ...]
    sums: tuple[SumOnDay, ...]

    @property
    def bars(self) -> bool:
        """Whether some denial is active."""
        return any(one.state is OrderState.ACTIVE for one in self.denials)


def on_day(instruments: Sequence[Instrument], edition: Edition) -> OnDay:
    """Look at instruments on the day of an edition; LawNotCovered before its first clauses."""
    day = edition.day
    return OnDay(
        day,
        tuple(_denial(one, order, edition) for one in instruments for order in one.denial_orders),
        tuple(_sum(one, penalty, day) for one in instruments for penalty in one.penalties),
    )


def _denial(instrument: Instrument, order: DenialOrder, edition: Edition) -> DenialOnDay:
    day, state = edition.day, order.state_on(edition.day)
    active = state is OrderState.ACTIVE
    suspended = state is OrderState.SUSPENDED
    return DenialOnDay(
        instrument=instrument.id,
        order=order,
        state=state,
        citation=order.citation_on(day),
        end=order.end_on(day),
        clauses=edition.denial_clauses() if active and order.standard_terms else (),
        permits=order.authorizations_on(day) if active else (),
        moves=tuple(_denial_moves(order.end_on(day))) if suspended else (),
        doubts=(
            *longest.doubts(order, edition.duties().denials, day),
            *(_doubts(instrument, order, day) if active else ()),
        ),
    )


def _denial_moves(end: date | None) -> Iterator[Move]:
    yield Move(
        "activated by the signing official, on application of the Bureau that shows a violation "
        "of the probation, after notice and an opportunity to respond",
        "15 CFR 766.17(c); 766.18(c)",
    )
    last = f" on {end}" if end else ""
    yield Move(
        f"ends with its stated last day{last} when nobody activated it", "the order's own term"
    )


def _doubts(instrument: Instrument, order: DenialOrder, day: date) -> Iterator[str]:
    """Say what an officer must read for himself."""
    if not order.standard_terms:
        yield "the terms are not known to be the standard ones: read the order itself"
    activated = [
        event.day for event in order.events_until(day) if event.kind is OrderEventKind.ACTIVATED
    ]
    noticed = [
        one.day for one in instrument.events if one.kind is EventKind.NOTICE and one.day is not None
    ]
    if activated and not any(one <= activated[-1] for one in noticed):
        yield (
            f"activated on {activated[-1]}, and no notice of the application before it is on "
            "record here (766.17(c))"
        )


def _sum(instrument: Instrument, penalty: Penalty, day: date) -> SumOnDay:
    now = instrument.penalty_on(penalty, day)
    held = now.state in HELD_BACK
    return SumOnDay(
        instrument=instrument.id,
        penalty=penalty,
        now=now,
        is_overdue=now.is_overdue_on(day),
        moves=tuple(_sum_moves(instrument, penalty)) if held else (),
    )


def _sum_moves(instrument: Instrument, penalty: Penalty) -> Iterator[Move]:
    yield Move(
        "due, or forfeited from escrow, when the suspension is revoked: on application of the "
        "Bureau that shows a violation, after notice and an opportunity to respond",
        "15 CFR 766.17(c); 766.18(c)",
    )
    if penalty.waived_after_probation and instrument.probation:
        yield Move(
            f"waived after {instrument.probation.until}, the end of the probation, when nothing "
            "was violated",
            penalty.citation,
        )
