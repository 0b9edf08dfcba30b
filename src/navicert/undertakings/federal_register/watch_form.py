"""A read order as TOML in the form that a watch takes, with a comment where a field was not read.

The form wants a day for the event. Where the text gives none, the day of filing stands there: by
then the order was signed, so from that day on it was certainly in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from navicert.undertakings.federal_register.notice import (
    Basis,
    DayRead,
    NoticeKind,
    OrderNotice,
    Respondent,
)

_KINDS: Mapping[NoticeKind, str] = {
    NoticeKind.CONVICTION: "conviction",
    NoticeKind.TEMPORARY: "temporary",
    NoticeKind.RENEWAL: "temporary",
}
_EVENTS: Mapping[NoticeKind, str] = {
    NoticeKind.ACTIVATION: "activated",
    NoticeKind.MODIFICATION: "modified",
    NoticeKind.TERMINATION: "terminated",
}


def toml_of(notices: tuple[OrderNotice, ...], title: str) -> str:
    """Write the orders as one file of the watch's own form."""
    told = [f"title = {_text(title)}"]
    told += [line for notice in notices for line in ("", *_order(notice))]
    return "\n".join(told) + "\n"


def lacking(notice: OrderNotice) -> str:
    """Say why an order cannot be written in the form; empty where it can."""
    if not notice.respondents:
        return "it names nobody in a way that is read"
    if _day(notice) is None:
        return "the text gives neither the day of the order, nor that of its filing or publication"
    return ""


def _order(notice: OrderNotice) -> Iterator[str]:
    if reason := lacking(notice):
        yield f"# {_reference(notice)}: not written, since {_comment(reason)}"
        return
    yield from (f"# not read: {one.field}: {_comment(one.reason)}" for one in notice.unread)
    yield from (f"# in doubt: {_comment(doubt)}" for doubt in notice.doubts)
    if notice.kind in _EVENTS:
        yield "# It acts on an earlier order: move its event under that order's heading."
    yield "[[denial_order]]"
    yield f"reference = {_text(_reference(notice))}"
    yield f"kind = {_text(_KINDS.get(notice.kind, 'standing') if notice.kind else 'standing')}"
    if notice.standard_terms is None:
        yield "# Not every clause is in the text; false holds what meets it until they are read."
    yield f"standard_terms = {str(notice.standard_terms is True).lower()}"
    yield from _persons("persons", notice.respondents)
    if notice.related_persons:
        yield from _persons("related_persons", notice.related_persons)
    yield ""
    yield from _event(notice)


def _persons(key: str, persons: tuple[Respondent, ...]) -> Iterator[str]:
    yield f"{key} = ["
    for person in persons:
        where = f" # {_comment('; '.join(person.addresses))}" if person.addresses else ""
        yield f"  [{', '.join(map(_text, person.names))}],{where}"
    yield "]"


def _event(notice: OrderNotice) -> Iterator[str]:
    day = _day(notice)
    yield "[[denial_order.event]]"
    if notice.effective is None:
        yield "# The day of the order was not read; by the day of its filing it was in force."
    elif notice.effective.basis is Basis.COMPUTED:
        yield f"# Computed: {_comment(notice.effective.sentence)}"
    yield f"day = {day}"
    kind = _EVENTS.get(notice.kind, "") if notice.kind else ""
    yield f"kind = {_text(kind or ('suspended' if notice.suspended else 'issued'))}"
    yield f"citation = {_text(_reference(notice))}"
    yield from _end(notice.end)


def _end(end: DayRead | None) -> Iterator[str]:
    if end is None:
        yield "# The end was not read: the order is taken to go on."
        return
    if end.basis is Basis.COMPUTED:
        yield f"# Computed: {_comment(end.sentence)}"
    yield f"end = {end.day}"


def _day(notice: OrderNotice) -> date | None:
    return notice.effective.day if notice.effective else notice.filed or notice.published


def _reference(notice: OrderNotice) -> str:
    return f"FR Doc. {notice.document}" if notice.document else notice.title or "unnumbered order"


def _text(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's, but for DEL and lone surrogates."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    return json.dumps(clean, ensure_ascii=False)


def _comment(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
