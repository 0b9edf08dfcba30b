"""Remedies: what becomes of an order after the shock, as each scenario has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderEventKind
from navicert.facts.listing import Listing
from navicert.facts.standing import Standing

_EASES = frozenset(
    {OrderEventKind.SUSPENDED, OrderEventKind.TERMINATED, OrderEventKind.EXPIRED}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way in which it goes on.

    ``as_ordered`` takes the orders as they say; else nothing that eases them after the shock is
    taken, but authorizations where ``authorizations`` says so. ``lifted_on`` is the first day
    without any bar.
    """

    name: str
    plain: str
    authorizations: bool = False
    as_ordered: bool = False
    lifted_on: date | None = None


STAYS = Remedy("stays", "the bar stays as it is on the first day, without any authorization")
AUTHORIZED = Remedy(
    "authorized",
    "the bar stays, with the authorizations that the orders state",
    authorizations=True,
)
AS_ORDERED = Remedy(
    "as ordered",
    "the orders as they stand, to the end that they state",
    authorizations=True,
    as_ordered=True,
)


def lifted(day: date, *, authorizations: bool) -> Remedy:
    """Give the remedy that everything ends on a day."""
    plain = f"the bar ends on {day}"
    return Remedy(f"lifted {day}", plain, authorizations=authorizations, lifted_on=day)


def standing_on(day: date, standing: Standing, remedy: Remedy, since: date) -> Standing:
    """Give the standing of a party on a day under a remedy; ``since`` is the day of the shock."""
    orders = tuple(
        replace(match, order=_order(match.order, remedy, since)) for match in standing.orders
    )
    listed = (
        replace(match, listing=_listing(match.listing, remedy, since)) for match in standing.matches
    )
    matches = tuple(match for match in listed if match.listing.holds_on(day))
    return replace(standing, orders=orders, matches=matches)


def _order(order: DenialOrder, remedy: Remedy, since: date) -> DenialOrder:
    kept = (event for event in order.events if remedy.as_ordered or not _eases(event, since))
    if remedy.authorizations:
        return replace(order, events=tuple(kept))
    return replace(order, events=tuple(replace(one, authorization=None) for one in kept))


def _eases(event: OrderEvent, since: date) -> bool:
    return event.day > since and event.kind in _EASES


def _listing(listing: Listing, remedy: Remedy, since: date) -> Listing:
    ends = listing.until is not None and listing.until >= since
    return replace(
        listing,
        until=None if ends and not remedy.as_ordered else listing.until,
        reliefs=listing.reliefs if remedy.authorizations else (),
    )


def days_of(standing: Standing) -> tuple[date, ...]:
    """Give every day on which what was said of a party changes."""
    days: set[date] = set()
    for match in standing.orders:
        for event in match.order.events:
            days.add(event.day)
            days |= _after(event.end)
            if event.authorization is not None:
                days.add(event.authorization.since)
                days |= _after(event.authorization.until)
    for found in standing.matches:
        days |= {found.listing.since} if found.listing.since else set()
        days |= _after(found.listing.until)
        for relief in found.listing.reliefs:
            days.add(relief.since)
            days |= _after(relief.until)
    return tuple(sorted(days))


def _after(day: date | None) -> set[date]:
    return set() if day is None or day == date.max else {date.fromordinal(day.toordinal() + 1)}


def ends_of(standings: Sequence[Standing]) -> dict[date, str]:
    """Give the days on which an order ends, what it is then, and where that is written."""
    return {
        event.day: f"{event.kind.value}, {event.citation}"
        for one in standings
        for match in one.orders
        for event in match.order.events
        if event.kind in _EASES
    }


def eases(standings: Sequence[Standing], since: date, until: date) -> tuple[bool, bool]:
    """Tell whether anything authorizes acts within the days, and whether anything ends the bar."""
    allowed = ended = False
    for standing in standings:
        for match in standing.orders:
            for event in match.order.events:
                permit = event.authorization
                allowed |= bool(permit and permit.since <= until and permit.until >= since)
                ended |= since < event.day <= until and event.kind in _EASES
        for found in standing.matches:
            listing = found.listing
            allowed |= any(
                one.since <= until and (one.until is None or one.until >= since)
                for one in listing.reliefs
            )
            ended |= listing.until is not None and since <= listing.until < until
    return allowed, ended
