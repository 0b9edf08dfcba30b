"""Ends of a denial that are later than the law lets one be (766.24, 766.25); the stated day stays.

A conviction is before the order that rests on it, so ten years from the order are more than the
law gives: an end that is later still is impossible whatever the day of the conviction was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderKind
from navicert.law.tables.duties import Denials
from navicert.terms.day import years_after

_NO_END = "states no end: {most}, so read the order itself"


def doubts(order: DenialOrder, law: Denials, day: date = date.max) -> Iterator[str]:
    """Name each stated end by a day which is beyond the law's most, with the most."""
    events = order.events_until(day)
    if order.kind is OrderKind.STANDING or not events:
        return
    ended = [event for event in events if event.end is not None]
    if not ended:
        _, most = _most(order.kind, events[0], law, renewed=False)
        yield _NO_END.format(most=most)
    for position, event in enumerate(ended):
        renewed = position > 0 or event is not events[0]
        last, most = _most(order.kind, event, law, renewed=renewed)
        if event.end is not None and event.end > last:
            yield f"states its end as {event.end}, but {most}: {last}"


def _most(kind: OrderKind, event: OrderEvent, law: Denials, *, renewed: bool) -> tuple[date, str]:
    """Give the last possible day, and the rule in words with its citation."""
    if kind is OrderKind.CONVICTION:
        years = law.conviction_years
        told = f"a denial lasts {years} years from the conviction at the most (15 CFR 766.25(d))"
        return _years(event.day, years), f"{told}, and the order of {event.day} came after it"
    if not renewed:
        told = f"a temporary denial lasts {law.order_days} days at the most (15 CFR 766.24(b)(4))"
        from_day = f"{told} from its issue on {event.day}"
        return _days(event.day, law.order_days), from_day
    return _renewal(event.day, law)


def _renewal(day: date, law: Denials) -> tuple[date, str]:
    years = law.pattern_renewal_years
    year = years.at(day) if day >= years.values[0].since else None
    if year is not None and year.value:
        told = f"a renewal lasts {year.value} year at the most, for a pattern ({year.citation})"
        return _years(day, year.value), f"{told}, from {day}"
    told = f"a renewal lasts {law.renewal_days} days at the most (15 CFR 766.24(d)(1)), from {day}"
    return _days(day, law.renewal_days), told


def _days(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def _years(day: date, years: int) -> date:
    return years_after(day, years) if day.year + years <= date.max.year else date.max
