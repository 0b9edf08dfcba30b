"""What is known of an entry on earlier days, kept by hand beside the official text.

``history/entries.csv`` says for each entry from which day, and where the evidence ends until
which day, its rows were read, and for which paragraphs alone where not for all of them;
``history/control_rows.csv`` has those rows. Both have the columns of the shelf's own files, so
that the official text of one day and what was found of others make one table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

FOLDER = Path(__file__).with_name("history")
Row = Mapping[str, str]


def merged(name: str, official: Iterable[Row], folder: Path = FOLDER) -> list[Row]:
    """Put the earlier rows of a table before those of the official text, entry by entry."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows: list[Row] = list(csv.DictReader(file))
    return sorted([*rows, *official], key=_place)


def _place(row: Row) -> tuple[str, str, int]:
    return row["eccn"], row["since"], int(row.get("row", "0"))
