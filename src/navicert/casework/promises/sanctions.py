"""The state of each sanction of instruments on many days: what a replay shows above its acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from navicert.terms import money
from navicert.undertakings.instruments.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Sanction:
    """A denial or a penalty with its state on each day, and whether it is carved out then."""

    instrument: str
    name: str
    states: tuple[str, ...]
    carved_out: tuple[bool, ...]


def sanctions(instruments: Sequence[Instrument], days: Sequence[date]) -> tuple[Sanction, ...]:
    """Give every sanction in the order of the instruments, denials first."""
    found: list[Sanction] = []
    for one in instruments:
        for order in one.denial_orders:
            states = tuple(order.state_on(day).value for day in days)
            carved = tuple(
                state == "active" and bool(order.authorizations_on(day))
                for state, day in zip(states, days, strict=True)
            )
            found.append(Sanction(one.id, order.reference, states, carved))
        for penalty in one.penalties:
            states = tuple(one.penalty_on(penalty, day).state.value for day in days)
            name = f"{penalty.title}, {money.format(penalty.sum)}"
            found.append(Sanction(one.id, name, states, (False,) * len(days)))
    return tuple(found)
