"""OFAC's advanced form: numbers resolved, every element known, nothing guessed."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navicert.errors import NavicertError, UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists.read import read
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate
from tests.parties.lists.ofac_advanced.written import ENTRIES, PARTIES, entry, period, written

NAME = "adv.xml"


def listed(content: bytes) -> dict[str, Listing]:
    return {listing.entry: listing for listing in read(NAME, content).listings}


def test_a_person_field_by_field() -> None:
    person = listed(written())["22790"]
    assert (ListCode.SDN, PartyType.PERSON) == (person.list, person.type)
    assert person.names == (
        ListedName("MADURO MOROS, Nicolas"),
        ListedName("\u0645\u0627\u062f\u0648\u0631\u0648", NameKind.ALIAS, "Arabic"),
        ListedName("NICO", NameKind.WEAK),
        ListedName("OLD, Nick", NameKind.FORMER),
    )
    assert person.births == (
        PartialDate(1962, 11, 23),
        PartialDate(1960, about=True, last_year=1961),
    )
    assert ("Caracas, Venezuela",) == person.birth_places
    assert (("VE",), ("VE",)) == (person.nationalities, person.citizenships)
    where = Address("7 Azadi St., Tehran, 11369, Iran", "7 Azadi St.", "Tehran", "", "11369", "IR")
    assert (where,) == person.addresses
    assert ("IR", "VE") == person.countries
    note = "Passport; undetermined; seen once; Caracas; Fraudulent; Issue Date 2010-05-06"
    assert person.identifiers == (
        Identifier(IdentifierKind.NATIONAL_ID, "5892464", "VE", "Cedula No."),
        Identifier(IdentifierKind.PASSPORT, "A1234567", None, note),
    )
    assert (("VENEZUELA",), date(2017, 7, 31), None) == (
        *(person.programs, person.since, person.until),
    )
    assert "Remark of 22790" == person.remarks
    assert {
        ("Gender", "Male"),
        ("Title", "President"),
        ("CITY (Persian)", "\u062a\u0647\u0631\u0627\u0646"),
        ("LegalBasis", "Executive Order 13692 (Venezuela)"),
        ("SanctionsMeasure", "Block"),
        ("EntryEvent Created", "2017-07-31"),
    } == set(person.details)


def test_a_vessel_an_entity_and_an_aircraft() -> None:
    listings = listed(written())
    vessel, entity, aircraft = listings["15051"], listings["30"], listings["15431"]
    assert (PartyType.VESSEL, "HENNA", "PA") == (vessel.type, vessel.name, vessel.flag)
    assert {
        (IdentifierKind.IMO, "9212929"),
        (IdentifierKind.MMSI, "572465210"),
        (IdentifierKind.CALL_SIGN, "T2EQ4"),
    } == {(one.kind, one.number) for one in vessel.identifiers}
    assert ("VESSEL TYPE", "Crude Oil Tanker") in vessel.details
    assert ("Owned or Controlled By", "LAZARUS GROUP") in vessel.details
    assert (PartyType.ENTITY, ("DPRK3",)) == (entity.type, entity.programs)
    wallet = "1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE"
    assert Identifier(IdentifierKind.WALLET, wallet, note="XBT") in entity.identifiers
    assert (IdentifierKind.BIC, "HAVIGB2L") in {(o.kind, o.number) for o in entity.identifiers}
    assert ("Secondary sanctions risk", "North Korea") in entity.details
    assert (PartyType.AIRCRAFT, "EP-GOM") == (aircraft.type, aircraft.name)
    serial = [one.number for one in aircraft.identifiers]
    assert ["1023409321"] == serial
    assert ("Aircraft Model", "IL76-TD") in aircraft.details


@pytest.mark.parametrize("packed", [False, True])
def test_the_file_is_that_of_its_list_and_day_packed_or_not(packed: bool) -> None:
    content = gzip.compress(written()) if packed else written()
    snapshot = read(NAME, content)
    assert ("SDN", date(2026, 9, 23)) == (snapshot.code, snapshot.as_of)
    assert (("SDN", 4),) == snapshot.counts_by_list
    assert snapshot.source.endswith("SDN_ADVANCED.XML")


def test_the_older_namespace_is_read_too() -> None:
    older = written(namespace="http://www.un.org/sanctions/1.0")
    assert listed(written()) == listed(older)


def test_the_programs_of_the_consolidated_list_tell_its_lists() -> None:
    programs = {"22790": "NS-PLC", "15051": "CMIC-EO13959", "30": "561-Related"}
    entries = "".join(entry(int(one), tag, 91507) for one, tag in programs.items())
    snapshot = read(NAME, written(entries=entries + entry(15431, "UKRAINE-EO13662", 91507)))
    assert "NONSDN" == snapshot.code
    assert ["PLC", "CMIC", "CAP", "SSI"] == [one.list.value for one in snapshot.listings]
    assert snapshot.source.endswith("CONS_ADVANCED.XML")


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("1962-01-01", "1962-12-31", PartialDate(1962)),
        ("1962-02-01", "1962-02-28", PartialDate(1962, 2)),
        ("1962-03-04", "1962-09-01", PartialDate(1962, 3, last_month=9)),
        ("1962-01-01", "1965-12-31", PartialDate(1962, last_year=1965)),
    ],
)
def test_a_birth_may_be_a_period(first: str, last: str, wanted: PartialDate) -> None:
    content = PARTIES.replace(period("1962-11-23", "1962-11-23"), period(first, last))
    assert wanted == listed(written(content))["22790"].births[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (written().replace(b"<Locations>", b"<Ghosts/><Locations>"), "Ghosts: no reader knows"),
        (written(PARTIES.replace("<Profile ", "<Shoe/><Profile ", 1)), "takes Shoe;"),
        (written(PARTIES.replace("<VersionDetail", "<X/><VersionDetail", 1)), "takes X;"),
        (written(PARTIES.replace("<Profile ", '<Profile DeltaAction="Add" ', 1)), "of changes"),
        (written(entries=ENTRIES + entry(99, "X")), "no party has the number '99'"),
        (written(entries=entry(22790, "X")), "3 parties (15051, 30, 15431) are on no list"),
        (written(entries=ENTRIES.replace("1550", "5", 1)), "nobody knows the list 'List of Dre"),
        (written(entries=ENTRIES.replace("1550", "91507", 1)), "list of the program 'VENEZUELA'"),
        (written(entries=ENTRIES.replace("1550", "1", 1)), "'1' is the number of no List"),
        (written(PARTIES.replace('LocationID="500"', 'LocationID="5"')), "of no Location"),
        (written(PARTIES.replace('FeatureTypeID="26"', 'FeatureTypeID="0"')), "no FeatureType"),
        (written(PARTIES.replace("<Month>11<", "<Month>13<")), "'1962-13-23' is not a date"),
        (written(PARTIES.replace("<Year>1962<", "<Year>MCM<")), "'MCM-11-23' is not a date"),
        (written(PARTIES.replace("HENNA", "")), "a party without a name"),
        (written(PARTIES + PARTIES), "stands in the file twice"),
        (written().replace(b'IdentityID="7000"', b'IdentityID="1"'), "documents of identities"),
        (
            written().replace(b"<SanctionsEntryLinks/>", b"<SanctionsEntryLink/>"),
            "nobody knows what a link",
        ),
    ],
)
def test_what_does_not_hold_together_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(NavicertError, match=r"^adv\.xml") as refused:
        read(NAME, content)
    assert said in str(refused.value)


HOSTILE = {
    "file of this machine": written(
        PARTIES.replace("HENNA", "&x;"),
        before="<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    ),
    "entity bomb": written(
        PARTIES.replace("HENNA", "&b;"),
        before=f"<!DOCTYPE a [<!ENTITY a '{'a' * 1000}'><!ENTITY b '{'&a;' * 9999}'>]>",
    ),
    "nested deep": written("<Profile>" * 100_000),
    "name of 10 MB": written(PARTIES.replace("HENNA", "H" * 10_500_000)),
    "NUL": written(PARTIES.replace("HENNA", "H\0")),
    "half of it": written()[: len(written()) // 2],
    "root alone": b"<Sanctions>",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_refused(content: bytes) -> None:
    with pytest.raises(NavicertError, match=r"^adv\.xml"):
        read(NAME, content)


def test_a_gzip_archive_that_never_ends_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read(NAME, gzip.compress(written())[:-9])


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(["<Value>", "<Comment>", "<Year>", "<IDRegistrationNo>", 'ID="', '="1432">']),
    st.binary(max_size=20),
    st.integers(0, 12_000),
)
def test_whatever_the_elements_hold_it_is_read_or_refused(
    text: str, mark: str, noise: bytes, at: int
) -> None:
    file = written()
    cell = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "'")
    filled = file.replace(mark.encode(), (mark + cell).encode(), 3)
    for content in (file[:at] + noise + file[at:], filled):
        try:
            listings = read(NAME, content).listings
        except NavicertError:
            continue
        assert all(listing.name for listing in listings)
