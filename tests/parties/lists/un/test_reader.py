"""The UN's list: every element known, every part of a name kept, nothing guessed."""

from __future__ import annotations

import gzip
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navicert.errors import ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate
from tests.parties.lists.un.written import PERSON, written


def test_an_individual_field_by_field() -> None:
    snapshot = read("un.xml", written())
    assert ("UN", date(2026, 2, 27)) == (snapshot.code, snapshot.as_of)
    person = snapshot.listings[0]
    assert (ListCode.UN, "KPi.033", PartyType.PERSON) == (person.list, person.entry, person.type)
    assert person.names == (
        ListedName("RI WON HO"),
        ListedName("\ub9ac\uc6d0\ud638", NameKind.ALIAS, "original script"),
        ListedName("Ri Won-ho", NameKind.ALIAS),
        ListedName("Ri; Lee", NameKind.WEAK),
        ListedName("Ri", NameKind.WEAK),
        ListedName("Lee", NameKind.WEAK),
    )
    text = "1 Road, Damascus, 7, Syrian Arab Republic"
    assert (Address(text, "1 Road", "Damascus", "", "7", "SY"),) == person.addresses
    assert (("KP",), ("SY", "KP")) == (person.nationalities, person.countries)
    assert person.births == (
        PartialDate(1963),
        PartialDate(1964, 7, 17),
        PartialDate(1965, about=True),
        PartialDate(1960, last_year=1966),
        PartialDate(1973, 11),
    )
    assert ("Wonsan", "Pyongyang, DPRK") == person.birth_places
    note = "Passport; Libyan passport No. 513519; Libya; 2010-01-01"
    assert (Identifier(IdentifierKind.PASSPORT, "513519", "LY", note),) == person.identifiers
    assert (date(2016, 11, 30), None) == (person.since, person.until)
    assert (("DPRK",), "Stationed in Syria.") == (person.programs, person.remarks)
    assert {
        ("TITLE", "Mr"),
        ("DESIGNATION", "Official"),
        ("GENDER", "Male"),
        ("LAST_DAY_UPDATED", "2017-01-02"),
        ("NATIONALITY", "na"),
        ("ALIAS_NOTE", "Ri; Lee: abroad"),
        ("ADDRESS_NOTE", f"{text}: as of 2016"),
    } <= set(person.details)


def test_an_entity_with_a_former_name_that_was_taken_off() -> None:
    entity = read("un.xml", written()).listings[1]
    assert entity.names == (
        ListedName("OLD WORKS"),
        ListedName("OW", NameKind.ALIAS),
        ListedName("Older Works", NameKind.FORMER),
    )
    assert (PartyType.ENTITY, ("IR",)) == (entity.type, entity.countries)
    assert (date(2009, 4, 24), date(2016, 1, 15)) == (entity.since, entity.until)
    assert not entity.holds_on(date(2016, 1, 16))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (written(PERSON + "<SHOE_SIZE>43</SHOE_SIZE>"), "INDIVIDUAL: no reader takes SHOE_SIZE"),
        (written(PERSON.replace("<QUALITY>Good", "<QUALITY a='1'>Good")), "takes a;"),
        (written(PERSON.replace(">Good<", ">Perfect<")), "'Perfect' is none of Good, Low"),
        (written(PERSON.replace(">EXACT<", ">MAYBE<")), "'MAYBE' is none of EXACT"),
        (written(PERSON.replace("1964-07-17", "1964-07-32")), "'1964-07-32' is not a date"),
        (written(PERSON.replace("2016-11-30", "30.11.2016")), "'30.11.2016' is not an ISO"),
        (written(PERSON.replace("KPi.033", "")), "an entry without a REFERENCE_NUMBER"),
        (written(entity="<REFERENCE_NUMBER>1</REFERENCE_NUMBER>"), "an entry without a name"),
        (written(PERSON + "<GENDER>Female</GENDER>"), "GENDER: it stands here twice"),
        (written(PERSON + "stray"), "text between its elements"),
        (written().replace(b"<ENTITIES>", b"<SHIPS/><ENTITIES>"), "SHIPS: no reader knows"),
        (written().replace(b"dateGenerated", b"madeOn"), "takes madeOn"),
    ],
)
def test_what_the_schema_does_not_have_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(ListRowRefused, match=r"^un\.xml:\d+: ") as refused:
        read("un.xml", content)
    assert said in str(refused.value)


BOMB = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
HOSTILE = {
    "entity bomb": written(PERSON.replace("RI<", "&j;<"), before=BOMB + "]>"),
    "entity bomb in an attribute": written(before=BOMB + "]>").replace(b"2026-02", b"&j;"),
    "file of this machine": written(
        PERSON.replace("RI<", "&x;<"),
        before="<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    ),
    "type from the network": written(before="<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'>"),
    "unknown entity": written(PERSON.replace("RI<", "&x;<")),
    "nested deep": written("<A>" * 100_000),
    "nested in order": written("<A>" * 40 + "</A>" * 40),
    "name of 10 MB": written(PERSON.replace("RI<", "R" * 10_500_000 + "<")),
    "NUL": written(PERSON.replace("RI<", "R\0<")),
    "half of it": written()[:1500],
    "root alone": b"<CONSOLIDATED_LIST>",
    "wrong encoding": written(PERSON.replace("RI<", "\u00e9<")).replace(b"\xc3", b""),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_refused(content: bytes) -> None:
    with pytest.raises(NavicertError, match=r"^un\.xml"):
        read("un.xml", content)


def test_a_document_type_is_refused_by_its_name() -> None:
    with pytest.raises(UnreadableFile, match="a document type, which no list needs"):
        read("un.xml", written(before="<!DOCTYPE CONSOLIDATED_LIST>"))


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["FIRST_NAME", "NUMBER", "ALIAS_NAME", "DATE", "NOTE", "LISTED_ON", "X"]),
    st.binary(max_size=20),
    st.integers(0, 3000),
)
def test_whatever_the_elements_hold_it_is_read_or_refused(
    text: str, tag: str, noise: bytes, at: int
) -> None:
    file = written()
    cell = text.replace("&", "&amp;").replace("<", "&lt;")
    start = PERSON.find(f"<{tag}>") + len(tag) + 2
    for content in (
        file[:at] + noise + file[at:],
        written(PERSON[:start] + cell + PERSON[start:]),
    ):
        try:
            listings = read("un.xml", content).listings
        except NavicertError:
            continue
        assert all(listing.name for listing in listings)


@cache
def whole(path: Path) -> Snapshot:
    return read("un.xml.gz", path.read_bytes())


def listings_of(corpus: Path) -> dict[str, Listing]:
    snapshot = whole(corpus / "lists" / "un-consolidated-2026-02-27.xml.gz")
    return {listing.entry: listing for listing in snapshot.listings}


def entries(corpus: Path) -> list[tuple[ET.Element, Listing]]:
    """Each entry of the file, read here by another reader, with our listing of it."""
    path = corpus / "lists" / "un-consolidated-2026-02-27.xml.gz"
    root = ET.fromstring(gzip.decompress(path.read_bytes()))  # noqa: S314 - our corpus
    listings = listings_of(corpus)
    found = (*root.findall(".//INDIVIDUAL"), *root.findall(".//ENTITY"))
    return [(one, listings[(one.findtext("REFERENCE_NUMBER") or "").strip()]) for one in found]


def test_the_list_of_february_2026_is_kept_whole(corpus: Path) -> None:
    snapshot = whole(corpus / "lists" / "un-consolidated-2026-02-27.xml.gz")
    assert 1003 == len(entries(corpus)) == snapshot.entries
    kinds = Counter(listing.type.value for listing in snapshot.listings)
    assert {"person": 730, "entity": 273} == kinds
    assert date(2026, 2, 27) == snapshot.as_of
    assert (ListCode.UN,) == snapshot.covers


def test_every_name_of_the_list_is_kept(corpus: Path) -> None:
    for element, listing in entries(corpus):
        names = {name.text for name in listing.names}
        assert set(words(element, "NAME_ORIGINAL_SCRIPT")) <= names
        assert set(words(element, ".//ALIAS_NAME")) <= names
        parts = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
        assert " ".join(word for part in parts for word in words(element, part)) == listing.name
        weak = {one.text for one in listing.names if one.kind is NameKind.WEAK}
        aliases = element.findall("INDIVIDUAL_ALIAS")
        low = [one for one in aliases if one.findtext("QUALITY") == "Low"]
        good = {name for one in element if one not in low for name in words(one, "ALIAS_NAME")}
        assert {name for one in low for name in words(one, "ALIAS_NAME")} - good <= weak | {
            listing.name
        }


def test_every_date_of_birth_of_the_list_is_kept(corpus: Path) -> None:
    for element, listing in entries(corpus):
        born = {(one.year, one.month, one.day) for one in listing.births}
        spans = {(one.year, one.last_year or one.year) for one in listing.births}
        for day in words(element, ".//DATE"):
            assert tuple(map(int, day.split("-"))) in born
        for year in words(element, ".//INDIVIDUAL_DATE_OF_BIRTH/YEAR"):
            assert (int(year), None, None) in born
        first, last = words(element, ".//FROM_YEAR"), words(element, ".//TO_YEAR")
        for span in zip(first, last, strict=True):
            low, high = sorted(map(int, span))
            assert (low, high) in spans


def test_every_document_address_and_comment_of_the_list_is_kept(corpus: Path) -> None:
    for element, listing in entries(corpus):
        papers = [f"{one.number}; {one.note}" for one in listing.identifiers]
        for number in words(element, ".//NUMBER"):
            assert any(number in paper for paper in papers)
        where = " | ".join(" ".join(one.text.split()) for one in listing.addresses)
        for tag in ("STREET", "CITY", "COUNTRY"):
            for path in (f"INDIVIDUAL_ADDRESS/{tag}", f"ENTITY_ADDRESS/{tag}"):
                assert all(word in where for word in words(element, path))
        assert " ".join(words(element, "COMMENTS1")) == " ".join(listing.remarks.split())
        assert (words(element, "LISTED_ON")[0])[:10] == str(listing.since)
        updated = [text for tag, text in listing.details if tag == "LAST_DAY_UPDATED"]
        assert list(dict.fromkeys(words(element, "LAST_DAY_UPDATED/VALUE"))) == updated


def words(element: ET.Element, path: str) -> list[str]:
    texts = (" ".join((found.text or "").split()) for found in element.findall(path))
    return [text for text in texts if text]


def test_a_person_of_the_list(corpus: Path) -> None:
    person = listings_of(corpus)["QDi.002"]
    assert "AMIN MUHAMMAD UL HAQ SAAM KHAN" == person.name
    assert [
        ("Al-Haq, Amin", NameKind.ALIAS),
        ("Amin, Muhammad", NameKind.ALIAS),
        ("Dr. Amin", NameKind.WEAK),
        ("Ul-Haq, Dr. Amin", NameKind.WEAK),
    ] == [(name.text, name.kind) for name in person.names if name.kind is not NameKind.PRIMARY]
    assert (PartialDate(1960),) == person.births
    assert ("Nangarhar Province, Afghanistan",) == person.birth_places
    assert (("AF",), date(2001, 1, 25)) == (person.nationalities, person.since)
    assert ("Al-Qaida",) == person.programs
    assert ("LAST_DAY_UPDATED", "2023-02-02") in person.details


def test_a_passport_and_an_entity_of_the_list(corpus: Path) -> None:
    listings = listings_of(corpus)
    passport = Identifier(IdentifierKind.PASSPORT, "01020802", "QA", "Passport; Qatar")
    assert passport in listings["QDi.380"].identifiers
    entity = listings["KPe.001"]
    assert "KOREA MINING DEVELOPMENT TRADING CORPORATION" == entity.name
    assert [
        Address(
            "Central District, Pyongyang, Democratic People's Republic of Korea",
            *("Central District", "Pyongyang", "", "", "KP"),
        )
    ] == list(entity.addresses)
    front = {name.text for name in listings["QDe.137"].names}
    assert {
        "Jabhat al-Nusrah",
        "Al-Nusra Front",
        "\u062c\u0628\u0647\u0629 \u0627\u0644\u0646\u0635\u0631\u0629",
    } <= front
