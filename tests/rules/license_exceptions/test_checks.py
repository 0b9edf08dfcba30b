from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from navicert.law.edition import standard_law
from navicert.law.tables.exception_questions import Question
from navicert.rules.license_exceptions.case import (
    Availability,
    Condition,
    ExceptionCase,
    LicenseException,
)
from navicert.rules.license_exceptions.checks import (
    Check,
    alternatives,
    answer,
    asked,
    asked_all,
    failures,
    open_fact,
    together,
)
from navicert.terms.truth import Truth
from tests.rules.license_exceptions.cases import NO, UNKNOWN, YES, case, item, transaction

LAW = standard_law().open_at(date(2026, 7, 30))
PLAIN = Question("X.one", "Is it so?", "15 CFR 740.3")


def line(answers: dict[str, Truth] | None = None, **figures: int) -> ExceptionCase:
    known = {name: Decimal(value) for name, value in figures.items()}
    return case(transaction(item("3A001.a.7", figures=known), "TW", answers))


def condition(slug: str = "X.one", said: Truth = YES, group: str = "") -> Condition:
    return Condition(slug, "Is it so?", "15 CFR 740.3", said, group)


@pytest.mark.parametrize("said", [YES, NO, UNKNOWN])
def test_a_question_takes_the_answer_of_the_order(said: Truth) -> None:
    found = asked(PLAIN, line({"X.one": said}), LAW)
    assert Check(said, "answered no: Is it so?", condition(said=said)) == found


def test_a_question_keeps_its_group_and_what_it_confirms() -> None:
    one = Question("X.one", "Is it so?", "15 CFR 740.3", confirms=True, group="any")
    expected = Check(
        UNKNOWN, "answered no: Is it so?", condition(said=UNKNOWN, group="any"), confirms=True
    )
    assert expected == asked(one, line(), LAW)


def test_an_amount_stands_in_the_question() -> None:
    one = Question("X.one", "At most {amount}, {annual} a year?", "15 CFR 740.3")
    found = asked(one, line(), LAW, "5,000")
    assert found.condition is not None
    assert "At most 5,000, 5,000 a year?" == found.condition.question
    assert "answered no: At most 5,000, 5,000 a year?" == found.reason
    blank = asked(one, line(), LAW)
    assert blank.condition is not None
    assert "At most ,  a year?" == blank.condition.question


@pytest.mark.parametrize(
    ("said", "days", "expected"),
    [
        (UNKNOWN, 10, YES),
        (UNKNOWN, 11, NO),
        (UNKNOWN, None, UNKNOWN),
        (YES, 11, NO),
        (NO, 10, NO),
        (YES, None, YES),
        (YES, 10, YES),
    ],
)
def test_a_no_of_order_or_figure_closes(said: Truth, days: int | None, expected: Truth) -> None:
    one = Question("X.one", "Is it so?", "15 CFR 740.3", figure="days", most=Decimal(10))
    figures = {} if days is None else {"days": days}
    assert expected is asked(one, line({"X.one": said}, **figures), LAW).holds


def of(group: str, holds: Truth, name: str) -> Check:
    return Check(holds, name, condition(name, holds, group))


def test_of_a_group_only_what_decides_it_is_kept() -> None:
    yes, open_, no = of("g", YES, "a"), of("g", UNKNOWN, "b"), of("g", NO, "c")
    alone, fact = of("", NO, "d"), Check(YES, "e")
    assert (yes, alone) == alternatives((yes, open_, no, alone))
    assert (open_, fact) == alternatives((open_, no, fact))
    other = of("h", NO, "f")
    assert (no, other) == alternatives((no, other))
    second = of("g", UNKNOWN, "g")
    assert (open_, second) == alternatives((open_, second, no))


def test_questions_of_one_group_are_asked_together() -> None:
    first = Question("X.one", "One?", "15 CFR 740.3", group="g")
    second = Question("X.two", "Two?", "15 CFR 740.3", group="g")
    found = asked_all((first, second), line({"X.two": YES}), LAW)
    assert ["X.two"] == [one.condition.slug for one in found if one.condition]
    both = asked_all((first, second), line(), LAW)
    assert ["X.one", "X.two"] == [one.condition.slug for one in both if one.condition]


@pytest.mark.parametrize("holds", [YES, NO])
def test_a_fact_needs_no_question(holds: Truth) -> None:
    assert Check(holds, "why") == open_fact(holds, "why", PLAIN, line({"X.one": NO}))


@pytest.mark.parametrize("said", [YES, NO, UNKNOWN])
def test_an_open_fact_is_asked_for_and_keeps_its_reason(said: Truth) -> None:
    found = open_fact(UNKNOWN, "why", PLAIN, line({"X.one": said}))
    assert Check(said, "why", condition(said=said)) == found
    sworn = Question("X.one", "Is it so?", "15 CFR 740.3", confirms=True)
    assert open_fact(UNKNOWN, "why", sworn, line()).confirms


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ((), Availability.AVAILABLE),
        ((Check(YES),), Availability.AVAILABLE),
        ((Check(YES), Check(UNKNOWN)), Availability.CONDITIONAL),
        ((Check(UNKNOWN, confirms=True),), Availability.AVAILABLE),
        ((Check(UNKNOWN, confirms=True), Check(UNKNOWN)), Availability.CONDITIONAL),
        ((Check(UNKNOWN), Check(NO)), Availability.UNAVAILABLE),
        ((Check(NO, confirms=True),), Availability.UNAVAILABLE),
    ],
)
def test_what_checks_come_to(checks: tuple[Check, ...], expected: Availability) -> None:
    assert expected is together(checks)


def test_every_failure_is_told_once() -> None:
    checks = (Check(NO, "a"), Check(YES, "b"), Check(NO, "c"), Check(NO, "a"), Check(UNKNOWN, "d"))
    assert ("a", "c") == failures(checks)


def test_a_closed_exception_says_why_and_nothing_else() -> None:
    checks = (Check(NO, "why"), of("", UNKNOWN, "b"))
    expected = LicenseException("LVS", Availability.UNAVAILABLE, "15 CFR 740.3", reasons=("why",))
    assert expected == answer("LVS", "15 CFR 740.3", checks, frozenset({"NS2"}))


def test_an_open_exception_has_its_conditions_once() -> None:
    one, again, two = of("", UNKNOWN, "a"), of("", YES, "a"), of("", UNKNOWN, "b")
    expected = LicenseException(
        "LVS",
        Availability.CONDITIONAL,
        "15 CFR 740.3",
        overcomes=frozenset({"NS2"}),
        reasons=("within the terms of 740.3",),
        conditions=(condition("a", YES), condition("b", UNKNOWN)),
    )
    checks = (one, again, two, Check(YES))
    assert expected == answer("LVS", "15 CFR 740.3", checks, frozenset({"NS2"}))
