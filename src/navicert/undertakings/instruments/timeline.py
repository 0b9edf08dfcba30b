"""What happened under instruments, and what they state for later, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from navicert.facts.denial_order import DenialOrder, OrderState
from navicert.terms import money
from navicert.undertakings.basis import Basis
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.penalty import Penalty


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline."""

    day: date
    instrument: str
    what: str
    citation: str
    basis: Basis = Basis.RECORD
    note: str = ""


def timeline(instruments: Sequence[Instrument]) -> tuple[Entry, ...]:
    """Give every entry of every instrument, oldest first; ties keep their order."""
    entries = (entry for one in instruments for entry in _of(one))
    return tuple(sorted(entries, key=lambda entry: entry.day))


def _of(one: Instrument) -> Iterator[Entry]:
    yield Entry(one.day, one.id, f"{one.title}: signed", one.citation)
    for earlier in one.supersedes:
        what = f"supersedes {earlier.id}: what is open under that is owed no more"
        yield Entry(earlier.day, one.id, what, earlier.citation, earlier.basis)
    for event in one.events:
        if event.day is not None:
            yield Entry(event.day, one.id, event.title, event.citation, event.basis)
    for order in one.denial_orders:
        yield from _of_order(one.id, order)
    for penalty in one.penalties:
        yield from _of_penalty(one.id, penalty)
    if probation := one.probation:
        cited = (probation.citation, probation.basis)
        yield Entry(probation.since, one.id, "probation begins", *cited)
        yield Entry(probation.until, one.id, "last day of probation", *cited)


def _of_order(instrument: str, order: DenialOrder) -> Iterator[Entry]:
    for event in order.events:
        ends = f", until {event.end} as it states" if event.end else ""
        what = f"denial {event.kind.value.replace('_', ' ')}{ends}"
        yield Entry(event.day, instrument, what, event.citation, note=event.note)
        if permit := event.authorization:
            what = f"last day of the authorization of {permit.since}"
            yield Entry(permit.until, instrument, what, permit.citation)
    end = order.end_on(date.max)
    if end is not None:
        gone = order.state_on(end) is OrderState.TERMINATED
        what = f"last day of the denial as stated{', which was terminated before' if gone else ''}"
        yield Entry(end, instrument, what, order.citation_on(end))


def _of_penalty(instrument: str, penalty: Penalty) -> Iterator[Entry]:
    for event in penalty.events:
        last = f", by {event.due}" if event.due else ""
        state = event.state.value.replace("_", " ")
        what = f"{penalty.title}, {money.format(penalty.sum)}: {state}{last}"
        yield Entry(event.day, instrument, what, event.citation, event.basis, event.note)
