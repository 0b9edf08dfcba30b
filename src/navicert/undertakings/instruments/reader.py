"""Read an instrument: strictly, and so that what it says holds together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar
from zoneinfo import available_timezones

import msgspec

from navicert.errors import InstrumentRefused, TermError
from navicert.parties.lists.house.reader import denial_order
from navicert.terms import money
from navicert.undertakings.commitments import dependencies
from navicert.undertakings.commitments.commitment import DENIAL_END, SIGNED
from navicert.undertakings.commitments.deadlines import occurrences
from navicert.undertakings.instruments import payments, toml_document
from navicert.undertakings.instruments.form import (
    InstrumentForm,
    PenaltyEventForm,
    PenaltyForm,
    PersonForm,
)
from navicert.undertakings.instruments.instrument import (
    Event,
    Instrument,
    Probation,
    Supersedes,
)
from navicert.undertakings.instruments.penalty import (
    FOLLOWS,
    Penalty,
    PenaltyEvent,
    PenaltyState,
)
from navicert.undertakings.instruments.toml_document import TomlDocument

MOST_OCCURRENCES = 5_000
"""Deadlines of one instrument, every time of a rhythm counted."""

_Form = TypeVar("_Form")
_Made = TypeVar("_Made")


def read(file: str, content: bytes) -> Instrument:
    """Read the bytes of a file.

    Raises:
        UnreadableFile: when they are no TOML in UTF-8.
        FileTooLarge: with the limit.
        InstrumentRefused: with file, line and key, for an unknown or missing key, a malformed
            value, or what contradicts itself.
    """
    document = toml_document.decoded(file, content)
    try:
        form = msgspec.convert(document.content(), InstrumentForm)
    except msgspec.ValidationError as error:
        raise document.refused(str(error)) from None
    found = _instrument(form, document)
    try:
        _check(found)
    except (InstrumentRefused, TermError) as error:
        raise document.refused(str(error)) from None
    return found


def _instrument(form: InstrumentForm, document: TomlDocument) -> Instrument:
    steps = tuple(_each(document, "escalation", form.escalation, lambda one: one.step()))
    orders = _each(document, "denial_order", form.denial_order, denial_order)
    commitments = _each(document, "commitment", form.commitment, lambda one: one.commitment(steps))
    return Instrument(
        id=form.id,
        title=form.title,
        kind=form.kind,
        authority=form.authority,
        citation=form.citation,
        source=form.source,
        day=form.day,
        parties=tuple(_each(document, "party", form.party, _person)),
        related_persons=tuple(_each(document, "related_person", form.related_person, _person)),
        supersedes=tuple(
            Supersedes(one.id, one.day, one.citation, one.basis) for one in form.supersedes
        ),
        time_zone=form.time_zone,
        on_closed_day=form.on_closed_day,
        probation=_probation(form),
        penalties=tuple(_each(document, "penalty", form.penalty, _penalty)),
        denial_orders=tuple(orders),
        events=tuple(
            Event(one.id, one.title, one.citation, one.day, one.kind, one.basis)
            for one in form.event
        ),
        commitments=tuple(commitments),
        note=form.note,
    )


def _each(
    document: TomlDocument, table: str, forms: Sequence[_Form], make: Callable[[_Form], _Made]
) -> Iterator[_Made]:
    for position, form in enumerate(forms):
        try:
            yield make(form)
        except TermError as error:
            raise document.refused(f"{error} - at `$.{table}[{position}]`") from None


def _person(form: PersonForm) -> tuple[str, ...]:
    names = tuple(" ".join(name.split()) for name in form.names)
    if not all(any(map(str.isalnum, name)) for name in names):
        raise TermError("a name without a letter in it")
    return names


def _probation(form: InstrumentForm) -> Probation | None:
    given = form.probation
    if given is None:
        return None
    return Probation(given.since, given.until, given.citation, given.basis)


def _penalty(form: PenaltyForm) -> Penalty:
    events = tuple(map(_penalty_event, form.event))
    if list(events) != sorted(events, key=lambda one: one.day):
        raise TermError("the events of a penalty stand in the order of their days")
    states = (PenaltyState.NONE, *(one.state for one in events))
    for before, after in pairwise(states):
        if after not in FOLLOWS[before]:
            raise TermError(f"a penalty that is {before} does not become {after}")
    return Penalty(
        id=form.id,
        title=form.title,
        sum=money.parse(form.amount, form.currency),
        citation=form.citation,
        events=events,
        waived_after_probation=form.waived_after_probation,
        basis=form.basis,
    )


def _penalty_event(form: PenaltyEventForm) -> PenaltyEvent:
    if form.due is not None and form.due < form.day:
        raise TermError(f"due on {form.due}, before its own day {form.day}")
    return PenaltyEvent(form.day, form.state, form.citation, form.due, form.basis, form.note)


def _check(found: Instrument) -> None:
    """Hold together what no single key says; computes every deadline that is known already."""
    if found.time_zone not in available_timezones():
        raise TermError(
            f"{found.time_zone!r} is no time zone such as America/New_York - at `$.time_zone`"
        )
    if found.probation and found.probation.until < found.probation.since:
        raise TermError("it ends before it begins - at `$.probation`")
    if found.probation is None and any(one.waived_after_probation for one in found.penalties):
        raise TermError("waived_after_probation needs a [probation] with its end")
    _unique("penalty", [one.id for one in found.penalties])
    own = [SIGNED, DENIAL_END, *(one.id for one in found.events)]
    _unique("event or commitment", [*own, *(one.id for one in found.commitments)])
    dependencies.check(found.commitments, found.event_ids())
    payments.check(found)
    _superseding(found)
    _computable(found)


def _superseding(found: Instrument) -> None:
    for position, one in enumerate(found.supersedes):
        place = f" - at `$.supersedes[{position}]`"
        if one.id == found.id:
            raise TermError(f"an instrument does not supersede itself{place}")
        if one.day < found.day:
            raise TermError(f"from {one.day} on, before the instrument itself{place}")
    _unique("superseded instrument", [one.id for one in found.supersedes])


def _computable(found: Instrument) -> None:
    """Compute every deadline that is known already, so that none fails when somebody looks."""
    promises, count = found.promises(), 0
    for one in found.commitments:
        count += len(occurrences(one, promises.events, promises.rule))
        if count > MOST_OCCURRENCES:
            raise TermError(f"more than {MOST_OCCURRENCES:,} deadlines in all: make several of it")


def _unique(what: str, ids: Sequence[str]) -> None:
    twice = [name for name, count in Counter(ids).items() if count > 1]
    if twice:
        raise TermError(f"the id {twice[0]!r} stands twice: give each {what} its own")
