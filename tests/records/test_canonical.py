"""Canonical bytes: one content, one text."""

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.records.canonical import canonical
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Sample:
    when: date
    amount: Decimal
    marks: frozenset[str]
    answers: MappingProxyType[str, Truth]


def test_a_dataclass_is_written_by_its_fields_in_order_of_their_names() -> None:
    sample = Sample(
        date(2018, 4, 16),
        Decimal("25.00"),
        frozenset("cab"),
        MappingProxyType({"z": Truth.NO, "a": Truth.UNKNOWN}),
    )
    expected = (
        b'{"amount":"25.00","answers":{"a":"unknown","z":"no"},'
        b'"marks":["a","b","c"],"when":"2018-04-16"}'
    )
    assert expected == canonical(sample)


def test_times_are_written_in_utc() -> None:
    assert b'"2026-11-01T12:00:00Z"' == canonical(datetime(2026, 11, 1, 12, tzinfo=UTC))


def test_keys_are_sorted_by_utf_16_and_text_is_not_escaped_as_the_standard_says() -> None:
    assert '{"\u20ac":1,"\U0001f600":2,"\ufb33":3}'.encode() == canonical(
        {"\ufb33": 3, "\u20ac": 1, "\U0001f600": 2}
    )


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, 2**53, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="no canonical form"):
        canonical({"value": [value]})


def test_what_is_not_data_is_refused() -> None:
    with pytest.raises(TypeError, match="object is not data"):
        canonical([object()])


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), st.integers(-9, 9)))
def test_the_order_in_which_it_was_built_leaves_no_trace(value: dict[str, int]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))
