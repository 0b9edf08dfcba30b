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
        The Consolidated Screening List (CSV), the Denied Persons List (text), or TOML of our own
        form; also gzipped.
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
    """Show which lists are in force, of which day, with how many entries.

    Example: navicert lists status
    """
    from navicert.bootstrap import open_desk
    from navicert.entrypoints.cli import list_tables, terminal

    with open_desk(data_dir) as desk:
        loads, today = desk.snapshots.loads(), desk.clock.today()
    if json:
        terminal.write_json(list_tables.loads_document(loads))
    else:
        list_tables.show_loads(loads, today, terminal.console())
