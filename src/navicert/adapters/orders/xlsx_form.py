"""Orders in XLSX: the sheet named ``order``, or else the first; one line of the order each row."""

from __future__ import annotations

import io
import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineError, CalamineWorkbook

from navicert.adapters.orders import columns, table, zip_guard
from navicert.adapters.orders.table import Cell
from navicert.casework.order.document import OrderDocument
from navicert.errors import EmptyOrder, UnreadableFile

SHEET = "order"
_Raw = int | float | str | bool | time | date | datetime | timedelta


def parse(data: bytes, file: str) -> OrderDocument:
    """Read an order in XLSX; numbers come as the fifteen digits that a sheet shows.

    Raises:
        UnreadableFile: when the bytes are no workbook, or no column is known.
        FileTooLarge: with the limit on what it unpacks to, on rows, columns or cells.
        EmptyOrder: when there is no row at all.
    """
    rows = rows_of(data, file, SHEET)
    line, first = rows[0]
    header = ["" if value is None else str(value) for value in first]
    if not any(columns.find(name) for name in header):
        raise UnreadableFile(f"{file}:{line}: no known column in the first row of the sheet")
    return table.document(table.Table(file, line, header, rows[1:]))


def rows_of(data: bytes, file: str, sheet: str) -> list[tuple[int, list[Cell]]]:
    """Give each row that is not blank with its line, of the named sheet or else the first.

    Raises:
        UnreadableFile: when the bytes are no workbook.
        FileTooLarge: with the limit on what it unpacks to, on rows, columns or cells.
        EmptyOrder: when there is no row at all.
    """
    rows = [
        (line, [_cell(value, f"{file}:{line}") for value in cells])
        for line, cells in enumerate(_rows(zip_guard.repack(data, file), file, sheet), start=1)
        if any(value != "" for value in cells)
    ]
    if not rows:
        raise EmptyOrder(f"{file}: the sheet has no row, so there is nothing to check")
    return rows


def _rows(data: bytes, file: str, sheet: str) -> list[list[_Raw]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if not book.sheet_names:
            raise UnreadableFile(f"{file}: the workbook has no sheet")
        name = sheet if sheet in book.sheet_names else book.sheet_names[0]
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise UnreadableFile(f"{file}: not a whole XLSX file: {str(error)[:200]}") from None


def _cell(value: _Raw, place: str) -> Cell:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        raise UnreadableFile(f"{place}: a cell holds {value}, which is no number: mend the cell")
    if isinstance(value, int | float):
        number = Decimal(format(value, ".15g"))
        return number.quantize(Decimal(1)) if number == int(number) else number
    return value if isinstance(value, date) else str(value)
