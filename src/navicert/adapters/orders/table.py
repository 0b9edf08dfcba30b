"""An order in rows and columns becomes the same plain document as one in TOML or JSON."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navicert.adapters.orders import columns
from navicert.adapters.orders.columns import Column, Level
from navicert.adapters.orders.party_columns import Parties
from navicert.casework.order.document import KeyPath, OrderDocument, Place, dotted
from navicert.casework.order.keys import LISTS, Shape
from navicert.casework.order.limits import MOST_PROBLEMS
from navicert.errors import Problem

Cell = str | bool | Decimal | date | None
_PLAIN = frozenset({Shape.YES_NO, Shape.AMOUNT, Shape.DAY})


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: the names of its columns, and each row with its line in the file."""

    file: str
    line: int
    header: Sequence[str]
    rows: Sequence[tuple[int, Sequence[Cell]]]


def document(table: Table) -> OrderDocument:
    """Give the plain document; columns nobody knows and rows that disagree become its problems."""
    made = _Document(table)
    found = made.columns()
    for line, cells in table.rows:
        made.take(found, line, cells)
    content = {**made.content, "parties": made.parties.plain(), "lines": made.lines}
    return OrderDocument(table.file, content, made.locate, tuple(made.problems))


@dataclass(slots=True)
class _Document:
    """The document while its rows are taken in."""

    table: Table
    content: dict[str, object] = field(default_factory=dict)
    parties: Parties = field(default_factory=Parties)
    lines: list[dict[str, object]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    said: dict[str, tuple[int, object]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def columns(self) -> list[Column | None]:
        """Find the column of each header; note those that nobody knows or that stand twice."""
        found: list[Column | None] = []
        for at, header in enumerate(self.table.header):
            column = columns.find(header)
            if column is None and (header.strip() or self._filled(at)):
                self._refuse(
                    self.table.line, header.strip()[:80] or f"column {at + 1}", _hint(header)
                )
            if column is not None and column in found:
                self._refuse(self.table.line, column.name, "the column stands twice")
                column = None
            found.append(column)
        return found

    def take(self, found: Sequence[Column | None], line: int, cells: Sequence[Cell]) -> None:
        """Take one row in."""
        if len(cells) != len(found):
            message = f"the row has {len(cells)} cells, the header {len(found)}"
            self._refuse(line, "", message)
        row: dict[str, object] = {}
        for column, cell in zip(found, cells, strict=False):
            value = None if column is None else _plain(column, cell)
            if column is None or value is None:
                continue
            if column.level is Level.LINE:
                put(row, column.path, value)
            else:
                self._say(column, line, value)
        if row:
            self.lines.append(row)
            self.rows.append(line)

    def locate(self, paths: Sequence[KeyPath]) -> tuple[Place, ...]:
        """Find the row and the column of each path."""
        return tuple(self._place(tuple(path)) for path in paths)

    def _place(self, path: KeyPath) -> Place:
        if path[:1] == ("lines",) and len(path) > 1:
            plain = tuple(step for step in path[2:] if isinstance(step, str))
            return Place(self.rows[int(path[1])], _column(Level.LINE, plain) or dotted(path))
        if path[:1] == ("parties",) and len(path) > 1:
            name, beside = self.parties.columns(int(path[1]), path[2:])
            return Place(self.said.get(name, self.said[beside])[0], name)
        plain = tuple(step for step in path if isinstance(step, str))
        name = _column(Level.ORDER, plain) or dotted(path)
        return Place(self.said.get(name, (self.table.line, None))[0], name)

    def _say(self, column: Column, line: int, value: object) -> None:
        first = self.said.setdefault(column.name, (line, value))
        if first[1] != value:
            message = f"differs from row {first[0]}: a file holds one order"
            self._refuse(line, column.name, message)
        elif first[0] == line and column.level is Level.PARTY:
            self.parties.say(column, value)
        elif first[0] == line:
            put(self.content, column.path, value)

    def _filled(self, at: int) -> bool:
        return any(len(cells) > at and cells[at] not in (None, "") for _, cells in self.table.rows)

    def _refuse(self, line: int, key: str, message: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.table.file, line, key, message))


def put(table: dict[str, object], path: KeyPath, value: object) -> None:
    """Set a value below a table, one table at most in between."""
    if len(path) > 1:
        inner = table.setdefault(str(path[0]), {})
        if isinstance(inner, dict):
            inner[path[1]] = value
    else:
        table[str(path[0])] = value


def _plain(column: Column, cell: Cell) -> object:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if column.key.shape in _PLAIN:
        return cell
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    text = cell if isinstance(cell, str) else str(cell)
    if column.key.shape in LISTS:
        return [part.strip() for part in text.split("|") if part.strip()]
    return text


def _column(level: Level, path: KeyPath) -> str:
    if path[:1] in {("answers",), ("characteristics",)} and len(path) > 1:
        return f"{str(path[0]).removesuffix('s')}.{path[1]}"
    for name in columns.names():
        column = columns.find(name)
        if column and column.level is level and path and column.path[: len(path)] == path:
            return name
    return ""


def _hint(header: str) -> str:
    if not header.strip():
        return "the column has no name"
    near = difflib.get_close_matches(header.strip().lower()[:100], columns.names(), n=1)
    return f"not a column of an order; did you mean {near[0]}?" if near else _UNKNOWN


_UNKNOWN = "not a column of an order; docs/order-format.md names them all"
