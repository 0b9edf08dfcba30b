"""Checks: each test of an exception with its answer, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from navicert.law.edition import Edition
from navicert.law.tables.exception_questions import Question
from navicert.rules.license_exceptions.case import (
    Availability,
    Condition,
    ExceptionCase,
    LicenseException,
)
from navicert.rules.license_exceptions.told import falls_away, heard
from navicert.terms.truth import Truth, any_of


class Check(msgspec.Struct, frozen=True):
    """One test: ``reason`` says why the exception fails with it.

    ``condition`` is the question whose answer decides, None where facts did. ``confirms``
    marks what every user vouches for: unanswered it leaves the exception open as it is.
    ``refuted`` is the fact of the order that says no, ``contradicts`` that its answer said yes.
    """

    holds: Truth
    reason: str = ""
    condition: Condition | None = None
    confirms: bool = False
    refuted: str = ""
    contradicts: bool = False


def asked(question: Question, case: ExceptionCase, edition: Edition, amount: str = "") -> Check:
    """Ask the exporter; the order's ``answers`` or the rest of it may hold the answer already.

    A no of either closes, so that an order which contradicts itself opens nothing.
    """
    said = case.transaction.answer(question.slug)
    facts = heard(question, case, edition)
    refuted = facts.because if facts.holds is Truth.NO else ""
    holds = Truth.NO if Truth.NO in (said, facts.holds) else said | facts.holds
    text = question.ask
    if "{" in text:
        text = text.replace("{amount}", amount).replace("{annual}", amount)
    contradicts = bool(refuted) and said is Truth.YES
    though = ", although the order answers yes" if contradicts else ""
    return Check(
        holds=holds,
        reason=f"{question.citation}: {refuted}{though}: {text}" if refuted else _denied(text),
        condition=Condition(question.slug, text, question.citation, holds, question.group),
        confirms=question.confirms,
        refuted=refuted + though,
        contradicts=contradicts,
    )


def _denied(text: str) -> str:
    return f"answered no: {text}"


def asked_all(
    questions: Iterable[Question], case: ExceptionCase, edition: Edition
) -> tuple[Check, ...]:
    """Ask several questions; of those of one group only what still counts comes back."""
    meant = (one for one in questions if not falls_away(one, case, edition))
    return alternatives(tuple(asked(one, case, edition) for one in meant))


def alternatives(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """Leave of each group what decides it: a yes, else a contradiction, what is open, every no."""
    kept: list[Check] = []
    for check in checks:
        best = _best(_group(check), checks) if _group(check) else check.holds
        if check.holds is best:
            kept.append(check)
    return tuple(kept)


def _group(check: Check) -> str:
    return check.condition.group if check.condition else ""


def _best(group: str, checks: tuple[Check, ...]) -> Truth:
    """Take no for an answer where the order contradicts itself and nothing else is sure."""
    members = [check for check in checks if _group(check) == group]
    best = any_of(check.holds for check in members)
    contradicted = any(check.contradicts for check in members)
    return Truth.NO if contradicted and best is Truth.UNKNOWN else best


def open_fact(holds: Truth, reason: str, question: Question, case: ExceptionCase) -> Check:
    """Turn an answer from facts into a check; where facts are missing, ask."""
    if holds is not Truth.UNKNOWN:
        return Check(holds, reason)
    answer = case.transaction.answer(question.slug)
    condition = Condition(question.slug, question.ask, question.citation, answer, question.group)
    return Check(answer, reason, condition, question.confirms)


def together(checks: Iterable[Check]) -> Availability:
    """Say what checks come to: one no closes, one open question makes it conditional."""
    found = tuple(checks)
    if any(check.holds is Truth.NO for check in found):
        return Availability.UNAVAILABLE
    if any(check.holds is Truth.UNKNOWN and not check.confirms for check in found):
        return Availability.CONDITIONAL
    return Availability.AVAILABLE


def failures(checks: Iterable[Check]) -> tuple[str, ...]:
    """Give the reasons of the checks that fail, each once."""
    return tuple(dict.fromkeys(check.reason for check in checks if check.holds is Truth.NO))


def answer(
    symbol: str, citation: str, checks: tuple[Check, ...], overcomes: frozenset[str]
) -> LicenseException:
    """Put checks together to what the exception answers."""
    availability = together(checks)
    if availability is Availability.UNAVAILABLE:
        return LicenseException(
            symbol,
            availability,
            citation,
            reasons=failures(checks),
            contradicted=failures(check for check in checks if check.contradicts),
        )
    return LicenseException(
        symbol=symbol,
        availability=availability,
        citation=citation,
        overcomes=overcomes,
        reasons=(f"within the terms of {citation.removeprefix('15 CFR ')}",),
        conditions=_conditions(checks),
    )


def _conditions(checks: tuple[Check, ...]) -> tuple[Condition, ...]:
    """Give every condition once, by its slug."""
    found = {check.condition.slug: check.condition for check in checks if check.condition}
    return tuple(found.values())
