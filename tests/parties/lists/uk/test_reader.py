"""The UK Sanctions List: several rows are one designation, and both forms say the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import FileTooLarge, ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.parties.lists.read import read
from navicert.terms import partial_date
from navicert.terms.identifier_kind import IdentifierKind as Kind
from navicert.terms.list_code import ListCode
from tests.parties.lists.uk.written import (
    COLUMNS,
    ENTITY,
    PERSON,
    PERSON_ROWS,
    SHIP_ROW,
    elements,
    table,
)


def listings(text: str) -> tuple[Listing, ...]:
    return read("uk", text.encode()).listings


@pytest.mark.parametrize("text", [table(*PERSON_ROWS), elements(PERSON)], ids=["CSV", "XML"])
def test_a_person_keeps_what_the_list_says(text: str) -> None:
    (listing,) = listings(text)
    assert (ListCode.UK, "AFG9006", PartyType.PERSON) == (
        listing.list,
        listing.entry,
        listing.type,
    )
    assert ListedName("JANE QUEBEC SAMPLE", NameKind.PRIMARY) == listing.names[0]
    assert set(listing.names[1:]) == {
        ListedName("Jane Sampel", NameKind.ALIAS),
        ListedName("Sample the Elder", NameKind.WEAK),
        ListedName("جين سامبل", NameKind.ALIAS, "non-latin"),
    }
    assert date(2001, 1, 25) == listing.since
    assert ["1945", "1958-03-01"] == [partial_date.format(one) for one in listing.births]
    assert ("Lakhi village, Afghanistan",) == listing.birth_places
    assert (("AF",), ("AF",)) == (listing.nationalities, listing.countries)
    assert ["Kabul", "Kandahar"] == [one.city for one in listing.addresses]
    assert ("7 Sample Road", "1001", "AF") == (
        listing.addresses[0].street,
        listing.addresses[0].postal_code,
        listing.addresses[0].country,
    )
    assert set(listing.identifiers) == {
        Identifier(Kind.PASSPORT, "P0458", None, "Afghanistan passport"),
        Identifier(Kind.NATIONAL_ID, "12345", None, "tazkira"),
    }
    assert ("The Afghanistan (Sanctions) (EU Exit) Regulations 2020",) == listing.programs
    assert "Associate of nobody." == listing.remarks
    assert listing.details == (
        ("OFSI Group ID", "97172"),
        ("UN Reference Number", "TAi.902"),
        ("Designation source", "UN"),
        ("Sanctions Imposed", "Asset freeze"),
        ("Sanctions Imposed", "Travel Ban"),
        ("UK Statement of Reasons", "Minister of samples."),
        ("Last Updated", "14/04/2026"),
        ("Title", "Mullah"),
        ("Position", "Minister"),
        ("Gender", "Female"),
        ("D.O.B", "15/08/19yy"),
    )


def test_a_ship_has_its_number_and_its_flag() -> None:
    (_, ship) = listings(table(*PERSON_ROWS, SHIP_ROW))
    assert (PartyType.VESSEL, "Sample 8", "KM") == (ship.type, ship.name, ship.flag)
    assert (Identifier(Kind.IMO, "9562233", None, "IMO number"),) == ship.identifiers
    assert ("Previous flags", "India") in ship.details


def test_an_entity_has_its_registration() -> None:
    (_, entity) = listings(elements(PERSON, ENTITY))
    assert PartyType.ENTITY is entity.type
    assert {(Kind.REGISTRATION, "INN: 7710137066"), (Kind.PHONE, "+93-202-000000")} == {
        (one.kind, one.number) for one in entity.identifiers
    }
    assert ("Parent company", "Sample Holding") in entity.details


def test_the_file_says_of_which_day_it_is() -> None:
    assert date(2026, 9, 23) == read("uk", table(SHIP_ROW).encode()).as_of
    assert date(2026, 8, 20) == read("uk", elements(PERSON).encode()).as_of
    assert None is read("uk", table(SHIP_ROW).partition("\n")[2].encode()).as_of


def test_an_older_way_to_write_a_column_is_known() -> None:
    text = table(SHIP_ROW).replace("Designation Type", '"Individual, Entity, Ship"')
    assert PartyType.VESSEL is listings(text)[0].type


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (table(SHIP_ROW).replace("Year Built", "Year Built,Surprise", 1), "unknown: Surprise"),
        (table(SHIP_ROW).replace(",Year Built", "", 1), "missing: Year Built"),
        (table(SHIP_ROW, {**SHIP_ROW, "Unique ID": ""}), "uk:4: Unique ID: "),
        (table(SHIP_ROW).replace("Ship", "Ghost"), "uk:3: DPR9075: 'Ghost' is none of"),
        (table(SHIP_ROW).replace("03/10/2017", "soon"), "'soon' is not a day like"),
        (table({**SHIP_ROW, "Name 6": ""}), "without a name"),
        (table(SHIP_ROW, report="Report Date: soon"), "uk:1: Report Date: 'soon'"),
        (table(SHIP_ROW)[:-40], "cells where the header has"),
        (elements(PERSON.replace("Titles>", "Surprises>")), "Surprises: no reader takes this"),
        (elements(PERSON.replace("TravelBan>", "Surprise>")), "Indicators/Surprise: "),
        (elements(PERSON, "<Surprise/>"), "Surprise: no reader knows this"),
        (elements(PERSON.replace("AFG9006", "")), "uk:3: UniqueID: "),
        (elements(PERSON).replace("20/08/2026", "today"), "uk:2: DateGenerated: 'today'"),
    ],
)
def test_what_the_form_does_not_know_is_refused_by_its_place(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused, match=r"^uk") as refused:
        listings(text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [elements(PERSON, ENTITY)[:-300], elements("<Designation>" * 400), f"{table(SHIP_ROW)}\0"],
    ids=["half a file", "deep", "NUL"],
)
def test_what_is_not_whole_or_nested_deep_is_refused(text: str) -> None:
    with pytest.raises((UnreadableFile, FileTooLarge), match=r"^uk"):
        listings(text)


@given(
    st.dictionaries(
        st.sampled_from(COLUMNS),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
        | st.sampled_from(["00/00/1962", "31/02/1962", "dd/04/1962", "|", "Low quality a.k.a"]),
        max_size=5,
    )
)
def test_whatever_the_cells_hold_the_reader_answers_or_refuses(cells: dict[str, str]) -> None:
    try:
        found = listings(table({**SHIP_ROW, **cells}))
    except NavicertError:
        return
    assert 1 == len(found)
