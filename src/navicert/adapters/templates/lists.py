"""Template of a list of one's own: its columns, with one row filled in."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import xlsxwriter

from navicert.adapters.orders.read import Form
from navicert.errors import UnreadableFile
from navicert.parties.lists import sources
from navicert.parties.lists.own import columns

_MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed day, so that the same version always makes the same bytes."""


def template(form: Form) -> bytes:
    """Give a list to fill in, which reads back without error as it is.

    Raises ``UnreadableFile`` for a form that has no table.
    """
    example = sources.words("own", "example")
    rows = [list(columns.names()), [example.get(name, "") for name in columns.names()]]
    if form is Form.CSV:
        return _csv(rows)
    if form is Form.XLSX:
        return _xlsx(rows)
    message = f"a list of your own has no template in {form.value}: take csv or xlsx"
    raise UnreadableFile(message)


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[list[str]]) -> bytes:
    """Make the workbook; every cell is text, so that numbers and days stay as they are."""
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    book.set_properties({"title": "Navicert list", "created": _MADE})
    text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
    sheet = book.add_worksheet("list")
    for at, (name, cell) in enumerate(zip(*rows, strict=True)):
        sheet.set_column(at, at, max(12, len(name) + 2), text)
        sheet.write_string(0, at, name, bold)
        if cell:
            sheet.write_string(1, at, cell, text)
    sheet.freeze_panes(1, 0)
    book.close()
    return whole.getvalue()
