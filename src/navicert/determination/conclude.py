"""The conclusion of a line: what its findings come to, and what may overcome them (732.4)."""

from __future__ import annotations

import msgspec

from navicert.determination.obligations import obligations_of
from navicert.determination.overcome import Common, Overcome, overcome
from navicert.determination.result import LineDetermination
from navicert.determination.steps import LineFindings
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.scope.activities import IN_TRANSIT, NOT_AN_EXPORT
from navicert.terms.outcome import Action, Outcome
from navicert.terms.truth import Truth

RESTING_ON = frozenset({"TGL", "SUSPENDED", NOT_AN_EXPORT, IN_TRANSIT})
"""Notes that a release rests on: a general license, a suspended order, an act that is no export."""

BARRING = (FindingKind.PROHIBITION, FindingKind.SCREENING, FindingKind.RED_FLAG)
"""What holds an item too that is not subject to the EAR."""


class Verdict(msgspec.Struct, frozen=True):
    """Outcome, action, the sentence that gives the reason, and what it rests on."""

    outcome: Outcome
    action: Action
    because: str
    label: str = ""


def conclude(found: LineFindings, common: Common) -> LineDetermination:
    """Conclude one line."""
    freed = overcome(found, common)
    verdict = _verdict(found, freed)
    item = found.line.item
    return LineDetermination(
        number=found.line.number,
        item=item.name,
        eccn=str(item.eccn or ""),
        outcome=verdict.outcome,
        action=verdict.action,
        because=verdict.because,
        findings=(*found.findings, *freed.notes),
        exceptions=freed.exceptions,
        used=freed.used if verdict.outcome is Outcome.EXCEPTION else (),
        obligations=obligations_of(found.matter, common, (verdict.outcome, freed.used)),
        missing=_missing(found.findings),
        decided_by=verdict.label,
    )


def _verdict(found: LineFindings, freed: Overcome) -> Verdict:
    """Ask from the gravest to the mildest; what is unknown never becomes a release."""
    for judge in (_prohibited, _not_subject, _licensed, _unknown, _referred, _excepted):
        verdict = judge(found, freed)
        if verdict is not None:
            return verdict
    return _no_license_required(found)


def _prohibited(found: LineFindings, _freed: Overcome) -> Verdict | None:
    """A prohibition decides alone; a denial order reaches the service of foreign items too."""
    certain = _of(found, FindingKind.PROHIBITION, Truth.YES)
    if not certain:
        return None
    return Verdict(Outcome.PROHIBITED, Action.STOP, _said(certain[0]), certain[0].label)


def _not_subject(found: LineFindings, freed: Overcome) -> Verdict | None:
    """An item outside the EAR goes, but not past parties and red flags that nobody looked at."""
    if found.subject is not Truth.NO:
        return None
    doubtful = [one for kind in BARRING for one in _of(found, kind, Truth.UNKNOWN)]
    if doubtful:
        return _need(doubtful[0])
    reasons = _of(found, FindingKind.SCOPE, Truth.NO)
    excluded = reasons[0]
    if excluded.agency:
        said = f"ask {excluded.agency}: {excluded.triggered_by}"
        return Verdict(Outcome.REFER, Action.HOLD, said, excluded.agency)
    said = _said(excluded) if excluded.label else "; ".join(_said(one) for one in reasons)
    held = _referred(found, freed)
    if held is not None:
        return Verdict(Outcome.NOT_SUBJECT, Action.HOLD, f"{said}; but {held.because}", "734.3")
    return Verdict(Outcome.NOT_SUBJECT, Action.RELEASE, said, "734.3")


def _licensed(found: LineFindings, freed: Overcome) -> Verdict | None:
    """A certain requirement that nothing certainly overcomes decides, whatever else is open."""
    if found.subject is not Truth.YES or not freed.standing:
        return None
    one = freed.standing[0]
    labels = ", ".join(dict.fromkeys(finding.label for finding in freed.standing))
    hint = f"; {freed.hint}" if freed.hint else ""
    return Verdict(Outcome.LICENSE, Action.HOLD, f"{_said(one)}{hint}", labels)


def _unknown(found: LineFindings, _freed: Overcome) -> Verdict | None:
    if found.subject is Truth.UNKNOWN:
        return _need(_first_open(found))
    doubtful = [
        finding
        for finding in found.findings
        if finding.holds is Truth.UNKNOWN and finding.kind is not FindingKind.NOTE
    ]
    return _need(doubtful[0]) if doubtful else None


def _referred(found: LineFindings, _freed: Overcome) -> Verdict | None:
    """A listed party, or a red flag, holds what would otherwise go."""
    for finding in found.findings:
        if finding.holds is not Truth.YES:
            continue
        if finding.kind is FindingKind.SCREENING:
            return Verdict(Outcome.REFER, Action.HOLD, _said(finding), finding.label)
        if finding.kind is FindingKind.RED_FLAG:
            said = f"a red flag stands: {_said(finding)}"
            return Verdict(Outcome.NEED_FACTS, Action.HOLD, said, "red flag")
    return None


def _excepted(_found: LineFindings, freed: Overcome) -> Verdict | None:
    if not freed.used:
        return None
    symbols = ", ".join(freed.used)
    said = f"{symbols}: every requirement is overcome, and every condition answered with yes"
    return Verdict(Outcome.EXCEPTION, Action.RELEASE, said, symbols)


def _no_license_required(found: LineFindings) -> Verdict:
    """Nothing stands; say so, and name the permission or the suspension that it rests on."""
    resting = [
        finding
        for finding in found.findings
        if (finding.label in RESTING_ON and finding.holds is not Truth.UNKNOWN)
        or (finding.kind is FindingKind.PROHIBITION and finding.holds is Truth.NO)
    ]
    if not resting:
        said = "no license requirement, no prohibition and no open question was found"
        return Verdict(Outcome.NLR, Action.RELEASE, said)
    permitted = [one for one in resting if one.kind is FindingKind.PROHIBITION]
    label = "authorized" if permitted else resting[0].label
    return Verdict(Outcome.NLR, Action.RELEASE, _said((permitted or resting)[0]), label)


def _need(finding: Finding) -> Verdict:
    asked = finding.missing[0].question if finding.missing else _said(finding)
    return Verdict(Outcome.NEED_FACTS, Action.HOLD, asked, finding.label)


def _said(finding: Finding) -> str:
    return finding.plain or finding.triggered_by


def _first_open(found: LineFindings) -> Finding:
    return next(finding for finding in found.findings if finding.holds is Truth.UNKNOWN)


def _of(found: LineFindings, kind: FindingKind, holds: Truth) -> list[Finding]:
    return [one for one in found.findings if one.kind is kind and one.holds is holds]


def _missing(findings: tuple[Finding, ...]) -> tuple[MissingFact, ...]:
    """Every question once, in the order of the steps."""
    return tuple(dict.fromkeys(fact for finding in findings for fact in finding.missing))
