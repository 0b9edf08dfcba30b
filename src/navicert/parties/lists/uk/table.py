"""The CSV form of the UK Sanctions List: a line with the report's date, a header, and the rows.

Rows with the same Unique ID are one designation; they stand together, or apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from itertools import chain

from navicert.errors import ListRowRefused, Problem, TermError
from navicert.facts.listing import Listing
from navicert.parties.lists import sources
from navicert.parties.lists.rows import Row, cells, check_header, rows_below
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.uk.designation import Cells, Designation

ID = "Unique ID"
_REPORT = re.compile(r"report date:?\s*(?P<day>.*)", re.IGNORECASE)
_DAYS = ("%d-%b-%Y", "%d/%m/%Y", "%d %b %Y", "%d %B %Y", "%Y-%m-%d")


def tells(text: str) -> bool:
    r"""Tell whether a text is in this form.

    >>> tells("Report Date: 23-Sep-2026\nLast Updated,Unique ID,OFSI Group ID,Name 6\n")
    True
    """
    first, _, rest = text[:8192].lstrip("\ufeff").partition("\n")
    header = rest.partition("\n")[0] if _REPORT.match(first.strip('"')) else first
    return {"unique id", "ofsi group id"} <= {
        part.strip(' "\r').casefold() for part in header.split(",")
    }


def read(file: str, text: str) -> Contents:
    """Read the whole file, or refuse it at its first bad row (``ListRowRefused``)."""
    lines = cells(file, text, ",")
    line, header = next(lines, (1, []))
    as_of = None
    if header and (report := _REPORT.match(header[0])):
        as_of = _report_day(Problem(file, line, "Report Date", ""), report["day"])
        line, header = next(lines, (line + 1, []))
    known = [_columns().get(column.strip().casefold(), column) for column in header]
    check_header(Problem(file, line, "", ""), known, frozenset(_columns().values()))
    return Contents(tuple(_listings(rows_below(file, known, lines))), as_of=as_of)


def _listings(rows: Iterator[Row]) -> Iterator[Listing]:
    found: dict[str, tuple[Row, list[Cells]]] = {}
    for row in rows:
        taken = dict(row.take_all(tuple(dict.fromkeys(_columns().values()))))
        if not taken.get(ID):
            raise row.refused(ID, "a row without it")
        found.setdefault(taken[ID], (row, []))[1].append(taken)
    for entry, (row, taken_rows) in found.items():
        try:
            yield Designation(entry, taken_rows).listing()
        except TermError as error:
            raise row.refused(entry, str(error)) from error


def _report_day(place: Problem, text: str) -> date:
    for form in _DAYS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    message = f"{text[:40]!r} is not a day like 23-Sep-2026"
    raise ListRowRefused(str(Problem(place.file, place.line, place.key, message)))


@cache
def _columns() -> Mapping[str, str]:
    """Every way to write a column, in lower case, by its own name."""
    told = sources.words("uk", "columns")
    ways = chain.from_iterable(((name, name), (other, name)) for name, other in told.items())
    return {way.casefold(): name for way, name in ways if way}
