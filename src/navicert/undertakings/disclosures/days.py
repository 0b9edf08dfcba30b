"""The days of a case, held against each other: what cannot have happened in that order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from navicert.law.edition import Edition
from navicert.undertakings.disclosures.case import Case, Extension, Leave
from navicert.undertakings.disclosures.clock import clock_of

Path = tuple[str | int, ...]
"""Where a day stands in a case: keys, and places in lists from 0."""


@dataclass(frozen=True, slots=True)
class Disorder:
    """A day that cannot be where another one is."""

    path: Path
    says: str


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that may not be said, with its place and what it is called."""

    path: Path
    day: date | None
    name: str


def disorders(case: Case, edition: Edition) -> tuple[Disorder, ...]:
    """Name every day that contradicts another; LawNotCovered before the rule of 2024."""
    return (
        *(found for first, then in _in_order(case) for found in _contradiction(first, then)),
        *_answers_to_nothing(case),
        *_shortened(case, edition),
    )


def _contradiction(first: _Day, then: _Day) -> Iterator[Disorder]:
    if first.day is not None and then.day is not None and then.day < first.day:
        says = f"{then.day} is before {first.name} ({first.day}): one of the two is wrong"
        yield Disorder(then.path, says)


def _in_order(case: Case) -> Iterator[tuple[_Day, _Day]]:
    """Give pairs of days of which the second is never before the first."""
    found = _Day(("discovered",), case.discovered, "the day on which it was discovered")
    began = _Day(("happened_from",), case.happened_from, "happened_from")
    told = _notified(case)
    yield began, _Day(("happened_until",), case.happened_until, "happened_until")
    yield began, found
    yield _Day(("narrative", "review_from"), case.narrative.review_from, "review_from"), found
    for one in (told, *_steps(case)):
        yield found, one
    for one in _after_the_notification(case):
        yield told, one
    for number, extension in enumerate(case.extension):
        yield from _of_extension(number, extension)
    for number, leave in enumerate(case.later_act):
        yield from _of_leave(number, leave)
    end = _Day(("closed",), case.closed, "the end of the case")
    for one in (told, *_after_the_notification(case), *_steps(case)):
        yield one, end


def _notified(case: Case) -> _Day:
    received = None if case.notification is None else case.notification.received
    return _Day(("notification", "received"), received, "the receipt of the notification")


def _after_the_notification(case: Case) -> Iterator[_Day]:
    """Give the days that come after the notification, where there was one."""
    confirmed = None if case.notification is None else case.notification.confirmed_in_writing
    yield _Day(("notification", "confirmed_in_writing"), confirmed, "its confirmation")
    received = case.narrative.received
    yield _Day(("narrative", "received"), received, "the receipt of the narrative")
    for number, one in enumerate(case.extension):
        path = ("extension", number, "requested")
        yield _Day(path, one.requested, "the request for more time")


def _steps(case: Case) -> Iterator[_Day]:
    """Give the other steps, which come after the discovery."""
    wanted, short = case.full_narrative_requested, case.abbreviated_received
    yield _Day(("full_narrative_requested",), wanted, "the Director's request")
    yield _Day(("abbreviated_received",), short, "the receipt of the short report")
    signed = None if case.certification is None else case.certification.signed
    yield _Day(("certification", "signed"), signed, "the certification")
    for number, one in enumerate(case.extension):
        yield _Day(("extension", number, "granted"), one.granted, "the answer to the request")


def _of_extension(number: int, one: Extension) -> Iterator[tuple[_Day, _Day]]:
    asked = _Day(("extension", number, "requested"), one.requested, "its request")
    granted = _Day(("extension", number, "granted"), one.granted, "the day on which it was granted")
    until = _Day(("extension", number, "granted_until"), one.granted_until, "granted_until")
    yield asked, granted
    yield asked, until
    yield granted, until


def _of_leave(number: int, one: Leave) -> Iterator[tuple[_Day, _Day]]:
    asked = _Day(("later_act", number, "requested"), one.requested, "its request")
    for key in ("granted", "refused"):
        yield asked, _Day(("later_act", number, key), getattr(one, key), key)


def _answers_to_nothing(case: Case) -> Iterator[Disorder]:
    for number, one in enumerate(case.extension):
        for key in ("granted", "granted_until"):
            if one.requested is None and getattr(one, key) is not None:
                says = f"{getattr(one, key)} answers a request that was not received: say requested"
                yield Disorder(("extension", number, key), says)


def _shortened(case: Case, edition: Edition) -> Iterator[Disorder]:
    """An extension moves the deadline on: it never shortens the time that there is."""
    if case.is_abbreviated:
        return
    due = clock_of(replace(case, extension=()), edition).due
    deadline = due.value
    for asked in clock_of(case, edition).asked:
        until = asked.extension.granted_until
        if until is not None and deadline is not None and until < deadline:
            says = f"{until} is before the deadline that it should move ({deadline}): an extension "
            says += f"does not shorten the time that there is ({due.citation})"
            number = next(n for n, one in enumerate(case.extension) if one is asked.extension)
            yield Disorder(("extension", number, "granted_until"), says)
        deadline = asked.due
