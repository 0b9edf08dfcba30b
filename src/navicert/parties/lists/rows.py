"""Rows of a delimited file, read strictly: every column is known, taken once, and none is left."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime

from navicert.errors import ListRowRefused, MalformedDate, Problem
from navicert.terms import day as days

_LONGEST_HEADER = 65_536


class Row:
    """One row; its cells are taken by name, and ``finish`` refuses what nobody took."""

    __slots__ = ("_cells", "file", "line")

    def __init__(self, file: str, line: int, cells: dict[str, str]) -> None:
        """Keep the cells until they are taken; ``line`` counts from 1."""
        self.file = file
        self.line = line
        self._cells = cells

    def has(self, column: str) -> bool:
        """Tell whether a cell of this column is still to be taken."""
        return column in self._cells

    def take(self, column: str) -> str:
        """Give a cell without blanks around it; ``NA``, ``NO`` and ``null`` are data."""
        return self._cells.pop(column).strip()

    def take_as_written(self, column: str) -> str:
        """Give a cell with its blanks, where another cell goes on in the middle of it."""
        return self._cells.pop(column)

    def take_all(self, columns: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Give those of the cells that are not empty, each with its column's name."""
        cells = ((column, self.take(column)) for column in columns)
        return tuple((column, cell) for column, cell in cells if cell)

    def take_day(self, column: str, form: str = "") -> date | None:
        """Give a cell as a day, None when it is empty; ``form`` as for strptime, or ISO 8601."""
        cell = self.take(column)
        if not cell:
            return None
        try:
            return datetime.strptime(cell, form).date() if form else days.parse(cell)  # noqa: DTZ007
        except MalformedDate as error:
            raise self.refused(column, str(error)) from error
        except ValueError:
            raise self.refused(column, f"{cell[:40]!r} is not a date like {form}") from None

    def refused(self, column: str, message: str) -> ListRowRefused:
        """Make the error that names file, line and column."""
        return ListRowRefused(str(Problem(self.file, self.line, column, message)))

    def finish(self) -> None:
        """Refuse a row of which a column is left: the form has changed."""
        if self._cells:
            left = ", ".join(sorted(self._cells))
            raise self.refused(left, "no reader takes this column; the form has changed")


def rows(file: str, text: str, columns: Collection[str], delimiter: str) -> Iterator[Row]:
    """Read rows below a header that has exactly these columns, in any order.

    Raises ``ListRowRefused`` at the first row that is not of this form.
    """
    lines = cells(file, text, delimiter)
    line, header = next(lines, (1, []))
    check_header(Problem(file, line, "", ""), header, columns)
    yield from rows_below(file, header, lines)


def rows_below(
    file: str, header: list[str], lines: Iterator[tuple[int, list[str]]]
) -> Iterator[Row]:
    """Give the lines below a header as rows; raises ``ListRowRefused`` as ``rows`` does."""
    for line, row in lines:
        if len(row) != len(header):
            message = f"{len(row)} cells where the header has {len(header)}; a damaged file?"
            raise ListRowRefused(str(Problem(file, line, "", message)))
        yield Row(file, line, dict(zip(header, row, strict=True)))


def cells(file: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give the cells of each line with its number; raises ``ListRowRefused`` where it is broken."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while (row := _next(file, reader)) is not None:
        yield reader.line_num, row


def headerless(file: str, text: str, columns: Collection[str]) -> Iterator[Row]:
    """Read rows of a file with commas that names its columns nowhere; each row has all of them.

    Raises ``ListRowRefused`` at the first row that is not of this form.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while (cells := _next(file, reader)) is not None:
        if len(cells) != len(columns):
            message = f"{len(cells)} cells where the form has {len(columns)}; a damaged file?"
            raise ListRowRefused(str(Problem(file, reader.line_num, "", message)))
        yield Row(file, reader.line_num, dict(zip(columns, cells, strict=True)))


def header_of(text: str, delimiter: str) -> frozenset[str]:
    """Give the columns that the first line names, none when it cannot be read."""
    line, newline, _ = text[:_LONGEST_HEADER].partition("\n")
    if not newline and len(text) > _LONGEST_HEADER:
        return frozenset()
    line = line.rstrip("\r")
    try:
        return frozenset(next(csv.reader([line], delimiter=delimiter), ()))
    except csv.Error:
        return frozenset()


def check_header(place: Problem, header: list[str], columns: Collection[str]) -> None:
    """Refuse a header that has not exactly these columns; ``place`` says where it stands."""
    unknown = sorted(set(header) - set(columns))
    missing = sorted(set(columns) - set(header))
    twice = sorted(column for column, count in Counter(header).items() if count > 1)
    wrong = (("unknown", unknown), ("missing", missing), ("repeated", twice))
    told = [f"{word}: {', '.join(names)[:300]}" for word, names in wrong if names]
    if told:
        message = f"the columns are not those of the form ({'; '.join(told)})"
        raise ListRowRefused(str(replace(place, message=message)))


def _next(file: str, reader: Iterator[list[str]]) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error as error:
        line = getattr(reader, "line_num", 0)
        raise ListRowRefused(str(Problem(file, line, "", f"{error}; a damaged file?"))) from error
