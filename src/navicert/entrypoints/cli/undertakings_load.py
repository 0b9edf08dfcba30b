"""``navicert undertakings load`` and ``unload``: which instruments are in force."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir
from navicert.entrypoints.cli.statuses import DONE

_Flag = Annotated[bool, Parameter(negative=(), show_default=False)]


def load(
    *files: str, dry_run: _Flag = False, json: AsJson = False, data_dir: DataDir = None
) -> int:
    """Load settlements, orders, licenses with conditions or plans; their text goes on record.

    Example: navicert undertakings load examples/zte/settlement-2018.toml

    A file with the id of a loaded one takes its place, and what changed is shown. Of several
    files each is loaded or refused by itself, in their order.

    Parameters
    ----------
    files
        The instruments (TOML): docs/undertakings.md explains every key.
    dry_run
        Read them and hold them against what is loaded, and change nothing.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.each_file import each
    from navicert.casework.promises.load import load as loaded_of
    from navicert.entrypoints.cli import each_answer, promise_answer, promise_document, terminal
    from navicert.errors import UnreadableFile

    if not files:
        raise UnreadableFile("navicert undertakings load: name the file of an instrument")
    with open_desk(data_dir) as desk:
        found = each(files, lambda file: loaded_of(file, desk, dry_run=dry_run))
    if json:
        each_answer.write_json(found, lambda one: promise_document.loaded(one, dry_run=dry_run))
    else:
        for one in found:
            if one.made is not None:
                promise_answer.show_loaded(one.made, terminal.console(), dry_run=dry_run)
    return each_answer.refusals_of(found) or DONE


def unload(
    id_: Annotated[str, Parameter(name="ID")],
    /,
    *,
    because: str,
    by: Annotated[str | None, Parameter(show_default=False)] = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Take an instrument out of force: what it states is asked and owed no more.

    Example: navicert undertakings unload zte-2017 --because "loaded by mistake: a draft"

    Its text, what was done under it and the reason stay in the log; loading the file again puts
    it in force again. An order that ended is not unloaded: an event of it says that it ended.

    Parameters
    ----------
    id_
        The id of the instrument.
    because
        Why: goes on record.
    by
        Who says so; else the name of the user of this machine.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.promises.unload import unload as unloaded_of
    from navicert.entrypoints.cli import clear_work, terminal

    who = clear_work.Where(data_dir, by, None).officer
    with open_desk(data_dir) as desk:
        made = unloaded_of(id_, because, who, desk)
    if json:
        told = {"unloaded": id_, "digest": made.kept.digest, "because": made.because}
        terminal.write_json(told | {"by": made.by, "record": made.receipt.index})
        return
    console = terminal.console()
    console.print(terminal.plain(f"{id_}: no longer in force", "bold"))
    console.print(terminal.plain(f"record {made.receipt.index}", "dim"))
