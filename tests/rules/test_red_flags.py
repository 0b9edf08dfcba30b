from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.destination import Destination
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.rules.red_flags import abnormal_route, forwarder_as_destination
from navicert.terms.activity import Activity
from navicert.terms.party_role import PartyRole

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


def test_the_numbers_that_are_held() -> None:
    assert [*range(1, 15), 19, 28, 29] == [flag.number for flag in EDITION.red_flags()]
