"""Lists on the terminal: what was loaded, and what is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from navicert.casework.list_status import ListStatus
from navicert.casework.load_list import Loaded
from navicert.casework.ports import ListLoad
from navicert.entrypoints.cli.terminal import plain
from navicert.terms import list_code

NONE = "No list is loaded, so every party is unscreened. Load one: navicert lists load FILE"


def show_loaded(loaded: Loaded, console: Console) -> None:
    """Say what a file holds, and whether it is in force now."""
    found = loaded.snapshot
    told = "loaded" if loaded.in_force else "not loaded, as asked; it would be accepted"
    console.print(plain(f"{found.title}: {told}", "bold"))
    when = found.as_of or "not stated: give it with --as-of"
    console.print(plain(f"as of    {when}"))
    console.print(plain(f"entries  {found.entries:,} ({_counts(found.counts_by_list)})"))
    if found.left_out:
        console.print(plain(f"left out {_counts(found.left_out)}: not listed themselves"))
    covers = ", ".join(found.covers) or "none of the lists that must be asked, as a whole"
    console.print(plain(f"covers   {covers}"))
    if loaded.previous:
        console.print(plain(f"before   {loaded.previous.entries:,}"))
    console.print(plain(f"digest   {found.digest}"))


def show_status(found: ListStatus, today: date, console: Console) -> None:
    """Lay out the lists in force, and say what is amiss with them."""
    if found.loads:
        console.print(_loads(found.loads, today))
    else:
        console.print(plain(NONE, "yellow"))
    if found.loads and found.unasked:
        missing = "; ".join(map(list_code.format, found.unasked))
        told = f"not among them, so every party is unscreened: {missing}"
        console.print(plain(told, "yellow"))
    for doubt in found.doubts:
        console.print(plain(doubt, "bold red"))


def _loads(loads: tuple[ListLoad, ...], today: date) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("list", "as of", "age", "entries", "loaded", "digest"):
        table.add_column(head, overflow="fold", justify="right" if head == "entries" else "left")
    for one in loads:
        age = "?" if one.as_of is None else f"{(today - one.as_of).days} days"
        cells = (one.title, one.as_of or "not stated", age, f"{one.entries:,}")
        rest = (one.loaded_at[:10], one.digest[:12])
        table.add_row(*(plain(cell) for cell in (*cells, *rest)))
    return table


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
        "left_out": dict(found.left_out),
        "covers": [code.value for code in found.covers],
        "previous_entries": loaded.previous.entries if loaded.previous else None,
    }


def status_document(found: ListStatus) -> dict[str, Any]:
    """Give the lists in force as a plain document."""
    rows = [msgspec.to_builtins(one) for one in found.loads]
    return {
        "lists": [row | {"counts_by_list": dict(row["counts_by_list"])} for row in rows],
        "not_asked": [code.value for code in found.unasked],
        "doubts": list(found.doubts),
    }


def _counts(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{code} {count:,}" for code, count in counts)
