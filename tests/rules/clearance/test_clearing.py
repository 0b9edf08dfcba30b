from __future__ import annotations

import pytest

from navicert.facts.item import Item, ItemKind
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Match, Standing, Strength
from navicert.rules.clearance.clearing import clearing_of, is_tangible, takers_of
from navicert.terms import eccn
from navicert.terms.list_code import ListCode
from navicert.terms.outcome import Outcome
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth


def standing(
    role: PartyRole, strength: Strength = Strength.SAME, approvals: frozenset[str] = frozenset()
) -> Standing:
    listing = Listing(ListCode.UVL, "1", (ListedName("A"),))
    match = Match(listing, strength, 1.0, "A", "A", "", Capacity.ITSELF)
    party = Party("A", (role,), approvals=approvals)
    return Standing(party, screened=True, matches=(match,))


@pytest.mark.parametrize(
    ("role", "strength", "unverified"),
    [
        (PartyRole.PURCHASER, Strength.SAME, Truth.NO),
        (PartyRole.INTERMEDIATE_CONSIGNEE, Strength.SAME, Truth.YES),
        (PartyRole.ULTIMATE_CONSIGNEE, Strength.SAME, Truth.YES),
        (PartyRole.END_USER, Strength.SAME, Truth.YES),
        (PartyRole.END_USER, Strength.NEAR, Truth.UNKNOWN),
    ],
)
def test_a_purchaser_alone_does_not_count(
    role: PartyRole, strength: Strength, unverified: Truth
) -> None:
    assert (
        unverified
        is clearing_of(Outcome.NLR, (), takers_of((standing(role, strength),))).unverified
    )


def test_a_validated_end_user_is_an_authorization() -> None:
    party = standing(PartyRole.END_USER, approvals=frozenset({"veu"}))
    assert {"VEU", "GBS"} == clearing_of(
        Outcome.EXCEPTION, ("GBS",), takers_of((party,))
    ).authorizations


@pytest.mark.parametrize(
    ("kind", "code", "tangible"),
    [
        (ItemKind.COMMODITY, "EAR99", Truth.YES),
        (None, "EAR99", Truth.YES),
        (None, "5D002", Truth.UNKNOWN),
        (ItemKind.SOFTWARE, "EAR99", Truth.UNKNOWN),
        (ItemKind.TECHNOLOGY, "3E001", Truth.UNKNOWN),
    ],
)
def test_software_and_technology_go_either_way(
    kind: ItemKind | None, code: str, tangible: Truth
) -> None:
    assert tangible is is_tangible(Item("item", kind, eccn.parse(code)))
