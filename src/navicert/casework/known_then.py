"""What the desk knew at an earlier moment: the second of the two clocks.

Valid time is when a listing holds (``--on``); knowledge time is when this desk had it in force
(``--known``). An answer of earlier knowledge is the answer that was given then, byte for byte, but
for what begins with ``AS_KNOWN``: one note, and doubts that keep old knowledge from releasing an
order that is still to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from navicert.casework.ports import Clock, Desk
from navicert.errors import MalformedDate, StateUnusable
from navicert.terms import day as days

AS_KNOWN = "as known at "
"""With these words begins all that an answer says only because earlier knowledge was asked."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?")
_INSTANT = timedelta(microseconds=1)


def moment_of(option: str, text: str, clock: Clock) -> datetime:
    """Read a day, or a moment of one; a day means its end, so that its loads count as known.

    Without a time zone it is meant by the clock of the desk. Raises MalformedDate, also for
    what is still to come: nobody knows yet what will be known.
    """
    given = text.strip()
    try:
        if _MOMENT.fullmatch(given):
            moment = datetime.fromisoformat(given).astimezone(UTC)
        else:
            following = datetime.combine(days.parse(given), time()) + timedelta(days=1)
            moment = following.astimezone(UTC) - _INSTANT
    except (ValueError, OverflowError):
        message = (
            f"{option}: {text[:40]!r} is no day or moment: write 2026-07-30 or 2026-07-30T14:30"
        )
        raise MalformedDate(message) from None
    if moment > clock.now() and given != clock.today().isoformat():
        message = f"{option}: {text[:40]!r} is still to come: name a day or moment that has passed"
        raise MalformedDate(message)
    return moment


def note(known: datetime) -> str:
    """Say of an answer that it is of what was known then.

    >>> note(datetime(2026, 7, 30, 14, 30, tzinfo=UTC))
    'as known at 2026-07-30T14:30:00Z: what was loaded or taken out of force later was not asked'
    """
    return f"{_told(known)}: what was loaded or taken out of force later was not asked"


def is_ours(text: str) -> bool:
    """Tell whether a note or a doubt is there only because earlier knowledge was asked."""
    return text.startswith(AS_KNOWN)


def doubts(known: datetime | None, day: date, desk: Desk) -> tuple[str, ...]:
    """Say why what was known then does not do for an order of this day."""
    if known is None:
        return ()
    try:
        return tuple(_doubts(known, day, desk))
    except StateUnusable:
        return ()  # whoever builds the watch says so already, and holds the order


def _doubts(known: datetime, day: date, desk: Desk) -> Iterator[str]:
    then = desk.snapshots.loads(known)
    if not then:
        first = next(iter(desk.snapshots.tenures()), None)
        told = f"the first one was loaded at {first.since}" if first else "none ever was loaded"
        yield f"{_told(known)}: no list was in force at this desk; {told}"
    elif day >= desk.clock.today() and then != desk.snapshots.loads():
        yield (
            f"{_told(known)}: the lists in force have changed since, and the order of {day} is "
            "still to go: check it without --known"
        )


def _told(known: datetime) -> str:
    return AS_KNOWN + known.astimezone(UTC).isoformat().replace("+00:00", "Z")
