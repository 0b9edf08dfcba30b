"""Write a workbook of typed cells: numbers as numbers, days as days, texts never as formulas."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from navicert.adapters.sheets.fresh import write_new
from navicert.errors import FileTooLarge, UnreadableFile

Cell = str | int | float | Decimal | date | None

_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_NARROW, _WIDE = 8, 60
_LOOKED_AT = 2_000
"""Rows by which the width of a column is chosen."""
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a sheet's property has no zone


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the header, and rows of as many cells."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def refuse_existing(path: Path) -> None:
    """Refuse a path that is no .xlsx or is there already; before a long job, not after it."""
    if path.suffix.lower() != ".xlsx":
        raise UnreadableFile(f"{path}: name a file that ends in .xlsx")
    if path.exists():
        raise UnreadableFile(f"{path}: is there already; name another file")


def write(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write a workbook, never over a file.

    Raises UnreadableFile when it cannot be written, FileTooLarge for more rows than a sheet has.
    """
    write_new(path, content_of(sheets, str(path)))


def content_of(sheets: Iterable[Sheet], file: str = "workbook") -> bytes:
    """Give the bytes of a workbook; the same sheets give the same bytes."""
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        book.set_properties({"created": _EPOCH})
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "whole": book.add_format({"num_format": "#,##0"}),
            "part": book.add_format({"num_format": "#,##0.00##"}),
        }
        for sheet in sheets:
            if len(sheet.rows) >= _MOST_ROWS:
                message = (
                    f"{file}: {sheet.name}: more than {_MOST_ROWS:,} rows, the most of a sheet"
                )
                raise FileTooLarge(message)
            _fill(book.add_worksheet(sheet.name), sheet, formats)
    return whole.getvalue()


def _fill(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    for column, title in enumerate(sheet.header):
        page.write_string(0, column, title, formats["head"])
        page.set_column(column, column, _width(sheet, column))
    for at, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _put(page, (at, column), cell, formats)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)


def _put(page: Any, place: tuple[int, int], cell: Cell, formats: dict[str, Any]) -> None:  # noqa: ANN401 - as above
    if cell is None or cell == "":
        return
    if isinstance(cell, date):
        page.write_datetime(*place, datetime(cell.year, cell.month, cell.day), formats["day"])  # noqa: DTZ001 - a day
    elif isinstance(cell, str):
        page.write_string(*place, cell[:_MOST_CHARACTERS])
    else:
        number = float(cell)
        page.write_number(*place, number, formats["whole" if number.is_integer() else "part"])


def _width(sheet: Sheet, column: int) -> int:
    longest = max(
        (len(_shown(row[column])) for row in sheet.rows[:_LOOKED_AT] if column < len(row)),
        default=0,
    )
    return min(max(_NARROW, longest + 2, len(sheet.header[column]) + 3), _WIDE)


def _shown(cell: Cell) -> str:
    return f"{cell:,}" if isinstance(cell, int | float | Decimal) else str(cell or "")
