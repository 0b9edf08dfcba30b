"""``navicert undertakings``: what was promised to an authority, and by when."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli import evidence
from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD
from navicert.entrypoints.cli.undertakings_load import load, unload

app = App(
    name="undertakings", help="Keep what was promised to an authority: what is due, to whom, when."
)
app.command(evidence.app)
app.command(evidence.check)
app.command(load)
app.command(unload)

_On = Annotated[str | None, Parameter(show_default=False)]
_Text = Annotated[str, Parameter(show_default=False)]
_Flag = Annotated[bool, Parameter(negative=(), show_default=False)]
_Days = Annotated[int, Parameter(validator=lambda _, days: _in_range(days))]
_SOON = 30
_MOST_DAYS = 36_525


def _in_range(days: int) -> None:
    if not 0 <= days <= _MOST_DAYS:
        message = f"a number of days from 0 to {_MOST_DAYS:,}"
        raise ValueError(message)


@app.default
@app.command(name="list")
def list_(
    *, on: _On = None, within: _Days = _SOON, json: AsJson = False, data_dir: DataDir = None
) -> None:
    """Show every commitment as it stands: overdue, due soon, later, done.

    Example: navicert undertakings list --on 2018-07-01

    Parameters
    ----------
    on
        The day (YYYY-MM-DD); else today, where each instrument's deadlines end.
    within
        How many days ahead count as soon.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.promises.board import board as board_of
    from navicert.casework.promises.board import none_in_force
    from navicert.entrypoints.cli import promise_answer, promise_document, terminal

    with open_desk(data_dir) as desk:
        placed = board_of(desk, day_of("--on", on), within)
        note = none_in_force(desk, day_of("--on", on))
    if json:
        terminal.write_json(promise_document.listed(placed, within) | {"note": note})
    else:
        promise_answer.show_note(note, terminal.console())
        if placed or not note:
            promise_answer.show_board(placed, within, terminal.console())


@app.command
def due(
    *, on: _On = None, within: _Days = _SOON, json: AsJson = False, data_dir: DataDir = None
) -> int:
    """Show what is overdue or due soon; ends with 3 when there is any, so that a script can tell.

    Example: navicert undertakings due --within 14

    Parameters
    ----------
    on
        The day (YYYY-MM-DD); else today, where each instrument's deadlines end.
    within
        How many days ahead to look.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.promises.board import board as board_of
    from navicert.casework.promises.board import none_in_force, pressing
    from navicert.entrypoints.cli import promise_answer, promise_document, terminal

    with open_desk(data_dir) as desk:
        found = tuple(pressing(board_of(desk, day_of("--on", on), within), within))
        note = none_in_force(desk, day_of("--on", on))
    if json:
        terminal.write_json(promise_document.listed(found, within) | {"note": note})
    elif note and not found:
        promise_answer.show_note(note, terminal.console())
    else:
        promise_answer.show_due(found, within, terminal.console())
    return HELD if found else DONE


@app.command
def done(
    id_: Annotated[str, Parameter(name="ID")],
    /,
    *,
    on: _On = None,
    by: _Text = "",
    note: _Text = "",
    reopen: _Flag = False,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Put on record that a commitment was done, when, and who says so.

    Example: navicert undertakings done zte-2018/replace-boards --on 2018-07-05 --by "Eva Lind"

    Where the instrument names a check, that check must have passed.

    Parameters
    ----------
    id_
        The commitment: INSTRUMENT/COMMITMENT, with /NUMBER where it is owed several times.
    on
        The day on which it was done (YYYY-MM-DD); else today.
    by
        Who says so.

    Note:
        What proves it; with --reopen, why it is not done after all.
    reopen
        Take back that it was done; both stay on record.
    """
    from navicert.bootstrap import open_checks, open_desk
    from navicert.casework.promises.done import Marking, mark_done
    from navicert.casework.promises.done import reopen as reopened
    from navicert.entrypoints.cli import promise_answer, promise_document, terminal

    with open_desk(data_dir) as desk:
        marking = Marking(id_, day_of("--on", on) or desk.clock.today(), by, note)
        made = reopened(marking, desk) if reopen else mark_done(marking, desk, open_checks(desk))
    if json:
        terminal.write_json(promise_document.marked(made, marking, reopened=reopen))
    else:
        promise_answer.show_marked(made, marking, terminal.console(), reopened=reopen)


@app.command
def calendar(
    *,
    output: Path,
    on: _On = None,
    force: _Flag = False,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Write every commitment with a day as a calendar file (iCalendar), with its reminders.

    Example: navicert undertakings calendar --output undertakings.ics

    Parameters
    ----------
    output
        The file to write; a calendar that this command wrote before is replaced, and nothing else.
    on
        Show what was done until this day as done (YYYY-MM-DD); else until today.
    force
        Replace whatever the file is.
    """
    from navicert.adapters.calendars import ics
    from navicert.bootstrap import open_desk
    from navicert.casework.promises.board import board as board_of
    from navicert.casework.promises.board import none_in_force
    from navicert.entrypoints.cli import promise_answer, promise_files, terminal

    with open_desk(data_dir) as desk:
        placed = board_of(desk, day_of("--on", on))
        note = none_in_force(desk, day_of("--on", on))
    content = ics.calendar(placed)
    promise_files.replace(output, content, ics.PRODID, force=force)
    if json:
        events = content.count(b"BEGIN:VEVENT")
        terminal.write_json({"written": str(output), "events": events, "note": note})
    else:
        promise_answer.show_note(note, terminal.console())


@app.command
def board(
    *,
    output: Path,
    on: _On = None,
    within: _Days = _SOON,
    force: _Flag = False,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Write the board as one HTML page: overdue, due soon, later, done; it needs no script.

    Example: navicert undertakings board --output board.html

    Parameters
    ----------
    output
        The file to write; a board that this command wrote before is replaced, and nothing else.
    on
        The day (YYYY-MM-DD); else today.
    within
        How many days ahead count as soon.
    force
        Replace whatever the file is.
    """
    from navicert.adapters.boards import page
    from navicert.bootstrap import open_desk
    from navicert.casework.promises.board import board as board_of
    from navicert.casework.promises.board import none_in_force
    from navicert.entrypoints.cli import promise_answer, promise_files, terminal

    with open_desk(data_dir) as desk:
        day = day_of("--on", on)
        placed = board_of(desk, day, within)
        note = none_in_force(desk, day)
        content = page.page(placed, day or desk.clock.today(), within, note)
    promise_files.replace(output, content, page.MARK, force=force)
    if json:
        told = {"written": str(output), "commitments": len(placed), "note": note}
        terminal.write_json(told)
    else:
        promise_answer.show_note(note, terminal.console())


@app.command
def notify(
    *, on: _On = None, dry_run: _Flag = False, json: AsJson = False, data_dir: DataDir = None
) -> int:
    """Send the notices that are owed, each once; ends with 3 when one could not be delivered.

    Example: navicert undertakings notify --dry-run

    E-mail goes through the server that NAVICERT_SMTP_HOST and its like name, webhooks are signed
    with NAVICERT_WEBHOOK_SECRET. What failed is tried again by the next run.

    Parameters
    ----------
    on
        The day (YYYY-MM-DD); else today, where each instrument's deadlines end.
    dry_run
        Show what would be sent, send nothing and record nothing.
    """
    from navicert.bootstrap import open_desk, open_post
    from navicert.casework.promises.notify import Came, owed
    from navicert.casework.promises.notify import notify as notified
    from navicert.entrypoints.cli import promise_answer, promise_document, terminal

    day = day_of("--on", on)
    with open_desk(data_dir) as desk:
        told = owed(desk, day) if dry_run else notified(desk, open_post(desk), day)
    if json:
        terminal.write_json(promise_document.notified(told))
    else:
        promise_answer.show_notified(told, terminal.console())
    return HELD if any(one.came is Came.FAILED for one in told) else DONE
