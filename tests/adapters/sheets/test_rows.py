from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from navicert.adapters.sheets.rows import write
from navicert.errors import UnreadableFile

ROWS = [("name", "what"), ("=HYPERLINK(1)", "Gesellschaft für X"), ("Acme", "x" * 40_000)]


def test_a_workbook_has_texts_and_no_formulas(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", "xlsx", ROWS)
    sheet = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert ["=HYPERLINK(1)", "Gesellschaft für X"] == sheet[1]
    assert 32_767 == len(str(sheet[2][1]))


def test_what_a_spreadsheet_would_run_is_text_in_csv_too(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", "csv", ROWS)
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "'=HYPERLINK(1),Gesellschaft für X" == lines[1]


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    with pytest.raises(UnreadableFile, match="is there already"):
        write(tmp_path / "a.csv", "csv", ROWS)
    with pytest.raises(UnreadableFile, match="cannot be written"):
        write(tmp_path / "nowhere" / "a.csv", "csv", ROWS)
