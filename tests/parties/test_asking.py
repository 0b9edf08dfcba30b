"""Numbers lead to a listing as names do, and what decides does so whatever the names are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.facts import identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address, Party
from navicert.facts.standing import Strength
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode

DAY = date(2026, 7, 30)
LISTED = Listing(
    list=ListCode.SDN,
    entry="one",
    names=(ListedName("Ivan Petrov"), ListedName("Vanya", NameKind.WEAK)),
    type=PartyType.PERSON,
    identifiers=tuple(
        map(identifier.parse, ("passport:A7654321 (IR)", "imo:9051624", "phone:5551234567"))
    ),
    since=date(2020, 1, 1),
)


def watch(*listings: Listing) -> Watch:
    return Watch.of([Snapshot("SDN", "Ours", "", None, "", listings, (), ())])


def party(name: str, *numbers: str) -> Party:
    return Party(name, (), identifiers=tuple(map(identifier.parse, numbers)))


@pytest.mark.parametrize("number", ["passport:a-765 4321 (IR)", "imo:IMO 9051624", "other:9051624"])
def test_a_strong_number_finds_its_listing_whatever_the_name_is(number: str) -> None:
    (match,) = standing_of(party("Lemon Bakery", number), watch(LISTED), DAY).matches
    assert (Strength.SAME, "Ivan Petrov", True) == (
        match.strength,
        match.listed_name,
        match.is_decided,
    )
    assert "the same" in match.how
    assert () == match.names
    assert match.score < 0.3


@pytest.mark.parametrize("number", ["phone:5551234567", "passport:A7654322 (IR)"])
def test_other_numbers_lead_nowhere(number: str) -> None:
    assert () == standing_of(party("Lemon Bakery", number), watch(LISTED), DAY).matches


def test_the_same_number_of_another_issuer_is_near_and_never_hidden() -> None:
    (match,) = standing_of(party("Lemon", "passport:A7654321 (BR)"), watch(LISTED), DAY).matches
    assert (Strength.NEAR, False, ()) == (match.strength, match.is_decided, match.names)
    assert "of BR here and of IR on the list" in match.how


@pytest.mark.parametrize(
    "name", ["Limited", "\u041e\u041e\u041e", "GmbH & Co. KG", "The Company, S.A."]
)
def test_a_name_of_legal_forms_alone_has_nothing_to_compare(name: str) -> None:
    assert (name,) == standing_of(Party(name, ()), watch(LISTED), DAY).nameless
    assert () == standing_of(Party(f"Atlas {name}", ()), watch(LISTED), DAY).nameless


def test_a_name_that_says_nothing_is_still_found_by_its_number() -> None:
    standing = standing_of(party("?!", "imo:9051624"), watch(LISTED), DAY)
    assert (1, False) == (len(standing.matches), standing.screened)


def test_a_number_makes_a_near_name_sure_and_is_told_once() -> None:
    standing = standing_of(party("Petrov Ivanov", "imo:9051624"), watch(LISTED, LISTED), DAY, 0.1)
    assert [Strength.SAME] == [one.strength for one in standing.matches]


def test_a_number_of_a_listing_that_holds_no_more_leads_nowhere() -> None:
    ended = replace(LISTED, until=date(2021, 1, 1))
    assert () == standing_of(party("Lemon", "imo:9051624"), watch(ended), DAY).matches


def test_every_name_that_met_is_told_with_its_kind_and_its_own_score() -> None:
    asked = replace(party("Ivan Petrov"), aliases=("Vanya",))
    (match,) = standing_of(asked, watch(LISTED), DAY).matches
    assert [("Ivan Petrov", NameKind.PRIMARY), ("Vanya", NameKind.WEAK)] == [
        (one.listed_name, one.kind) for one in match.names
    ]
    assert match.names[0].score == match.score
    assert match.names[1].score <= 0.95


def test_a_lower_score_can_be_asked_for() -> None:
    asked = Party("Ivan Garden Petrov Tools", (), Address(country="DE"))
    many = standing_of(asked, watch(LISTED), DAY, 0.0).matches
    assert [one.score for one in many if one.score >= 0.5] == [
        one.score for one in standing_of(asked, watch(LISTED), DAY).matches
    ]
    assert 1 == len(many)
