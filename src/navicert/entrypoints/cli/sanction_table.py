"""The sanctions of a replayed case: each with its state on each day."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text

from navicert.casework.promises.sanctions import Sanction
from navicert.casework.replay_case import Replayed
from navicert.entrypoints.cli.terminal import plain

_STYLES = {
    "active": "bold red",
    "due": "red",
    "forfeited": "red",
    "suspended": "yellow",
    "in_escrow": "yellow",
    "not_known": "magenta",
    "none": "dim",
}


def table(replayed: Replayed, part: slice, widths: tuple[int, int]) -> Table:
    """Lay the sanctions out above the acts; ``widths`` are those of a name and of a day."""
    name, day = widths
    found = Table(box=None, padding=(0, 1, 0, 0), header_style="bold underline")
    found.add_column("sanction", width=name - 1, overflow="fold")
    for one in replayed.days[part]:
        found.add_column(one.isoformat(), width=day - 1, overflow="fold")
    for sanction in replayed.sanctions:
        cells = zip(sanction.states[part], sanction.carved_out[part], strict=True)
        found.add_row(plain(sanction.name), *(_cell(state, carved) for state, carved in cells))
    return found


def document(replayed: Replayed) -> list[dict[str, Any]]:
    """Give the sanctions as plain documents."""
    return [_document(one, replayed) for one in replayed.sanctions]


def _document(one: Sanction, replayed: Replayed) -> dict[str, Any]:
    days = zip(replayed.days, one.states, one.carved_out, strict=True)
    return {
        "instrument": one.instrument,
        "sanction": one.name,
        "states": [
            {"day": day.isoformat(), "state": state, "carved_out": carved}
            for day, state, carved in days
        ],
    }


def _cell(state: str, carved: bool) -> Text:  # noqa: FBT001 - a cell of a table
    words = "-" if state == "none" else state.replace("_", " ")
    return plain(f"{words}, carved out" if carved else words, _STYLES.get(state, "green"))
