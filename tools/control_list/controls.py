"""The control rows of an entry: each row of its table, then what its prose adds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass

from tools.control_list.chart import COLUMN_CITATIONS, Place, off_chart, places
from tools.control_list.official import OfficialEntry
from tools.control_list.refused import Refused
from tools.control_list.reviewed import Reviewed, fingerprint
from tools.control_list.scopes import COLUMNS, Scope, parse_scope

_CONTROL = re.compile(r"(?P<reason>[A-Z]{2}) appl(?:y|ies),? ?(?:only )?(?:to )?(?P<scope>.+)")
_SECTOR = re.compile(r"Russian industry sector sanctions? appl(?:y|ies) to entire entry")
SECTOR = "RU-SECTOR"


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A row for the shelf, before it is numbered."""

    eccn: str
    reason: str
    place: Place
    scope: Scope

    def cells(self, number: int, since: str) -> dict[str, str]:
        """Write it as the shelf does."""
        place = asdict(self.place)
        citation = f"15 CFR Supp. 1 to 774 ECCN {self.eccn}; {place.pop('citation')}"
        head = {"eccn": self.eccn, "since": since, "row": str(number), "reason": self.reason}
        return head | place | asdict(self.scope) | {"citation": citation}


@dataclass(frozen=True, slots=True)
class Controls:
    """Reads control rows, asking the reviewed tables where a sentence is more than a list."""

    known: Collection[str]
    sentences: Reviewed
    prose: Reviewed

    def of_table(self, entry: OfficialEntry) -> Iterator[ControlRow | Refused]:
        """Give a shelf row for each row of the entry's table, or a refusal."""
        for number, (control, cell) in enumerate(_joined(entry.rows), start=1):
            yield from self._row(entry.symbol, number, control, cell)

    def of_prose(self, entry: OfficialEntry, text: str) -> Iterator[ControlRow | Refused]:
        """Give the shelf rows that people found in a text of the entry; "note" means none."""
        rows = self.prose.find(entry.symbol, fingerprint(text))
        if rows is None:
            yield Refused(f"{entry.symbol} prose {fingerprint(text)}", text)
            return
        for row in rows:
            if row["reason"] != "note":
                yield _reviewed_row(entry.symbol, row)

    def _row(
        self, symbol: str, number: int, control: str, cell: str
    ) -> Iterator[ControlRow | Refused]:
        reason, sentence = _split(control)
        mark = fingerprint(control + cell)
        rows = self.sentences.find(symbol, reason, str(number), mark)
        where = places(cell, reason)
        if rows is not None:
            yield from (_with_place(symbol, reason, where, row) for row in rows)
            return
        scope = parse_scope(sentence, symbol, self.known)
        if scope is None or where is None:
            yield Refused(f"{symbol} row {number} {reason} {mark}", f"{control} | {cell}")
            return
        yield from (ControlRow(symbol, reason, place, scope) for place in where)


def _with_place(
    symbol: str, reason: str, where: tuple[Place, ...] | None, row: dict[str, str]
) -> ControlRow | Refused:
    if row["columns"] or row["destinations"]:
        return _reviewed_row(symbol, row | {"reason": reason})
    if where is None or len(where) != 1:
        return Refused(f"{symbol} {reason}", "its right cell needs columns or destinations")
    return ControlRow(symbol, reason, where[0], _scope(row))


def _reviewed_row(symbol: str, row: dict[str, str]) -> ControlRow:
    """Take a row from review; a column's citation is its own unless the review names another."""
    reason, columns = row["reason"], row["columns"]
    if columns:
        place = Place(columns, "", columns, row["section"] or COLUMN_CITATIONS[columns])
    else:
        place = off_chart(reason, row["destinations"], row["section"])
    return ControlRow(symbol, reason, place, _scope(row))


def _scope(row: dict[str, str]) -> Scope:
    return Scope(**{name: row[name] for name in COLUMNS})


def _split(control: str) -> tuple[str, str]:
    if _SECTOR.fullmatch(control):
        return SECTOR, "entire entry"
    found = _CONTROL.fullmatch(control)
    return (found["reason"], found["scope"]) if found else ("", control)


def _joined(rows: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join what continues in a second printed row, as the note of 5D001 does."""
    kept: list[tuple[str, str]] = []
    for control, cell in rows:
        if not control and kept:
            kept[-1] = (kept[-1][0], f"{kept[-1][1]} {cell}".strip())
        else:
            kept.append((control, cell))
    yield from kept


HEADER = (
    *("eccn", "since", "row", "reason", "columns", "destinations"),
    *COLUMNS,
    *("label", "citation"),
)
