"""A table of known columns in CSV or XLSX, row by row; every fault with its file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from navicert.adapters.orders import csv_form, xlsx_form
from navicert.adapters.orders.read import Form, form_of
from navicert.casework.order.limits import MOST_NAME, MOST_PROBLEMS
from navicert.errors import EmptyOrder, EmptyTable, InventoryRefused, Problem, UnreadableFile

_SPACES = re.compile(r"[\s-]+")
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the text of each column that is filled, and the line on which it stands."""

    line: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class Table:
    """The rows of a file, and what is wrong with them; ``close`` raises when anything is."""

    file: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, column: str, message: str) -> None:
        """Note a fault."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.file, line, column[:80], message))

    def close(self) -> None:
        """Raise InventoryRefused with every fault that was noted."""
        if self.problems:
            raise InventoryRefused(tuple(self.problems))


def table_of(content: tuple[bytes, str], sheet: str, known: Mapping[str, tuple[str, ...]]) -> Table:
    """Read bytes, with the name of their file, whose columns are known by the names people give.

    Raises:
        UnreadableFile: when it is no CSV or XLSX.
        FileTooLarge: with the limit.
        EmptyTable: when no row stands below the header.
        InventoryRefused: for columns that nobody knows or that stand twice.
    """
    data, file = content
    try:
        lines = _lines(data, file, sheet)
    except EmptyOrder:
        raise EmptyTable(f"{file}: has no row, so there is nothing to judge") from None
    table = Table(file)
    columns = _columns(lines[0][1], known)
    for header in (h for h, name in columns if h and not name):
        table.refuse(lines[0][0], header, f"is not a column; known are {', '.join(known)}")
    _refuse_twice(table, lines[0][0], [name for _, name in columns if name])
    table.close()
    for line, cells in lines[1:]:
        _take(table, [name for _, name in columns], (line, cells))
    table.close()
    if not table.rows:
        raise EmptyTable(f"{file}: has no row below the header, so there is nothing to judge")
    return table


def _lines(data: bytes, file: str, sheet: str) -> list[tuple[int, Sequence[object]]]:
    form = form_of(data, file, None if Path(file).suffix else Form.CSV)
    if form is Form.XLSX:
        return [(line, tuple(cells)) for line, cells in xlsx_form.rows_of(data, file, sheet)]
    if form is not Form.CSV:
        raise UnreadableFile(f"{file}: the table is CSV or XLSX")
    text = csv_form.text_of(data, file)
    first = text.lstrip("\ufeff\r\n ").split("\n", 1)[0]
    rows = csv_form.rows_of(text.lstrip("\ufeff"), max(_DELIMITERS, key=first.count), file)
    found: list[tuple[int, Sequence[object]]] = [(line, tuple(cells)) for line, cells in rows]
    if not found:
        raise EmptyOrder(file)
    return found


def _columns(
    header: Sequence[object], known: Mapping[str, tuple[str, ...]]
) -> list[tuple[str, str]]:
    """Give each header as it is written, and the column that it is; empty for none."""
    by_name = {name: key for key, others in known.items() for name in (key, *others)}
    written = ["" if cell is None else str(cell).strip() for cell in header]
    return [(one, by_name.get(_SPACES.sub("_", one[:100].casefold()), "")) for one in written]


def _refuse_twice(table: Table, line: int, names: list[str]) -> None:
    for name in dict.fromkeys(one for at, one in enumerate(names) if one in names[:at]):
        table.refuse(line, name, "stands twice")


def _take(table: Table, names: list[str], row: tuple[int, Sequence[object]]) -> None:
    line, cells = row
    if len(cells) != len(names):
        table.refuse(line, "", f"the row has {len(cells)} cells, the header {len(names)}")
        return
    texts = {n: _text(c) for n, c in zip(names, cells, strict=True) if _text(c)}
    if "" in texts:
        table.refuse(line, "", f"{texts['']!r} stands in a column without a name")
        return
    for name, text in texts.items():
        if len(text) > MOST_NAME:
            table.refuse(line, name, f"{len(text):,} characters; the most are {MOST_NAME}")
    table.rows.append(Row(line, texts))


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return "" if cell is None else str(cell).strip()
