"""Replay a case: the same acts on many days, each cell determined anew from the law of its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.casework.intake import intake
from navicert.casework.order.document import OrderDocument
from navicert.casework.promises.sanctions import Sanction, sanctions
from navicert.determination.assess import assess
from navicert.determination.result import LineDetermination
from navicert.law.edition import Law
from navicert.parties.watch import Watch
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.outcome import Action, Outcome
from navicert.terms.truth import Truth
from navicert.undertakings.instruments.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its days, its acts as ordinary orders, the lists that are asked, the instruments."""

    title: str
    days: tuple[date, ...]
    acts: tuple[OrderDocument, ...]
    watch: Watch
    note: str = ""
    instruments: tuple[Instrument, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one act came to on one day; ``labels`` and ``citations`` are what decided."""

    day: date
    outcome: Outcome
    action: Action
    because: str
    labels: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One act with a cell a day."""

    name: str
    file: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """The table: acts down, days across; the sanctions of instruments on the same days."""

    title: str
    note: str
    days: tuple[date, ...]
    acts: tuple[Act, ...]
    law_digest: str
    sanctions: tuple[Sanction, ...] = ()


def replay_case(case: Case, law: Law) -> Replayed:
    """Determine every act on every day; OrderRefused names what cannot be read of an act."""
    acts = tuple(_act(document, case, law) for document in case.acts)
    states = sanctions(case.instruments, case.days)
    return Replayed(case.title, case.note, case.days, acts, law.digest, states)


def _act(document: OrderDocument, case: Case, law: Law) -> Act:
    name = str(document.content.get("reference") or document.file)
    cells = tuple(_cell(document, day, case.watch, law) for day in case.days)
    return Act(name, document.file, cells)


def _cell(document: OrderDocument, day: date, watch: Watch, law: Law) -> Cell:
    found = assess(intake(document, day), watch, law)
    gravest = [line for line in found.lines if line.outcome is found.outcome]
    deciding = _deciding(gravest[0])
    return Cell(
        day=day,
        outcome=found.outcome,
        action=found.action,
        because=found.because,
        labels=_labels(gravest[0], deciding),
        citations=tuple(dict.fromkeys(one.citation for one in deciding)),
    )


def _labels(line: LineDetermination, deciding: tuple[Finding, ...]) -> tuple[str, ...]:
    """Give what the line itself says it rests on, else what its deciding findings are called."""
    if line.decided_by:
        return tuple(line.decided_by.split(", "))
    return tuple(dict.fromkeys(one.label or one.citation for one in deciding))


def _deciding(line: LineDetermination) -> tuple[Finding, ...]:
    """Give the findings that an outcome rests on, in the order of the steps."""
    rests_on = _RESTS_ON.get(line.outcome)
    if rests_on is None:
        return ()
    kinds, holds = rests_on
    return tuple(one for one in line.findings if one.kind in kinds and one.holds is holds)


_OPEN = frozenset(FindingKind) - {FindingKind.NOTE, FindingKind.OBLIGATION}
_RESTS_ON = {
    Outcome.PROHIBITED: (frozenset({FindingKind.PROHIBITION}), Truth.YES),
    Outcome.LICENSE: (frozenset({FindingKind.REQUIREMENT}), Truth.YES),
    Outcome.EXCEPTION: (frozenset({FindingKind.REQUIREMENT}), Truth.YES),
    Outcome.NEED_FACTS: (_OPEN, Truth.UNKNOWN),
    Outcome.REFER: (frozenset({FindingKind.SCREENING}), Truth.YES),
    Outcome.NOT_SUBJECT: (frozenset({FindingKind.SCOPE}), Truth.NO),
}
