"""Lists on the terminal: what was loaded, and what is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from navicert.casework.load_list import Loaded
from navicert.casework.ports import ListLoad
from navicert.entrypoints.cli.terminal import plain

NONE = "No list is loaded, so every party is unscreened. Load one: navicert lists load FILE"


def show_loaded(loaded: Loaded, console: Console) -> None:
    """Say what a file holds, and whether it is in force now."""
    found = loaded.snapshot
    told = "loaded" if loaded.in_force else "not loaded, as asked; it would be accepted"
    console.print(plain(f"{found.title}: {told}", "bold"))
    when = found.as_of or "not stated: give it with --as-of"
    console.print(plain(f"as of    {when}"))
    console.print(plain(f"entries  {found.entries:,} ({_counts(found.counts_by_list)})"))
    if loaded.previous:
        console.print(plain(f"before   {loaded.previous.entries:,}"))
    console.print(plain(f"digest   {found.digest}"))


def show_loads(loads: tuple[ListLoad, ...], today: date, console: Console) -> None:
    """Lay out the lists in force."""
    if not loads:
        console.print(plain(NONE, "yellow"))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("list", "as of", "age", "entries", "loaded", "digest"):
        table.add_column(head, overflow="fold", justify="right" if head == "entries" else "left")
    for one in loads:
        age = "?" if one.as_of is None else f"{(today - one.as_of).days} days"
        cells = (one.title, one.as_of or "not stated", age, f"{one.entries:,}")
        rest = (one.loaded_at[:10], one.digest[:12])
        table.add_row(*(plain(cell) for cell in (*cells, *rest)))
    console.print(table)


def loaded_document(loaded: Loaded) -> dict[str, Any]:
    """Give what was loaded as a plain document."""
    found = loaded.snapshot
    return {
        "in_force": loaded.in_force,
        "code": found.code,
        "title": found.title,
        "source": found.source,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "digest": found.digest,
        "entries": found.entries,
        "counts_by_list": dict(found.counts_by_list),
        "previous_entries": loaded.previous.entries if loaded.previous else None,
    }


def loads_document(loads: tuple[ListLoad, ...]) -> dict[str, Any]:
    """Give the lists in force as a plain document."""
    rows = [msgspec.to_builtins(one) for one in loads]
    return {"lists": [row | {"counts_by_list": dict(row["counts_by_list"])} for row in rows]}


def _counts(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{code} {count:,}" for code, count in counts)
