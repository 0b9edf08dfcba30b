"""Tell people of commitments before, on and after the day; each notice once, and on record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.casework.ports import Desk
from navicert.casework.promises.board import Placed, board
from navicert.casework.undertaking_ports import Message, Post
from navicert.errors import NotSent
from navicert.records.canonical import canonical
from navicert.undertakings.commitments import notices, wording
from navicert.undertakings.commitments.notices import Notice

NOTICE = "notice"
FORMAT = "navicert.notice/1"


class Came(StrEnum):
    """What became of a notice in this run."""

    SENT = "sent"
    FAILED = "failed"
    TO_SEND = "to_send"


@dataclass(frozen=True, slots=True)
class Told:
    """A notice, and what became of it; ``why`` it failed."""

    notice: Notice
    subject: str
    came: Came
    why: str = ""


def notify(desk: Desk, post: Post, on: date | None = None) -> tuple[Told, ...]:
    """Send what is owed and was not sent; a failed one is on record, and owed still."""
    with post.turn():
        return tuple(_sent(placed, notice, desk, post) for placed, notice in _owed(desk, on))


def owed(desk: Desk, on: date | None = None) -> tuple[Told, ...]:
    """Give what would be sent, and send nothing."""
    return tuple(
        Told(notice, wording.subject(placed.standing), Came.TO_SEND)
        for placed, notice in _owed(desk, on)
    )


def _owed(desk: Desk, on: date | None) -> tuple[tuple[Placed, Notice], ...]:
    sent = frozenset(_sent_keys(desk))
    found = (
        (one, notice)
        for one in board(desk, on)
        for notice in notices.owed(one.held.instrument.id, one.standing, one.on)
    )
    return tuple((one, notice) for one, notice in found if notice.key not in sent)


def _sent_keys(desk: Desk) -> Iterator[str]:
    for record in desk.records.of_kinds((NOTICE,)):
        told = json.loads(record.content)
        if told.get("came") == Came.SENT:
            yield str(told.get("key"))


def _sent(placed: Placed, notice: Notice, desk: Desk, post: Post) -> Told:
    message = _message(placed, notice, desk)
    try:
        post.send(message)
    except NotSent as error:
        told = Told(notice, message.subject, Came.FAILED, str(error))
    else:
        told = Told(notice, message.subject, Came.SENT)
    desk.records.append(canonical(_content(told, placed)), NOTICE, placed.id)
    return told


def _message(placed: Placed, notice: Notice, desk: Desk) -> Message:
    zone = placed.held.instrument.time_zone
    moment = desk.clock.now()
    event = wording.event(notice, placed.standing, zone)
    event["time"] = moment.isoformat(timespec="seconds").replace("+00:00", "Z")
    return Message(
        id=notice.id,
        target=notice.target,
        subject=wording.subject(placed.standing),
        text=wording.body(notice, placed.standing, zone),
        event=event,
        moment=moment,
    )


def _content(told: Told, placed: Placed) -> dict[str, object]:
    notice = told.notice
    return {
        "format": FORMAT,
        "key": notice.key,
        "id": notice.id,
        "instrument": notice.instrument,
        "instrument_digest": placed.held.digest,
        "occurrence": notice.occurrence,
        "deadline": notice.deadline,
        "days": notice.days,
        "target": notice.target,
        "subject": told.subject,
        "on": placed.on,
        "came": told.came,
        "why": told.why,
    }
