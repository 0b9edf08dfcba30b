"""Checks: each test of an exception with its answer, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navicert.law.tables.license_exceptions import Question
from navicert.rules.license_exceptions.case import (
    Availability,
    Condition,
    ExceptionCase,
    LicenseException,
)
from navicert.terms.truth import Truth, any_of


@dataclass(frozen=True, slots=True)
class Check:
    """One test: ``reason`` says why the exception fails with it.

    ``condition`` is the question whose answer decides, None where facts did. ``confirms``
    marks what every user vouches for: unanswered it leaves the exception open as it is.
    """

    holds: Truth
    reason: str = ""
    condition: Condition | None = None
    confirms: bool = False


def asked(question: Question, case: ExceptionCase, amount: str = "") -> Check:
    """Ask the exporter; the order's ``answers`` and figures may hold the answer already."""
    answer = case.transaction.answer(question.slug)
    if question.figure:
        answer = _either(answer, question.measured(case.line.item.figures))
    text = question.ask.replace("{amount}", amount).replace("{annual}", amount)
    condition = Condition(question.slug, text, question.citation, answer, question.group)
    return Check(answer, f"answered no: {text}", condition, question.confirms)


def asked_all(questions: Iterable[Question], case: ExceptionCase) -> tuple[Check, ...]:
    """Ask several questions; of those of one group only what still counts comes back."""
    return alternatives(tuple(asked(one, case) for one in questions))


def alternatives(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """Leave of each group what decides it: a yes, else what is open, else every no."""
    kept: list[Check] = []
    for check in checks:
        best = _best(_group(check), checks) if _group(check) else check.holds
        if check.holds is best:
            kept.append(check)
    return tuple(kept)


def _group(check: Check) -> str:
    return check.condition.group if check.condition else ""


def _best(group: str, checks: tuple[Check, ...]) -> Truth:
    return any_of(check.holds for check in checks if _group(check) == group)


def _either(said: Truth, measured: Truth) -> Truth:
    """Put what the order says and what its figures say together; a no of either closes."""
    if Truth.NO in (said, measured):
        return Truth.NO
    return said | measured


def open_fact(holds: Truth, reason: str, question: Question, case: ExceptionCase) -> Check:
    """Turn an answer from facts into a check; where facts are missing, ask."""
    if holds is not Truth.UNKNOWN:
        return Check(holds, reason)
    check = asked(question, case)
    return Check(check.holds, reason, check.condition, check.confirms)


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
        return LicenseException(symbol, availability, citation, reasons=failures(checks))
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
