"""Answers with their questions: what is asked, and what no longer needs asking."""

from __future__ import annotations

from navicert.rules.finding import MissingFact
from navicert.rules.scope.answer import NO, YES, Answer, both, either, stated
from navicert.terms.truth import Truth

OPEN = Answer(Truth.UNKNOWN, (MissingFact("a", "A?", "c"),))
OTHER = Answer(Truth.UNKNOWN, (MissingFact("b", "B?", "c"),))


def test_a_certain_no_asks_nothing_more() -> None:
    assert NO == both((OPEN, NO))
    assert NO == either((NO, NO))


def test_a_certain_yes_asks_nothing_more() -> None:
    assert YES == either((OPEN, YES))
    assert YES == both((YES, YES))


def test_what_is_open_asks_everything_that_would_settle_it_once() -> None:
    assert (*OPEN.missing, *OTHER.missing) == both((OPEN, YES, OTHER, OPEN)).missing
    assert OPEN.missing == either((OPEN, NO)).missing


def test_a_stated_answer_asks_nothing() -> None:
    assert YES == stated(Truth.YES, "a", "A?", "c")
    assert OPEN == stated(Truth.UNKNOWN, "a", "A?", "c")
