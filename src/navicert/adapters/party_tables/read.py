"""The door for tables of parties: a path or bytes in, the document with its ``parties`` out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from navicert.adapters.orders import csv_form, xlsx_form
from navicert.adapters.orders.read import Form, bytes_of, form_of
from navicert.adapters.orders.table import Cell, put
from navicert.adapters.party_tables import columns
from navicert.casework.order.document import KeyPath, OrderDocument, Place, dotted
from navicert.casework.order.limits import MOST_PROBLEMS
from navicert.errors import EmptyOrder, EmptyTable, Problem, UnreadableFile
from navicert.parties.lists import country_names
from navicert.terms import country

SHEET = "parties"
_DELIMITERS = (",", ";", "\t", "|")
_BETWEEN = re.compile(r"[|;]")

_COUNTRIES = frozenset({"country", "nationality", "headquarters", "ultimate_parent"})

_Rows = Sequence[tuple[int, Sequence[Cell]]]


def read(path: Path) -> OrderDocument:
    """Read the table in a file, CSV or XLSX.

    Raises:
        UnreadableFile: when there is no such file, or it is not what its name promises.
        FileTooLarge: with the limit.
        EmptyTable: when there is nothing in it.
    """
    try:
        return read_bytes(*bytes_of(path))
    except EmptyOrder as empty:
        raise EmptyTable(str(empty).replace("nothing to check", "nothing to screen")) from None


def read_bytes(data: bytes, file: str) -> OrderDocument:
    """Read a table from bytes; columns that nobody knows are named as such in the document.

    One that looks like a known column misspelled becomes a problem of the document.
    """
    form = form_of(data, file, None if Path(file).suffix else Form.CSV)
    if form not in {Form.CSV, Form.XLSX}:
        raise UnreadableFile(f"{file}: a table of parties is CSV or XLSX")
    rows = _csv(data, file) if form is Form.CSV else xlsx_form.rows_of(data, file, SHEET)
    return _document(file, rows)


def _csv(data: bytes, file: str) -> _Rows:
    text = csv_form.text_of(data, file)
    first = text.lstrip("\ufeff\r\n ").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    return [(line, tuple(cells)) for line, cells in csv_form.rows_of(text, delimiter, file)]


def _document(file: str, rows: _Rows) -> OrderDocument:
    if not rows:
        raise EmptyOrder(f"{file}: the file has no row, so there is nothing to screen")
    line, header = rows[0]
    made = _Table(file, line, ["" if cell is None else str(cell).strip() for cell in header])
    if not any(made.paths):
        known = "name, country, address, birth_date and so on"
        raise UnreadableFile(f"{file}:{line}: no known column in the first row; known are {known}")
    for line, cells in rows[1:]:
        made.take(line, cells)
    content = {"parties": made.parties}
    return OrderDocument(file, content, made.locate, tuple(made.problems), tuple(made.ignored))


@dataclass(slots=True)
class _Table:
    """A table while its rows are taken in."""

    file: str
    line: int
    header: list[str]
    paths: list[KeyPath | None] = field(default_factory=list)
    parties: list[dict[str, object]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in self.header:
            path = columns.find(name)
            if path is None and name:
                self._leave_out(name)
            if path in self.paths and path is not None and path[0] != "identifiers":
                self._refuse(self.line, name[:80], f"stands twice, as {dotted(path)}")
                path = None
            self.paths.append(path)

    def _leave_out(self, name: str) -> None:
        """Note a column that says nothing to us; one that is misspelled would lose what it says."""
        if near := columns.meant(name):
            told = f"not a column of parties; did you mean {near}?"
            self._refuse(self.line, name[:80], told)
        else:
            self.ignored.append(name[:80])

    def take(self, line: int, cells: Sequence[Cell]) -> None:
        """Take one row in; a cell beyond the header, or under none, is a problem."""
        party: dict[str, object] = {}
        if len(cells) != len(self.paths):
            message = f"the row has {len(cells)} cells, the header {len(self.paths)}"
            self._refuse(line, "", message)
        for at, (path, cell) in enumerate(zip(self.paths, cells, strict=False)):
            value = _plain(cell)
            if value in (None, ""):
                continue
            if path is None:
                if not self.header[at]:
                    self._refuse(line, f"column {at + 1}", "the column has no name")
                continue
            _say(party, path, _as_code(path, value))
        self.parties.append(party)
        self.lines.append(line)

    def locate(self, paths: Sequence[KeyPath]) -> tuple[Place, ...]:
        """Find the row and the column of each path."""
        return tuple(map(self._place, paths))

    def _place(self, path: KeyPath) -> Place:
        if len(path) < 2 or not isinstance(path[1], int):  # noqa: PLR2004 - parties, and which
            return Place(0, dotted(path))
        steps = tuple(step for step in path[2:] if isinstance(step, str))
        at = next((n for n, one in enumerate(self.paths) if one and one[: len(steps)] == steps), -1)
        key = self.header[at] if steps and at >= 0 else dotted(steps)
        return Place(self.lines[path[1]], key)

    def _refuse(self, line: int, key: str, message: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.file, line, key, message))


def _say(party: dict[str, object], path: KeyPath, value: Cell) -> None:
    if path[0] not in columns.LISTS:
        put(party, path, value)
        return
    texts = [one.strip() for one in _BETWEEN.split(str(value)) if one.strip()]
    if len(path) > 1:
        texts = [f"{path[1]}:{one}" for one in texts]
    said = party.setdefault(str(path[0]), [])
    if isinstance(said, list):
        said.extend(texts)


def _as_code(path: KeyPath, value: Cell) -> Cell:
    """Write a country by its code where its name is one that everybody knows."""
    if path[-1] in _COUNTRIES and isinstance(value, str):
        return country_names.code_of(value) or country.in_any_language(value) or value
    return value


def _plain(cell: Cell) -> str | bool | None:
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return cell.strip() if isinstance(cell, str) else str(cell)
