"""Orders in CSV: one line of the order each row; commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from navicert.adapters.orders import columns, limits, table
from navicert.adapters.orders.text import decode
from navicert.casework.order.document import OrderDocument
from navicert.errors import EmptyOrder, FileTooLarge, UnreadableFile

_DELIMITERS = (",", ";", "\t")


def parse(data: bytes, file: str) -> OrderDocument:
    """Read an order in CSV (UTF-8, with or without its mark; any line ends).

    Raises:
        UnreadableFile: with the line where it stops being CSV, or when no column is known.
        FileTooLarge: with the limit on rows or columns.
        EmptyOrder: when there is no row at all.
    """
    text = text_of(data, file)
    rows = rows_of(text, _delimiter(text, file), file)
    line, header = next(rows)
    return table.document(table.Table(file, line, header, list(rows)))


def text_of(data: bytes, file: str) -> str:
    """Decode a table and refuse what no table holds; UnreadableFile names the line."""
    text = decode(data, file)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableFile(f"{file}:{line}: not CSV: holds a zero byte")
    return text


def _delimiter(text: str, file: str) -> str:
    """Choose the delimiter by which the first row names the most known columns."""
    known = {delimiter: _known_columns(text, delimiter, file) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: known[delimiter])
    if not known[best]:
        raise UnreadableFile(
            f"{file}:1: no known column in the first row; name columns such as item, eccn, "
            "destination_country, with commas, semicolons or tabs between them"
        )
    return best


def _known_columns(text: str, delimiter: str, file: str) -> int:
    first = next(rows_of(text, delimiter, file), None)
    if first is None:
        raise EmptyOrder(f"{file}: the file has no row, so there is nothing to check")
    return sum(columns.find(header) is not None for header in first[1])


def rows_of(text: str, delimiter: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not blank, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, count = 1, 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                count += 1
                _within(count, len(cells), f"{file}:{line}")
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(f"{file}:{line}: not CSV: {error}") from None


def _within(rows: int, cells: int, place: str) -> None:
    if rows > limits.MOST_ROWS:
        raise FileTooLarge(f"{place}: more than {limits.MOST_ROWS:,} rows")
    if cells > limits.MOST_COLUMNS:
        raise FileTooLarge(f"{place}: {cells:,} cells; the most are {limits.MOST_COLUMNS}")
