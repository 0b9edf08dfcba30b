"""The shape of an instrument in TOML; its denial terms have the form that lists of parties use."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from navicert.parties.lists.house.form import OrderForm
from navicert.undertakings.basis import Basis
from navicert.undertakings.commitments.commitment import OnClosedDay
from navicert.undertakings.commitments.form import (
    MOST_COMMITMENTS,
    CommitmentForm,
    Id,
    Line,
    Prose,
    StepForm,
)
from navicert.undertakings.instruments.instrument import TIME_ZONE, EventKind, InstrumentKind
from navicert.undertakings.instruments.penalty import PenaltyState

_Many = Meta(max_length=500)
Names = Annotated[list[Annotated[str, Meta(min_length=1, max_length=300)]], Meta(min_length=1)]


class PersonForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[party]]``, ``[[related_person]]``: every name by which somebody is known."""

    names: Names


class ProbationForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[probation]``: both days are included."""

    since: date
    until: date
    citation: Line
    basis: Basis = Basis.RECORD


class PenaltyEventForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[penalty.event]]``: from which day the penalty is in which state."""

    day: date
    state: PenaltyState
    citation: Line
    due: date | None = None
    basis: Basis = Basis.RECORD
    note: Prose = ""


class PenaltyForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[penalty]]``: a sum that moves as one."""

    id: Id
    title: Line
    amount: int | str
    citation: Line
    event: Annotated[list[PenaltyEventForm], Meta(min_length=1, max_length=100)]
    currency: Line = "USD"
    waived_after_probation: bool = False
    basis: Basis = Basis.RECORD


class EventForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[event]]``: something that happened, or will."""

    id: Id
    title: Line
    citation: Line
    day: date | None = None
    kind: EventKind = EventKind.MILESTONE
    basis: Basis = Basis.RECORD


class SupersedesForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[supersedes]]``: an earlier instrument whose place this one takes, from a day on."""

    id: Id
    day: date
    citation: Line
    basis: Basis = Basis.RECORD


class InstrumentForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole file."""

    id: Id
    title: Line
    kind: InstrumentKind
    authority: Line
    citation: Line
    source: Prose
    day: date
    party: Annotated[list[PersonForm], Meta(min_length=1, max_length=500)]
    related_person: Annotated[list[PersonForm], _Many] = []
    supersedes: Annotated[list[SupersedesForm], Meta(max_length=50)] = []
    time_zone: Line = TIME_ZONE
    on_closed_day: OnClosedDay = OnClosedDay.STAYS
    probation: ProbationForm | None = None
    penalty: Annotated[list[PenaltyForm], _Many] = []
    denial_order: Annotated[list[OrderForm], Meta(max_length=50)] = []
    event: Annotated[list[EventForm], _Many] = []
    escalation: Annotated[list[StepForm], Meta(max_length=20)] = []
    commitment: Annotated[list[CommitmentForm], Meta(max_length=MOST_COMMITMENTS)] = []
    note: Prose = ""
