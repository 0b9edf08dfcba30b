"""Who is bound through ownership, on the terminal, as a document and as a table in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from navicert.adapters.sheets import rows
from navicert.casework.bound_entities import BoundEntities, BoundEntity
from navicert.determination.report import list_document
from navicert.entrypoints.cli.ownership_tables import load_document
from navicert.entrypoints.cli.terminal import plain
from navicert.facts.ownership import written
from navicert.terms.truth import Truth

HEADER = ("rule", "is", "entity", "country", "id", "at_least", "at_most", "register", "in_force")
_SHORT = frozenset({"rule", "country", "at_least", "at_most"})
FORMAT = "navicert.bound/1"
EXACT = "listed owners were found by their exact names alone; 'navicert screen' finds near ones"


def document(found: BoundEntities) -> dict[str, Any]:
    """Give the answer as a document; shares are percent as text."""
    return {
        "format": FORMAT,
        "day": found.day.isoformat(),
        "entities": [dict(zip(HEADER, _row(one), strict=True)) for one in found.found],
        "registers": [load_document(one) for one in found.loads],
        "lists": [list_document(one) for one in found.lists],
        "affiliates_rule": found.law or None,
        "doubts": list(found.doubts),
        "notes": list(found.notes),
    }


def write(found: BoundEntities, path: Path) -> None:
    """Write every entity to a workbook."""
    rows.write(path, "xlsx", (HEADER, *map(_row, found.found)))


def show(found: BoundEntities, limit: int, console: Console) -> None:
    """Lay out the first of them, and count them all."""
    _show_counts(found, console)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in HEADER:
        table.add_column(head, overflow="fold", no_wrap=head in _SHORT)
    for row in _rows(found, limit):
        table.add_row(*map(plain, row))
    if found.found:
        console.print(table)
    if len(found.found) > limit:
        more = len(found.found) - limit
        console.print(plain(f"and {more:,} more: --xlsx FILE or --json has all", "dim"))
    if found.lists:
        console.print(plain(EXACT, "dim"))
    for note in found.notes:
        console.print(plain(note, "yellow"))
    for doubt in found.doubts:
        console.print(plain(doubt, "bold yellow"))


def _show_counts(found: BoundEntities, console: Console) -> None:
    effective = [one for one in found.found if one.in_force is Truth.YES or one.listed]
    certain = sum(one.is_certain for one in effective)
    listed = sum(one.listed for one in found.found)
    told = (
        f"{certain:,} bound on {found.day}, of these {listed:,} listed themselves; "
        f"{len(effective) - certain:,} may be: a share is not known"
    )
    console.print(plain(told, "bold"))
    if would := len(found.found) - len(effective):
        told = f"{would:,} would be, or might be, by the BIS Affiliates rule"
        console.print(plain(told, "yellow"))
    if found.law:
        console.print(plain(f"BIS Affiliates rule: {found.law}", "yellow" if would else "dim"))


def _word(one: BoundEntity) -> str:
    if one.in_force is Truth.YES:
        return "bound" if one.is_certain else "may be bound"
    return "would be bound" if one.is_certain else "might be bound"


def _rows(found: BoundEntities, limit: int) -> Iterator[tuple[str, ...]]:
    """Give the first rows, as they are read: 'under 75' for what is a trace less than 75."""
    for one in found.found[: max(limit, 0)]:
        row = _row(one)
        shares = ("", "") if one.listed else (written(one.certain), written(one.possible))
        at = HEADER.index("at_least")
        yield (*row[:at], *shares, *row[at + len(shares) :])


def _row(one: BoundEntity) -> tuple[str, ...]:
    word = "listed" if one.listed else _word(one)
    entity = one.entity
    shares = ("", "") if one.listed else (str(one.certain), str(one.possible))
    return (
        one.rule.value if one.rule else "named",
        word,
        entity.name,
        entity.country,
        entity.id,
        *shares,
        one.register,
        one.in_force.value if one.rule else "",
    )
