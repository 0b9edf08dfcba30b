"""The law's longest terms, on both sides of each limit; the days are counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderEventKind, OrderKind
from navicert.law.edition import standard_law
from navicert.undertakings.instruments import longest

LAW = standard_law().open_at(date(2026, 11, 22)).duties().denials
ISSUED, MODIFIED = OrderEventKind.ISSUED, OrderEventKind.MODIFIED


def doubts(kind: OrderKind, *terms: tuple[str, str]) -> tuple[str, ...]:
    events = tuple(
        OrderEvent(
            date.fromisoformat(day),
            MODIFIED if at else ISSUED,
            "the order",
            date.fromisoformat(end) if end else None,
        )
        for at, (day, end) in enumerate(terms)
    )
    return tuple(longest.doubts(DenialOrder("Order", (("A",),), events, kind=kind), LAW))


@pytest.mark.parametrize(
    ("day", "last", "beyond"),
    [
        ("2026-02-27", "2026-08-26", "2026-08-27"),  # 1+31+30+31+30+31+26 = 180
        ("2024-02-27", "2024-08-25", "2024-08-26"),  # 29 February is one of the 180
        ("2023-12-31", "2024-06-28", "2024-06-29"),  # 31+29+31+30+31+28 = 180
    ],
)
def test_a_temporary_denial_lasts_180_days(day: str, last: str, beyond: str) -> None:
    assert () == doubts(OrderKind.TEMPORARY, (day, last))
    (doubt,) = doubts(OrderKind.TEMPORARY, (day, beyond))
    assert doubt == (
        f"states its end as {beyond}, but a temporary denial lasts 180 days at the most "
        f"(15 CFR 766.24(b)(4)) from its issue on {day}: {last}"
    )


@pytest.mark.parametrize(
    ("renewed", "last", "beyond", "citation"),
    [
        ("2023-08-29", "2024-02-25", "2024-02-26", "180 days at the most (15 CFR 766.24(d)(1))"),
        ("2023-08-30", "2024-08-30", "2024-08-31", "1 year at the most, for a pattern (15 CFR"),
        ("2025-03-01", "2026-03-01", "2026-03-02", "88 FR 59793"),
        ("2024-02-29", "2025-02-28", "2025-03-01", "88 FR 59793"),
        ("2010-01-01", "2010-06-30", "2010-07-01", "180 days at the most"),
    ],
)
def test_a_renewal_lasts_180_days_and_a_year_since_the_rule_of_2023(
    renewed: str, last: str, beyond: str, citation: str
) -> None:
    first = (renewed, renewed)
    assert () == doubts(OrderKind.TEMPORARY, first, (renewed, last))
    (doubt,) = doubts(OrderKind.TEMPORARY, first, (renewed, beyond))
    assert citation in doubt
    assert doubt.endswith(f": {last}")


@pytest.mark.parametrize(
    ("day", "last", "beyond"),
    [
        ("2025-12-17", "2035-12-17", "2035-12-18"),
        ("2016-02-29", "2026-02-28", "2026-03-01"),
        ("2015-02-28", "2025-02-28", "2025-03-01"),
    ],
)
def test_a_denial_on_conviction_lasts_ten_years(day: str, last: str, beyond: str) -> None:
    assert () == doubts(OrderKind.CONVICTION, (day, last))
    (doubt,) = doubts(OrderKind.CONVICTION, (day, beyond))
    assert "10 years from the conviction at the most (15 CFR 766.25(d))" in doubt
    assert doubt.endswith(f": {last}")


def test_a_temporary_denial_without_an_end_is_in_doubt() -> None:
    (doubt,) = doubts(OrderKind.TEMPORARY, ("2026-02-27", ""))
    assert doubt.startswith("states no end: a temporary denial lasts 180 days at the most")


def test_other_orders_have_the_end_that_they_state() -> None:
    assert () == doubts(OrderKind.STANDING, ("2026-02-27", "9999-12-31"))


def test_terms_near_the_end_of_the_calendar_are_computed() -> None:
    assert () == doubts(OrderKind.TEMPORARY, ("9999-12-01", "9999-12-31"))
    assert () == doubts(OrderKind.CONVICTION, ("9999-12-01", "9999-12-31"))
