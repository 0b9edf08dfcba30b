"""FollowTheMoney entities, flat and nested: who is listed, and what else says of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists.ftm.reader import read_file
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.read import read as read_any
from navicert.parties.lists.snapshot import Contents
from navicert.terms import partial_date
from navicert.terms.identifier_kind import IdentifierKind as Kind
from navicert.terms.list_code import ListCode
from tests.parties.lists.ftm.written import (
    ADDRESS,
    FLAT,
    PERSON,
    PERSON_PROPERTIES,
    SANCTION,
    VESSEL,
    Form,
    entity,
    lines,
    nested,
)


@pytest.mark.parametrize("text", [FLAT, nested()], ids=["flat", "nested"])
def test_a_person_keeps_what_the_file_says(text: str) -> None:
    (listing, _) = read("x.json", text).listings
    assert (ListCode.FTM, "p-1", PartyType.PERSON) == (listing.list, listing.entry, listing.type)
    assert listing.names == (
        ListedName("Jane Q Sample", NameKind.PRIMARY),
        ListedName("Sample, Jane", NameKind.ALIAS),
        ListedName("Jane the Elder", NameKind.ALIAS),
        ListedName("Sampler", NameKind.WEAK),
        ListedName("Jane Example", NameKind.FORMER),
    )
    assert ["1965-03", "1966-04-01"] == [partial_date.format(one) for one in listing.births]
    assert (("ZW",), ("NO",)) == (listing.nationalities, listing.citizenships)
    assert ("ZW", "GB", "NO") == listing.countries
    assert listing.addresses == (
        Address("7 Sample Road, 00263 Harare", city="Harare", country="ZW"),
        Address("Somewhere"),
    )
    assert set(listing.identifiers) == {
        Identifier(Kind.NATIONAL_ID, "12345", None, "idNumber"),
        Identifier(Kind.PASSPORT, "AD1", "ZW", "Passport, expires 2020-01-01"),
        Identifier(Kind.WALLET, "1Fz29", None, "publicKey"),
    }
    assert ("xx_list", "SAMPLES-1") == listing.programs
    assert (date(2014, 3, 1), None) == (listing.since, listing.until)
    assert "A note." == listing.remarks
    assert {
        ("topics", "sanction"),
        ("topics", "role.pep"),
        ("position", "Minister"),
        ("country", "suhh"),
        ("birthDate", "spring"),
        ("first_seen", "2021-09-26"),
        ("referents", "old-1; old-2"),
        ("Sanction authority", "Ministry of Samples"),
    } <= set(listing.details)


def read(name: str, text: str) -> Contents:
    return read_file(ListFile(name, text.encode("utf-8", "surrogatepass")))


def test_relatives_are_kept_out_and_counted() -> None:
    assert (("Family", 1), ("Person", 1)) == read("x.json", FLAT).left_out
    assert (("Family", 1),) == read("x.json", nested()).left_out


def test_a_vessel_that_is_a_target_is_listed_whatever_its_topics_say() -> None:
    (_, vessel) = read("x.json", FLAT).listings
    assert (PartyType.VESSEL, "PA", None) == (vessel.type, vessel.flag, vessel.since)
    assert {(Kind.IMO, "9562233"), (Kind.MMSI, "677049700"), (Kind.CALL_SIGN, "UBMQ9")} == {
        (one.kind, one.number) for one in vessel.identifiers
    }


def test_the_last_day_is_claimed_only_when_every_sanction_has_ended() -> None:
    first = entity("Sanction", "s-2", {"entity": ["p-1"], "endDate": ["2019"]})
    second = entity("Sanction", "s-3", {"entity": ["p-1"], "endDate": ["2020-02"]})
    (listing,) = read("x.json", lines(PERSON, first, second)).listings
    assert (None, date(2020, 2, 29)) == (listing.since, listing.until)
    (listing,) = read("x.json", lines(PERSON, first, SANCTION)).listings
    assert (None, None) == (listing.since, listing.until)


def test_the_list_is_called_by_its_dataset_or_by_its_file() -> None:
    snapshot = read_any("/feeds/a.json", FLAT.encode())
    assert ("FTM", "A FollowTheMoney export: xx_list") == (snapshot.code, snapshot.title)
    assert (("FTM", 2),) == snapshot.counts_by_list
    assert () == snapshot.covers
    more = FLAT + lines(entity("Company", "c-1", {"topics": ["sanction"]}, datasets=["yy_list"]))
    assert "A FollowTheMoney export: a.json" == read_any("/feeds/a.json", more.encode()).title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (lines(VESSEL, {**PERSON, "surprise": 1}), "x.json:2: Object contains unknown field"),
        (lines({"id": "a", "schema": "Person"}), "x.json:1: "),
        (lines(entity("Person", "a", {"name": [None]})), "x.json:1: properties.name: "),
        (lines(entity("Person", "a", {"name": [["b"]]})), "properties.name: "),
        (lines(entity("Person", "a", {"sanctions": [{"id": "b"}]})), "properties.sanctions: "),
        (lines(entity("Person", "a", {"name": ["x" * 10_000_000]})), "131,072 characters"),
        (lines(VESSEL, VESSEL), "x.json:2: id: 'v-1' stands twice"),
        (lines({**VESSEL, "id": " "}), "x.json:1: id: Expected `str` matching"),
    ],
)
def test_what_the_form_does_not_know_is_refused_by_its_place(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused, match=r"^x\.json") as refused:
        read("x.json", text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FLAT[:-40], "x.json:8: not JSON, or cut off"),
        (lines({**PERSON, "caption": "a\0b"}), "x.json:1: a NUL"),
        ('{"id": "a", "schema": "b", "properties": {"c": ' + "[" * 100_000, "too deep"),
    ],
    ids=["half a file", "NUL", "deep"],
)
def test_what_is_not_whole_is_unreadable(text: str, said: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^x\.json") as refused:
        read("x.json", text)
    assert said in str(refused.value)


VALUES = st.lists(st.integers() | st.text(max_size=6) | st.just(ADDRESS), max_size=2)
NAMES = st.sampled_from([*PERSON_PROPERTIES, "sanctions", "target", "publicKey", "startDate"])


@given(st.dictionaries(NAMES, VALUES, max_size=4), st.sampled_from(["Person", "Sanction", "x"]))
def test_whatever_the_properties_hold_the_reader_answers_or_refuses(
    properties: Form, schema: str
) -> None:
    try:
        contents = read("x.json", lines(PERSON, entity(schema, "fuzz", properties)))
    except NavicertError:
        return
    assert len(contents.listings) in {1, 2}
