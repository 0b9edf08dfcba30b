from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.facts.destination import Destination
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.rules.red_flags import (
    abnormal_route,
    forwarder_as_destination,
    red_flags_answered,
)
from navicert.terms.activity import Activity
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

EDITION = standard_law().open_at(date(2026, 7, 30))


def order(*route: str, to: str = "DE", start: str | None = "US", kind: str = "") -> Transaction:
    party = Party("A", (PartyRole.END_USER,), Address(country=to), kind=kind)
    return Transaction(
        "", EDITION.day, Activity.EXPORT, start, Destination(to), (), (party,), route=route
    )


@pytest.mark.parametrize(
    ("deal", "flagged"),
    [
        (order(), False),
        (order("NL"), False),
        (order("US", "NL", "DE"), False),
        (order("SG", "US"), True),
        (order("DE", "PL"), True),
        (order("NL", "BE", "NL"), True),
        (order("CA", "US", "CA", to="CA", start="CA"), False),
        (order("NL", start=None), False),
    ],
)
def test_a_route_that_comes_back_is_flagged(deal: Transaction, flagged: bool) -> None:
    assert flagged is bool(abnormal_route(deal, EDITION))


@pytest.mark.parametrize(
    ("kind", "flagged"),
    [
        ("freight forwarder", True),
        ("Freight_Forwarder", True),
        ("freight-forwarder", True),
        ("company", False),
        ("", False),
    ],
)
def test_a_forwarder_is_known_however_it_is_written(kind: str, flagged: bool) -> None:
    assert flagged is bool(forwarder_as_destination(order(kind=kind), EDITION))


def test_every_number_of_the_supplement_is_held() -> None:
    assert [*range(1, 30)] == [flag.number for flag in EDITION.red_flags()]


@pytest.mark.parametrize(
    ("day", "highest"),
    [
        (date(2023, 11, 16), 14),
        (date(2023, 11, 17), 19),
        (date(2024, 12, 1), 19),
        (date(2024, 12, 2), 27),
        (date(2025, 1, 12), 27),
        (date(2025, 1, 13), 28),
        (date(2025, 9, 28), 28),
        (date(2025, 9, 29), 29),
    ],
)
def test_each_rule_added_its_numbers(day: date, highest: int) -> None:
    flags = standard_law().open_at(day).red_flags()
    assert [*range(1, highest + 1)] == [flag.number for flag in flags]


def test_a_connected_plant_is_freed_by_an_advisory_opinion_alone() -> None:
    deal = replace(order(), answers={"red_flag.connected_to_advanced_plant": Truth.YES})
    (flag,) = red_flags_answered(deal, EDITION)
    assert flag.overcome_by.startswith("only an Advisory Opinion of BIS")
