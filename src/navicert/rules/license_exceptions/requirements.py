"""Which license requirements an exception can take, and which let none through (740.1(a))."""

from __future__ import annotations

import re
from functools import lru_cache

from navicert.rules.finding import Finding
from navicert.rules.license_exceptions.case import Condition, ExceptionCase, Required
from navicert.rules.license_exceptions.checks import Check
from navicert.rules.license_exceptions.side import KEPT
from navicert.terms.truth import Truth

LIST = "list"
_PART = re.compile(r"\b(744|746)\b")


def part_of(requirement: Finding) -> str:
    """Tell whether a requirement is one of the list and chart, or of part 744 or 746."""
    return part(requirement.label, requirement.reason, requirement.citation)


@lru_cache(maxsize=1 << 12)
def part(label: str, reason: str, citation: str) -> str:
    """Tell the same by the label, the reason and the citation of a requirement."""
    if found := _PART.search(label):
        return found[1]
    if reason:
        return LIST
    found = _PART.search(citation)
    return found[1] if found else LIST


def lets_through(requirement: Finding, symbol: str) -> bool:
    """Tell whether a requirement can be overcome by an exception at all.

    Those of parts 744 and 746 by none but those that they name (740.1(a), 740.2(a)(2), (6)).
    """
    if requirement.allows_exceptions is None:
        return part_of(requirement) == LIST
    return symbol in requirement.allows_exceptions


def taken(case: ExceptionCase, symbol: str, reasons: frozenset[str]) -> frozenset[str]:
    """Give the labels of the requirements that an exception takes; no reasons named: any."""
    if case.reached is None:
        return _taken(case.requirements, symbol, reasons)
    return _taken_before(case.reached.required, symbol, reasons)


@lru_cache(maxsize=KEPT)
def _taken_before(required: Required, symbol: str, reasons: frozenset[str]) -> frozenset[str]:
    return _taken(required.findings, symbol, reasons)


def _taken(findings: tuple[Finding, ...], symbol: str, reasons: frozenset[str]) -> frozenset[str]:
    return frozenset(
        one.label for one in findings if lets_through(one, symbol) and _has_one_of(one, reasons)
    )


def shut(case: ExceptionCase, symbol: str) -> tuple[Check, ...]:
    """Give a check for each requirement that does not let the exception through."""
    return tuple(
        _absent(one, case, symbol, f"{_name(one)} does not let {symbol} through")
        for one in case.requirements
        if not lets_through(one, symbol)
    )


def other_reasons(case: ExceptionCase, symbol: str, reasons: frozenset[str]) -> tuple[Check, ...]:
    """Give a check for each requirement of the list that has none of these reasons."""
    named = ", ".join(sorted(reasons))
    return tuple(
        _absent(one, case, symbol, f"{symbol} takes {named} alone, and {_name(one)} stands")
        for one in case.requirements
        if part_of(one) == LIST and not _has_one_of(one, reasons)
    )


def takes_something(case: ExceptionCase, symbol: str, reasons: frozenset[str]) -> Check:
    """Tell whether an exception takes at least one requirement that may hold."""
    if not case.requirements or taken(case, symbol, reasons):
        return Check(Truth.YES)
    return Check(Truth.NO, f"{symbol} overcomes none of the requirements")


def _has_one_of(requirement: Finding, reasons: frozenset[str]) -> bool:
    return not reasons or part_of(requirement) != LIST or requirement.reason in reasons


def _absent(requirement: Finding, case: ExceptionCase, symbol: str, reason: str) -> Check:
    if requirement.holds is Truth.YES:
        return Check(Truth.NO, reason)
    slug = f"{symbol}.without.{_name(requirement)}"
    answer = case.transaction.answer(slug)
    question = f"Is it sure that {_name(requirement)} does not apply to this line?"
    return Check(answer, reason, Condition(slug, question, requirement.citation, answer))


def _name(requirement: Finding) -> str:
    return requirement.label or requirement.citation
