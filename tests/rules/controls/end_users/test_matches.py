from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.listing import ListedName, Listing, Relief
from navicert.facts.standing import Capacity, Match, Standing, Strength
from navicert.rules.controls.end_users.matches import (
    flag,
    is_party,
    named,
    on,
    owners,
    relieved,
    sure,
    who,
)
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.list_code import ListCode
from navicert.terms.party_role import PartyRole
from tests.rules.matters import UNKNOWN, YES, party


def met(
    code: ListCode = ListCode.EL,
    capacity: Capacity = Capacity.ITSELF,
    strength: Strength = Strength.SAME,
) -> Match:
    listing = Listing(code, "1", (ListedName("Mizar Optics Ltd"),))
    return Match(listing, strength, 1, "Mizar", "Mizar Optics Ltd", "letter for letter", capacity)


def standing(*matches: Match, roles: tuple[PartyRole, ...] = (PartyRole.END_USER,)) -> Standing:
    return Standing(party(*roles), screened=True, matches=matches)


def test_a_match_through_an_owner_is_told_from_one_of_the_party() -> None:
    itself, owner = met(), met(capacity=Capacity.OWNED_BY)
    other = met(ListCode.UVL)
    one = standing(itself, owner, other)
    assert (itself,) == on(one, ListCode.EL)
    assert (other,) == on(one, ListCode.UVL)
    assert (owner,) == owners(one)


def test_a_near_name_is_not_sure() -> None:
    assert YES is sure(met())
    assert UNKNOWN is sure(met(strength=Strength.NEAR))


@pytest.mark.parametrize(
    ("role", "counts"),
    [
        (PartyRole.PURCHASER, True),
        (PartyRole.INTERMEDIATE_CONSIGNEE, True),
        (PartyRole.ULTIMATE_CONSIGNEE, True),
        (PartyRole.END_USER, True),
        (PartyRole.FINANCIER, False),
        (PartyRole.OTHER, False),
    ],
)
def test_the_parties_that_748_5_names(role: PartyRole, counts: bool) -> None:
    assert counts is is_party(standing(roles=(role,)))


def test_a_party_is_named_with_its_roles_and_its_match() -> None:
    one = standing(roles=(PartyRole.PURCHASER, PartyRole.END_USER))
    assert "Alcor Lens Ltd (purchaser, end user)" == named(one)
    assert "Alcor Lens Ltd (purchaser, end user): letter for letter" == who(met(), one)


def test_a_flag_holds_until_somebody_has_looked() -> None:
    expected = Finding(
        FindingKind.RED_FLAG,
        UNKNOWN,
        "15 CFR Supp. 3 to 732",
        "it met",
        overcome_by="resolve the red flag, and write the reason into the order",
        plain="look",
    )
    assert expected == flag("it met", "look", UNKNOWN)


def test_a_temporary_general_license_is_told() -> None:
    relief = Relief(date(2019, 5, 20), date(2019, 8, 19), "84 FR 23468", "existing networks")
    expected = Finding(
        FindingKind.NOTE,
        YES,
        "84 FR 23468",
        "it met; a temporary general license holds: existing networks",
        label="TGL",
        plain="a temporary general license is in force (84 FR 23468): existing networks",
    )
    assert expected == relieved("it met", relief)
