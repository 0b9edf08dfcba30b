from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import MalformedDate
from navicert.terms import partial_date
from navicert.terms.partial_date import PartialDate


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_whole_day_is_read_back_as_it_was_written(one: date) -> None:
    assert PartialDate(one.year, one.month, one.day) == partial_date.parse(one.isoformat())
    assert one.isoformat() == partial_date.format(partial_date.parse(one.isoformat()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 Mar 1965", PartialDate(1965, 3, 12)),
        ("12 March 1965", PartialDate(1965, 3, 12)),
        ("Mar 1965", PartialDate(1965, 3)),
        ("1965", PartialDate(1965)),
        ("circa 1965", PartialDate(1965, about=True)),
        ("approximately Mar 1965", PartialDate(1965, 3, about=True)),
        ("1965 to 1967", PartialDate(1965, last_year=1967)),
        ("1967 - 1965", PartialDate(1965, last_year=1967)),
        ("circa 1965 to 1967", PartialDate(1965, about=True, last_year=1967)),
        ("1965-1967", PartialDate(1965, last_year=1967)),
        ("01 Jan 1965 to 31 Dec 1965", PartialDate(1965)),
        ("1965 to 1965", PartialDate(1965)),
        ("circa 1965 to Dec 1965", PartialDate(1965, about=True)),
        ("1 Mar 1965 to 31 Mar 1965", PartialDate(1965, 3)),
        ("12 Mar 1965 to 12 Mar 1965", PartialDate(1965, 3, 12)),
        ("5 May 1965 to Mar 1965", PartialDate(1965, 3, last_month=5)),
        ("1965 to Jun 1965", PartialDate(1965, 1, last_month=6)),
        ("Jun 1965 to 1965", PartialDate(1965, 1, last_month=6)),
        ("Nov 1965 to Feb 1966", PartialDate(1965, last_year=1966)),
    ],
)
def test_what_lists_write_is_read(text: str, expected: PartialDate) -> None:
    assert expected == partial_date.parse(text)


@pytest.mark.parametrize("text", ["", "65", "31 Feb 1970", "12 Foo 1970", "1970-13", "0001"])
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not partial_date.is_valid(text)
    with pytest.raises(MalformedDate, match="is not a date such as"):
        partial_date.parse(text)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_a_span_is_read_back_as_it_was_written_and_holds_both_its_ends(a: date, b: date) -> None:
    span = partial_date.between(*sorted((a, b)))
    assert span == partial_date.parse(partial_date.format(span))
    assert {a.year, b.year} <= set(span.years)
    assert a.year != b.year or {a.month, b.month} <= set(span.months)


def test_a_span_has_every_year_of_it() -> None:
    assert [1965, 1966, 1967] == list(partial_date.parse("1965 to 1967").years)
