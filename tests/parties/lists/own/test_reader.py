"""A list of one's own as a table: any order of columns, none of them guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import FileTooLarge, ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists.own import columns
from navicert.parties.lists.read import read
from navicert.terms import partial_date
from navicert.terms.identifier_kind import IdentifierKind as Kind
from navicert.terms.list_code import ListCode
from tests.parties.lists.own.written import CSV, repacked, workbook


def test_a_row_keeps_what_its_columns_say() -> None:
    snapshot = read("lists/ours.csv", CSV.encode())
    assert ("OWN", "ours.csv") == (snapshot.code, snapshot.title)
    company, person = snapshot.listings
    assert (ListCode.OWN, "OWN:1", PartyType.ENTITY) == (company.list, company.entry, company.type)
    assert company.names == (
        ListedName("Sample Works", NameKind.PRIMARY),
        ListedName("SW", NameKind.ALIAS),
        ListedName("Sample W.", NameKind.ALIAS),
        ListedName("Old Works", NameKind.FORMER),
    )
    assert ("CN", "NO") == company.countries
    assert company.addresses == (
        Address(
            "1 Keji Road, Shenzhen, 518057, China", "1 Keji Road", "Shenzhen", "", "518057", "CN"
        ),
    )
    assert set(company.identifiers) == {
        Identifier(Kind.REGISTRATION, "9144X", "CN"),
        Identifier(Kind.OTHER, "77"),
        Identifier(Kind.TAX_ID, "DE 123456789", "DE"),
    }
    assert (date(2025, 3, 1), date(2026, 3, 1)) == (company.since, company.until)
    assert ("Slow payer", ("Internal",)) == (company.remarks, company.programs)
    assert (PartyType.PERSON, ("NA",), ()) == (person.type, person.countries, person.addresses)
    assert ["1965-03", "about 1966"] == [partial_date.format(one) for one in person.births]


def test_a_workbook_says_the_same_as_the_text() -> None:
    rows: list[list[object]] = [list(line.split(",")) for line in CSV.splitlines()]
    rows.insert(0, [])
    from_sheet = read("ours.csv", workbook(rows)).listings
    assert read("ours.csv", CSV.encode()).listings == from_sheet


def test_days_and_numbers_of_a_sheet_are_read_as_people_see_them() -> None:
    rows: list[list[object]] = [["name", "since", "imo", None]]
    rows.append(["NULL", date(2025, 3, 1), 9562233.0, None])
    (listing,) = read("ours.xlsx", workbook(rows)).listings
    assert ("NULL", date(2025, 3, 1)) == (listing.name, listing.since)
    assert (Identifier(Kind.IMO, "9562233"),) == listing.identifiers


def test_semicolons_and_tabs_part_columns_too() -> None:
    for delimiter in (";", "\t"):
        text = f"name{delimiter}country\nWorks{delimiter}NO\n"
        assert ("NO",) == read("ours.csv", text.encode()).listings[0].countries


def test_a_country_that_nobody_knows_stays_as_text() -> None:
    (listing,) = read("ours.csv", b"name,country\nWorks,Atlantis\n").listings
    assert ((), (("country", "Atlantis"),)) == (listing.countries, listing.details)


def test_a_row_may_name_the_list_of_an_authority() -> None:
    (listing,) = read("ours.csv", b"name,list\nWorks,EL\n").listings
    assert ListCode.EL is listing.list


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,adress\nWorks,x\n", "ours.csv:1: adress: no such column; did you mean 'address'?"),
        ("name,shoe size\nWorks,x\n", "ours.csv:1: shoe size: no such column"),
        ("name,company\nWorks,x\n", "the column 'name' stands twice"),
        ("name,type\nWorks,ghost\n", "ours.csv:2: type: 'ghost' is none of entity"),
        ("name,since\nWorks,03/01/2025\n", "ours.csv:2: since: '03/01/2025' is not an ISO"),
        ("name,dob\nWorks,spring\n", "ours.csv:2: birth_date: 'spring'"),
        ("name,ids\nWorks,shoe: 7\n", "ours.csv:2: identifiers: 'shoe' is no kind"),
        ("name,country\n,NO\n", "ours.csv:2: name: a row without a name"),
        ("name,country\nWorks\n", "1 cells where the header has 2"),
        ("name,\nWorks,x\n", "'x' stands in a column without a name"),
        ("name\n", "no row below the header"),
        (f"name\n{'x' * 10_000_000}\n", "larger than field limit"),
    ],
)
def test_what_no_column_says_is_refused_by_its_place(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused, match=r"^ours\.csv") as refused:
        read("ours.csv", text.encode())
    assert said in str(refused.value)


@pytest.mark.timeout(20)
def test_blanks_in_a_number_take_no_time() -> None:
    number = f"a{', ' * 50_000}b"
    (found,) = read("ours.csv", f'name,passport\nWorks,"{number}"\n'.encode()).listings
    assert (Identifier(Kind.PASSPORT, number),) == found.identifiers


BOOK = workbook([["name", "country"], ["Works", "NO"]])
SHEET = "xl/worksheets/sheet1.xml"
FAR = (
    '<worksheet><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>&a;</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (BOOK[: len(BOOK) // 2], UnreadableFile, "not a whole XLSX file"),
        (
            repacked(BOOK, SHEET, FAR.encode()),
            FileTooLarge,
            "row 1,048,576; the last may be 200,000",
        ),
        (repacked(BOOK, SHEET, b"<worksheet>" * 3), UnreadableFile, "not XML"),
        (BOOK.replace(b"<", b"", 1)[:-1] + b"?", UnreadableFile, "XLSX"),
        (repacked(BOOK, SHEET, b" " * 100_000_000), FileTooLarge, "unpacks to more than"),
        (workbook([["name"], ["x" * 32_767], ["a\x01b"]])[:-30], UnreadableFile, "XLSX"),
    ],
    ids=["half a file", "a cell far away", "broken sheet", "odd bytes", "bomb", "cut directory"],
)
def test_a_hostile_workbook_is_refused_with_the_reason(
    content: bytes, error: type[NavicertError], said: str
) -> None:
    with pytest.raises(error, match=r"^ours\.xlsx") as refused:
        read("ours.xlsx", content)
    assert said in str(refused.value)


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999"])
def test_a_cell_that_holds_no_number_is_refused_by_its_row(number: str) -> None:
    sheet = own_sheet(f'<row r="1"><c r="A1"><v>{number}</v></c></row>')
    with pytest.raises(UnreadableFile, match=r"^ours\.xlsx:1: a cell holds -?(nan|inf), which"):
        read("ours.xlsx", repacked(BOOK, SHEET, sheet))


def own_sheet(rows: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def test_a_workbook_with_entities_is_read_without_them_or_refused() -> None:
    with pytest.raises(NavicertError, match=r"^ours\.xlsx"):
        read("ours.xlsx", repacked(BOOK, SHEET, BOMB.encode()))


@given(st.binary(max_size=60), st.integers(min_value=0, max_value=len(BOOK)))
def test_any_bytes_in_a_workbook_are_read_or_refused(noise: bytes, at: int) -> None:
    said = ""
    listings: tuple[Listing, ...] = ()
    try:
        listings = read("ours.xlsx", BOOK[:at] + noise + BOOK[at + len(noise) :]).listings
    except NavicertError as refused:
        said = str(refused)
    assert all(one.names for one in listings)
    assert bool(listings) or said.startswith("ours.xlsx")


@given(
    st.dictionaries(
        st.sampled_from(columns.names()),
        st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters='\0",\r\n'), max_size=12
        ),
    )
)
def test_whatever_the_cells_hold_the_reader_answers_or_refuses(cells: dict[str, str]) -> None:
    row = {"name": "Works", **cells}
    text = f"{','.join(row)}\n{','.join(row.values())}\n"
    try:
        found = read("ours.csv", text.encode()).listings
    except NavicertError:
        return
    assert 1 == len(found)
