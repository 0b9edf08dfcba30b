from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import MalformedDate
from navicert.terms import day


@given(st.dates())
def test_what_is_written_is_read_back(one: date) -> None:
    assert one == day.parse(day.format(one))
    assert one == day.parse(one)


def test_a_moment_is_taken_for_its_day() -> None:
    assert date(2018, 4, 15) == day.parse(datetime(2018, 4, 15, 23, 59, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018",
        "2018-4-15",
        "20180415",
        "2018-W16-7",
        "15.04.2018",
        "2018-02-30",
        "2018-13-01",
        "\uff12\uff10\uff11\uff18-04-15",
    ],
)
def test_another_form_is_refused(text: str) -> None:
    assert not day.is_valid(text)
    with pytest.raises(MalformedDate, match="write it as 2018-04-15"):
        day.parse(text)


def test_a_leap_day_is_one_in_leap_years_only() -> None:
    assert day.is_valid("2024-02-29")
    assert not day.is_valid("2100-02-29")
