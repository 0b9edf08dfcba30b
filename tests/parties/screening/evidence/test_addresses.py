"""Addresses compared in parts: abbreviations, order and scripts aside, and numbers agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Address, Party
from navicert.parties.lists import addresses as cells
from navicert.parties.screening.evidence import addresses
from navicert.parties.screening.evidence.addresses import Grade, grade, same_place
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth


def written(text: str) -> Address:
    return cells.parse(text)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7 Main Drive, Windhoek, NA", "7 Main Dr., Windhoek, NA"),
        ("No. 188 Changzhou Road, Huangpu District, Guangzhou, CN", "188 Changzhou Rd, Canton, CN"),
        ("No. 5200 Jindu Road, Minhang District, Shanghai, CN", "5200 Jin Du Lu, Shanghai, CN"),
        ("No. 5200 Jindu Road, Minhang District, Shanghai, CN", "上海市闵行区金都路5200号"),
        ("Hauptstra\u00dfe 7, Berlin, 10115, DE", "Hauptstr. 7, Berlin, DE"),
        (
            "Ul. Akademika Pavlova, d. 14-A, Saint Petersburg, 197376, RU",
            "14A Akademika Pavlova Street, St. Petersburg, RU",
        ),
        (
            "26 General Belov St Office 415, Moscow, 115583, RU",
            "ул. Генерала Белова, 26, офис 415, Москва, RU",
        ),
        ("8 Finance Street Central, Hong Kong, CN", "8 Finance St, Central, Hong Kong, HK"),
        ("7150 Rue Chouinard, Montreal, Quebec, H8N 2Z6, CA", "7150 Chouinard, Montreal, CA"),
        ("11420 NW 4 Street, Plantation, FL, 33325, US", "11420 NW 4th St, Plantation, FL, US"),
        ("5 3rd Avenue, Nairobi, KE", "5 3 Ave., Nairobi, KE"),
        ("450 Park Avenue, Ste 1403, New York, US", "450 Park Ave Suite 1403, New York, US"),
        ("Av. Tumbes 217, Tumbes, PE", "Avenida Tumbes 217, Tumbes, PE"),
        ("Calle 9F No. 24-98, Cali, CO", "Calle 9F, 24-98, Cali, CO"),
    ],
)
def test_one_place_written_in_two_ways_is_one_place(one: str, other: str) -> None:
    assert Grade.PLACE is grade(written(one), written(other))
    assert 1.0 == same_place(written(one), written(other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("No. 7 Jindu Road, Shanghai, CN", "No. 9 Jindu Road, Shanghai, CN", Grade.OTHER_NUMBER),
        (
            "11420 NW 4 Street, Miami, FL, US",
            "11300 NW 4 Street, Miami, FL, US",
            Grade.OTHER_NUMBER,
        ),
        (
            "53 A Street, Building 3, Moscow, RU",
            "53 A Street, Bldg 4, Moscow, RU",
            Grade.OTHER_NUMBER,
        ),
        ("7 Main Street, Bonn, DE", "7 Main Street, Berlin, DE", Grade.OTHER_CITY),
        ("7 Main Street, Bonn, DE", "7 Main Street, Bonn, US", Grade.APART),
        ("Jindu Road, Shanghai, CN", "No. 9 Jindu Road, Shanghai, CN", Grade.STREET),
        ("Jindu East Road, Shanghai, CN", "Jindu West Road, Shanghai, CN", Grade.CITY),
        ("PO Box 34122, Istanbul, TR", "P.O.Box 34122 Istanbul, TR", Grade.BOX),
        ("PO Box 34122, Istanbul, TR", "P.O.Box 34123 Istanbul, TR", Grade.CITY),
        ("Flat 2, 7 Main St, Bonn, DE", "Flat 3, 7 Main St, Bonn, DE", Grade.OTHER_UNIT),
        ("Flat 2, 7 Main St, Bonn, DE", "7 Main St, Bonn, DE", Grade.BUILDING),
        ("Abou Jawdeh Bldg., Beirut, LB", "Abou Jawdeh Building, Beirut, LB", Grade.BUILDING),
        ("Peking, CN", "Beijing, CN", Grade.CITY),
        ("NA", "7 Main Street, Windhoek, NA", Grade.COUNTRY),
    ],
)
def test_what_is_not_one_place_is_graded(one: str, other: str, expected: Grade) -> None:
    assert expected == grade(written(one), written(other))
    assert expected == grade(written(other), written(one))
    assert same_place(written(one), written(other)) < 1.0


def test_fields_are_read_as_the_text_is() -> None:
    fields = Address(street="7 Main Dr", city="Windhoek", postal_code="10 001", country="NA")
    assert Grade.PLACE is grade(fields, written("7 Main Drive, Windhoek, 10001, NA"))
    assert Grade.PLACE is grade(fields, Address("Main Drive 7, Windhoek, Namibia"))


def listing(*texts: str) -> Listing:
    where = tuple(written(text) for text in texts)
    return Listing(ListCode.EL, "1", (ListedName("Alpha"),), addresses=where)


def test_the_nearest_of_several_addresses_is_told() -> None:
    party = Party("Alpha", (), written("7 Main Dr, Windhoek, NA"))
    (found,) = addresses.weigh(party, listing("Oslo, NO", "7 Main Drive, Windhoek, NA"))
    assert (Truth.YES, 0.2) == (found.agrees, found.points)
    assert found.text == (
        "address '7 Main Dr, Windhoek, NA', the list says '7 Main Drive, Windhoek, NA': same place"
    )


def test_another_city_contradicts_a_little_and_a_country_alone_is_neutral() -> None:
    party = Party("Alpha", (), written("7 Main Dr, Walvis Bay, NA"))
    (found,) = addresses.weigh(party, listing("9 Palm Road, Windhoek, NA"))
    assert Truth.NO is found.agrees
    assert () == addresses.weigh(party, listing("NA"))
    assert () == addresses.weigh(Party("Alpha", (), Address(country="NA")), listing("Windhoek, NA"))
    assert () == addresses.weigh(party, listing())


def test_a_long_address_is_shown_cut() -> None:
    long = "7 Main Dr, " + "x" * 5_000_000 + ", Windhoek, NA"
    party = Party("Alpha", (), Address(long, city="Windhoek", country="NA"))
    (found,) = addresses.weigh(party, listing("9 Palm Road, Windhoek, NA"))
    assert len(found.text) < 300


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_graded_the_same_both_ways(one: str, other: str) -> None:
    left, right = Address(one), Address(other, country="CN")
    assert grade(left, right) == grade(right, left)


_WORDS = "7 9 12 No. A Main Jindu Street Rd ul. Block Flat PO Box Moscow Beijing , / - 10115 CN"
_ADDRESSES = st.lists(st.sampled_from(_WORDS.split()), max_size=12).map(" ".join)


@given(_ADDRESSES, _ADDRESSES, st.sampled_from(["", "Moscow", "Beijing"]))
def test_addresses_are_graded_the_same_both_ways(one: str, other: str, city: str) -> None:
    left, right = Address(one), Address(other, street=other, city=city, country="CN")
    assert grade(left, right) == grade(right, left)
    assert 0.0 <= same_place(left, right) <= 1.0
