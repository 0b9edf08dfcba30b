"""A cleared pair holds while both sides are what the officer saw, and no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.facts import identifier
from navicert.facts.clearing import ClearedEntry, Clearing, ClearingScope
from navicert.facts.listed_scope import ListedScope, ScopeItems
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Address, Party
from navicert.parties.clearings import Clearings, digest_of
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate

DAY = date(2026, 7, 30)
LISTED = Listing(
    list=ListCode.EL,
    entry="1",
    names=(ListedName("Atlas Shipping Works"), ListedName("Atlas Marine Foundry")),
    identifiers=(identifier.parse("lei:5493001KJTIIGC8Y1R12"),),
)
PARTY = Party("Atlas Shipping Works", (), Address(country="DE"), birth_date=PartialDate(1965))
CLEARING = Clearing(
    number=1,
    name="ATLAS  shipping works",
    scope=ClearingScope.PARTY,
    entries=(ClearedEntry(ListCode.EL, "1", digest_of(LISTED)),),
    listed_name="Atlas Shipping Works",
    reason="another firm",
    by="Eva",
    since=date(2026, 1, 1),
    until=DAY,
    country="DE",
    birth_date="1965",
)


def met(party: Party, clearing: Clearing = CLEARING, listed: Listing = LISTED) -> tuple[int, int]:
    """How many matches are left, and how many are cleared."""
    watch = Watch.of([Snapshot("EL", "Ours", "", None, "", (listed,), (), ())])
    standing = standing_of(party, replace(watch, clearings=Clearings.of([clearing])), DAY)
    return len(standing.matches), len(standing.cleared)


def test_a_cleared_match_is_put_aside_and_told() -> None:
    assert (0, 1) == met(PARTY)


@pytest.mark.parametrize(
    "party",
    [
        replace(PARTY, name="Atlas Shipping Works Ltd"),
        replace(PARTY, address=Address(country="FR")),
        replace(PARTY, address=Address()),
        replace(PARTY, birth_date=PartialDate(1966)),
        replace(PARTY, birth_date=None),
        replace(PARTY, aliases=("Atlas Marine Foundry",)),
        replace(PARTY, identifiers=(identifier.parse("lei:5493001KJTIIGC8Y1R12"),)),
    ],
)
def test_it_returns_when_the_party_is_another(party: Party) -> None:
    assert (1, 0) == met(party)


@pytest.mark.parametrize(
    "listed",
    [
        replace(LISTED, remarks="and its branches"),
        replace(LISTED, countries=("DE",)),
        replace(LISTED, names=(*LISTED.names, ListedName("ASW"))),
        replace(LISTED, entry="2"),
        replace(LISTED, list=ListCode.SDN),
    ],
)
def test_it_returns_when_the_entry_says_anything_else(listed: Listing) -> None:
    assert (1, 0) == met(PARTY, listed=listed)


def test_what_a_better_reader_makes_of_the_same_words_changes_nothing() -> None:
    assert digest_of(LISTED) == digest_of(replace(LISTED, scope=ListedScope(ScopeItems.ALL)))


def test_it_returns_when_its_day_has_passed() -> None:
    assert (1, 0) == met(PARTY, replace(CLEARING, until=date(2026, 7, 29)))
    assert (0, 1) == met(PARTY, replace(CLEARING, until=None))


def test_a_wider_scope_lets_more_parties_be_it() -> None:
    abroad = replace(PARTY, address=Address(country="FR"), birth_date=None)
    assert (0, 1) == met(abroad, replace(CLEARING, scope=ClearingScope.NAME))
    assert (1, 0) == met(abroad, replace(CLEARING, scope=ClearingScope.COUNTRY))
    younger = replace(PARTY, birth_date=PartialDate(1990))
    assert (0, 1) == met(younger, replace(CLEARING, scope=ClearingScope.COUNTRY))


def test_every_name_that_met_must_be_cleared() -> None:
    both = replace(PARTY, aliases=("Atlas Marine Foundry",))
    other = replace(CLEARING, number=2, name="Atlas Marine Foundry")
    watch = Watch.of([Snapshot("EL", "Ours", "", None, "", (LISTED,), (), ())])
    cleared = replace(watch, clearings=Clearings.of([CLEARING, other]))
    assert 1 == len(standing_of(both, cleared, DAY).cleared)


def test_an_owner_is_another_party_than_one_in_a_country() -> None:
    owned = Party("Lemon Bakery", (), Address(country="DE"), owned_by=("Atlas Shipping Works",))
    assert (1, 0) == met(owned)
    assert (0, 1) == met(owned, replace(CLEARING, scope=ClearingScope.NAME))
