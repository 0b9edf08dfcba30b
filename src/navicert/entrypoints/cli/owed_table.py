"""The commitments of instruments on the terminal and in JSON, as ``orders show`` names them."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from navicert.casework.promises.show_orders import Owed
from navicert.entrypoints.cli.terminal import cited, plain
from navicert.undertakings.commitments.standing import Standing, Status
from navicert.undertakings.commitments.wording import time_left

_OVER = frozenset({Status.DONE, Status.ENDED, Status.SUPERSEDED})
_STYLE = {Status.OVERDUE: "bold red", Status.DUE: "bold yellow"}


def show(owed: tuple[Owed, ...], console: Console) -> None:
    """Print what is owed, and count what is done, ended or superseded."""
    if not owed:
        return
    console.print()
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("owed by", "commitment", "because"):
        table.add_column(head, overflow="fold")
    left = [one for one in owed if one.standing.status not in _OVER]
    for one in left:
        table.add_row(*_row(one))
    if left:
        console.print(table)
    counted = [one.standing.status for one in owed if one.standing.status in _OVER]
    if counted:
        told = ", ".join(
            f"{counted.count(status)} {status.value}" for status in Status if status in counted
        )
        console.print(plain(f"commitments besides: {told}", "dim"))


def _row(one: Owed) -> tuple[Text, Text, Text]:
    what = one.standing.occurrence
    because = f"{what.how}; {cited(what.commitment.citation)} ({what.commitment.basis.words})"
    return (
        plain(_when(one.standing), _STYLE.get(one.standing.status, "")),
        plain(f"{what.title}\n{one.instrument}/{what.id}"),
        plain(because, "dim"),
    )


def _when(one: Standing) -> str:
    if one.occurrence.day is None:
        return one.status.value.replace("_", " ")
    return f"{one.occurrence.day}\n{time_left(one.days_left)}"


def document(one: Owed) -> dict[str, Any]:
    """Give one as a plain document."""
    standing, what = one.standing, one.standing.occurrence
    return {
        "id": f"{one.instrument}/{what.id}",
        "title": what.title,
        "status": standing.status.value,
        "day": None if what.day is None else what.day.isoformat(),
        "how": what.how,
        "citation": what.commitment.citation,
        "basis": what.commitment.basis.value,
        "basis_words": what.commitment.basis.words,
    }
