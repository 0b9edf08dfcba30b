"""Read a list of one's own from a table; its columns are those of ``source.toml``.

Semicolons or bars part several names, countries, dates or numbers in one cell. What is neither
known nor empty is refused: nobody else can say what a column of your own means.
"""

from __future__ import annotations

from collections.abc import Iterator

from navicert.errors import FileTooLarge, InputError, ListError, ListRowRefused, Problem
from navicert.parties.lists import denial
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.own import columns, workbook
from navicert.parties.lists.own.entry import listing
from navicert.parties.lists.rows import cells, rows_below
from navicert.parties.lists.snapshot import Contents

_DELIMITERS = (",", ";", "\t")
_WORKBOOK = b"xl/workbook.xml"

_Lines = Iterator[tuple[int, list[str]]]


def tells(file: ListFile) -> bool:
    """Tell whether a file is such a table: a workbook, or text with a column for the name."""
    if file.is_zip:
        return _WORKBOOK in file.content
    return not file.root and _delimiter(file) is not None


def read_file(file: ListFile) -> Contents:
    """Read a file of this form.

    Raises ``UnreadableFile``, ``FileTooLarge``, or ``ListRowRefused`` with line and column.
    """
    if file.is_zip:
        lines = workbook.rows(file.name, file.content)
    else:
        lines = cells(file.name, file.text, _delimiter(file) or ",")
    return read(file.name, lines)


def read(file: str, lines: _Lines) -> Contents:
    """Read the lines of a table, of which the first that is not blank is the header."""
    full = ((line, row) for line, row in lines if any(cell.strip() for cell in row))
    line, header = next(full, (1, []))
    place = Problem(file, line, "", "")
    known = columns.of_header(place, header)
    whole = [*filter(None, known), *(name for name in columns.names() if name not in known)]
    rows = rows_below(file, whole, _evened(place, known, full))
    listings = tuple(listing(row, position) for position, row in enumerate(rows, start=1))
    if not listings:
        raise ListRowRefused(str(Problem(file, line, "", "there is no row below the header")))
    title = file.replace("\\", "/").rpartition("/")[2]
    return Contents(listings, denial.orders_of(listings), title=title)


def _evened(place: Problem, known: list[str], lines: _Lines) -> _Lines:
    """Give the cells of the columns that have a name, with empty ones for those not in the file."""
    missing = [""] * sum(name not in known for name in columns.names())
    for count, (line, row) in enumerate(lines):
        if count >= workbook.MOST_ROWS:
            message = f"{place.file}:{line}: more than {workbook.MOST_ROWS:,} rows"
            raise FileTooLarge(message)
        beyond = [cell for cell in row[len(known) :] if cell.strip()]
        beyond += [
            cell for cell, name in zip(row, known, strict=False) if not name and cell.strip()
        ]
        if beyond or len(row) < len(known):
            message = f"{len(row)} cells where the header has {len(known)}; a damaged file?"
            if beyond:
                message = f"{beyond[0][:40]!r} stands in a column without a name"
            raise ListRowRefused(str(Problem(place.file, line, "", message)))
        named = [cell for cell, name in zip(row, known, strict=False) if name]
        yield line, [*named, *missing]


def _delimiter(file: ListFile) -> str | None:
    for delimiter in _DELIMITERS:
        try:
            header = file.header(delimiter)
        except (InputError, ListError):
            return None
        if any(columns.find(column) == columns.NAME for column in header):
            return delimiter
    return None
