"""A bill of materials in CSV or XLSX: one use of a part each row, with its id and its parent's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from navicert.adapters.bom.rows import PRODUCT, Bill, Row
from navicert.adapters.orders import csv_form, xlsx_form
from navicert.errors import BillRefused, EmptyOrder, Problem, UnreadableFile

SHEET = "bom"
COLUMNS = (
    "id", "parent", "name", "quantity", "value", "currency", "origin", "eccn", "kind", "bundled",
    "category", "for_items",
)  # fmt: skip
_SLUGGED = ("characteristic.", "figure.")
_DELIMITERS = (",", ";", "\t")
_NAMES = {"part": "id", "part_number": "id", "description": "name", "qty": "quantity"}

Cells = Sequence[object]


def parse_csv(data: bytes, file: str) -> Bill:
    """Read a bill in CSV (UTF-8; commas, semicolons or tabs).

    Raises:
        UnreadableFile: with the line where it stops being CSV, or when a column is missing.
        FileTooLarge: with the limit on rows or columns.
        EmptyOrder: when there is no row at all.
    """
    text = csv_form.text_of(data, file)
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    return _bill(csv_form.rows_of(text, delimiter, file), file)


def parse_xlsx(data: bytes, file: str) -> Bill:
    """Read a bill in XLSX: the sheet named ``bom``, or else the first.

    Raises:
        UnreadableFile: when the bytes are no workbook, or a column is missing.
        FileTooLarge: with the limit on what it unpacks to, on rows, columns or cells.
        EmptyOrder: when there is no row at all.
    """
    return _bill(xlsx_form.rows_of(data, file, SHEET), file)


def _bill(rows: Iterable[tuple[int, Cells]], file: str) -> Bill:
    found = iter(rows)
    line, header = next(found, (0, ()))
    columns = _columns(header, line, file)
    at_lines: list[int] = []
    taken: list[Row] = []
    for at, (line, cells) in enumerate(found):
        at_lines.append(line)
        taken.append(_row(at, line, (columns, cells), file))
    if not taken:
        raise EmptyOrder(f"{file}: no row below the header, so there is nothing to compute")
    return Bill(file, tuple(taken), lambda wanted: [at_lines[at] for at in wanted])


def _columns(header: Cells, line: int, file: str) -> tuple[str, ...]:
    names = tuple(_name(str(cell or "")) for cell in header)
    unknown = [name for name in names if name and not _is_known(name)]
    if unknown:
        known = ", ".join((*COLUMNS, "characteristic.SLUG", "figure.SLUG"))
        message = f"not a column of a bill of materials; known are {known}"
        raise BillRefused(tuple(Problem(file, line, name[:80], message) for name in unknown))
    twice = next((name for at, name in enumerate(names) if name and name in names[:at]), None)
    if twice or "id" not in names or "parent" not in names:
        what = f"the column {twice} stands twice" if twice else "needs the columns id and parent"
        raise UnreadableFile(f"{file}:{line}: a bill of materials: {what}")
    return names


def _name(header: str) -> str:
    name = re.sub(r"[\s-]+", "_", header.strip().lower())[:200]
    return _NAMES.get(name, name)


def _is_known(name: str) -> bool:
    return name in COLUMNS or name.startswith(_SLUGGED)


def _row(at: int, line: int, row: tuple[tuple[str, ...], Cells], file: str) -> Row:
    columns, cells = row
    if len(cells) != len(columns):
        message = f"the row has {len(cells)} cells, the header {len(columns)}"
        raise BillRefused((Problem(file, line, "", message),))
    says = {
        name: cell
        for name, cell in zip(columns, cells, strict=True)
        if name and cell is not None and cell != ""
    }
    return Row(at, _id(says.get("id")), _id(says.get("parent")), says)


def _id(cell: object) -> str:
    return PRODUCT if cell is None else str(cell).strip()
