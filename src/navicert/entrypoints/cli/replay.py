"""``navicert replay``: a case day by day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson


def replay(
    folder: Path,
    /,
    *,
    json: AsJson = False,
    svg: Annotated[Path | None, Parameter(show_default=False)] = None,
) -> None:
    """Replay a case: its acts down, its days across, each cell determined anew.

    Example: navicert replay examples/zte --svg zte.svg

    Nothing is recorded: a replay answers what would have been, and lets no order go.

    Parameters
    ----------
    folder
        Holds case.toml (title, days, watch, acts, letters) and the files that it names.
    svg
        Also write the table as a drawing to this file.
    """
    from navicert.adapters.feeds.disk import DiskFeed
    from navicert.casework.replay_case import replay_case
    from navicert.entrypoints.cli import case_files, case_letters, case_table, terminal
    from navicert.law.edition import standard_law

    with terminal.busy("replaying ..."):
        case = case_files.read(folder, DiskFeed())
        replayed = replay_case(case, standard_law())
        attempts = case_letters.tried(folder, case_files.letters(folder, DiskFeed()), DiskFeed())
    if json:
        told = case_table.document(replayed) | {"letters": case_letters.document(attempts)}
        terminal.write_json(told)
    else:
        case_table.show(replayed, terminal.console())
        case_letters.show(attempts, terminal.console())
    if svg is not None:
        case_table.write_svg(replayed, svg)
