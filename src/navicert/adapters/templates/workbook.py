"""The XLSX template: the order, a sheet that explains every column, and lists to choose from."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from navicert.adapters.orders.columns import Column, Level
from navicert.adapters.orders.xlsx_form import SHEET
from navicert.casework.order.keys import LISTS, Shape
from navicert.facts.end_use import EndUseKind
from navicert.facts.item import ItemKind
from navicert.terms import country
from navicert.terms.activity import Activity

_MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed day, so that the same version always makes the same bytes."""

_ROWS = 1_000
_CHOICES = {
    Shape.ACTIVITY: tuple(Activity),
    Shape.ITEM_KIND: tuple(ItemKind),
    Shape.END_USE_KIND: tuple(EndUseKind),
    Shape.YES_NO: ("yes", "no", "unknown"),
    Shape.COUNTRY: tuple(country.names()),
}
_WHO = {
    Level.ORDER: "order: on the first row, or the same on each",
    Level.PARTY: "party: on the first row, or the same on each",
    Level.LINE: "line: on each row",
}


def make(columns: Sequence[Column], cells: Sequence[str]) -> bytes:
    """Make the workbook with one row filled in; every cell is text, so that codes stay whole."""
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    book.set_properties({"title": "Navicert order", "created": _MADE})
    text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
    order, explained, lists = map(book.add_worksheet, (SHEET, "columns", "lists"))
    ranges = _write_lists(lists)
    for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        _write_column(order, at, (column.name, cell), (bold, text))
        if column.key.shape in ranges:
            choice = {"validate": "list", "source": ranges[column.key.shape]}
            order.data_validation(1, at, _ROWS, at, choice)
    order.freeze_panes(1, 0)
    _explain(explained, columns, bold)
    book.close()
    return whole.getvalue()


def _write_column(
    sheet: Worksheet, at: int, texts: tuple[str, str], formats: tuple[Format, Format]
) -> None:
    sheet.set_column(at, at, max(12, len(texts[0]) + 2), formats[1])
    sheet.write_string(0, at, texts[0], formats[0])
    if texts[1]:
        sheet.write_string(1, at, texts[1], formats[1])


def _write_lists(sheet: Worksheet) -> dict[Shape, str]:
    """Write each list of choices in a column and give its range."""
    ranges: dict[Shape, str] = {}
    for at, (shape, choices) in enumerate(_CHOICES.items()):
        sheet.write_column(0, at, [str(choice) for choice in choices])
        letter = chr(ord("A") + at)
        ranges[shape] = f"=lists!${letter}$1:${letter}${len(choices)}"
    return ranges


def _explain(sheet: Worksheet, columns: Sequence[Column], bold: Format) -> None:
    sheet.set_column(0, 3, 32)
    sheet.write_row(0, 0, ("column", "belongs to the", "holds", "meaning"), bold)
    for row, column in enumerate(columns, start=1):
        shape = column.key.shape
        holds = f"{shape}, separated by |" if shape in LISTS else str(shape)
        who = column.party.replace("_", " ")
        meaning = f"{who}: {column.key.meaning}" if who else column.key.meaning
        sheet.write_row(row, 0, (column.name, _WHO[column.level], holds, meaning))
    sheet.write_string(len(columns) + 2, 0, _MORE)


_MORE = (
    "More columns: answer.SLUG and characteristic.SLUG (yes or no); a second party in a role as "
    "end_user_2_name. Bills of materials need TOML or JSON."
)
