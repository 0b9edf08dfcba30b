"""One record on the terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from rich.console import Console
from rich.table import Table

from navicert.casework.ports import RecordLog
from navicert.entrypoints.cli.terminal import plain
from navicert.errors import UnreadableFile
from navicert.records.record import Record

_SHORT = 200


def read(log: RecordLog, number: int) -> Record:
    """Read a record; a number that the log does not have is a mistake of whoever asks."""
    try:
        if number >= 0:
            return log.read(number)
    except IndexError:
        pass
    message = f"record {number}: the log has none of this number; they are counted from 0"
    raise UnreadableFile(message)


def document(record: Record) -> dict[str, Any]:
    """Give a record as a plain document, its content opened."""
    return {
        "number": record.index,
        "kind": record.kind,
        "subject": record.subject,
        "recorded_at": record.recorded_at,
        "content_digest": sha256(record.content).hexdigest(),
        "content": json.loads(record.content),
    }


def show(record: Record, console: Console) -> None:
    """Print what was asked, what was answered, and what it rested on."""
    content = json.loads(record.content)
    rows = _told(record, content)
    rows["content"] = f"SHA-256 {sha256(record.content).hexdigest()}; --json prints all of it"
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, text in rows.items():
        if text:
            grid.add_row(name, plain(text))
    console.print(grid)


def _told(record: Record, content: Mapping[str, Any]) -> dict[str, Any]:
    if "determination" in content:
        return _answer(record, content)
    if "screening" in content:
        return _screening(record, content["screening"])
    if "clearing" in content:
        return _clearing(record, content)
    return _list(record, content) if record.kind.startswith("list") else _other(record, content)


def _other(record: Record, content: Mapping[str, Any]) -> dict[str, Any]:
    """Say what any other record says on one line each; what is long, --json prints."""
    said = {
        key.replace("_", " "): str(value)
        for key, value in content.items()
        if isinstance(value, str | int) and key != "format" and len(str(value)) <= _SHORT
    }
    return {
        "record": f"{record.index}, {record.kind}, {record.recorded_at}",
        "about": record.subject,
        **said,
    }


def _screening(record: Record, found: Mapping[str, Any]) -> dict[str, Any]:
    """Say whom the lists were asked for, and how many met something."""
    totals = found["totals"]
    counts = (f"{totals[key]} {key}" for key in ("screened", "met", "cleared"))
    lists = (f"{one['title']} {one['digest'][:12]}" for one in found["lists"])
    return {
        "record": f"{record.index}, {record.kind}, {record.recorded_at}",
        "asked": f"{record.subject}, as of {found['day']}, from a score of {found['least_score']}",
        "answer": ", ".join(counts),
        "matcher": found["matcher"],
        "lists": "; ".join(lists),
    }


def _clearing(record: Record, content: Mapping[str, Any]) -> dict[str, Any]:
    """Say who was decided not to be whom, or that this was taken back."""
    told = content["clearing"]
    return {
        "record": f"{record.index}, {record.kind}, {record.recorded_at}",
        "decided": f"{told['name']} is not {told['listed_name']}, by {told['by']}",
        "why": told["reason"],
        "revoked": content["revoked_at"]
        and f"by {content['revoked_by']}: {content['revoked_why']}",
    }


def _list(record: Record, content: Mapping[str, Any]) -> dict[str, Any]:
    """Say which list was loaded, or taken out of force."""
    rows = {
        "record": f"{record.index}, {record.kind}, {record.recorded_at}",
        "list": content.get("title"),
    }
    if digest := content.get("digest"):
        rows["as of"] = content.get("as_of") or "not stated"
        rows["digest"] = f"{str(digest)[:12]}, {content.get('entries')} entries"
    return rows


def _answer(record: Record, content: Mapping[str, Any]) -> dict[str, Any]:
    found = content["determination"]
    law = found.get("law", {})
    lists = (f"{one['title']} {one['digest'][:12]}" for one in found.get("lists", []))
    return {
        "record": f"{record.index}, {record.kind}, {record.recorded_at}",
        "order": f"{record.subject or 'without a reference'}, of {found.get('day')}",
        "answer": f"{str(found.get('action')).upper()}: {found.get('outcome_words')}",
        "why": found.get("because"),
        "law": f"opened at {law.get('day')}, digest {str(law.get('digest'))[:12]}",
        "lists": "; ".join(lists) or found.get("screening"),
    }
