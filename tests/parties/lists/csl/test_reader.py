"""The Consolidated Screening List: every column kept, nothing guessed, nothing lost."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import ListRowRefused, NavicertError
from navicert.facts.listing import PartyType
from navicert.parties.lists.csl.reader import COLUMNS, read
from navicert.parties.lists.read import read as read_any
from navicert.terms import partial_date
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth
from tests.parties.lists.written import DENIED, ENTITY, csl


def test_a_row_keeps_what_the_list_says() -> None:
    row = {
        **ENTITY,
        "addresses": "1 Keji Road, Shenzhen, 518057, CN; Tehran, IR",
        "federal_register_notice": "81 FR 12004; 87  FR 38920 (no. 124)",
        "start_date": "2016-03-08",
        "license_requirement": "For all items subject to the EAR.",
        "license_policy": "Presumption of denial.",
        "alt_names": "Kangxun; KX Works",
        "programs": "ONE; TWO",
        "ids": "CN, 123, Registration Number",
    }
    (listing,) = read("csl.csv", csl(row)).listings
    assert listing.list is ListCode.EL
    assert [n.text for n in listing.names] == ["Kangxun Works Co., Ltd.", "Kangxun", "KX Works"]
    assert [a.city for a in listing.addresses] == ["Shenzhen", "Tehran"]
    assert listing.addresses[0].postal_code == "518057"
    assert listing.countries == ("CN", "IR")
    assert listing.citations == ("81 FR 12004", "87 FR 38920")
    assert (listing.since, listing.until) == (date(2016, 3, 8), None)
    assert listing.license_requirement == "For all items subject to the EAR."
    assert listing.license_policy == "Presumption of denial."
    assert listing.programs == ("ONE", "TWO")
    assert ("ids", "CN, 123, Registration Number") in listing.details


def test_namibia_norway_and_null_are_data() -> None:
    row = {**ENTITY, "name": "NULL", "addresses": "NA; NO", "alt_names": "NA; null; -0-"}
    (listing,) = read("csl.csv", csl(row)).listings
    assert listing.countries == ("NA", "NO")
    assert [name.text for name in listing.names] == ["NULL", "NA", "null", "-0-"]


@pytest.mark.timeout(20)
def test_a_header_of_many_columns_takes_no_time() -> None:
    header = csl().rstrip("\n") + ',"a\n"' + "".join(f",{n}" for n in range(200_000))
    with pytest.raises(ListRowRefused, match=r"^csl\.csv:2: the columns are not those"):
        read("csl.csv", f"{header}\n")


def test_an_entry_without_an_id_is_called_by_its_number_or_its_name() -> None:
    bare = {**ENTITY, "_id": ""}
    found = read("csl.csv", csl({**bare, "entity_number": "7"}, bare)).listings
    assert ["7", "Kangxun Works Co., Ltd."] == [listing.entry for listing in found]


def test_a_denied_person_is_a_listing_and_an_order() -> None:
    row = {
        **ENTITY,
        "source": DENIED,
        "start_date": "2016-03-01",
        "end_date": "2020-02-28",
        "standard_order": "y",
    }
    contents = read("csl.csv", csl(row))
    assert contents.listings[0].standard_order is Truth.YES
    (order,) = contents.orders
    assert order.end_on(date(2017, 1, 1)) == date(2020, 2, 28)
    assert order.standard_terms is True


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("source", "Nobody's List (XYZ)", "XYZ"),
        ("name", "", "without a name"),
        ("type", "Ghost", "'Ghost' is none of Individual"),
        ("start_date", "08/03/2016", "not an ISO 8601 date"),
        ("standard_order", "perhaps", "'perhaps' is none of Y, N"),
    ],
)
def test_one_bad_row_refuses_the_file_and_is_named(column: str, value: str, said: str) -> None:
    with pytest.raises(ListRowRefused) as refused:
        read("csl.csv", csl(ENTITY, {**ENTITY, column: value}))
    assert str(refused.value).startswith(f"csl.csv:3: {column}: ")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (csl(ENTITY).replace("ids", "ids,surprise", 1), "unknown: surprise"),
        (csl(ENTITY).replace(",ids", "", 1), "missing: ids"),
        (csl(ENTITY).replace(",ids", ",ids,ids", 1), "repeated: ids"),
        (csl(ENTITY) + "e2,too,few\n", "csl.csv:3: 3 cells where the header has 29"),
        (csl(ENTITY) + '"never closed', "csl.csv:3: "),
        (csl({**ENTITY, "remarks": "x" * 10_000_000}), "larger than field limit"),
        ("", "missing: _id"),
    ],
    ids=["unknown", "missing", "repeated", "too few", "open quote", "10 MB field", "empty"],
)
def test_another_form_is_refused_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused, match=r"^csl\.csv") as refused:
        read("csl.csv", text)
    assert said in str(refused.value)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(COLUMNS), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
        ),
        max_size=4,
    )
)
def test_whatever_the_cells_hold_the_reader_answers_or_refuses(rows: list[dict[str, str]]) -> None:
    try:
        contents = read("csl.csv", csl(*({**ENTITY, **row} for row in rows)))
    except NavicertError:
        return
    assert len(contents.listings) == len(rows)


def test_the_list_of_april_2022_has_14_160_rows(corpus: Path) -> None:
    snapshot = read_any("csl", (corpus / "lists" / "csl-2022-04.csv.gz").read_bytes())
    expected = {
        "CAP": 53,
        "CMIC": 68,
        "DPL": 462,
        "DTC": 727,
        "EL": 2001,
        "FSE": 3,
        "ISN": 163,
        "MBS": 17,
        "MEU": 71,
        "PLC": 78,
        "SDN": 10026,
        "SSI": 290,
        "UVL": 201,
    }
    assert expected == dict(snapshot.counts_by_list)
    assert snapshot.entries == 14160
    vessels = [one for one in snapshot.listings if one.type is PartyType.VESSEL]
    assert len(vessels) == 433
    assert sum("NO" in one.countries for one in snapshot.listings)


def test_what_helps_to_tell_parties_apart_has_fields_of_its_own() -> None:
    row = {
        **ENTITY,
        "type": "Vessel",
        "ids": "IMO 8898831, Vessel Registration Identification; Male, Gender",
        "dates_of_birth": "circa 1944; 1965-03-12; spring",
        "places_of_birth": "Tehran, Iran; Qom, Iran",
        "nationalities": "IR",
        "citizenships": "CA; IR",
        "vessel_flag": "Democratic People's Republic of Korea",
        "call_sign": "UDQB",
    }
    (listing,) = read("csl.csv", csl(row)).listings
    assert [("imo", "8898831"), ("call_sign", "UDQB")] == [
        (one.kind.value, one.number) for one in listing.identifiers
    ]
    assert ["about 1944", "1965-03-12"] == [partial_date.format(one) for one in listing.births]
    assert ("dates_of_birth", "circa 1944; 1965-03-12; spring") in listing.details
    assert ("Tehran, Iran", "Qom, Iran") == listing.birth_places
    assert (("IR",), ("CA", "IR"), "KP") == (
        listing.nationalities,
        listing.citizenships,
        listing.flag,
    )
    assert ("IR", "CA", "KP") == listing.countries
    assert ("nationalities", "IR; CA; IR") in listing.details


def test_the_fields_of_april_2022_hold_what_its_cells_hold(corpus: Path) -> None:
    content = (corpus / "lists" / "csl-2022-04.csv.gz").read_bytes()
    text = gzip.decompress(content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    listings = read_any("csl", content).listings
    for column, count in (
        ("dates_of_birth", sum(bool(one.births) for one in listings)),
        ("places_of_birth", sum(bool(one.birth_places) for one in listings)),
        ("nationalities", sum(bool(one.nationalities) for one in listings)),
        ("citizenships", sum(bool(one.citizenships) for one in listings)),
    ):
        assert sum(bool(row[column].strip()) for row in rows) == count, column
    # Four vessels have the flag "None Identified".
    assert sum(bool(row["vessel_flag"]) for row in rows) - 4 == sum(
        one.flag is not None for one in listings
    )
