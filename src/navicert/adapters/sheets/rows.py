"""Write rows of text as CSV or XLSX, never over a file, and never as formulas.

Names come from files of strangers: what a spreadsheet would run is written as text. In CSV that
takes an apostrophe before it, since the form has no types.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

from navicert.adapters.sheets.fresh import write_new
from navicert.errors import FileTooLarge

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767

Row = Sequence[str]


def write(path: Path, form: str, rows: Iterable[Row]) -> None:
    """Write a table, ``form`` being ``csv`` or ``xlsx``; its first row is the header.

    Raises UnreadableFile when the file is there already or cannot be written, FileTooLarge for
    more rows than a sheet has.
    """
    write_new(path, _csv(rows) if form == "csv" else _xlsx(path, rows))


def _csv(rows: Iterable[Row]) -> bytes:
    page = io.StringIO(newline="")
    pen = csv.writer(page)
    for row in rows:
        pen.writerow([_harmless(cell) for cell in row])
    return page.getvalue().encode("utf-8-sig", errors="replace")


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    >>> _harmless("=HYPERLINK(1)"), _harmless("Acme = Co")
    ("'=HYPERLINK(1)", 'Acme = Co')
    """
    return f"'{cell}" if cell.startswith(_RUNS) else cell


def _xlsx(path: Path, rows: Iterable[Row]) -> bytes:
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        sheet = book.add_worksheet("navicert")
        for at, row in enumerate(rows):
            if at >= _MOST_ROWS:
                message = f"{path}: more than {_MOST_ROWS:,} rows, the most a sheet has: use --csv"
                raise FileTooLarge(message)
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell[:_MOST_CHARACTERS])
    return whole.getvalue()
