from __future__ import annotations

import pytest

from navicert.facts.end_use import EndUse
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.rules.controls.recipients import asked, military, recipients, to_its_government
from navicert.rules.finding import MissingFact
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth
from tests.rules.matters import NO, UNKNOWN, YES, item, matter, party, use

CITATION = "15 CFR 746.3(a)(4)"
WHO = "military: acting for military items, in whatever uniform?"


def order(*parties: Party, end_use: EndUse | None = None) -> Transaction:
    return matter(item(), "IQ", *parties, end_use=end_use or use()).transaction


def test_only_ultimate_consignee_and_end_user_use_the_item() -> None:
    one = [
        party(role)
        for role in (PartyRole.PURCHASER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER)
    ]
    assert tuple(one[1:]) == recipients(order(*one))


@pytest.mark.parametrize(
    ("kind", "user", "expected"),
    [
        ("civil", NO, NO),
        ("civil", YES, YES),
        ("civil", UNKNOWN, UNKNOWN),
        ("military", NO, YES),
        (None, NO, UNKNOWN),
        (None, YES, YES),
    ],
)
def test_use_or_user_makes_it_military(kind: str | None, user: Truth, expected: Truth) -> None:
    assert expected is military(order(party(military=user), end_use=use(kind)))


def test_a_user_whom_nobody_named_may_be_military() -> None:
    assert UNKNOWN is military(order())
    assert UNKNOWN is military(order(party(PartyRole.PURCHASER, military=NO)))


@pytest.mark.parametrize(
    ("country", "government", "expected"),
    [
        ("IQ", YES, True),
        ("US", YES, True),
        (None, YES, True),
        ("JO", YES, False),
        ("IQ", UNKNOWN, False),
        ("IQ", NO, False),
    ],
)
def test_only_the_government_there_or_of_the_united_states_is_its_government(
    country: str | None, government: Truth, expected: bool
) -> None:
    one = party(country=country, government=government)
    assert expected is to_its_government(order(one))


def test_every_recipient_must_be_the_government() -> None:
    state, firm = party(country="IQ", government=YES), party(country="IQ", government=NO)
    assert not to_its_government(order(state, firm))
    assert not to_its_government(order())
    seller = party(PartyRole.PURCHASER, country="IQ", government=NO)
    assert to_its_government(order(state, seller))


def test_what_is_open_is_asked_by_name() -> None:
    first, second = party(name="Mizar Optics Ltd"), party(name="Alcor Lens Ltd")
    question = f"Is Mizar Optics Ltd and Alcor Lens Ltd {WHO}"
    expected = (MissingFact("parties.military", question, CITATION),)
    assert expected == asked(order(first, second, party(name="Third", military=NO)), CITATION)


def test_use_and_user_are_asked_where_nobody_said_either() -> None:
    question = f"Is the end user, whom the order does not name, {WHO}"
    expected = (
        MissingFact("end_use.kind", "Is the end use or the end user military?", CITATION),
        MissingFact("parties.military", question, CITATION),
    )
    assert expected == asked(order(end_use=use(None)), CITATION)
    assert () == asked(order(party(military=NO)), CITATION)
