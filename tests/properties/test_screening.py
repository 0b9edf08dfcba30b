"""Whatever else is known of a party never hides whom its name met."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from navicert.facts import identifier
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address, Party
from navicert.facts.standing import Capacity
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.identifier_kind import STRONG, IdentifierKind
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate

DAY = date(2026, 7, 30)
LISTED = (
    Listing(
        ListCode.SDN,
        "1",
        (ListedName("Ivan Sergeevich Petrov"), ListedName("Vanya Petrov", NameKind.WEAK)),
        PartyType.PERSON,
        countries=("RU",),
        births=(PartialDate(1965, 3, 12),),
        identifiers=tuple(map(identifier.parse, ("passport:A7654321 (RU)", "lei:12345"))),
        nationalities=("RU",),
    ),
    Listing(
        ListCode.EL,
        "2",
        (ListedName("Petrov Foundry and Marine Works"),),
        PartyType.ENTITY,
        (Address("188 Changzhou Road, Guangzhou", country="CN"),),
        ("CN",),
        identifiers=(identifier.parse("imo:9074729"),),
    ),
)
WATCH = Watch.of([Snapshot("OWN", "Ours", "", None, "", LISTED, (), ())])
NAMES = st.sampled_from(
    ["Ivan Petrov", "Petrov Marine", "Ivan S. Petrov", "Vanya Petrov", "Petrov Works", "Lemon"]
)
NUMBERS = st.builds(
    Identifier,
    st.sampled_from(sorted(IdentifierKind)),
    st.sampled_from(["A7654321", "A7654322", "9074729", "12345", "1", "0000"]),
    st.sampled_from([None, "RU", "BR"]),
)
PARTIES = st.builds(
    Party,
    name=NAMES,
    roles=st.just(()),
    address=st.builds(
        Address,
        text=st.sampled_from(["", "189 Changzhou Rd, Guangzhou", "Bremen"]),
        country=st.sampled_from([None, "RU", "DE", "CN"]),
    ),
    kind=st.sampled_from(["", "person", "company", "vessel", "aircraft"]),
    nationality=st.sampled_from([None, "RU", "DE"]),
    birth_date=st.none() | st.builds(PartialDate, st.integers(1900, 2020), st.integers(1, 12)),
    identifiers=st.lists(NUMBERS, max_size=3).map(tuple),
)


def met(party: Party) -> set[str]:
    matches = standing_of(party, WATCH, DAY, 0.3).matches
    return {one.listing.entry for one in matches if one.capacity is Capacity.ITSELF}


@given(PARTIES)
@settings(max_examples=200)
def test_an_added_field_never_hides_a_hit(party: Party) -> None:
    assert met(Party(party.name, ())) <= met(party)


@given(NAMES, st.sampled_from(LISTED), st.data())
@settings(max_examples=60)
def test_the_same_strong_number_always_meets(
    name: str, listed: Listing, data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from(listed.identifiers))
    assert number.kind in STRONG
    party = Party(name, (), identifiers=(number,))
    if number.number != "12345":  # which fails the check of an LEI, so it supports and decides not
        found = [one for one in standing_of(party, WATCH, DAY).matches if one.is_decided]
        assert [listed.entry] == [one.listing.entry for one in found]
    assert listed.entry in met(party)
