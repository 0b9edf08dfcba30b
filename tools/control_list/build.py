"""The shelf's tables of part 774 from the official text and the reviewed sentences."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tools.control_list import controls, eligibility, entries, history, paragraphs
from tools.control_list.official import OfficialEntry
from tools.control_list.prose import is_routine, texts
from tools.control_list.refused import Refused
from tools.control_list.reviewed import Reviewed, load

SINCE = "2026-06-24"
Row = TypeVar("Row")


@dataclass
class Tables:
    """The rows of each table while they are made."""

    entries: list[Mapping[str, str]] = field(default_factory=list)
    control_rows: list[Mapping[str, str]] = field(default_factory=list)
    eligibility: list[Mapping[str, str]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def build(official: Sequence[OfficialEntry]) -> tuple[dict[str, bytes], list[Refused]]:
    """Make every table; what is refused stands beside it."""
    reader = controls.Controls(
        frozenset(entry.symbol for entry in official),
        load("controls", "eccn", "reason", "row", "mark"),
        load("prose", "eccn", "mark"),
    )
    statuses = load("statuses", "eccn", "mark")
    allowed = load("eligibility", "eccn", "symbol", "mark")
    made = Tables()
    for entry in sorted(official, key=lambda e: e.symbol):
        if _add(made, entry, reader, statuses) == "controlled":
            _keep(made, made.eligibility, eligibility.rows(entry, SINCE, allowed))
    for table in (reader.sentences, reader.prose, statuses, allowed):
        made.refused.extend(table.unmet())
    return {
        "entries.csv": _csv(entries.HEADER, history.merged("entries", made.entries)),
        "control_rows.csv": _csv(
            controls.HEADER, history.merged("control_rows", made.control_rows)
        ),
        "eligibility.csv": _csv(eligibility.HEADER, made.eligibility),
        "paragraphs.csv": _csv(paragraphs.HEADER, paragraphs.rows(official)),
    }, made.refused


def _add(made: Tables, entry: OfficialEntry, reader: controls.Controls, statuses: Reviewed) -> str:
    """Add an entry and its control rows; give its status."""
    rows: list[controls.ControlRow] = []
    _keep(made, rows, _rows(entry, reader))
    made.control_rows.extend(row.cells(n, SINCE) for n, row in enumerate(rows, start=1))
    heads: list[dict[str, str]] = []
    _keep(made, heads, [entries.row(entry, SINCE, statuses, has_rows=bool(rows))])
    made.entries.extend(heads)
    return heads[0]["status"] if heads else ""


def _keep(made: Tables, into: list[Row], found: Iterable[Row | Refused]) -> None:
    for row in found:
        if isinstance(row, Refused):
            made.refused.append(row)
        else:
            into.append(row)


def _rows(
    entry: OfficialEntry, reader: controls.Controls
) -> Iterator[controls.ControlRow | Refused]:
    yield from reader.of_table(entry)
    for text in texts(entry):
        if not is_routine(text):
            yield from reader.of_prose(entry, text)


def _csv(header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
