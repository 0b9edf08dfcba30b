"""A judged inventory as a workbook, read back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from navicert.adapters.inventory.workbook import write_workbook
from navicert.casework.procurement import Answer, Request, judge
from navicert.errors import UnreadableFile
from navicert.facts.equipment import Category, Equipment, Funding
from navicert.law.edition import standard_law
from navicert.parties.ownership.above import Above
from navicert.terms.truth import Truth

EVIL = '=HYPERLINK("http://x","y")'


def answer() -> Answer:
    thing = Equipment(
        EVIL,
        "ZTE Corporation",
        category=Category.TELECOMMUNICATIONS,
        funding=Funding.GRANT,
        acquired=date(2022, 3, 4),
        quantity=Decimal("2.5"),
        contractor=Truth.NO,
    )
    return judge(Request((thing,), Above(), date(2026, 11, 22)), standard_law())


def test_numbers_are_numbers_days_are_days_and_formulas_are_text(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_workbook(answer(), path)
    book = CalamineWorkbook.from_path(str(path))
    assert ["Assets", "Findings", "About"] == book.sheet_names
    header, row = book.get_sheet_by_name("Assets").to_python()
    told = dict(zip(header, row, strict=True))
    assert ("barred", EVIL, 2.5, date(2022, 3, 4), "889(b)(1)") == (
        told["verdict"],
        told["asset"],
        told["quantity"],
        told["acquired"],
        told["parts"],
    )
    header, *rows = book.get_sheet_by_name("Findings").to_python()
    barred = [dict(zip(header, row, strict=True)) for row in rows if "yes" in row]
    assert [("889(b)(1)", date(2020, 8, 13))] == [(one["part"], one["since"]) for one in barred]


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(UnreadableFile, match="is there already"):
        write_workbook(answer(), path)
    assert b"mine" == path.read_bytes()
