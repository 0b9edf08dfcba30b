"""Types: a person is not a ship, and an address is neither."""

from __future__ import annotations

import pytest

from navicert.facts.listing import ListedName, Listing, PartyType
from navicert.parties.screening.evidence import kinds
from navicert.terms.list_code import ListCode


@pytest.mark.parametrize(
    ("asked", "listed", "points"),
    [
        ("person", PartyType.PERSON, [0.02]),
        ("Company", PartyType.ENTITY, [0.02]),
        ("company", PartyType.PERSON, [-0.12]),
        ("vessel", PartyType.PERSON, [-0.25]),
        ("", PartyType.PERSON, []),
        ("university", PartyType.PERSON, []),
        ("person", PartyType.UNKNOWN, []),
        ("company", PartyType.ADDRESS, []),
    ],
)
def test_types_are_compared(asked: str, listed: PartyType, points: list[float]) -> None:
    entry = Listing(ListCode.SDN, "1", (ListedName("Alpha"),), listed)
    assert points == [found.points for found in kinds.weigh(asked, entry)]
