from __future__ import annotations

from decimal import Decimal

from navicert.facts.ownership import Stake
from navicert.parties.ownership.owners import owners_of

GRAPH = (
    Stake("Grandmother", "Mother", Decimal(60)),
    Stake("Mother", "Daughter", None),
    Stake("DAUGHTER", "Grandmother", Decimal(1)),
    Stake("Stranger", "Somebody", Decimal(100)),
)


def test_every_owner_above_a_party_is_named_once_and_a_circle_ends() -> None:
    assert ("Mother", "Grandmother") == owners_of("daughter", GRAPH)


def test_who_is_not_owned_has_no_owners() -> None:
    assert owners_of("Stranger", GRAPH) == ()
