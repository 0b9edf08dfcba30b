"""The conclusion of a line: what its findings come to, and what may overcome them (732.4)."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.determination.overcome import Overcome, overcome
from navicert.determination.result import LineDetermination
from navicert.determination.steps import LineFindings
from navicert.facts.standing import Standing
from navicert.rules import clearance, recordkeeping
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.outcome import Action, Outcome
from navicert.terms.outcome import format as words
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Verdict:
    """Outcome, action, and the sentence that gives the reason."""

    outcome: Outcome
    action: Action
    because: str


def conclude(found: LineFindings, standings: tuple[Standing, ...]) -> LineDetermination:
    """Conclude one line."""
    freed = overcome(found, standings)
    verdict = _verdict(found, freed)
    item = found.line.item
    return LineDetermination(
        number=found.line.number,
        item=item.name,
        eccn=str(item.eccn or ""),
        outcome=verdict.outcome,
        action=verdict.action,
        because=verdict.because,
        findings=found.findings,
        exceptions=freed.exceptions,
        used=freed.used if verdict.outcome is Outcome.EXCEPTION else (),
        obligations=_obligations(found.matter, verdict, freed),
        missing=_missing(found.findings),
    )


def _verdict(found: LineFindings, freed: Overcome) -> Verdict:
    """Ask from the gravest to the mildest; what is unknown never becomes a release."""
    for judge in (_prohibited, _not_subject, _licensed, _unknown, _referred, _excepted):
        verdict = judge(found, freed)
        if verdict is not None:
            return verdict
    return Verdict(
        Outcome.NLR, Action.RELEASE, "no requirement, prohibition or open question was found"
    )


def _prohibited(found: LineFindings, _freed: Overcome) -> Verdict | None:
    certain = _of(found, FindingKind.PROHIBITION, Truth.YES)
    if not certain or found.subject is Truth.NO:
        return None
    one = certain[0]
    return Verdict(Outcome.PROHIBITED, Action.STOP, f"{one.label}: {one.triggered_by}")


def _not_subject(found: LineFindings, _freed: Overcome) -> Verdict | None:
    if found.subject is not Truth.NO:
        return None
    excluded = next(f for f in found.findings if f.holds is Truth.NO)
    if excluded.agency:
        return Verdict(
            Outcome.REFER, Action.HOLD, f"ask {excluded.agency}: {excluded.triggered_by}"
        )
    return Verdict(Outcome.NOT_SUBJECT, Action.RELEASE, excluded.triggered_by)


def _licensed(found: LineFindings, freed: Overcome) -> Verdict | None:
    """A certain requirement that nothing certainly overcomes decides, whatever else is open."""
    if found.subject is not Truth.YES or not freed.standing:
        return None
    one = freed.standing[0]
    hint = f"; {freed.hint}" if freed.hint else ""
    return Verdict(
        Outcome.LICENSE,
        Action.HOLD,
        f"{words(Outcome.LICENSE)} ({one.label}): {one.triggered_by}{hint}",
    )


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
    for finding in found.findings:
        if finding.holds is not Truth.YES:
            continue
        if finding.kind is FindingKind.SCREENING:
            return Verdict(
                Outcome.REFER,
                Action.HOLD,
                f"ask who keeps the {finding.agency}: {finding.triggered_by}",
            )
        if finding.kind is FindingKind.RED_FLAG:
            return Verdict(
                Outcome.NEED_FACTS, Action.HOLD, f"a red flag stands: {finding.triggered_by}"
            )
    return None


def _excepted(_found: LineFindings, freed: Overcome) -> Verdict | None:
    if not freed.used:
        return None
    symbols = ", ".join(freed.used)
    return Verdict(
        Outcome.EXCEPTION,
        Action.RELEASE,
        f"{symbols}: every requirement is overcome, every condition answered",
    )


def _need(finding: Finding) -> Verdict:
    asked = finding.missing[0].question if finding.missing else finding.triggered_by
    return Verdict(Outcome.NEED_FACTS, Action.HOLD, asked)


def _first_open(found: LineFindings) -> Finding:
    return next(finding for finding in found.findings if finding.holds is Truth.UNKNOWN)


def _of(found: LineFindings, kind: FindingKind, holds: Truth) -> list[Finding]:
    return [one for one in found.findings if one.kind is kind and one.holds is holds]


def _obligations(matter: Matter, verdict: Verdict, freed: Overcome) -> tuple[Finding, ...]:
    kept = recordkeeping.retention(matter.transaction, matter.edition)
    if verdict.outcome in {Outcome.PROHIBITED, Outcome.NOT_SUBJECT, Outcome.REFER}:
        return kept
    return (
        *clearance.electronic_export_information(matter, verdict.outcome, freed.used),
        *clearance.destination_control_statement(matter, freed.used),
        *clearance.eccn_on_invoice(matter),
        *clearance.license_code(matter, verdict.outcome),
        *kept,
    )


def _missing(findings: tuple[Finding, ...]) -> tuple[MissingFact, ...]:
    """Every question once, in the order of the steps."""
    return tuple(dict.fromkeys(fact for finding in findings for fact in finding.missing))
