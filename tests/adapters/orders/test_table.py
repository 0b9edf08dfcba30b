"""CSV and XLSX: rows and columns become the same document."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
import xlsxwriter

from navicert.adapters.orders import csv_form, limits, xlsx_form
from navicert.casework.intake import intake
from navicert.casework.order.document import OrderDocument
from navicert.errors import EmptyOrder, FileTooLarge, OrderRefused, UnreadableFile
from navicert.facts.transaction import Transaction
from navicert.terms.party_role import PartyRole

HEADER = "day,activity,destination_country,end_user_name,end_user_country,item,quantity"
FIRST = "2026-07-30,export,NO,null,NA,pump,1"


def csv(*rows: str, header: str = HEADER) -> OrderDocument:
    return csv_form.parse("\n".join((header, *rows)).encode(), "o.csv")


def problems(document: OrderDocument) -> list[tuple[int, str, str]]:
    with pytest.raises(OrderRefused) as error:
        intake(document)
    return [(found.line, found.key, found.message) for found in error.value.problems]


def workbook(*rows: tuple[object, ...], sheets: tuple[str, ...] = ("order",)) -> bytes:
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    for name in sheets:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return whole.getvalue()


def with_sheet(data: bytes, old: str, new: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(whole, "w") as copy:
        for name in source.namelist():
            part = source.read(name)
            copy.writestr(name, part.replace(old.encode(), new.encode()))
    return whole.getvalue()


def facts(transaction: Transaction) -> tuple[object, ...]:
    return (
        transaction.destination.country,
        [(party.name, party.address.country) for party in transaction.parties],
        [(line.item.name, line.item.quantity) for line in transaction.lines],
    )


EXPECTED = ("NO", [("null", "NA")], [("pump", Decimal(1)), ("hose", Decimal(2))])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv_is_read_with_any_mark_line_end_and_delimiter(
    delimiter: str, end: str, mark: bytes
) -> None:
    text = end.join((HEADER, FIRST, ",,,,,hose,2", "")).replace(",", delimiter)
    assert facts(intake(csv_form.parse(mark + text.encode(), "o.csv"))) == EXPECTED


def test_what_belongs_to_the_order_may_be_repeated_on_each_row() -> None:
    assert facts(intake(csv(FIRST, FIRST.replace("pump,1", "hose,2")))) == EXPECTED


def test_two_rows_that_differ_are_two_orders() -> None:
    found = problems(csv(FIRST, FIRST.replace(",NO,", ",SE,").replace("null", "Ola")))
    assert found == [
        (3, "destination_country", "differs from row 2: a file holds one order"),
        (3, "end_user_name", "differs from row 2: a file holds one order"),
    ]


def test_each_problem_has_its_row_and_column() -> None:
    header = f"{HEADER},eccn,route,answer.STA.a,characteristic.b,purchaser_name,purchaser_country"
    found = problems(
        csv(
            "soon,fly,XX,Ola,QQ,pump,1,?,JP|??,perhaps,no,Ola,QQ",
            '" ",,,,,"two\nlines",x,,,,maybe,,',
            ",,,,,hose,-1,,,,,,",
            header=header,
        )
    )
    assert [(line, key) for line, key, _ in found] == [
        (2, "day"),
        (2, "activity"),
        (2, "destination_country"),
        (2, "eccn"),
        (2, "end_user_country"),
        (2, "route"),
        (2, "answer.STA.a"),
        (3, "item"),
        (3, "quantity"),
        (3, "characteristic.b"),
        (5, "quantity"),
    ]


def test_missing_columns_are_named() -> None:
    found = problems(csv("pump", header="item"))
    assert [(1, "day"), (1, "activity"), (1, "destination_country")] == [
        (line, key) for line, key, _ in found
    ]


def test_a_column_that_nobody_knows_is_refused_with_the_nearest_one() -> None:
    found = problems(csv(f"{FIRST},EAR99,x,9", header=f"{HEADER},ecnn,Item,"))
    assert found == [
        (1, "ecnn", "not a column of an order; did you mean eccn?"),
        (1, "item", "the column stands twice"),
        (1, "column 10", "the column has no name"),
    ]


def test_a_row_of_another_width_is_refused() -> None:
    assert (2, "", "the row has 8 cells, the header 7") in problems(csv(f"{FIRST},9"))


def test_a_party_in_several_roles_is_one_party() -> None:
    header = f"{HEADER},purchaser_name,end_user_2_name,End-user 2 country,financier_name"
    found = intake(csv(f"{FIRST},null,null,SE,Bank", header=header)).parties
    assert [
        ("null", (PartyRole.END_USER, PartyRole.PURCHASER)),
        ("null", (PartyRole.END_USER,)),
        ("Bank", (PartyRole.FINANCIER,)),
    ] == [(party.name, party.roles) for party in found]


def test_a_party_without_a_name_is_refused_at_its_column() -> None:
    [(line, key, _)] = problems(csv(FIRST.replace("null", "")))
    assert (2, "end_user_name") == (line, key)


def test_a_table_without_a_line_is_an_empty_order() -> None:
    with pytest.raises(EmptyOrder, match="no line"):
        intake(csv())
    with pytest.raises(EmptyOrder, match="no row"):
        csv_form.parse(b"\n\n", "o.csv")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a,b\n1,2\n", "o.csv:1: no known column"),
        (b'item\n"a', "o.csv:2: not CSV"),
        (b'item\n"a"b\n', "o.csv:2: not CSV"),
        (b"item\na\0b", "o.csv:2: not CSV: holds a zero byte"),
        (b"item\n" + b"a" * 200_000, "o.csv:2: not CSV: field larger"),
    ],
)
def test_what_is_not_csv_is_refused_with_its_line(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        csv_form.parse(data, "o.csv")


def test_too_many_rows_or_columns_are_refused() -> None:
    with pytest.raises(FileTooLarge, match="more than 100,001 rows"):
        csv(*["pump"] * limits.MOST_ROWS, header="item")
    with pytest.raises(FileTooLarge, match=r"o.csv:1: 501 cells; the most are 500"):
        csv(header="item," * 500)


def test_a_workbook_gives_the_same_order() -> None:
    rows = [tuple(HEADER.split(",")), (*FIRST.split(",")[:-1], 1)]
    rows.append(("", "", "", "", "", "hose", 2.0))
    assert facts(intake(xlsx_form.parse(workbook(*rows), "o.xlsx"))) == EXPECTED
    notes_first = workbook(*rows, sheets=("order", "notes"))
    assert facts(intake(xlsx_form.parse(notes_first, "o.xlsx"))) == EXPECTED


def test_numbers_of_a_workbook_are_those_that_it_shows() -> None:
    header = (*HEADER.split(","), "value", "currency", "hts")
    first = (*FIRST.split(",")[:-1], 1, 0.1 + 0.2, "USD", 8542310000)
    item = intake(xlsx_form.parse(workbook(header, first), "o.xlsx")).lines[0].item
    assert item.value is not None
    assert (Decimal("0.3"), "8542310000") == (item.value.amount, item.hts)


def test_problems_of_a_workbook_have_the_row_of_the_sheet() -> None:
    rows = (tuple(HEADER.split(",")), tuple(FIRST.split(",")), (), ("", "", "", "", "", "x", -1))
    assert [(4, "quantity")] == [
        (line, key) for line, key, _ in problems(xlsx_form.parse(workbook(*rows), "o.xlsx"))
    ]


def bomb(size: int, level: int = 9) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(size))
    return whole.getvalue()


def lying(data: bytes, size: int) -> bytes:
    """Write another unpacked size over that of the directory and that of the part."""
    return data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def many() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for at in range(1_001):
            archive.writestr(f"{at}.xml", b"<a/>")
    return whole.getvalue()


def test_a_zip_bomb_is_refused_before_the_workbook_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx_form, "CalamineWorkbook", None)
    with pytest.raises(FileTooLarge, match="unpacks to 200 MB; the most are 128 MB"):
        xlsx_form.parse(bomb(200 * 1024 * 1024, 1), "o.xlsx")
    with pytest.raises(FileTooLarge, match="more than 200 times its size"):
        xlsx_form.parse(bomb(5 * 1024 * 1024), "o.xlsx")
    with pytest.raises(FileTooLarge, match="1,001 parts; the most are 1,000"):
        xlsx_form.parse(many(), "o.xlsx")
    with pytest.raises(UnreadableFile, match="not a whole XLSX file"):
        xlsx_form.parse(lying(bomb(5 * 1024 * 1024), 5 * 1024 * 1024), "o.xlsx")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('r="A2"', 'r="A1048576"', "row 1,048,576; the last may be 100,001"),
        ('<row r="2"', '<row r="1048576"', "row 1,048,576"),
        ('r="A2"', 'r="XFD2"', "16,384 columns; the most are 500"),
        ('r="G2"', 'r="ALL100001"', "columns; the most are 500|more than 5,000,000 cells"),
        ('r="G2"', 'r="SE100001"', "more than 5,000,000 cells"),
    ],
)
def test_a_cell_far_out_is_refused_before_its_room_is_made(old: str, new: str, words: str) -> None:
    data = workbook(tuple(HEADER.split(",")), tuple(FIRST.split(",")))
    with pytest.raises(FileTooLarge, match=words):
        xlsx_form.parse(with_sheet(data, old, new), "o.xlsx")


@pytest.mark.parametrize("number", ["nan", "inf", "1e999"])
def test_a_cell_that_holds_no_number_is_refused_by_its_row(number: str) -> None:
    data = workbook(tuple(HEADER.split(",")), ("x", 1.5))
    with pytest.raises(UnreadableFile, match=r"^o\.xlsx:2: a cell holds (nan|inf), which is no"):
        xlsx_form.parse(with_sheet(data, "<v>1.5</v>", f"<v>{number}</v>"), "o.xlsx")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('r="A2"', 'r="2A"'),
        ('r="A2"', 'r="a2"'),
        ('<row r="2"', '<row r="two"'),
        ('<c r="A2" t="s">', '<c r="A2" t="e">'),
        ("</sheetData>", ""),
        ("<sheetData>", '<!DOCTYPE a [<!ENTITY b "c">]><sheetData>'),
    ],
)
def test_a_broken_sheet_is_refused(old: str, new: str) -> None:
    data = workbook(tuple(HEADER.split(",")), tuple(FIRST.split(",")))
    with pytest.raises(UnreadableFile, match=r"sheet1\.xml"):
        xlsx_form.parse(with_sheet(data, old, new), "o.xlsx")


def test_a_workbook_that_was_cut_off_or_is_none_is_refused() -> None:
    data = workbook(("item",), ("pump",))
    other = with_sheet(data, "worksheets/sheet", "elsewhere/sheet")
    for broken in (data[:-30], data[:200], b"PK\x03\x04", many()[:100], other):
        with pytest.raises(UnreadableFile):
            xlsx_form.parse(broken, "o.xlsx")


def test_a_workbook_without_known_columns_or_rows_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"o.xlsx:1: no known column"):
        xlsx_form.parse(workbook(("shoe",), ("size",)), "o.xlsx")
    with pytest.raises(EmptyOrder, match="no row"):
        xlsx_form.parse(workbook(), "o.xlsx")
