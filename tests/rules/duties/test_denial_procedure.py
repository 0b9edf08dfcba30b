from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.facts.proceeding import Actor, Renewal
from navicert.law.edition import standard_law
from navicert.rules.duties.answer import Answer
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


def test_each_answer_on_terms_names_its_paragraph() -> None:
    first = date(2024, 3, 1)
    one = Renewal(first, Truth.YES)
    said = "ends on 2024-08-28 at the latest, 180 days on"
    assert Answer(date(2024, 8, 28), "15 CFR 766.24(b)(4)", said) == latest_expiry(first, EDITION)
    plain = renewal_days(Renewal(first, Truth.NO), EDITION)
    assert Answer(180, "15 CFR 766.24(d)(1)", "at most 180 days") == plain
    citation = "15 CFR 766.24(d)(1); 88 FR 59793"
    said = "at most 365 days, for a pattern"
    assert Answer(365, citation, said) == renewal_days(one, EDITION)
    end = date(2025, 3, 1)
    assert Answer(end, citation, f"ends on {end} at the latest") == renewal_expiry(one, EDITION)
    said = "ends on 2034-07-01 at the latest"
    expected = Answer(date(2034, 7, 1), "15 CFR 766.25(d)", said)
    assert expected == latest_denial_end(date(2024, 7, 1), EDITION)


def test_each_answer_on_proceedings_names_its_paragraph() -> None:
    said = "19 days before the end; 20 are needed"
    asks = request_in_time(19, EDITION)
    assert (False, "15 CFR 766.24(d)(1)", said) == (asks.value, asks.citation, asks.plain)
    said = "6 days before the end; 7 are needed"
    expected = Answer(Truth.NO, "15 CFR 766.24(d)(3)(i)", said)
    assert expected == opposition_in_time(6, Truth.NO, EDITION)
    said = "related_person: see 766.24(d)(3)"
    related = may_oppose(Actor.RELATED_PERSON)
    assert (False, "15 CFR 766.24(d)(3)") == (related.value, related.citation)
    assert said == related.plain
    appeal = may_appeal(Actor.RESPONDENT)
    assert appeal == Answer(
        value=True, citation="15 CFR 766.24(e)(1)(i)", plain="an appeal is open"
    )
    assert replace(appeal, citation="15 CFR 766.23(c)") == may_appeal(Actor.RELATED_PERSON)
    stays = appeal_stays_order()
    assert (False, "15 CFR 766.24(e)(1)(ii)") == (stays.value, stays.citation)
    assert "the order stands meanwhile" == stays.plain
