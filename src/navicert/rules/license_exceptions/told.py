"""What the rest of an order says to a condition: its parties, its item, its figures, its sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from navicert.law.edition import Edition
from navicert.law.tables.exception_questions import Question, Told
from navicert.rules.license_exceptions.case import ExceptionCase
from navicert.rules.license_exceptions.reach import reaches
from navicert.terms.truth import Truth, any_of


@dataclass(frozen=True, slots=True)
class Heard:
    """What facts answer to a question, and ``because``, which of them it is that says no."""

    holds: Truth
    because: str = ""


def falls_away(question: Question, case: ExceptionCase, edition: Edition) -> bool:
    """Tell whether a question is surely for other transactions."""
    meant = question.asked_where
    return bool(meant) and _any(meant, case, edition) is Truth.NO


def heard(question: Question, case: ExceptionCase, edition: Edition) -> Heard:
    """Answer a question from the rest of the order; the first fact that says no ends it."""
    measured = question.measured(case.line.item.figures)
    if measured is Truth.NO:
        return Heard(Truth.NO, _figure(question, case.line.item.figures[question.figure]))
    for one in question.unmet:
        if reaches(one.reach, case, edition) is Truth.YES:
            return Heard(Truth.NO, one.because)
    met = _any(question.met, case, edition) if question.met else Truth.UNKNOWN
    if question.decisive == "met" and met is Truth.NO:
        return Heard(Truth.NO, "; ".join(dict.fromkeys(one.because for one in question.met)))
    clear = question.decisive == "unmet" and _any(question.unmet, case, edition) is Truth.NO
    return Heard(Truth.YES if clear or Truth.YES in (met, measured) else Truth.UNKNOWN)


def _any(told: Iterable[Told], case: ExceptionCase, edition: Edition) -> Truth:
    return any_of(reaches(one.reach, case, edition) for one in told)


def _figure(question: Question, value: Decimal) -> str:
    """Name the figure that says no, with the limit that it breaks."""
    if question.least is not None and value < question.least:
        limit = f"less than {question.least:,}"
    elif question.most is not None and value > question.most:
        limit = f"more than {question.most:,}"
    else:
        limit = f"not below {question.below:,}"
    return f"the order's figure {question.figure} is {value:,}, {limit}"
