"""Commitments as an iCalendar file (RFC 5545): a whole day each, with reminders.

The same commitments in the same state give the same bytes: an event's UID is its id, and its
stamp the moment at which its instrument was put on record.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from navicert.casework.promises.board import Placed
from navicert.undertakings.commitments import notices
from navicert.undertakings.commitments.standing import OPEN

PRODID = "-//Navicert//Undertakings//EN"
_DAY = timedelta(days=1)


def calendar(placed: tuple[Placed, ...]) -> bytes:
    """Write every commitment that has a day; what is done says so, and reminds nobody."""
    made = Calendar()
    made.add("prodid", PRODID)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Undertakings")
    for one in sorted(placed, key=lambda each: each.id):
        day = one.standing.occurrence.day
        if day is not None:
            made.add_component(_event(one, day))
    return bytes(made.to_ical())


def _event(one: Placed, day: date) -> Event:
    occurrence = one.standing.occurrence
    event = Event()
    event.add("uid", f"{one.id}@navicert")
    event.add("dtstamp", datetime.fromisoformat(one.held.recorded_at).replace(microsecond=0))
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{_prefix(one)}{occurrence.title}")
    event.add("description", _description(one, day))
    event.add("categories", [one.held.instrument.id])
    if one.standing.status in OPEN:
        for ahead in _reminders(one, day):
            event.add_component(_alarm(occurrence.title, ahead))
    return event


def _prefix(one: Placed) -> str:
    if one.standing.superseded:
        return "superseded: "
    return "done: " if one.standing.done else ""


def _reminders(one: Placed, day: date) -> tuple[timedelta, ...]:
    """Give how far from the day each step is, the days after it included."""
    steps = one.standing.occurrence.commitment.escalation
    return tuple(sorted({notices.planned(day, step) - day for step in steps}))


def _alarm(title: str, ahead: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", ahead)
    return alarm


def _description(one: Placed, day: date) -> str:
    occurrence = one.standing.occurrence
    commitment = occurrence.commitment
    done, over = one.standing.done, one.standing.superseded
    lines = (
        f"Due {day}, to its end in {one.held.instrument.time_zone}: {occurrence.how}",
        f"Act by {occurrence.act_by}" if occurrence.act_by != day else "",
        f"Owed by {commitment.owed_by} to {commitment.owed_to}",
        f"Owner: {commitment.owner}" if commitment.owner else "",
        f"Waits for {', '.join(commitment.depends_on)}" if commitment.depends_on else "",
        f"{one.held.instrument.title}; {commitment.citation} ({commitment.basis.words})",
        f"Done on {done.day}, says {done.by}" if done else "",
        f"Superseded on {over.day} by {over.by}: {over.citation}" if over else "",
        one.id,
    )
    return "\n".join(filter(None, lines))
