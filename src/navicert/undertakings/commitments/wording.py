"""What a notice of a commitment says, as a message to people and as data to machines."""

from __future__ import annotations

from datetime import date
from typing import Any

from navicert.undertakings.commitments.commitment import Commitment
from navicert.undertakings.commitments.notices import Notice
from navicert.undertakings.commitments.standing import Standing

OVERDUE = "org.navicert.commitment.overdue"
REMINDER = "org.navicert.commitment.due"


def time_left(days: int | None) -> str:
    """Say how long it is to a deadline.

    >>> time_left(0), time_left(1), time_left(-2770), time_left(None)
    ('due today', 'due in 1 day', 'overdue by 2,770 days', 'no day known')
    """
    if days is None:
        return "no day known"
    if days == 0:
        return "due today"
    count = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"due in {count}" if days > 0 else f"overdue by {count}"


def subject(one: Standing) -> str:
    """Give the subject of a message, on one line."""
    left = time_left(one.days_left)
    return f"{left[0].upper()}{left[1:]}: {one.occurrence.title}"


def body(notice: Notice, one: Standing, time_zone: str) -> str:
    """Give the text of a message."""
    occurrence = one.occurrence
    commitment = occurrence.commitment
    lines = [
        subject(one),
        "",
        f"Deadline:  {_ends(notice.deadline, time_zone)}",
        f"           {occurrence.how}",
        f"Act by:    {occurrence.act_by}" if _is_ahead(one, notice.deadline) else "",
        f"Owed by:   {commitment.owed_by}",
        f"Owed to:   {commitment.owed_to}",
        f"Owner:     {commitment.owner}" if commitment.owner else "",
        f"Under:     {notice.instrument}; {commitment.citation}",
        f"Basis:     {commitment.basis.words}",
        f"Waits for: {', '.join(one.waits_for)}" if one.waits_for else "",
        f"Check:     {commitment.check} must pass first" if commitment.check else "",
    ]
    told = "\n".join(line for position, line in enumerate(lines) if line or position == 1)
    return f"{told}\n\nWhen it is done: {_mark(notice, commitment)}\n"


def _mark(notice: Notice, commitment: Commitment) -> str:
    if commitment.penalty:
        return f"add the event to the penalty {commitment.penalty!r} and load the instrument again"
    return f"navicert undertakings done {notice.instrument}/{notice.occurrence} --on DAY --by NAME"


def _is_ahead(one: Standing, deadline: date) -> bool:
    """Whether to say until when one can act: earlier than the deadline, and while there is time."""
    late = one.days_left is not None and one.days_left < 0
    return not late and one.occurrence.act_by != deadline


def _ends(deadline: date, time_zone: str) -> str:
    return f"{deadline:%A} {deadline}, to its end in {time_zone}"


def event(notice: Notice, one: Standing, time_zone: str) -> dict[str, Any]:
    """Give a CloudEvent (1.0, JSON) without its time, which the sender knows."""
    occurrence = one.occurrence
    late = one.days_left is not None and one.days_left < 0
    return {
        "specversion": "1.0",
        "id": notice.id,
        "source": f"/navicert/undertakings/{notice.instrument}",
        "type": OVERDUE if late else REMINDER,
        "subject": occurrence.id,
        "datacontenttype": "application/json",
        "data": {
            "instrument": notice.instrument,
            "commitment": occurrence.id,
            "title": occurrence.title,
            "deadline": notice.deadline.isoformat(),
            "time_zone": time_zone,
            "act_by": None if occurrence.act_by is None else occurrence.act_by.isoformat(),
            "days_left": one.days_left,
            "status": one.status.value,
            "waits_for": list(one.waits_for),
            "owed_by": occurrence.commitment.owed_by,
            "owed_to": occurrence.commitment.owed_to,
            "owner": occurrence.commitment.owner,
            "citation": occurrence.commitment.citation,
            "basis": occurrence.commitment.basis.value,
        },
    }
