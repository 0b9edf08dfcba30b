"""All evidence beside the name: what users of other tools ask for, and what absence says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address, Party
from navicert.parties.screening.evidence.evidence import Evidence, total
from navicert.parties.screening.evidence.weigh import weigh
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate

ENTRY = Listing(
    ListCode.SDN,
    "10640",
    (ListedName("John Smith"), ListedName("Smithy", NameKind.WEAK)),
    PartyType.PERSON,
    addresses=(Address("7 Main Drive, Windhoek, NA", "7 Main Drive", "Windhoek", country="NA"),),
    countries=("NA",),
    identifiers=(Identifier(IdentifierKind.PASSPORT, "AC744430", "NA"),),
    births=(PartialDate(1965, 12, 3),),
    nationalities=("NA",),
)


def said(found: tuple[Evidence, ...]) -> list[tuple[str, float]]:
    return [(one.what, one.points) for one in found]


def test_a_weak_alias_is_weighed_by_the_matcher_and_changes_no_evidence() -> None:
    """User request 10."""
    party = Party("Smithy", (), Address(country="NA"))
    strong = replace(ENTRY, names=(ListedName("Smithy"),))
    assert weigh(party, strong) == weigh(party, ENTRY)


def test_a_date_of_birth_speaks_for_and_against() -> None:
    """User request 11."""
    party = Party("John Smith", (), birth_date=PartialDate(1965, 3, 12))
    (found,) = weigh(party, ENTRY)
    assert "born 1965-03-12, the list says 1965-12-03: day and month swapped" == found.text
    assert -0.25 == total(weigh(replace(party, birth_date=PartialDate(1990)), ENTRY))


def test_drive_and_dr_are_one_address() -> None:
    """User request 12."""
    party = Party("John Smith", (), Address("7 Main Dr., Windhoek"))
    assert [("address", 0.2)] == said(weigh(party, ENTRY))


def test_adding_fields_never_hides_a_hit() -> None:
    """User request 13: the worst of all fields moves the name no further than the floor."""
    party = Party(
        "John Smith",
        (),
        Address("9 Palm Road, Oslo, NO", city="Oslo", country="NO"),
        nationality="NO",
        identifiers=(Identifier(IdentifierKind.PASSPORT, "X9998887", "NA"),),
        birth_date=PartialDate(1990),
    )
    found = weigh(party, ENTRY, "vessel")
    assert all(one.points < 0 for one in found)
    assert -0.35 == total(found)


def test_everything_alike_is_told_in_order() -> None:
    party = Party(
        "John Smith",
        (),
        ENTRY.addresses[0],
        kind="person",
        nationality="NA",
        identifiers=ENTRY.identifiers,
        birth_date=ENTRY.births[0],
    )
    kinds = ["identifier", "birth", "country", "nationality", "address", "type"]
    assert kinds == [one.what for one in weigh(party, ENTRY)]
    assert 1.0 == total(weigh(party, ENTRY))


PARTIES = st.builds(
    Party,
    name=st.just("John Smith"),
    roles=st.just(()),
    address=st.builds(
        Address,
        text=st.sampled_from(["", "7 Main Dr, Windhoek", "Oslo"]),
        country=st.sampled_from([None, "NA", "NO", "HK"]),
    ),
    kind=st.sampled_from(["", "person", "company", "freight forwarder"]),
    nationality=st.sampled_from([None, "NA", "NO"]),
    identifiers=st.sampled_from(
        [
            (),
            ENTRY.identifiers,
            (Identifier(IdentifierKind.PASSPORT, "X9998887", "NA"),),
            (Identifier(IdentifierKind.OTHER, ""),),
        ]
    ),
    birth_date=st.sampled_from([None, PartialDate(1965), PartialDate(1990, 1, 1)]),
)
SILENT = Listing(ListCode.SDN, "1", (ListedName("John Smith"),))


@given(PARTIES)
def test_a_list_that_is_silent_gives_no_evidence(party: Party) -> None:
    assert () == weigh(party, SILENT)


def test_a_party_that_is_silent_gives_no_evidence() -> None:
    assert () == weigh(Party("John Smith", ()), ENTRY)


@given(PARTIES)
def test_a_field_left_out_takes_away_its_own_evidence_and_changes_no_other(party: Party) -> None:
    full = weigh(party, ENTRY)
    without = weigh(replace(party, birth_date=None), ENTRY)
    assert tuple(one for one in full if one.what != "birth") == without
    without = weigh(replace(party, identifiers=()), ENTRY)
    assert tuple(one for one in full if one.what != "identifier") == without
    without = weigh(replace(party, address=Address()), ENTRY)
    assert tuple(one for one in full if one.what not in {"address", "country"}) == without


@given(PARTIES)
def test_the_total_stays_within_its_bounds(party: Party) -> None:
    assert -0.35 <= total(weigh(party, ENTRY)) <= 1.0
