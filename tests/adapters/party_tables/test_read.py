"""A table of parties becomes the document that the terminal makes of one name."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter

from navicert.adapters.party_tables.read import read_bytes
from navicert.casework.screened_parties import parties
from navicert.errors import EmptyOrder, PartiesRefused, UnreadableFile
from navicert.facts import identifier
from navicert.facts.party import Address
from navicert.terms.partial_date import PartialDate

TABLE = """Customer ID;Company Name;Country;Date of Birth;Passport No.;IDs;AKA
7;Petrov & Söhne;Namibia;12 Mar 1965;A1 (IR);imo:9074729|tax_id:7;Petrov|P & S
;Norsk AS;NO;;;;
"""


def xlsx(*rows: tuple[object, ...]) -> bytes:
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True, "default_date_format": "d.m.yy"}) as book:
        sheet = book.add_worksheet("parties")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return whole.getvalue()


def problems(text: str) -> list[str]:
    with pytest.raises(PartiesRefused) as refused:
        parties(read_bytes(text.encode(), "p.csv"))
    return [str(problem) for problem in refused.value.problems]


def test_columns_are_known_by_the_names_that_people_give_them() -> None:
    first, second = parties(read_bytes(TABLE.encode("utf-8-sig"), "p.csv"))
    assert ("7", 2, "Petrov & Söhne") == (first.reference, first.line, first.party.name)
    assert ("NA", PartialDate(1965, 3, 12)) == (
        first.party.address.country,
        first.party.birth_date,
    )
    assert ("Petrov", "P & S") == first.party.aliases
    numbers = ("passport:A1 (IR)", "imo:9074729", "tax_id:7")
    assert tuple(map(identifier.parse, numbers)) == first.party.identifiers
    assert ("NO", None, 3) == (
        second.party.address.country,
        second.party.birth_date,
        second.line,
    )


def test_a_sheet_gives_dates_and_numbers_as_it_shows_them() -> None:
    data = xlsx(
        ("name", "dob", "imo", "address"), ("Ever Lemon", date(1965, 3, 12), 9074729, "1 A St")
    )
    (found,) = parties(read_bytes(data, "p.xlsx"))
    assert PartialDate(1965, 3, 12) == found.party.birth_date
    assert (identifier.parse("imo:9074729"),) == found.party.identifiers
    assert Address("1 A St") == found.party.address


def test_every_bad_row_is_named_with_its_line() -> None:
    found = problems("name,adress,country\nAcme,44,DE\n,,XX\nB,1\n\nC,,DE,9\n")
    assert [
        "p.csv:1: adress: not a column of parties; did you mean address?",
        "p.csv:3: name: name is missing: Name of the party.",
        "p.csv:3: country: 'XX' is not an ISO 3166-1 alpha-2 code",
        "p.csv:4: the row has 2 cells, the header 3",
        "p.csv:6: the row has 4 cells, the header 3",
    ] == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,imo\nA,...\n", "p.csv:2: imo: 'imo:...' has no letter or figure in its number"),
        ("name,ids\nA,77\n", "p.csv:2: ids: '77' is no identifier: write its kind before it"),
        ("name,dob\nA,spring\n", "p.csv:2: dob: 'spring' is not a date"),
        ("name,Name\nA,B\n", "p.csv:1: Name: stands twice, as name"),
        ("name,\nA,B\n", "p.csv:2: column 2: the column has no name"),
        ("name\nA\x07\n", "p.csv:2: name: holds the control character U+0007"),
    ],
)
def test_what_is_malformed_is_refused_where_it_stands(text: str, told: str) -> None:
    assert problems(text)[0].startswith(told)


def test_what_is_no_table_of_parties_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no known column"):
        read_bytes(b"shoe,size\n1,2\n", "p.csv")
    with pytest.raises(UnreadableFile, match="CSV or XLSX"):
        read_bytes(b'{"name": "A"}', "p.json")
    with pytest.raises(EmptyOrder):
        parties(read_bytes(b"name,country\n", "p.csv"))
    with pytest.raises(UnreadableFile, match="zero byte"):
        read_bytes(b"name\nA\x00\n", "p.csv")


def test_columns_that_say_nothing_of_a_party_are_left_out_and_named() -> None:
    table = "Customer No,Firma,notes,Umsatz 2025,Land\nK7,Petrov,asks for nickel,1.000,DE\n"
    document = read_bytes(table.encode(), "p.csv")
    (found,) = parties(document)
    assert ("K7", "Petrov") == (found.reference, found.party.name)
    assert ("notes", "Umsatz 2025", "Land") == document.ignored


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Adress", "address"),
        ("contry", "country"),
        ("birth_daet", "birth_date"),
        ("pasport", "pas"),
    ],
)
def test_a_column_that_looks_misspelled_is_refused(header: str, meant: str) -> None:
    (told,) = problems(f"name,{header}\nA,\n")
    assert f"p.csv:1: {header}: not a column of parties; did you mean {meant}" in told


@pytest.mark.parametrize(
    ("named", "code"),
    [("Deutschland", "DE"), ("ITALIA", "IT"), ("\u4e2d\u56fd", "CN"), ("China", "CN")],
)
def test_a_country_may_be_named_in_any_language(named: str, code: str) -> None:
    (found,) = parties(read_bytes(f"name,country\nA,{named}\n".encode(), "p.csv"))
    assert code == found.party.address.country
