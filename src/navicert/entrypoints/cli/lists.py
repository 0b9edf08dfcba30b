"""``navicert lists``: the lists of parties that are asked."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of

app = App(name="lists", help="Load the lists of parties that are asked, and see which there are.")


@app.command
def load(
    file: str,
    /,
    *,
    as_of: Annotated[str | None, Parameter(show_default=False)] = None,
    dry_run: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    accept_loss: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Load a list of parties; it replaces the load before it, whole or not at all.

    Example: navicert lists load consolidated.csv --as-of 2026-07-30

    Parameters
    ----------
    file
        The Consolidated Screening List (CSV, JSON), the Denied Persons List (text), the list of
        the EU (XML) or the UK (CSV, XML), a FollowTheMoney export, or a list of your own (TOML,
        CSV, XLSX); also gzipped.
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
    with terminal.busy(f"reading {file} ..."), open_desk(data_dir) as desk:
        loaded = load_list(loading, desk)
    if json:
        terminal.write_json(list_tables.loaded_document(loaded))
    else:
        list_tables.show_loaded(loaded, terminal.console())


@app.command
def status(*, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Show which lists are in force, of which day, with how many entries, and what is amiss.

    Example: navicert lists status
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.list_status import list_status
    from navicert.entrypoints.cli import list_tables, terminal

    with open_desk(data_dir) as desk:
        found, today = list_status(desk), desk.clock.today()
    if json:
        terminal.write_json(list_tables.status_document(found))
    else:
        list_tables.show_status(found, today, terminal.console())


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
