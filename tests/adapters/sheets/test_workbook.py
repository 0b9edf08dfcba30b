"""Workbooks of typed cells, read back."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from navicert.adapters.sheets.workbook import Sheet, content_of, refuse_existing, write
from navicert.errors import FileTooLarge, UnreadableFile

DAY = date(2018, 5, 9)


def read(content: bytes, name: str) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [list(row) for row in book.get_sheet_by_name(name).to_python()]


def test_each_cell_comes_back_as_what_it_was() -> None:
    row = ("text", 7, Decimal("2.5"), 1.25, DAY, None)
    (_, told) = read(content_of([Sheet("One", ("a", "b", "c", "d", "e", "f"), [row])]), "One")
    assert ["text", 7.0, 2.5, 1.25, DAY, ""] == told


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "=HYPERLINK(1)", "http://example.org"])
def test_a_text_stays_a_text(text: str) -> None:
    content = content_of([Sheet("One", ("a",), [(text,)])])
    assert [[text]] == read(content, "One")[1:]


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheets = [Sheet("One", ("a",), [("x",)]), Sheet("Two", ("b",), [])]
    assert content_of(sheets) == content_of(sheets)
    assert [["b"]] == read(content_of(sheets), "Two")


def test_a_text_that_no_cell_can_hold_is_cut() -> None:
    ((_,), (told,)) = read(content_of([Sheet("One", ("a",), [("x" * 40_000,)])]), "One")
    assert 32_767 == len(str(told))


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    class Endless(list[tuple[int]]):
        def __len__(self) -> int:
            return 1_048_576

    with pytest.raises(FileTooLarge, match=r"out\.xlsx: One: more than 1,048,576 rows"):
        content_of([Sheet("One", ("a",), Endless())], "out.xlsx")


def test_nothing_is_written_over_a_file_or_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    refuse_existing(path)
    write(path, [Sheet("One", ("a",), [])])
    with pytest.raises(UnreadableFile, match="is there already"):
        refuse_existing(path)
    with pytest.raises(UnreadableFile, match="is there already"):
        write(path, [])
    with pytest.raises(UnreadableFile, match=r"ends in \.xlsx"):
        refuse_existing(tmp_path / "out.csv")
    with pytest.raises(UnreadableFile, match="cannot be written"):
        write(tmp_path / "nowhere" / "out.xlsx", [])
