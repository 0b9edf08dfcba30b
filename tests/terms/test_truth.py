from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.terms.truth import Truth, all_of, any_of, parse

TRUTHS = st.sampled_from(list(Truth))
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@given(TRUTHS, TRUTHS)
def test_and_and_or_do_not_ask_for_the_order(one: Truth, other: Truth) -> None:
    assert (one & other) is (other & one)
    assert (one | other) is (other | one)


@given(TRUTHS, TRUTHS)
def test_not_turns_and_into_or(one: Truth, other: Truth) -> None:
    assert ~(one & other) is (~one | ~other)
    assert ~~one is one


@given(st.lists(TRUTHS))
def test_all_and_any_are_as_many_ands_and_ors(values: list[Truth]) -> None:
    assert all_of(values) is (NO if NO in values else UNKNOWN if UNKNOWN in values else YES)
    assert any_of(values) is (YES if YES in values else UNKNOWN if UNKNOWN in values else NO)


def test_unknown_stays_unknown_until_something_decides() -> None:
    assert UNKNOWN is (UNKNOWN & YES)
    assert UNKNOWN is (UNKNOWN | NO)
    assert UNKNOWN is ~UNKNOWN


def test_nobody_may_use_an_unknown_as_a_condition() -> None:
    for value in Truth:
        with pytest.raises(TypeError, match="three values"):
            bool(value)


def test_nothing_said_is_unknown() -> None:
    assert (YES, NO, UNKNOWN) == (parse(value=True), parse(value=False), parse(None))
