"""``navicert lists``: the lists of parties that are asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, Proxy, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD

app = App(name="lists", help="Load the lists of parties that are asked, and see which there are.")


@app.command
def load(
    file: str,
    /,
    *,
    as_of: Annotated[str | None, Parameter(show_default=False)] = None,
    dry_run: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    accept_loss: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    proxy: Proxy = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Load a list of parties; it replaces the load before it, whole or not at all.

    Example: navicert lists load consolidated.csv --as-of 2026-07-30

    Parameters
    ----------
    file
        A path, or an http or https address: the Consolidated Screening List (CSV, JSON), the
        Denied Persons List (text), the folder with the four CSV files of an OFAC list or any one
        of them, OFAC's advanced XML, the list of the UN or the EU (XML) or the UK (CSV, XML), a
        FollowTheMoney export, or a list of your own (TOML, CSV, XLSX); also gzipped.
    as_of
        The day on which the list was current (YYYY-MM-DD); else what the file says.
    dry_run
        Read it and hold it against the last load, and change nothing.
    accept_loss
        Load it although it lost many entries: the authority did take them off.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.load_list import Loading, load_list
    from navicert.entrypoints.cli import list_tables, terminal

    current = day_of("--as-of", as_of)
    loading = Loading(file, current, dry_run=dry_run, loss_accepted=accept_loss)
    with terminal.busy(f"reading {file} ..."), open_desk(data_dir, proxy=proxy) as desk:
        loaded = load_list(loading, desk)
    if json:
        terminal.write_json(list_tables.loaded_document(loaded))
    else:
        list_tables.show_loaded(loaded, terminal.console())


@app.command
def update(
    *codes: str,
    from_: Annotated[Path | None, Parameter(name="--from", show_default=False)] = None,
    as_of: Annotated[str | None, Parameter(show_default=False)] = None,
    dry_run: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    proxy: Proxy = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Fetch every list that has an official address, and put what changed in force.

    Example: navicert lists update

    A list that cannot be had, or that lost too much, leaves its last good load in force, and the
    others go on. Ends with 0 when all went well, 3 when some list failed.

    Parameters
    ----------
    codes
        Only these lists, such as CSL or DPL.
    from_
        Take the files from this folder instead of the web.
    as_of
        With --from: the day on which its files were fetched (YYYY-MM-DD), else what they say.
    dry_run
        Fetch and compare, and change nothing.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.update_lists import State, Updating, update_lists
    from navicert.entrypoints.cli import list_updates, terminal

    folder = "" if from_ is None else str(from_)
    updating = Updating(codes, folder, day_of("--as-of", as_of), dry_run)
    with terminal.steps() as step, open_desk(data_dir, proxy=proxy) as desk:
        done = update_lists(updating, desk, step)
    if json:
        terminal.write_json(list_updates.document(done, dry_run=dry_run))
    else:
        list_updates.show(done, terminal.console(), dry_run=dry_run)
    return HELD if any(one.state is State.FAILED for one in done) else DONE


@app.command
def status(*, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Show which lists are in force, of which day, with how many entries, and what is amiss.

    Example: navicert lists status
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.list_status import list_status
    from navicert.entrypoints.cli import list_tables, terminal

    with open_desk(data_dir) as desk:
        found = list_status(desk)
    if json:
        terminal.write_json(list_tables.status_document(found))
    else:
        list_tables.show_status(found, terminal.console())


@app.command
def diff(
    before: str,
    after: str,
    /,
    *,
    csv: Annotated[Path | None, Parameter(show_default=False)] = None,
    xlsx: Annotated[Path | None, Parameter(show_default=False)] = None,
    proxy: Proxy = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Show who was added to a list, who was removed, and what changed of the others.

    Example: navicert lists diff CSL@2026-06-30 CSL

    Parameters
    ----------
    before
        A load that is kept: its title or code, also with its day (CSL@2026-06-30), or the first
        eight or more figures of its digest; else a list file.
    after
        The same, of the later list.
    csv
        Also write the table to this file, never over one that is there.
    xlsx
        The same, as a workbook.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.diff_lists import diff_lists
    from navicert.entrypoints.cli import list_changes, terminal

    with terminal.busy("comparing ..."), open_desk(data_dir, proxy=proxy) as desk:
        compared = diff_lists(before, after, desk)
    for path, form in ((csv, "csv"), (xlsx, "xlsx")):
        if path is not None:
            list_changes.write(compared, path, form)
    if json:
        terminal.write_json(list_changes.document(compared))
    else:
        list_changes.show(compared, terminal.console())


@app.command
def history(name: str, /, *, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Show every list that a name was on: first seen, last seen, and what changed between loads.

    Example: navicert lists history "ZTE Corporation"

    Parameters
    ----------
    name
        The name of a party; names that are near to it are found too.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.list_history import list_history
    from navicert.entrypoints.cli import list_threads, terminal

    with terminal.busy("looking through the lists that are kept ..."), open_desk(data_dir) as desk:
        found = list_history(name, desk)
    if json:
        terminal.write_json(list_threads.document(name, found))
    else:
        list_threads.show(name, found, terminal.console())


@app.command
def retire(name: str, /, *, data_dir: DataDir = None) -> None:
    """Take a list out of force; its bytes are kept, and the log says that it was taken out.

    Example: navicert lists retire "Denied Persons List"

    Parameters
    ----------
    name
        The list's title, or its code (CSL, DPL, OWN) where only one list in force has it.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.retire_list import retire_list
    from navicert.entrypoints.cli import terminal

    with open_desk(data_dir) as desk:
        load = retire_list(name, desk)
    terminal.console().print(terminal.plain(f"{load.title}: no longer in force", "bold"))
