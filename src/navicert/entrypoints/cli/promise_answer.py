"""Commitments on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from navicert.casework.promises.board import COLUMNS, Placed, column_of
from navicert.casework.promises.done import Marked, Marking
from navicert.casework.promises.load import Loaded, Was
from navicert.casework.promises.notify import Came, Told
from navicert.entrypoints.cli.terminal import cited, plain
from navicert.undertakings.commitments.standing import Status
from navicert.undertakings.commitments.wording import time_left

_COLOR = {"overdue": "bold red", "due": "bold yellow", "later": "", "done": "dim"}
_MOST_CHANGES = 100


def show_loaded(one: Loaded, console: Console, *, dry_run: bool) -> None:
    """Say what was loaded, and what a new version changed."""
    what = f"{one.instrument.id}: {one.instrument.title}"
    if one.was is Was.SAME:
        console.print(plain(f"{what} is loaded already, from the same bytes", "bold"))
    else:
        verb = "would be " if dry_run else ""
        again = "loaded in place of the one before" if one.was is Was.CHANGED else "loaded"
        console.print(plain(f"{what}: {verb}{again}", "bold"))
    console.print(plain(f"{len(one.instrument.commitments)} commitment(s), SHA-256 {one.digest}"))
    if orders := len(one.instrument.denial_orders):
        ask = "would ask" if dry_run and one.was is not Was.SAME else "ask from now on"
        told = f"{orders} denial order(s), for which all checks and screenings here {ask}"
        console.print(plain(told, "bold"))
    for doubt in one.doubts():
        console.print(plain(f"in doubt: {doubt}", "yellow"))
    for name in one.absent:
        told = f"it supersedes {name}, which is not loaded here: is that its id?"
        console.print(plain(told, "yellow"))
    if one.receipt is not None:
        console.print(plain(f"record {one.receipt.index}", "dim"))
    if one.changes:
        _show_changes(one, console)


def _show_changes(one: Loaded, console: Console) -> None:
    table = _table("what changed", "before", "now")
    for change in one.changes[:_MOST_CHANGES]:
        table.add_row(*(plain(text or "-") for text in change))
    console.print(table)
    more = len(one.changes) - _MOST_CHANGES
    if more > 0:
        console.print(plain(f"and {more} more; --json has them all"))


def show_board(placed: tuple[Placed, ...], within: int, console: Console) -> None:
    """Print every commitment, column by column."""
    if not placed:
        console.print(plain("no commitment is owed under what was loaded here"))
        return
    heads = ("Overdue", f"Due in {within} days", "Later, or without a day", "Done or ended")
    for column, head in zip(COLUMNS, heads, strict=True):
        cards = [one for one in placed if column_of(one, within) == column]
        console.print(plain(f"{head}: {len(cards)}", _COLOR[column] or "bold"))
        if cards:
            _show_rows(cards, within, console)


def show_note(note: str, console: Console) -> None:
    """Say that no instrument was in force, where that is so."""
    if note:
        console.print(plain(note, "yellow"))


def show_due(placed: tuple[Placed, ...], within: int, console: Console) -> None:
    """Print what is pressing."""
    if not placed:
        console.print(plain(f"Nothing is overdue, or due within {within} days.", "bold green"))
        return
    _show_rows(list(placed), within, console)


def show_marked(made: Marked, marking: Marking, console: Console, *, reopened: bool) -> None:
    """Say what was put on record."""
    day = made.placed.standing.occurrence.day
    late = not reopened and day is not None and marking.day > day
    told = "open again" if reopened else f"done on {marking.day}, says {marking.by}"
    console.print(plain(f"{made.placed.id}: {told}", "bold"))
    if late:
        console.print(plain(f"late: it was due on {day}", "yellow"))
    console.print(plain(f"record {made.receipt.index}", "dim"))


def show_notified(told: tuple[Told, ...], console: Console) -> None:
    """Print each notice and what became of it."""
    if not told:
        console.print(plain("No notice is owed that was not sent."))
        return
    table = _table("", "to", "what", "why it failed")
    styles = {Came.FAILED: "bold red", Came.SENT: "green", Came.TO_SEND: "yellow"}
    for one in told:
        table.add_row(
            plain(one.came.value.replace("_", " "), styles[one.came]),
            plain(one.notice.target.removeprefix("mailto:")),
            plain(f"{one.subject}\n{one.notice.instrument}/{one.notice.occurrence}"),
            plain(one.why),
        )
    console.print(table)


def _show_rows(cards: list[Placed], within: int, console: Console) -> None:
    table = _table("by", "commitment", "because")
    for one in cards:
        what = one.standing.occurrence
        style = _COLOR[column_of(one, within)]
        basis = what.commitment.basis.words
        because = f"{what.how}\n{cited(what.commitment.citation)} ({basis})"
        owner = what.commitment.owner
        owed = f"owed to {what.commitment.owed_to}{f'; owner: {owner}' if owner else ''}"
        table.add_row(
            _when(one, style),
            plain(f"{what.title}\n{one.id}\n{owed}", "dim" if style == "dim" else ""),
            plain(because, "dim"),
        )
    console.print(table)


def _when(one: Placed, style: str) -> Text:
    standing = one.standing
    if standing.done is not None:
        late = ", late" if standing.is_late else ""
        return plain(f"done {standing.done.day}{late}\nsays {standing.done.by}", style)
    if over := standing.superseded:
        return plain(f"superseded {over.day}\nby {over.by}", style)
    if standing.occurrence.day is None:
        return plain(standing.status.value.replace("_", " "), style)
    act_by = standing.occurrence.act_by
    ahead = act_by != standing.occurrence.day and (standing.days_left or 0) >= 0
    early = f"\nact by {act_by}" if ahead else ""
    waits = f"\nwaits for {', '.join(standing.waits_for)}"
    told = f"{standing.occurrence.day}\n{time_left(standing.days_left)}{early}"
    return plain(told + (waits if standing.status is Status.WAITING else ""), style)


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table
