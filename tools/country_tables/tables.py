"""The two country tables of the regulation: how the corpus prints them, how the shelf keeps them.

A corpus table has one row a country and one cell a column. The shelf has one or more dated rows
a country, in order of country and day; what is known of earlier days comes from ``history.csv``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, str]

AS_OF = "2026-07-23"
"""The day of the official text from which the corpus tables were made."""

COLUMNS = "CB1 CB2 CB3 NP1 NP2 NS1 NS2 MT1 RS1 RS2 FC1 CC1 CC2 CC3 AT1 AT2"
COUNTRY_GROUPS = "A:1 A:2 A:3 A:4 A:5 A:6 B D:1 D:2 D:3 D:4 D:5 E:1 E:2"


@dataclass(frozen=True, slots=True)
class Table:
    """A country table: its corpus file, its place on the shelf, its columns and its citation."""

    name: str
    shelf: str
    marks: tuple[str, ...]
    column: str
    has_footnotes: bool
    citation: str

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of the shelf's table."""
        footnotes = ("footnotes",) if self.has_footnotes else ()
        return ("country", "since", self.column, *footnotes, "citation")


CHART = Table(
    name="country_chart",
    shelf="738/country_chart.csv",
    marks=tuple(COLUMNS.split()),
    column="columns",
    has_footnotes=True,
    citation="15 CFR Supp. 1 to 738",
)
GROUPS = Table(
    name="country_groups",
    shelf="740/country_groups.csv",
    marks=tuple(COUNTRY_GROUPS.split()),
    column="groups",
    has_footnotes=False,
    citation="15 CFR Supp. 1 to 740",
)
TABLES = (CHART, GROUPS)


def current_row(table: Table, printed: Row) -> Row:
    """Turn a country's row as the corpus prints it into a row of the shelf."""
    marked = (mark for mark in table.marks if _is_marked(printed[mark], printed["iso2"], mark))
    row = {"country": printed["iso2"], "since": AS_OF, table.column: ";".join(marked)}
    if table.has_footnotes:
        row["footnotes"] = printed["footnotes"]
    return row | {"citation": table.citation}


def earlier_row(table: Table, kept: Row) -> Row:
    """Turn a line of ``history.csv`` into a row of the shelf; its marks take the table's order."""
    marks = set(filter(None, kept["marks"].split(";")))
    if unknown := marks - set(table.marks):
        message = f"{table.name} {kept['country']} {kept['since']}: no column {sorted(unknown)}"
        raise ValueError(message)
    row = {key: kept[key] for key in table.header if key != table.column}
    return row | {table.column: ";".join(mark for mark in table.marks if mark in marks)}


def build(table: Table, printed: Iterable[Row], history: Iterable[Row]) -> bytes:
    """Give the shelf's file: what the corpus prints, and the dated rows before it.

    A day after ``AS_OF`` in the history is refused: the corpus would then be the older text.
    A kept row that equals the current one carries it back in time, so the current one is left out.
    """
    rows = [current_row(table, row) for row in printed]
    rows += [earlier_row(table, row) for row in history if row["table"] == table.name]
    rows.sort(key=lambda row: (row["country"], row["since"]))
    _refuse_doubles(table, rows)
    return _csv(table.header, _without_repetition(table, rows))


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV as it is: ``NA`` is Namibia and ``NO`` is Norway."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def _is_marked(cell: str, country: str, mark: str) -> bool:
    if cell not in {"", "X"}:
        message = f"{country} {mark}: {cell!r} is neither X nor empty"
        raise ValueError(message)
    return cell == "X"


def _refuse_doubles(table: Table, rows: list[Row]) -> None:
    keys = [(row["country"], row["since"]) for row in rows]
    if doubles := sorted({key for key in keys if keys.count(key) > 1}):
        message = f"{table.name}: two rows for {doubles}"
        raise ValueError(message)
    if late := sorted(key for key in keys if key[1] > AS_OF):
        message = f"{table.name}: {late} is later than the corpus, {AS_OF}"
        raise ValueError(message)


def _without_repetition(table: Table, rows: list[Row]) -> list[Row]:
    said = ("country", table.column, *(["footnotes"] if table.has_footnotes else []))
    kept: list[Row] = []
    for row in rows:
        if kept and all(kept[-1][key] == row[key] for key in said):
            continue
        kept.append(row)
    return kept


def _csv(header: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
