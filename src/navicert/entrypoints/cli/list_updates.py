"""An update of the lists on the terminal: what became of each, and what changed."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from rich.console import Console
from rich.table import Table

from navicert.casework.update_lists import State, Updated
from navicert.entrypoints.cli.list_tables import change_document, changed
from navicert.entrypoints.cli.terminal import plain

STYLES = {
    State.FAILED: "bold red",
    State.SKIPPED: "dim",
    State.LOADED: "green",
    State.ABSENT: "yellow",
}
WORDS = {
    State.LOADED: "loaded",
    State.CONFIRMED: "confirmed: the same, and still current",
    State.UNCHANGED: "unchanged",
    State.FAILED: "failed",
    State.SKIPPED: "skipped: no list",
    State.ABSENT: "not in the folder",
}


def show(done: tuple[Updated, ...], console: Console, *, dry_run: bool) -> None:
    """Lay out what became of each list; then why those that failed did."""
    if dry_run:
        console.print(plain("a trial run: nothing was put in force", "bold"))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("list", "result", "as of", "entries", "change"):
        right = head in {"entries", "change"}
        table.add_column(head, overflow="fold", justify="right" if right else "left")
    for one in done:
        table.add_row(*_row(one))
    console.print(table)
    for why, failed in _reasons(done).items():
        console.print(plain(f"{'; '.join(failed)}: {why}", "bold red"))
    if any(one.state is State.FAILED for one in done):
        console.print(plain("The last good load of each stays in force.", "bold"))


def _reasons(done: tuple[Updated, ...]) -> dict[str, list[str]]:
    """Give why lists failed, each reason once; the address is told where only one list did."""
    found: dict[str, list[Updated]] = {}
    for one in done:
        if one.state is State.FAILED:
            found.setdefault(one.why.removeprefix(f"{one.place}: "), []).append(one)
    return {
        why if len(all_) > 1 else all_[0].why: [one.title or one.place for one in all_]
        for why, all_ in found.items()
    }


def _row(one: Updated) -> tuple[Any, ...]:
    name = plain(one.title or PurePath(one.place).name)
    skipped = one.state is State.SKIPPED and one.title
    word = "skipped: another form of it is taken" if skipped else WORDS[one.state]
    result = plain(word, STYLES.get(one.state, ""))
    if one.snapshot is None:
        return name, result
    as_of = plain(one.snapshot.as_of or "not stated")
    return name, result, as_of, plain(f"{one.snapshot.entries:,}"), plain(_change(one))


def _change(one: Updated) -> str:
    if one.difference is not None:
        return changed(one.difference.counts)
    return "first load" if one.previous is None else ""


def document(done: tuple[Updated, ...], *, dry_run: bool) -> dict[str, Any]:
    """Give what became of each list as a plain document."""
    return {"dry_run": dry_run, "lists": [_document(one) for one in done]}


def _document(one: Updated) -> dict[str, Any]:
    read, before = one.snapshot, one.previous
    return {
        "place": one.place,
        "code": one.code,
        "title": one.title,
        "result": one.state.value,
        "why": one.why,
        "as_of": read.as_of.isoformat() if read and read.as_of else None,
        "digest": read.digest if read else None,
        "entries": read.entries if read else None,
        "previous_digest": before.digest if before else None,
        "previous_entries": before.entries if before else None,
        "change": change_document(one.difference.counts) if one.difference else None,
    }
