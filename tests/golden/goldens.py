"""A golden: one order, what the lists say, and what the regulation makes of both.

The expected values come from the regulation and are written by hand; nothing here fills them in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

from navicert.casework.intake import intake
from navicert.casework.order.document import OrderDocument
from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.law.edition import standard_law
from navicert.parties.lists import needed
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.truth import Truth

FOLDER = Path(__file__).parent
DECIDING = frozenset({FindingKind.REQUIREMENT, FindingKind.PROHIBITION})


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What must come out; only outcome and action are always said.

    ``holds`` and ``unknown`` are all labels of requirements and prohibitions that stand for
    certain, and all that hang on a missing fact. ``missing`` are facts that must be asked for,
    ``flags`` words that a red flag or a screening finding must say. ``exceptions`` gives a
    symbol's availability, ``used`` the symbols that release the line.
    """

    outcome: str
    action: str
    holds: list[str] | None = None
    unknown: list[str] | None = None
    missing: list[str] = []
    nothing_missing: bool = False
    clause: str | None = None
    exceptions: dict[str, str] = {}
    used: list[str] | None = None
    obligations: list[str] | None = None
    says: list[str] = []
    agency: str | None = None


class Golden(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of this folder.

    ``rule`` gives for each rule that the case tries what it answers: yes, no or unknown; no
    means that it finds nothing, or finds that nothing stands; ``excludes`` that it takes the
    item out of the EAR. ``watch`` is a list in the house's own form; it stands for every list
    that screening needs, unless it says itself what it ``covers``.
    """

    lesson: str
    cite: str
    rule: dict[str, str]
    order: dict[str, object]
    expect: Expected
    watch: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the engine answers, line by line together."""

    determination: Determination

    def findings(self) -> Iterator[Finding]:
        for line in self.determination.lines:
            yield from line.findings
            yield from line.obligations

    def labels(self, holds: Truth) -> list[str]:
        return sorted(
            {
                finding.label
                for finding in self.findings()
                if finding.kind in DECIDING and finding.holds is holds
            }
        )

    def of_rule(self, name: str) -> str:
        found = [finding for finding in self.findings() if finding.rule == name]
        answers = {finding.holds for finding in found}
        if Truth.YES in answers:
            return "yes"
        if any(one.kind is FindingKind.SCOPE and one.holds is Truth.NO for one in found):
            return "excludes"
        return "unknown" if Truth.UNKNOWN in answers else "no"

    def clause(self) -> str:
        """The clause of a denial order that the gravest of its findings names."""
        found = [one for one in self.findings() if one.rule == "denial.denial"]
        barred = [one for one in found if one.holds is Truth.YES] or found
        return barred[0].label if barred else ""

    def missing(self) -> set[str]:
        return {fact.fact for line in self.determination.lines for fact in line.missing}

    def exceptions(self) -> dict[str, str]:
        lines = self.determination.lines
        return {one.symbol: one.availability.value for line in lines for one in line.exceptions}

    def obligations(self) -> list[str]:
        """Short citations of what must be done; in brackets what may have to be."""
        lines = self.determination.lines
        found = [one for line in lines for one in line.obligations]
        short = ((one.citation.removeprefix("15 CFR "), one.holds) for one in found)
        return sorted(
            name if holds is Truth.YES else f"[{name}]"
            for name, holds in short
            if holds is not Truth.NO
        )

    def words(self) -> str:
        """Every sentence that the answer shows."""
        because = [line.because for line in self.determination.lines]
        found = (text for one in self.findings() for text in (one.triggered_by, one.plain))
        return "\n".join([*because, *found])

    def agencies(self) -> set[str]:
        return {finding.agency for finding in self.findings() if finding.agency}


def paths() -> tuple[Path, ...]:
    """Every golden, in order of its name."""
    return tuple(sorted(FOLDER.rglob("*.toml")))


def name_of(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


@cache
def golden(path: Path) -> Golden:
    content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return msgspec.convert(content, Golden)


@cache
def answered(path: Path) -> Answered:
    one = golden(path)
    snapshots = [_listed(one.watch)] if one.watch else []
    transaction = intake(OrderDocument(path.name, one.order))
    return Answered(assess(transaction, Watch.of(snapshots), standard_law()))


def _listed(watch: str) -> Snapshot:
    found = read("watch.toml", watch.encode())
    if "covers" in tomllib.loads(watch):
        return found
    return replace(found, covers=tuple(one.code for one in needed.lists()))


def difference(expected: Expected, got: Answered) -> Mapping[str, tuple[object, object]]:
    """What is expected and what was given, wherever the two differ."""
    asked: dict[str, tuple[object, object]] = {
        "outcome": (expected.outcome, got.determination.outcome.value),
        "action": (expected.action, got.determination.action.value),
        "missing": (sorted(expected.missing), sorted(got.missing() & set(expected.missing))),
        "exceptions": (
            expected.exceptions,
            {symbol: got.exceptions().get(symbol) for symbol in expected.exceptions},
        ),
        "says": (expected.says, [text for text in expected.says if text in got.words()]),
    }
    if expected.holds is not None:
        asked["holds"] = (sorted(expected.holds), got.labels(Truth.YES))
    if expected.unknown is not None:
        asked["unknown"] = (sorted(expected.unknown), got.labels(Truth.UNKNOWN))
    if expected.nothing_missing:
        asked["nothing missing"] = (set(), got.missing())
    if expected.clause is not None:
        asked["clause"] = (expected.clause, got.clause())
    if expected.used is not None:
        used = sorted({symbol for line in got.determination.lines for symbol in line.used})
        asked["used"] = (sorted(expected.used), used)
    if expected.obligations is not None:
        asked["obligations"] = (sorted(expected.obligations), got.obligations())
    if expected.agency is not None:
        asked["agency"] = (expected.agency, expected.agency * (expected.agency in got.agencies()))
    return {key: pair for key, pair in asked.items() if pair[0] != pair[1]}
