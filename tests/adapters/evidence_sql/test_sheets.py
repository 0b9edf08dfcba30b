from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from navicert.adapters.evidence_sql.sheets import sheet
from navicert.errors import FileTooLarge, UnreadableFile
from navicert.undertakings.checks.cells import Other


def workbook(*rows: tuple[object, ...]) -> bytes:
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        page = book.add_worksheet("ledger")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(at, column, cell, day)
                else:
                    page.write(at, column, cell)
    return whole.getvalue()


def parquet(tmp_path: Path, sql: str) -> bytes:
    place = tmp_path / "made.parquet"
    duckdb.connect().execute(f"COPY ({sql}) TO '{place}' (FORMAT parquet)")
    return place.read_bytes()


def test_csv_gives_text_with_its_lines() -> None:
    found = sheet("r.csv", b"\xef\xbb\xbfid;name\n1;Ana\n\n2;Bo, the second\n")
    assert (("id", "name"), False) == (found.header, found.typed)
    assert [(2, ["1", "Ana"]), (4, ["2", "Bo, the second"])] == list(found.rows)


def test_xlsx_gives_numbers_and_days_as_such() -> None:
    data = workbook(("id", "amount", "day"), ("P-1", 12.5, date(2016, 2, 29)), ("P-2", 3, ""))
    found = sheet("ledger.xlsx", data)
    assert found.typed
    first, second = (list(cells) for _, cells in found.rows)
    assert ["P-1", Decimal("12.5"), date(2016, 2, 29)] == first
    assert ["P-2", Decimal(3), ""] == second


def test_parquet_gives_each_cell_by_the_type_of_its_column(tmp_path: Path) -> None:
    data = parquet(
        tmp_path,
        "SELECT 'Ana' AS n, 7::BIGINT AS i, 1.25::DECIMAL(9,2) AS d, DATE '2016-02-29' AS day, "
        "true AS t, NULL::VARCHAR AS e, [1, 2] AS l, TIMESTAMP '2016-02-29 13:00:00' AS m",
    )
    found = sheet("r.parquet", data)
    ((line, cells),) = found.rows
    assert (("n", "i", "d", "day", "t", "e", "l", "m"), 1) == (found.header, line)
    noon = datetime(2016, 2, 29, 13)  # noqa: DTZ001 - as the file says it
    days = [date(2016, 2, 29), True, None]
    assert ["Ana", Decimal(7), Decimal("1.25"), *days, Other("[1, 2]"), noon] == list(cells)


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("r.txt", b"id\n1\n"),
        ("r", b"id\n1\n"),
        ("r.csv", b""),
        ("r.csv", b"\n\n"),
        ("r.csv", b"id\n\xff\n"),
        ("r.csv", b"id\n\0\n"),
        ("r.csv", b'id\n"1\n'),
        ("r.xlsx", b"PK\3\4 no workbook"),
        ("r.xlsx", b""),
        ("r.parquet", b"PAR1 no parquet PAR1"),
        ("r.parquet", b""),
    ],
)
def test_what_is_no_table_is_refused_with_its_name(file: str, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=rf"^{file}"):
        sheet(file, data)


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    many = parquet(tmp_path, "SELECT range AS id FROM range(100002)")
    with pytest.raises(FileTooLarge):
        sheet("r.parquet", many)
    with pytest.raises(FileTooLarge):
        sheet("r.csv", b"id\n" + b"1\n" * 100_002)
