"""Disclosures for people and as JSON."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from navicert.casework.disclosures import Opened, Standings
from navicert.entrypoints.cli import terminal
from navicert.entrypoints.cli.refusals import printable
from navicert.entrypoints.cli.statuses import HELD
from navicert.errors import DisclosureRefused, LawNotCovered
from navicert.undertakings.disclosures.status import Point, Standing, Status

_STYLES = {
    Standing.LATE: "bold red",
    Standing.BARRED: "bold red",
    Standing.DUE: "yellow",
    Standing.MISSING: "yellow",
    Standing.AGAINST: "bold red",
    Standing.IN_DOUBT: "yellow",
    Standing.DONE: "green",
    Standing.NOTE: "dim",
}


def opened_document(opened: Opened) -> dict[str, Any]:
    """Give what was taken in as JSON."""
    number = None if opened.receipt is None else opened.receipt.index
    return {
        "id": opened.case.id,
        "record": number,
        "changed": list(opened.changed),
        "no_longer_said": list(opened.lost),
        "attachments": [msgspec.to_builtins(one) for one in opened.case.attachment],
    }


def show_opened(opened: Opened, console: Console) -> None:
    """Say what was taken in."""
    if opened.receipt is None:
        console.print(terminal.plain(f"{opened.case.id}: on record already, nothing changed"))
        return
    what = f"changed: {', '.join(opened.changed)}" if opened.changed else "opened"
    console.print(
        terminal.plain(f"{opened.case.id}: {what}; record {opened.receipt.index}", "bold")
    )
    for lost in opened.lost:
        says = f"  no longer in what: {lost}"
        console.print(terminal.plain(says, "yellow"))
    for one in opened.case.attachment:
        console.print(terminal.plain(f"  {one.sha256[:16]}  {one.file}"))


def standings_document(found: Standings) -> dict[str, Any]:
    """Give the standings as JSON."""
    return {
        "disclosures": [_document(one) for one in found.statuses],
        "may_be_bundled": list(found.bundle),
        "not_covered": [{"id": case.id, "why": why} for case, why in found.uncovered],
        "found_later": [
            {"id": case.id, "discovered": case.discovered.isoformat()} for case in found.later
        ],
    }


def _document(status: Status) -> dict[str, Any]:
    due = status.clock.due.value if status.clock else None
    return {
        "id": status.case.id,
        "day": status.day.isoformat(),
        "open": status.is_open,
        "procedure": status.procedure,
        "narrative_due": due.isoformat() if due else None,
        "points": [msgspec.to_builtins(point) for point in status.points],
        "contents": [msgspec.to_builtins(one) | {"there": one.is_there} for one in status.contents],
    }


def show(found: Standings, console: Console) -> None:
    """Print each case with its points."""
    if not found.statuses and not found.uncovered and not found.later:
        console.print(terminal.plain("No disclosure is on record."))
    for status in found.statuses:
        to_do = "something is to be done" if status.is_open else "nothing is to be done"
        state = "closed" if status.case.closed else to_do
        head = f"{status.case.id}: as of {status.day}, {state} - {status.procedure}"
        console.print(terminal.plain(head, "bold"))
        for point in status.points:
            console.print(_line(point))
    for case, why in found.uncovered:
        mark = terminal.plain(f"{case.id}: cannot be said for {found.day}: ", "bold yellow")
        console.print(terminal.joined(mark, terminal.plain(f"{why}; ask for a day from then on")))
    for case in found.later:
        says = f"{case.id}: not found yet on {found.day}; it was found on {case.discovered}"
        console.print(terminal.plain(says, "dim"))
    if len(found.bundle) > 1:
        together = ", ".join(found.bundle)
        says = f"One submission may hold the minor ones of last quarter: {together} (764.5(c)(3))"
        console.print(terminal.plain(says))


def _line(point: Point) -> Text:
    mark = terminal.plain(f"  {point.standing:<9}", _STYLES[point.standing])
    return terminal.joined(mark, terminal.plain(f"{point.says} ({terminal.cited(point.citation)})"))


def show_files(files: tuple[tuple[str, bytes], ...], output: Path, console: Console) -> None:
    """Say what was written."""
    console.print(terminal.plain(f"{output}: {len(files)} files", "bold"))
    for name, content in files:
        console.print(terminal.plain(f"  {len(content):>10,}  {name}"))


def show_doubts(doubts: tuple[Point, ...], console: Console) -> None:
    """Repeat what speaks against a package that was written."""
    if not doubts:
        return
    console.print(terminal.plain("Written, and before it goes out know that", "bold"))
    for point in doubts:
        console.print(_line(point))


def show_refusal(case: str, what: str, refusal: DisclosureRefused) -> None:
    """Name every reason on stderr."""
    lines = [f"navicert: {case}: {what} is refused, since required contents are missing:"]
    lines += [f"  {reason}" for reason in refusal.reasons]
    lines.append("next: add them to the case and open it again; --draft writes it as it is")
    print(printable("\n".join(lines)), file=sys.stderr)  # noqa: T201 - where this door speaks


def show_uncovered(case: str, missing: LawNotCovered) -> int:
    """Say on stderr that nobody verified the law of that day, and give the status of a hold."""
    lines = (f"navicert: {case}: {missing}", "next: ask with --on for a day from then on")
    print(printable("\n".join(lines)), file=sys.stderr)  # noqa: T201 - where this door speaks
    return HELD
