"""An order denying export privileges: its events give its state on a day.

Sources: 15 CFR 764.3(a)(2), 766.17(c), 766.18(c), 766.24, 766.25; Supplement No. 1 to part 764.
The end is the day that the order states; it is never computed from a term of years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.terms.activity import Activity


class OrderEventKind(StrEnum):
    """What can happen to an order."""

    ISSUED = "issued"
    SUSPENDED = "suspended"
    ACTIVATED = "activated"
    MODIFIED = "modified"
    CARVED_OUT = "carved_out"
    TERMINATED = "terminated"
    EXPIRED = "expired"


class OrderState(StrEnum):
    """What an order is on a day; a suspended sanction is a state, not an absence."""

    NONE = "none"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    EXPIRED = "expired"


class OrderKind(StrEnum):
    """Under which authority the order was made."""

    STANDING = "standing"
    TEMPORARY = "temporary"
    CONVICTION = "conviction"


@dataclass(frozen=True, slots=True)
class Authorization:
    """A carve-out (764.3(a)(2)): acts and purposes that an active order lets through.

    ``activities`` and ``purposes`` are what it covers (no activity named: any);
    ``excluded_groups`` are Country Groups whose destinations it leaves barred. Both days are
    included.
    """

    since: date
    until: date
    citation: str
    activities: frozenset[Activity] = frozenset()
    purposes: frozenset[str] = frozenset()
    excluded_groups: frozenset[str] = frozenset()
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Tell whether the authorization is in force."""
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """One event, effective from ``day``; ``end`` states a new end of the order, where it does."""

    day: date
    kind: OrderEventKind
    citation: str
    end: date | None = None
    authorization: Authorization | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DenialOrder:
    """One order over the persons it names, and those added as related persons (766.23).

    ``persons`` and ``related_persons`` hold every name by which they are known, the first
    being the one that the order uses. ``standard_terms`` is False when the order has terms of
    its own, which must then be read.
    """

    reference: str
    persons: tuple[tuple[str, ...], ...]
    events: tuple[OrderEvent, ...]
    related_persons: tuple[tuple[str, ...], ...] = ()
    kind: OrderKind = OrderKind.STANDING
    standard_terms: bool | None = True

    def events_until(self, day: date) -> tuple[OrderEvent, ...]:
        """Give what had happened by the end of that day, oldest first; ties keep their order."""
        return tuple(
            sorted((event for event in self.events if event.day <= day), key=lambda e: e.day)
        )

    def end_on(self, day: date) -> date | None:
        """Give the stated end as it stood on that day."""
        ends = [event.end for event in self.events_until(day) if event.end is not None]
        return ends[-1] if ends else None

    def state_on(self, day: date) -> OrderState:
        """Give the state on a day; the day of the stated end still belongs to the order."""
        state = OrderState.NONE
        for event in self.events_until(day):
            state = _AFTER.get(event.kind, state)
        end = self.end_on(day)
        running = state in {OrderState.ACTIVE, OrderState.SUSPENDED}
        return OrderState.EXPIRED if running and end is not None and day > end else state

    def authorizations_on(self, day: date) -> tuple[Authorization, ...]:
        """Give the carve-outs in force on a day."""
        return tuple(
            event.authorization
            for event in self.events_until(day)
            if event.authorization is not None and event.authorization.holds_on(day)
        )

    def citation_on(self, day: date) -> str:
        """Give the citation of the event that made the state of that day."""
        made = [event for event in self.events_until(day) if event.kind in _AFTER]
        return made[-1].citation if made else ""


_AFTER: Mapping[OrderEventKind, OrderState] = {
    OrderEventKind.ISSUED: OrderState.ACTIVE,
    OrderEventKind.SUSPENDED: OrderState.SUSPENDED,
    OrderEventKind.ACTIVATED: OrderState.ACTIVE,
    OrderEventKind.TERMINATED: OrderState.TERMINATED,
    OrderEventKind.EXPIRED: OrderState.EXPIRED,
}
