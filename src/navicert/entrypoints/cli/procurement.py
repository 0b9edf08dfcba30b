"""``navicert procurement``: what of an inventory federal money may not buy or use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.statuses import BARRED, DONE, HELD


def procurement(
    inventory: Path,
    /,
    *,
    on: Annotated[str | None, Parameter(show_default=False)] = None,
    ownership: Annotated[Path | None, Parameter(show_default=False)] = None,
    xlsx: Annotated[Path | None, Parameter(show_default=False)] = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Tell what of an inventory federal money may not buy or use: section 889, FCC subsidies.

    Example: navicert procurement examples/procurement/inventory.csv --on 2026-11-22

    Ends with 0 when nothing is barred, 3 when a fact is missing, 4 when something is barred, 2 when
    a file could not be read.

    Parameters
    ----------
    inventory
        Equipment and services, one a row: CSV or XLSX (docs/procurement.md names the columns).
    on
        The day that counts (YYYY-MM-DD) instead of today.
    ownership
        Who owns whom: any register that 'navicert ownership load' reads, such as a table with the
        columns owner, owned, percent. Registers that are loaded are asked as well.
    xlsx
        A new workbook for every thing and every finding.
    """
    from navicert.adapters.clock import SystemClock
    from navicert.casework.procurement import Verdict, document
    from navicert.entrypoints.cli import procurement_answer, procurement_work, terminal

    procurement_answer.refuse_existing(xlsx)
    day = day_of("--on", on) or SystemClock().today()
    answer = procurement_work.judged(inventory, ownership, day, data_dir)
    if xlsx is not None:
        procurement_answer.write(answer, xlsx)
    if json:
        terminal.write_json(document(answer))
    else:
        procurement_answer.show(answer, terminal.console())
    if answer.count(Verdict.BARRED):
        return BARRED
    return HELD if answer.count(Verdict.OPEN) or answer.doubts else DONE
