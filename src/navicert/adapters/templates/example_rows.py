"""A template that is a table: its columns, and one row filled in, as CSV or XLSX."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import xlsxwriter

from navicert.adapters.orders.read import Form
from navicert.errors import UnreadableFile

_MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed day, so that the same version always makes the same bytes."""


def written(form: Form, rows: list[list[str]], of: str) -> bytes:
    """Write a header and a row; ``of`` is what the template is of, and the name of the sheet.

    Raises ``UnreadableFile`` for a form that has no table.
    """
    if form is Form.CSV:
        return _csv(rows)
    if form is Form.XLSX:
        return _xlsx(rows, of)
    message = f"a template of --of {of} is a table, and {form.value} has none: take csv or xlsx"
    raise UnreadableFile(message)


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[list[str]], of: str) -> bytes:
    """Make the workbook; every cell is text, so that numbers and days stay as they are."""
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    book.set_properties({"title": f"Navicert {of}", "created": _MADE})
    text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
    sheet = book.add_worksheet(of)
    for at, (name, cell) in enumerate(zip(*rows, strict=True)):
        sheet.set_column(at, at, max(12, len(name) + 2), text)
        sheet.write_string(0, at, name, bold)
        if cell:
            sheet.write_string(1, at, cell, text)
    sheet.freeze_panes(1, 0)
    book.close()
    return whole.getvalue()
