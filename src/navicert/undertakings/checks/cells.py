"""The cells of a file, read as a check declares them; each that does not fit is a fault.

Nothing is guessed: a number written as text where the file has types, a day that is none, a cell
left empty in a column that must be filled, a key that stands twice. Each fault names its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from navicert.undertakings.checks.check import Column, ColumnKind, Table


@dataclass(frozen=True, slots=True)
class Other:
    """A value of a type that no column of a check has, as a file writes it."""

    text: str

    def __str__(self) -> str:
        return self.text


Cell = str | bool | Decimal | date | Other | None

MOST_FAULTS = 20
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,13})(?:\.[0-9]{1,4}0*)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as rows and columns; each row has the number of its line.

    ``typed`` says that the file itself tells numbers from text, as XLSX and Parquet do.
    """

    file: str
    header: tuple[str, ...]
    rows: Sequence[tuple[int, Sequence[Cell]]]
    typed: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A table that has the form its check declares: for each column its cells, as plain text."""

    table: Table
    cells: tuple[tuple[str | None, ...], ...]


def filled(sheet: Sheet, table: Table) -> tuple[Filled, tuple[str, ...]]:
    """Read a file as a table; what comes second is every fault, and only without one is it used."""
    faults = _header_faults(sheet, table)
    if not faults:
        faults = _count_faults(sheet, table)
    if faults:
        return Filled(table, ()), tuple(faults)
    columns = tuple(_column(sheet, column, faults) for column in table.columns)
    done = Filled(table, columns)
    faults += _key_faults(sheet, done)
    return done, _first(faults)


def _first(faults: list[str]) -> tuple[str, ...]:
    more = len(faults) - MOST_FAULTS
    shown = tuple(faults[:MOST_FAULTS])
    return (*shown, f"and {more:,} more fault(s)") if more > 0 else shown


def _header_faults(sheet: Sheet, table: Table) -> list[str]:
    faults = [
        f"{sheet.file}: the column {column.name!r} of {table.name} is missing"
        for column in table.columns
        if column.name not in sheet.header
    ]
    twice = sorted({name for name in sheet.header if name and sheet.header.count(name) > 1})
    faults += [f"{sheet.file}: the column {name[:80]!r} stands twice" for name in twice]
    width = len(sheet.header)
    faults += [
        f"{sheet.file}:{line}: the row has {len(cells)} cells, the header {width}"
        for line, cells in sheet.rows
        if len(cells) != width
    ]
    return faults[:MOST_FAULTS]


def _count_faults(sheet: Sheet, table: Table) -> list[str]:
    count = len(sheet.rows)
    if table.least <= count <= table.most:
        return []
    return [f"{sheet.file}: {table.name} has {count} row(s); the check expects {table.rows}"]


def _column(sheet: Sheet, column: Column, faults: list[str]) -> tuple[str | None, ...]:
    at = sheet.header.index(column.name)
    found: list[str | None] = []
    for line, cells in sheet.rows:
        cell = cells[at]
        place = f"{sheet.file}:{line}: {column.name}"
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            found.append(None)
            if not column.optional:
                faults.append(f"{place}: empty, and the check does not declare it optional")
            continue
        text = _text(cell, column.kind, typed=sheet.typed)
        found.append(text)
        if text is None:
            faults.append(f"{place}: {_shown(cell)} is no {_WANTED[column.kind]}")
    return tuple(found)


def _key_faults(sheet: Sheet, done: Filled) -> Iterator[str]:
    names = [column.name for column in done.table.columns]
    for key in done.table.unique:
        seen: dict[tuple[str | None, ...], int] = {}
        cells = [done.cells[names.index(name)] for name in key]
        for (line, _), values in zip(sheet.rows, zip(*cells, strict=True), strict=True):
            place = f"{sheet.file}:{line}: {', '.join(key)}"
            if None in values:
                yield f"{place}: a key has an empty cell"
            elif values in seen:
                told = ", ".join(filter(None, values))
                yield f"{place}: the key {told[:80]!r} stands in row {seen[values]} already"
            else:
                seen[values] = line


def _text(cell: Cell, kind: ColumnKind, *, typed: bool) -> str | None:
    """Give a cell as the text of its kind; None when it is of another."""
    if kind is ColumnKind.TEXT:
        return (
            cell if isinstance(cell, str) and len(cell) <= _LONGEST and "\0" not in cell else None
        )
    if kind is ColumnKind.DAY:
        return _day(cell)
    if kind is ColumnKind.BOOLEAN:
        return _truth(cell, typed=typed)
    return _number(cell, _INTEGER if kind is ColumnKind.INTEGER else _DECIMAL, typed=typed)


def _day(cell: Cell) -> str | None:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else None
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str) or not _DAY.fullmatch(cell):
        return None
    try:
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        return None


def _truth(cell: Cell, *, typed: bool) -> str | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell if isinstance(cell, str) and not typed and cell in {"true", "false"} else None


def _number(cell: Cell, shape: re.Pattern[str], *, typed: bool) -> str | None:
    if isinstance(cell, Decimal):
        text = format(cell, "f")
    elif isinstance(cell, str) and not typed:
        text = cell
    else:
        return None
    return text if shape.fullmatch(text) else None


def _shown(cell: Cell) -> str:
    kind = "the text " if isinstance(cell, str) else ""
    return f"{kind}{str(cell)[:60]!r}"


_WANTED: Mapping[ColumnKind, str] = {
    ColumnKind.TEXT: f"text of at most {_LONGEST:,} characters",
    ColumnKind.INTEGER: "whole number",
    ColumnKind.DECIMAL: "number with at most 14 digits before the point and 4 after it",
    ColumnKind.DAY: "day as YYYY-MM-DD",
    ColumnKind.BOOLEAN: "truth as true or false",
}
