from __future__ import annotations

import pytest

from navicert.terms.activity import Activity
from navicert.terms.party_role import PartyRole
from tests.rules.matters import item, matter, party

MARK = "supp_8_to_740"
APPROVED = frozenset({MARK})


def test_every_recipient_must_carry_the_mark() -> None:
    consignee = party(PartyRole.ULTIMATE_CONSIGNEE, approvals=APPROVED)
    user = party(PartyRole.END_USER, approvals=APPROVED)
    assert matter(item(), "AE", consignee, user).recipients_have(MARK)
    assert not matter(item(), "AE", consignee, party(PartyRole.END_USER)).recipients_have(MARK)
    assert not matter(item(), "AE", consignee).recipients_have("another_mark")


def test_a_mark_of_those_who_do_not_receive_counts_for_nothing() -> None:
    user = party(PartyRole.END_USER, approvals=APPROVED)
    plain, marked = party(PartyRole.PURCHASER), party(PartyRole.PURCHASER, approvals=APPROVED)
    assert matter(item(), "AE", user, plain).recipients_have(MARK)
    assert not matter(item(), "AE", marked).recipients_have(MARK)
    assert not matter(item(), "AE").recipients_have(MARK)


@pytest.mark.parametrize(
    ("to", "ofac", "activity", "elsewhere"),
    [
        ("IR", "general license D-2", Activity.EXPORT, True),
        ("IR", "", Activity.EXPORT, False),
        ("DE", "general license D-2", Activity.EXPORT, False),
        ("IR", "general license D-2", Activity.DEEMED_EXPORT, False),
    ],
)
def test_ofac_authorizes_what_goes_to_a_country_that_it_governs_and_no_release(
    to: str, ofac: str, activity: Activity, elsewhere: bool
) -> None:
    one = matter(item(), to, ofac_authorization=ofac, activity=activity)
    assert elsewhere is one.is_authorized_elsewhere
