"""The history of a name on the lists, on the terminal and as a document."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table

from navicert.casework.list_history import Event, Thread
from navicert.casework.ports import Tenure
from navicert.entrypoints.cli.list_changes import entry, field_document, field_words
from navicert.entrypoints.cli.terminal import plain


def show(name: str, found: tuple[Thread, ...], console: Console) -> None:
    """Lay out each entry: where it stands, first and last seen, its own days, and its changes."""
    if not found:
        console.print(plain(f"{name!r}: on no list that is kept here", "yellow"))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("list", "name", "match", "first seen", "last seen", "listed", "valid"):
        table.add_column(head, overflow="fold", no_wrap=head not in {"name", "valid"})
    for one in found:
        cells = (one.listing.list, one.listing.name, one.strength, _seen(one.first))
        listed = plain("yes" if one.is_listed else "no", "" if one.is_listed else "yellow")
        table.add_row(*map(plain, (*cells, _seen(one.last))), listed, plain(_valid(one)))
    console.print(table)
    if any(tenure.load.as_of is None for one in found for tenure in (one.first, one.last)):
        console.print(plain("* the day it was loaded: nobody stated of which day it is", "dim"))
    for one in found:
        console.print(plain(f"\n{one.listing.name} ({one.listing.list}, {one.title})", "bold"))
        for event in one.events:
            console.print(plain(f"  {_event(event)}"))
        if not one.events:
            console.print(plain(f"  on the law shelf, as looked at on {one.last.load.as_of}"))


def _seen(tenure: Tenure) -> str:
    return str(tenure.load.as_of or f"{tenure.since[:10]}*")


def _valid(one: Thread) -> str:
    since, until = one.listing.since, one.listing.until
    if since is None and until is None:
        return "not stated"
    return f"{since or 'no day'} to {until}" if until else f"from {since}"


def _event(one: Event) -> str:
    when = f"loaded {one.moment[:16].replace('T', ' ')}"
    told = "".join(f"\n    {field.field}: {field_words(field)}" for field in one.changes)
    return f"{one.as_of or 'no stated day'}, {when}: {one.kind}{told}"


def document(name: str, found: tuple[Thread, ...]) -> dict[str, Any]:
    """Give the history as a plain document."""
    return {"name": name, "entries": [_thread(one) for one in found]}


def _thread(one: Thread) -> dict[str, Any]:
    listing = one.listing
    return entry(listing) | {
        "title": one.title,
        "match": one.strength.value,
        "first_seen": _tenure(one.first),
        "last_seen": _tenure(one.last),
        "listed_now": one.is_listed,
        "since": listing.since.isoformat() if listing.since else None,
        "until": listing.until.isoformat() if listing.until else None,
        "events": [
            {
                "event": event.kind,
                "in_force_since": event.moment,
                "as_of": event.as_of.isoformat() if event.as_of else None,
                "fields": [field_document(field) for field in event.changes],
            }
            for event in one.events
        ],
    }


def _tenure(one: Tenure) -> dict[str, Any]:
    as_of = one.load.as_of.isoformat() if one.load.as_of else None
    return {"as_of": as_of, "in_force_since": one.since or None, "digest": one.load.digest}
