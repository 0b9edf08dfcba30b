"""A replayed case on the terminal: acts down, days across, the reasons as numbered notes below."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.table import Table
from rich.text import Text

from navicert.casework.replay_case import Act, Cell, Replayed
from navicert.entrypoints.cli import sanction_table
from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.errors import UnreadableFile
from navicert.terms.outcome import Action, Outcome
from navicert.terms.outcome import format as words

FORMAT = "navicert.replay/1"
SVG_WIDTH = 122
ACT_WIDTH = 24
DAY_WIDTH = 12
"""Characters of a column with the gap after it; ten of them are the day itself."""

SHORT = {
    Outcome.NOT_SUBJECT: "not subject",
    Outcome.NLR: "NLR",
    Outcome.EXCEPTION: "exception",
    Outcome.LICENSE: "license",
    Outcome.PROHIBITED: "PROHIBITED",
    Outcome.REFER: "refer",
    Outcome.NEED_FACTS: "facts?",
}
STYLES = {Action.RELEASE: "green", Action.HOLD: "yellow", Action.STOP: "bold red"}

DRAWING = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""Rich's own form of a drawing, without the fonts that it would fetch from the network."""

Notes = dict[tuple[str, tuple[str, ...]], int]
"""The reasons of cells with their citations, each with its number."""


def show(replayed: Replayed, console: Console) -> None:
    """Print the table, in as many parts as the width needs, and what its numbers mean."""
    notes: Notes = {}
    console.print(plain(replayed.title, "bold"))
    if replayed.note:
        console.print(plain(replayed.note, "dim"))
    across = max(1, (console.width - ACT_WIDTH) // DAY_WIDTH)
    for first in range(0, len(replayed.days), across):
        console.print()
        part = slice(first, first + across)
        if replayed.sanctions:
            console.print(sanction_table.table(replayed, part, (ACT_WIDTH, DAY_WIDTH)))
            console.print()
        console.print(_table(replayed, part, notes))
    console.print()
    console.print(_legend(notes))
    told = ", ".join(f"{SHORT[one]} = {words(one)}" for one in Outcome)
    console.print(plain(f"{told}. Law digest {replayed.law_digest[:12]}.", "dim"))
    console.print(plain("This is not legal advice.", "dim italic"))


def write_svg(replayed: Replayed, place: Path) -> None:
    """Write the same as a drawing."""
    console = Console(
        file=io.StringIO(), record=True, width=SVG_WIDTH, force_terminal=True, highlight=False
    )
    show(replayed, console)
    try:
        drawing = console.export_svg(title=replayed.title, code_format=DRAWING)
        place.write_text(drawing, encoding="utf-8")
    except OSError as error:
        raise UnreadableFile(f"{place}: cannot be written: {error.strerror}") from None


def document(replayed: Replayed) -> dict[str, Any]:
    """Give the table as a plain document."""
    return {
        "format": FORMAT,
        "title": replayed.title,
        "note": replayed.note,
        "days": [day.isoformat() for day in replayed.days],
        "law_digest": replayed.law_digest,
        "acts": [_act(act) for act in replayed.acts],
        "sanctions": sanction_table.document(replayed),
    }


def _act(act: Act) -> dict[str, Any]:
    return {
        "act": act.name,
        "file": act.file,
        "cells": [
            {
                "day": cell.day.isoformat(),
                "outcome": cell.outcome.value,
                "action": cell.action.value,
                "because": cell.because,
                "labels": list(cell.labels),
                "citations": list(cell.citations),
            }
            for cell in act.cells
        ],
    }


def _table(replayed: Replayed, part: slice, notes: Notes) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold underline")
    table.add_column("act", width=ACT_WIDTH - 1, overflow="fold")
    for day in replayed.days[part]:
        table.add_column(day.isoformat(), width=DAY_WIDTH - 1, overflow="fold")
    for act in replayed.acts:
        table.add_row(plain(act.name), *(_cell(cell, notes) for cell in act.cells[part]))
    return table


def _cell(cell: Cell, notes: Notes) -> Text:
    reason = cell.because.replace(cell.day.isoformat(), "that day")
    number = f"[{notes.setdefault((reason, cell.citations), len(notes) + 1)}]"
    label = cited(cell.labels[0]) if cell.labels else ""
    room = DAY_WIDTH - 1 - len(label or SHORT[cell.outcome]) - len(number)
    gap = " " if room > 0 else "" if room == 0 else "\n"
    return joined(
        plain(SHORT[cell.outcome], STYLES[cell.action]),
        plain(f"\n{label}" if label else ""),
        plain(f"{gap}{number}", "dim"),
    )


def _legend(notes: Notes) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for (because, citations), number in notes.items():
        where = f" ({'; '.join(cited(one) for one in citations)})" if citations else ""
        grid.add_row(f"[{number}]", joined(plain(because), plain(where, "dim")))
    return grid
