"""Questions that the tests of part 774 ask of the shelf's bare rows."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path

from tests.health.house import LAW as EAR

Row = dict[str, str]

LIMITS = ("paragraphs", "except_paragraphs", "for_items", "conditions", "unless")


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def shelf(table: str) -> list[Row]:
    return rows_of(EAR / "774" / f"{table}.csv")


def head(address: str) -> dict[str, object]:
    return tomllib.loads((EAR / address).read_text(encoding="utf-8"))


def several(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def rows(symbol: str, reason: str = "") -> list[Row]:
    return [r for r in shelf("control_rows") if r["eccn"] == symbol and reason in {"", r["reason"]}]


def limited(row: Row) -> bool:
    return any(row[name] for name in LIMITS)


def places(symbol: str, paragraph: str) -> set[str]:
    """Where rows send a paragraph, conditions left aside."""
    found = set()
    for row in rows(symbol):
        within = [p for p in several(row["paragraphs"]) if covers(p, paragraph)]
        without = [p for p in several(row["except_paragraphs"]) if covers(p, paragraph)]
        if (within or not row["paragraphs"]) and not without:
            found.add(f"{row['label']} {row['destinations']}".strip())
    return found


def covers(path: str, paragraph: str) -> bool:
    return paragraph == path or paragraph.startswith(f"{path}.")
