from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import LawNotCovered
from navicert.law.dated import Value, dated

FIRST, SECOND = date(2025, 9, 29), date(2025, 11, 10)
REVIEW = date(2026, 11, 9)
ONE_DAY = timedelta(days=1)
RULE = dated(
    "the rule", (Value(SECOND, "stayed", "90 FR 50857", REVIEW), Value(FIRST, "on", "90 FR 47201"))
)
SINCES = st.lists(st.dates(date(2016, 1, 1), date(2030, 1, 1)), min_size=1, max_size=6, unique=True)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (FIRST, "on"),
        (SECOND - ONE_DAY, "on"),
        (SECOND, "stayed"),
        (REVIEW, "stayed"),
    ],
)
def test_a_value_holds_from_its_day_until_the_next(day: date, value: str) -> None:
    assert value == RULE.at(day).value


def test_before_the_first_value_nobody_answers() -> None:
    with pytest.raises(LawNotCovered, match="the rule: nobody verified it for 2025-09-28"):
        RULE.at(FIRST - ONE_DAY)


def test_after_its_review_a_temporary_value_answers_no_more() -> None:
    with pytest.raises(LawNotCovered, match="what holds on 2026-11-10 is not known"):
        RULE.at(REVIEW + ONE_DAY)


def test_a_later_value_takes_over_from_a_temporary_one() -> None:
    then = dated("x", (*RULE.values, Value(REVIEW + ONE_DAY, "on", "91 FR 1")))
    assert "on" == then.at(REVIEW + ONE_DAY).value


def test_of_a_thing_without_values_nothing_is_known() -> None:
    with pytest.raises(LawNotCovered, match="nobody verified it"):
        dated("x", ()).at(FIRST)


@given(SINCES, st.dates(date(2015, 1, 1), date(2031, 1, 1)))
def test_the_value_is_the_youngest_that_is_not_younger_than_the_day(
    sinces: list[date], day: date
) -> None:
    thing = dated("x", (Value(since, since, "") for since in sinces))
    held = [since for since in sinces if since <= day]
    if held:
        assert max(held) == thing.at(day).value
    else:
        with pytest.raises(LawNotCovered):
            thing.at(day)
