"""A small list of one's own, as CSV and as XLSX."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import xlsxwriter

CSV = """\
Country,Company Name,Kind,AKA,fka,Address,Town,ZIP,Date of Birth,Identifiers,Tax number,\
Reason,From,Until,List
China; NO,Sample Works,Company,SW | Sample W.,Old Works,1 Keji Road,Shenzhen,518057,,\
registration: 9144X CN; 77,DE 123456789 DE,Slow payer,2025-03-01,2026-03-01,Internal
NA,Jane Q Sample,person,,,,,,1965-03; circa 1966,passport: K1,,,,,
"""


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("ours")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(at, column, cell, days)
            elif cell is not None:
                sheet.write(at, column, cell)
    book.close()
    return whole.getvalue()


def repacked(content: bytes, part: str, text: bytes) -> bytes:
    """Put another part into a workbook."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(whole, "w", 8) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, text if entry.filename == part else old.read(entry))
    return whole.getvalue()
