from __future__ import annotations

import pytest

from navicert.rules.controls.end_uses.headquarters import of_macau_or_d5, seat_not_stated, users
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth
from tests.rules.matters import NO, UNKNOWN, YES, item, matter, party


@pytest.mark.parametrize(
    ("seat", "parent", "expected"),
    [
        ("CN", "US", YES),
        ("SG", "CN", YES),
        ("MO", None, YES),
        (None, "MO", YES),
        ("SG", "US", NO),
        ("SG", None, UNKNOWN),
        (None, "US", UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_headquarters_or_ultimate_parent_in_d5_count(
    seat: str | None, parent: str | None, expected: Truth
) -> None:
    line = matter(item(), "SG", party(headquarters=seat, ultimate_parent=parent))
    assert expected is of_macau_or_d5(line, line.edition.part_744())


def test_those_for_whom_the_item_is() -> None:
    roles = (PartyRole.PURCHASER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER)
    counted = [party(role) for role in roles]
    others = [party(PartyRole.INTERMEDIATE_CONSIGNEE), party(PartyRole.FINANCIER)]
    assert counted == list(users(matter(item(), "SG", *others, *counted)))


def test_a_seat_that_nobody_stated_is_asked_for() -> None:
    question = (
        "Where are the headquarters of the end user, and those of its ultimate parent company?"
    )
    expected = Finding(
        FindingKind.RED_FLAG,
        UNKNOWN,
        "15 CFR 744.23(a)(3)",
        "a chip",
        label="744.23",
        general_prohibition=5,
        overcome_by="say where the entity and its ultimate parent have their headquarters",
        missing=(MissingFact("parties.headquarters", question, "15 CFR 744.23(a)(3)"),),
    )
    assert expected == seat_not_stated("a chip", "15 CFR 744.23(a)(3)", "744.23")
