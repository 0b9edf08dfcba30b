"""The difference of two lists on the terminal, as a document, and as a table in a file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from navicert.adapters.sheets import rows
from navicert.casework.diff_lists import Compared
from navicert.entrypoints.cli.terminal import plain
from navicert.facts.listing import Listing
from navicert.parties.lists.difference import Change, FieldChange, Said, list_of
from navicert.parties.lists.snapshot import Snapshot

HEADER = ("list", "result", "entry", "name", "countries", "what", "went", "came")
MOST_SHOWN = 50
"""Entries of each kind on the terminal; --csv, --xlsx and --json have all of them."""

LONGEST = 200


def show(compared: Compared, console: Console) -> None:
    """Lay out the totals of each list, then who was added, removed and changed."""
    found = compared.difference
    for word, one in (("before", compared.before), ("after", compared.after)):
        when = one.as_of or "not stated"
        console.print(plain(f"{word:<8}{one.title}, as of {when}, digest {one.digest[:12]}"))
    console.print(_totals(compared))
    kinds = (("added", found.added), ("removed", found.removed))
    for word, entries in kinds:
        _show(word, tuple(f"{_name(one)} ({list_of(one)})" for one in entries), console)
    _show("changed", tuple(map(_change, found.changed)), console)


def _totals(compared: Compared) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("list", "before", "added", "removed", "changed", "after"):
        table.add_column(head, justify="left" if head == "list" else "right")
    for one in compared.difference.totals:
        counts = (one.before, one.added, one.removed, one.changed, one.after)
        table.add_row(plain(one.list), *(plain(f"{count:,}") for count in counts))
    return table


def _show(word: str, lines: tuple[str, ...], console: Console) -> None:
    if lines:
        console.print(plain(f"\n{word} {len(lines):,}", "bold"))
    for line in lines[:MOST_SHOWN]:
        console.print(plain(f"  {line}"))
    if len(lines) > MOST_SHOWN:
        rest = len(lines) - MOST_SHOWN
        console.print(plain(f"  and {rest:,} more: --csv FILE or --json has all", "dim"))


def _change(one: Change) -> str:
    told = "; ".join(map(_field, one.fields))
    return f"{_name(one.after)} ({list_of(one)}): {told}"


def _field(one: FieldChange) -> str:
    return f"{one.field}: {field_words(one)}"


def field_words(one: FieldChange) -> str:
    """Write what went (-) and what came (+) of one field, cut where it is long."""
    went = (f"- {text}" for text in one.went)
    came = (f"+ {text}" for text in one.came)
    told = ", ".join(chain(went, came))
    return told if len(told) <= LONGEST else f"{told[:LONGEST]} ..."


def document(compared: Compared) -> dict[str, Any]:
    """Give the difference as a plain document."""
    found = compared.difference
    return {
        "before": _snapshot(compared.before),
        "after": _snapshot(compared.after),
        "totals": [
            {
                "list": one.list,
                "before": one.before,
                "added": one.added,
                "removed": one.removed,
                "changed": one.changed,
                "after": one.after,
            }
            for one in found.totals
        ],
        "added": [entry(one) for one in found.added],
        "removed": [entry(one) for one in found.removed],
        "changed": [
            entry(one.after) | {"fields": [field_document(field) for field in one.fields]}
            for one in found.changed
        ],
    }


def field_document(one: FieldChange) -> dict[str, Any]:
    """Give what changed of one field as a plain document."""
    return {"field": one.field, "went": list(one.went), "came": list(one.came)}


def _snapshot(one: Snapshot) -> dict[str, Any]:
    as_of = one.as_of.isoformat() if one.as_of else None
    told = {"code": one.code, "title": one.title, "as_of": as_of}
    return told | {"digest": one.digest, "entries": one.entries}


def entry(said: Said) -> dict[str, Any]:
    """Give an entry by what one finds it by."""
    return {
        "list": list_of(said),
        "entry": said.entry if isinstance(said, Listing) else said.reference,
        "name": _name(said),
        "countries": list(said.countries) if isinstance(said, Listing) else [],
    }


def _name(said: Said) -> str:
    return said.name if isinstance(said, Listing) else said.persons[0][0]


def write(compared: Compared, path: Path, form: str) -> None:
    """Write a row for each entry added or removed, and for each field that changed."""
    rows.write(path, form, chain([HEADER], _rows(compared)))


def _rows(compared: Compared) -> Iterator[tuple[str, ...]]:
    found = compared.difference
    for word, entries in (("added", found.added), ("removed", found.removed)):
        for said in entries:
            yield (*_cells(said, word), "", "", "")
    for one in found.changed:
        for field in one.fields:
            texts = ("; ".join(field.went), "; ".join(field.came))
            yield (*_cells(one.after, "changed"), field.field, *texts)


def _cells(said: Said, word: str) -> tuple[str, ...]:
    told = entry(said)
    return told["list"], word, told["entry"], told["name"], " ".join(told["countries"])
