from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.proceeding import Actor, Renewal
from navicert.law.edition import standard_law
from navicert.rules.duties.denial_procedure import (
    appeal_stays_order,
    latest_denial_end,
    latest_expiry,
    may_appeal,
    may_oppose,
    opposition_in_time,
    renewal_days,
    renewal_expiry,
    request_in_time,
)
from navicert.terms.truth import Truth

EDITION = standard_law().open_at(date(2026, 7, 30))


def test_a_temporary_denial_ends_after_180_days() -> None:
    assert date(2024, 8, 28) == latest_expiry(date(2024, 3, 1), EDITION).value


@pytest.mark.parametrize(
    ("signed", "pattern", "days"),
    [
        (date(2023, 8, 29), Truth.YES, 180),
        (date(2023, 8, 30), Truth.YES, 365),
        (date(2023, 8, 30), Truth.NO, 180),
        (date(2023, 8, 30), Truth.UNKNOWN, 180),
    ],
)
def test_a_pattern_renews_for_a_year_since_30_august_2023(
    signed: date, pattern: Truth, days: int
) -> None:
    assert days == renewal_days(Renewal(signed, pattern), EDITION).value


def test_a_renewal_counts_from_its_day() -> None:
    renewal = Renewal(date(2024, 3, 1), Truth.NO)
    assert date(2024, 8, 28) == renewal_expiry(renewal, EDITION).value


@pytest.mark.parametrize(("days", "timely"), [(19, False), (20, True), (21, True)])
def test_bis_asks_twenty_days_before(days: int, timely: bool) -> None:
    assert timely is request_in_time(days, EDITION).value


@pytest.mark.parametrize(
    ("days", "cause", "timely"),
    [
        (8, Truth.NO, Truth.YES),
        (7, Truth.NO, Truth.YES),
        (6, Truth.NO, Truth.NO),
        (6, Truth.YES, Truth.YES),
        (6, Truth.UNKNOWN, Truth.UNKNOWN),
        (5, Truth.YES, Truth.YES),
        (4, Truth.YES, Truth.NO),
    ],
)
def test_a_respondent_opposes_seven_days_before(days: int, cause: Truth, timely: Truth) -> None:
    assert timely is opposition_in_time(days, cause, EDITION).value


@pytest.mark.parametrize(
    ("actor", "opposes"), [(Actor.RESPONDENT, True), (Actor.RELATED_PERSON, False)]
)
def test_a_related_person_may_appeal_and_not_oppose(actor: Actor, opposes: bool) -> None:
    assert (opposes, True) == (may_oppose(actor).value, may_appeal(actor).value)


def test_each_appeals_under_its_own_paragraph() -> None:
    assert "766.24(e)" in may_appeal(Actor.RESPONDENT).citation
    assert "766.23(c)" in may_appeal(Actor.RELATED_PERSON).citation


def test_an_appeal_stays_nothing() -> None:
    assert not appeal_stays_order().value


@pytest.mark.parametrize(
    ("conviction", "end"),
    [(date(2024, 7, 1), date(2034, 7, 1)), (date(2024, 2, 29), date(2034, 2, 28))],
)
def test_a_denial_on_conviction_ends_after_ten_years(conviction: date, end: date) -> None:
    assert end == latest_denial_end(conviction, EDITION).value
