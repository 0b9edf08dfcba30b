"""Lists on the terminal: what was loaded, and what is in force."""

from __future__ import annotations

from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from navicert.casework.list_status import InForce, ListStatus
from navicert.casework.load_list import Loaded
from navicert.casework.ports import ListLoad
from navicert.entrypoints.cli.terminal import plain
from navicert.terms import list_code
from navicert.terms.list_code import ListCode

_CHANGE = ("added", "changed", "removed")

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


def show_status(found: ListStatus, console: Console) -> None:
    """Lay out the lists in force, and say what is amiss with them."""
    if found.in_force:
        console.print(_loads(found.in_force))
        for load in (one.tenure.load for one in found.in_force):
            told = f"{load.code:<7}digest {load.digest[:12]}{_whence(load)}"
            console.print(plain(told, "dim"), soft_wrap=True)
    else:
        console.print(plain(NONE, "yellow"))
    for one in found.in_force:
        if one.too_old:
            told = "too old: run 'navicert lists update', or load a newer one"
            console.print(plain(f"{one.tenure.load.title}: {told}", "bold red"))
    loads = (one.tenure.load for one in found.in_force if one.age_days is None)
    if undated := [load.title for load in loads if load.code != ListCode.OWN]:
        told = "nobody stated of which day they are, so their age is unknown; load with --as-of: "
        console.print(plain(told + "; ".join(undated), "yellow"))
    _show_besides(found, console)


def _show_besides(found: ListStatus, console: Console) -> None:
    """Say what is not asked, what is asked besides, and what is amiss."""
    if found.loads and found.unasked:
        missing = "; ".join(map(list_code.format, found.unasked))
        told = f"not among them, so every party is unscreened: {missing}"
        console.print(plain(told, "yellow"))
    if found.instruments:
        titles = "; ".join(found.instruments)
        console.print(plain(f"asked besides, of loaded instruments: {titles}"))
    for doubt in found.doubts:
        console.print(plain(doubt, "bold red"))


def _whence(load: ListLoad) -> str:
    """Say what was loaded; where its authority publishes it only where that is not known."""
    if load.place:
        return f" from {load.place}"
    return f", published at {load.source}" if load.source else ""


def _loads(in_force: tuple[InForce, ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("list", overflow="fold", min_width=20)
    for head in ("as of", "age", "entries"):
        table.add_column(head, no_wrap=True, justify="right" if head == "entries" else "left")
    table.add_column("change", justify="right", max_width=10)
    table.add_column("loaded", no_wrap=True)
    for one in in_force:
        load = one.tenure.load
        age = "?" if one.age_days is None else f"{one.age_days:,} days"
        cells = (f"{load.code}: {load.title}", load.as_of or "not stated")
        rest = (f"{load.entries:,}", changed(one.tenure.change), load.loaded_at[:10])
        told = plain(age, "bold red" if one.too_old else "")
        table.add_row(*map(plain, cells), told, *map(plain, rest))
    return table


def changed(counts: tuple[int, int, int] | None) -> str:
    """Write how many entries were added, changed and removed.

    >>> changed((3, 0, 1)), changed(None)
    ('+3 ~0 -1', 'first load')
    """
    return "first load" if counts is None else "+{:,} ~{:,} -{:,}".format(*counts)


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
    return {
        "lists": [_in_force(one) for one in found.in_force],
        "not_asked": [code.value for code in found.unasked],
        "instruments": list(found.instruments),
        "doubts": list(found.doubts),
    }


def _in_force(one: InForce) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(one.tenure.load)
    return row | {
        "counts_by_list": dict(row["counts_by_list"]),
        "in_force_since": one.tenure.since,
        "age_days": one.age_days,
        "too_old": one.too_old,
        "change": change_document(one.tenure.change),
    }


def change_document(counts: tuple[int, int, int] | None) -> dict[str, int] | None:
    """Give how many entries were added, changed and removed; None when there was none before."""
    return None if counts is None else dict(zip(_CHANGE, counts, strict=True))


def _counts(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{code} {count:,}" for code, count in counts)
