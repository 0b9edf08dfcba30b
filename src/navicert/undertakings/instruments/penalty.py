"""A penalty, or a part of one: its events give its state on a day.

Sources: 15 CFR 764.3(a)(1), 766.17(c), 766.18(c). A suspended penalty that is to be waived after
the probation is waived then, unless a violation or a revocation is on record; in that case nobody
here knows what became of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.terms.money import Money
from navicert.undertakings.basis import Basis


class PenaltyState(StrEnum):
    """What a penalty is on a day."""

    NONE = "none"
    DUE = "due"
    PAID = "paid"
    SUSPENDED = "suspended"
    IN_ESCROW = "in_escrow"
    WAIVED = "waived"
    FORFEITED = "forfeited"
    NOT_KNOWN = "not_known"


HELD_BACK = frozenset({PenaltyState.SUSPENDED, PenaltyState.IN_ESCROW})
"""States that a probation ends, one way or the other."""

SETTLED = frozenset(
    {PenaltyState.PAID, PenaltyState.IN_ESCROW, PenaltyState.WAIVED, PenaltyState.FORFEITED}
)
"""States in which a promise to pay or to deposit is kept, or owed no more."""

FOLLOWS: Mapping[PenaltyState, frozenset[PenaltyState]] = {
    PenaltyState.NONE: frozenset(PenaltyState) - {PenaltyState.NONE, PenaltyState.FORFEITED},
    PenaltyState.DUE: frozenset(PenaltyState) - {PenaltyState.NONE, PenaltyState.FORFEITED},
    PenaltyState.SUSPENDED: frozenset(PenaltyState) - {PenaltyState.NONE},
    PenaltyState.IN_ESCROW: frozenset(PenaltyState) - {PenaltyState.NONE},
    PenaltyState.NOT_KNOWN: frozenset(PenaltyState) - {PenaltyState.NONE},
    PenaltyState.PAID: frozenset(),
    PenaltyState.WAIVED: frozenset(),
    PenaltyState.FORFEITED: frozenset({PenaltyState.PAID}),
}
"""What may come after what; a penalty that was paid or waived does not come back."""


@dataclass(frozen=True, slots=True)
class PenaltyEvent:
    """From ``day`` on the penalty is in ``state``; ``due`` is the last day to pay or deposit."""

    day: date
    state: PenaltyState
    citation: str
    due: date | None = None
    basis: Basis = Basis.RECORD
    note: str = ""


@dataclass(frozen=True, slots=True)
class PenaltyOnDay:
    """The state on a day, the event that made it, and whether only the end of probation did."""

    state: PenaltyState
    event: PenaltyEvent | None = None
    by_end_of_probation: bool = False

    def is_overdue_on(self, day: date) -> bool:
        """Tell whether the last day to pay has passed without a payment on record."""
        last = self.event.due if self.event else None
        open_ = self.state in {PenaltyState.DUE, PenaltyState.SUSPENDED}
        return open_ and last is not None and day > last


@dataclass(frozen=True, slots=True)
class Penalty:
    """A sum that moves as one; a penalty of which a part is suspended is written as two."""

    id: str
    title: str
    sum: Money
    citation: str
    events: tuple[PenaltyEvent, ...]
    waived_after_probation: bool = False
    basis: Basis = Basis.RECORD

    def on(self, day: date, probation_end: date | None, *, violated: bool) -> PenaltyOnDay:
        """Give the state at the end of a day.

        ``probation_end`` is the last day of the probation; ``violated`` says whether a violation
        or a revocation during it is on record.
        """
        past = sorted((one for one in self.events if one.day <= day), key=lambda one: one.day)
        if not past:
            return PenaltyOnDay(PenaltyState.NONE)
        last = past[-1]
        over = probation_end is not None and probation_end < day
        if over and last.state in HELD_BACK:
            waived = self.waived_after_probation and not violated
            state = PenaltyState.WAIVED if waived else PenaltyState.NOT_KNOWN
            return PenaltyOnDay(state, last, by_end_of_probation=True)
        return PenaltyOnDay(last.state, last)
