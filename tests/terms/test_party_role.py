from __future__ import annotations

import pytest

from navicert.errors import UnknownRole
from navicert.terms import party_role
from navicert.terms.party_role import ENTITY_LIST_ROLES, PartyRole


@pytest.mark.parametrize("role", list(PartyRole))
def test_every_role_is_read_as_people_write_it(role: PartyRole) -> None:
    assert role is party_role.parse(party_role.format(role).title())


@pytest.mark.parametrize("text", ["", "boss", "end users"])
def test_another_word_is_refused_and_the_roles_are_named(text: str) -> None:
    assert not party_role.is_valid(text)
    with pytest.raises(UnknownRole, match="ultimate_consignee"):
        party_role.parse(text)


def test_a_lender_is_none_of_those_whom_the_entity_list_reaches() -> None:
    for lender in ("bank", "lender", "financial institution", "insurer"):
        assert PartyRole.FINANCIER is party_role.parse(lender)
    assert PartyRole.FINANCIER not in ENTITY_LIST_ROLES
    assert PartyRole.APPLICANT not in ENTITY_LIST_ROLES
    assert 4 == len(ENTITY_LIST_ROLES)


def test_a_forwarder_is_an_intermediate_consignee() -> None:
    assert PartyRole.INTERMEDIATE_CONSIGNEE is party_role.parse("freight forwarder")
    assert PartyRole.INTERMEDIATE_CONSIGNEE is party_role.parse("forwarder")
