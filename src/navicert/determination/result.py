"""What a determination says: one outcome a line, and everything that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from navicert.facts.ownership import RegisterAsked
from navicert.facts.standing import ListAsked, Standing
from navicert.law.coverage import Coverage
from navicert.rules.finding import Finding, MissingFact
from navicert.rules.license_exceptions.case import LicenseException
from navicert.terms.outcome import Action, Outcome


class LineDetermination(msgspec.Struct, frozen=True):
    """One line: its outcome, its findings in the order of part 732, and what could overcome them.

    ``because`` is the one sentence that decides, ``decided_by`` the short citation of what it
    rests on (``Second.A``, ``744.11``, ``TGL``; empty when nothing was found); ``findings`` leave
    out what plainly does not apply; ``exceptions`` are those that were tried, ``used`` the
    symbols that release it.
    """

    number: int
    item: str
    eccn: str
    outcome: Outcome
    action: Action
    because: str
    findings: tuple[Finding, ...]
    exceptions: tuple[LicenseException, ...]
    used: tuple[str, ...]
    obligations: tuple[Finding, ...]
    missing: tuple[MissingFact, ...]
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class LawAsked:
    """The edition: the day it was opened at, the digest of the shelf, and its tables' coverage."""

    day: date
    digest: str
    coverages: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Determination:
    """The answer to an order: the gravest outcome of its lines, and all that it rests on.

    ``registers`` are those of owners that were asked, none where none is loaded.
    """

    reference: str
    day: date
    outcome: Outcome
    action: Action
    because: str
    lines: tuple[LineDetermination, ...]
    standings: tuple[Standing, ...]
    screening: str
    lists: tuple[ListAsked, ...]
    law: LawAsked
    notes: tuple[str, ...]
    engine: str
    registers: tuple[RegisterAsked, ...] = ()
