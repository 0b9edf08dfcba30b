from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.listing import ListedName, Listing, Relief
from navicert.terms.list_code import ListCode

A, B, C, D = date(2019, 5, 15), date(2019, 5, 16), date(2020, 12, 31), date(2021, 1, 1)


def listing(since: date | None = None, until: date | None = None, *reliefs: Relief) -> Listing:
    names = (ListedName("Mizar Optics"),)
    return Listing(ListCode.EL, "1", names, since=since, until=until, reliefs=reliefs)


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (B, C, [False, True, True, False]),
        (None, C, [True, True, True, False]),
        (B, None, [False, True, True, True]),
        (None, None, [True, True, True, True]),
    ],
)
def test_both_days_of_a_listing_count_and_an_unstated_day_limits_nothing(
    since: date | None, until: date | None, held: list[bool]
) -> None:
    assert held == [listing(since, until).holds_on(day) for day in (A, B, C, D)]


def test_a_relief_counts_on_both_of_its_days() -> None:
    relief = Relief(B, C, "81 FR 15633")
    one = listing(None, None, relief)
    assert [None, relief, relief, None] == [one.relief_on(day) for day in (A, B, C, D)]


def test_a_relief_without_an_end_goes_on() -> None:
    relief = Relief(B, None, "81 FR 15633")
    assert relief == listing(None, None, relief).relief_on(D)


def test_the_first_name_is_the_name() -> None:
    assert "Mizar Optics" == listing().name
