from __future__ import annotations

from datetime import date

import pytest

from navicert.terms.day import years_after


@pytest.mark.parametrize(
    ("day", "years", "until"),
    [
        (date(2024, 2, 28), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 12, 31), 5, date(2029, 12, 31)),
    ],
)
def test_years_end_on_the_same_day_of_the_year(day: date, years: int, until: date) -> None:
    assert until == years_after(day, years)
