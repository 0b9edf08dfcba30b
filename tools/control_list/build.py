"""The shelf's tables of part 774 from the official text and the reviewed sentences."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tools.control_list import controls, entries
from tools.control_list.official import OfficialEntry
from tools.control_list.prose import is_routine, texts
from tools.control_list.refused import Refused
from tools.control_list.reviewed import Reviewed, load

SINCE = "2026-06-24"


@dataclass
class Tables:
    """The rows of each table while they are made."""

    entries: list[Mapping[str, str]] = field(default_factory=list)
    control_rows: list[Mapping[str, str]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def build(official: Sequence[OfficialEntry]) -> tuple[dict[str, bytes], list[Refused]]:
    """Make every table; what is refused stands beside it."""
    reader = controls.Controls(
        frozenset(entry.symbol for entry in official),
        load("controls", "eccn", "reason", "row", "mark"),
        load("prose", "eccn", "mark"),
    )
    statuses = load("statuses", "eccn", "mark")
    made = Tables()
    for entry in sorted(official, key=lambda e: e.symbol):
        _add(made, entry, reader, statuses)
    for table in (reader.sentences, reader.prose, statuses):
        made.refused.extend(table.unmet())
    return {
        "entries.csv": _csv(entries.HEADER, made.entries),
        "control_rows.csv": _csv(controls.HEADER, made.control_rows),
    }, made.refused


def _add(made: Tables, entry: OfficialEntry, reader: controls.Controls, statuses: Reviewed) -> None:
    rows: list[controls.ControlRow] = []
    for row in _rows(entry, reader):
        if isinstance(row, Refused):
            made.refused.append(row)
        else:
            rows.append(row)
    made.control_rows.extend(row.cells(n, SINCE) for n, row in enumerate(rows, start=1))
    head = entries.row(entry, SINCE, statuses, has_rows=bool(rows))
    if isinstance(head, Refused):
        made.refused.append(head)
    else:
        made.entries.append(head)


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
