from __future__ import annotations

from datetime import date

import pytest

from navicert.law.edition import standard_law


@pytest.mark.parametrize(
    ("day", "to", "named"),
    [
        (date(2025, 9, 28), "DE", False),
        (date(2025, 9, 29), "DE", True),
        (date(2025, 12, 1), "DE", True),
        (date(2025, 12, 2), "DE", False),
        (date(2025, 10, 15), "CN", True),
        (date(2025, 10, 15), "CU", False),
        (date(2025, 10, 15), "IR", False),
    ],
)
def test_general_order_7_has_its_days_and_never_goes_to_group_e(
    day: date, to: str, *, named: bool
) -> None:
    """Supp. 1 to part 736 (g)(1) and (g)(3), as 90 FR 47201 adds them."""
    assert named is (standard_law().open_at(day).affiliates_license(to) is not None)


def test_it_overcomes_the_lists_of_bis_alone_and_covers_a_5_and_a_6() -> None:
    found = standard_law().open_at(date(2025, 10, 15)).affiliates_license("DE")
    assert found is not None
    assert ("744.11", "744.21") == found.overcomes
    assert frozenset({"A:5", "A:6"}) == found.to
