"""The consolidated list of the European Union, XML 1.1."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import FileTooLarge, ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, NameKind, PartyType
from navicert.parties.lists.eu.reader import read_file
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.read import read as read_any
from navicert.parties.lists.snapshot import Contents
from navicert.terms import partial_date
from navicert.terms.identifier_kind import IdentifierKind as Kind
from navicert.terms.list_code import ListCode
from tests.parties.lists.eu.written import COMPANY, PERSON, eu


def read(name: str, content: bytes) -> Contents:
    return read_file(ListFile(name, content))


def test_a_person_keeps_what_the_list_says() -> None:
    (listing,) = read("eu.xml", eu(PERSON).encode()).listings
    assert (ListCode.EU, "EU.9001.11", PartyType.PERSON) == (
        listing.list,
        listing.entry,
        listing.type,
    )
    assert listing.names == (
        ListedName("Jane Q Sample", NameKind.PRIMARY, "EN"),
        ListedName("Джейн Сэмпл", NameKind.ALIAS, "RU"),
        ListedName("The Sampler", NameKind.WEAK),
    )
    assert ["1944-02-21", "about 1945-03", "1940 to 1942"] == [
        partial_date.format(one) for one in listing.births
    ]
    assert ("Harare, ZIMBABWE",) == listing.birth_places
    assert (("ZW",), ("ZW",)) == (listing.citizenships, listing.countries)
    (address,) = listing.addresses
    assert ("7 Sample Road, P.O. Box 12", "Harare", "00263", "ZW") == (
        address.street,
        address.city,
        address.postal_code,
        address.country,
    )
    assert listing.identifiers == (
        Identifier(
            Kind.PASSPORT,
            "AD009911",
            "ZW",
            "National passport, issuedBy Harare, diplomatic, seen in 2004",
        ),
        Identifier(Kind.OTHER, "77", None, "Library card"),
        Identifier(Kind.EMAIL, "jane@example.org", None, "EMAIL"),
    )
    assert (date(2001, 3, 8), None) == (listing.since, listing.until)
    assert ("ZWE",) == listing.programs
    assert ("2018/223 (OJ L43)", "898/2005 (OJ L153)") == listing.citations
    assert "Sister of nobody." == listing.remarks


def test_what_has_no_field_of_its_own_is_kept_by_its_name() -> None:
    (listing,) = read("eu.xml", eu(PERSON).encode()).listings
    assert listing.details == (
        ("unitedNationId", "QDi.900"),
        ("designationDetails", "by the Committee"),
        ("regulation", "2018/223 (OJ L43), amendment, commission, 2018-02-16, 2018-02-17"),
        ("publicationUrl", "https://example.org/act/223"),
        ("publicationUrl", "https://example.org/act/898"),
        ("title", "Jane Q Sample: Colonel"),
        ("function", "Jane Q Sample: Former President"),
        ("gender", "Jane Q Sample: F"),
        ("asAtListingTime", "7 Sample Road, Harare"),
        ("nameAlias remark", "good quality"),
        ("identification remark", "seen in 2004"),
    )


def test_a_company_has_its_numbers_and_no_day_that_nobody_stated() -> None:
    (listing,) = read("eu.xml", eu(COMPANY).encode()).listings
    assert (PartyType.ENTITY, None) == (listing.type, listing.since)
    assert "Sample & Sons OAO" == listing.name
    assert [(Kind.REGISTRATION, "1027739609391"), (Kind.IMO, "9123456")] == [
        (one.kind, one.number) for one in listing.identifiers
    ]


def test_the_file_says_of_which_day_it_is() -> None:
    snapshot = read_any("download", eu(PERSON, COMPANY).encode())
    assert ("EU", date(2018, 12, 21), 2) == (snapshot.code, snapshot.as_of, snapshot.entries)
    assert () == snapshot.covers


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<remark>Sister of nobody.</remark>", "<surprise/>", "surprise: no reader takes this"),
        ("<remark>seen", "<surprise/><remark>seen", "identification/surprise: "),
        ('knownFalse="false"', 'knownFalse="false" surprise="1"', "identification@surprise: "),
        ('knownFalse="false"', 'a:known:False="false"', "identification@"),
        ('code="person"', 'code="ghost"', "subjectType: 'ghost' is none of person"),
        ("<subjectType", "<!-- --><regulation/><contactInfo", "contactInfo@code: "),
        ('designationDate="2001-03-08"', 'designationDate="March"', "designationDate: 'March'"),
        ('generationDate="2018', 'generationDate="x018', "generationDate: "),
        ("</export>", "<surprise/></export>", "surprise: "),
    ],
)
def test_what_the_form_does_not_know_is_refused_by_its_place(old: str, new: str, said: str) -> None:
    text = eu(COMPANY, PERSON)
    assert old in text
    with pytest.raises(ListRowRefused, match=r"^eu\.xml") as refused:
        read("eu.xml", text.replace(old, new).encode())
    assert said in str(refused.value)


def test_a_listing_without_a_name_is_refused_with_its_line() -> None:
    with pytest.raises(ListRowRefused, match=r"^eu\.xml:4: nameAlias: .*without a name"):
        read("eu.xml", eu(COMPANY.replace("Sample &amp; Sons OAO", "")).encode())


def test_a_listing_without_a_number_of_its_own_is_refused_with_its_line() -> None:
    nameless = re.sub(r' (?:euReferenceNumber|logicalId)="[^"]*"', "", COMPANY)
    with pytest.raises(ListRowRefused, match=r"^eu\.xml:4: euReferenceNumber: .*without a number"):
        read("eu.xml", eu(nameless).encode())


BOMB = (
    '<!DOCTYPE export [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<export xmlns="http://eu.europa.ec/fpi/fsd/export">&b;</export>'
)
FETCH = (
    '<!DOCTYPE export [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    '<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity>&x;</sanctionEntity></export>'
)


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (BOMB.encode(), UnreadableFile, "a document type, which no list needs"),
        (FETCH.encode(), UnreadableFile, "a document type, which no list needs"),
        (FETCH.encode("utf-16"), UnreadableFile, "a document type, which no list needs"),
        (eu(PERSON, COMPANY).encode()[:-600], UnreadableFile, "not whole XML"),
        (eu(PERSON).replace("Harare", "Ha\0rare").encode(), UnreadableFile, "not whole XML"),
        (eu("<remark>" * 100_000).encode(), ListRowRefused, "remark: "),
        (
            eu(f"<sanctionEntity>{'<remark>' * 300}").encode(),
            FileTooLarge,
            "elements within one another",
        ),
        (
            eu(f"<sanctionEntity>{'<remark/>' * 60_000}</sanctionEntity>").encode(),
            FileTooLarge,
            "more than 50,000 elements",
        ),
        (
            eu(PERSON.replace("Jane Q Sample", "x" * 200_000)).encode(),
            FileTooLarge,
            "200,000 characters",
        ),
        (
            eu(PERSON.replace("Jane Q Sample", "x" * 10_500_000)).encode(),
            FileTooLarge,
            "in which no element begins or ends",
        ),
    ],
    ids=[
        *("bomb", "fetch", "fetch in UTF-16", "half a file", "NUL", "deep", "deep record"),
        *("long record", "long name", "10 MB name"),
    ],
)
def test_hostile_files_are_refused_with_the_reason(
    content: bytes, error: type[NavicertError], said: str
) -> None:
    with pytest.raises(error, match=r"^eu\.xml") as refused:
        read("eu.xml", content)
    assert said in str(refused.value)


@given(
    st.sampled_from(["birthdate", "year", "monthOfYear", "circa", "strong", "number", "city"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)
def test_whatever_an_attribute_holds_the_reader_answers_or_refuses(key: str, value: str) -> None:
    safe = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    text = eu(
        COMPANY.replace("<identification ", f'<birthdate {key}="{safe}"/><identification ', 1)
    )
    try:
        contents = read("eu.xml", text.encode())
    except NavicertError:
        return
    assert 1 == len(contents.listings)
