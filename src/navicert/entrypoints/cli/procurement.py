"""``navicert procurement``: what of an inventory federal money may not buy or use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, day_of
from navicert.entrypoints.cli.statuses import BARRED, DONE, HELD


def procurement(
    inventory: Path,
    /,
    *,
    on: Annotated[str | None, Parameter(show_default=False)] = None,
    ownership: Annotated[Path | None, Parameter(show_default=False)] = None,
    xlsx: Annotated[Path | None, Parameter(show_default=False)] = None,
    json: AsJson = False,
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
        Who owns whom: a table with the columns owner, owned, percent.
    xlsx
        A new workbook for every thing and every finding.
    """
    from navicert.adapters.clock import SystemClock
    from navicert.adapters.inventory.read import read_inventory, read_stakes
    from navicert.casework.procurement import Request, Verdict, document, judge
    from navicert.entrypoints.cli import procurement_answer, terminal
    from navicert.law.edition import standard_law

    procurement_answer.refuse_existing(xlsx)
    day = day_of("--on", on) or SystemClock().today()
    stakes = () if ownership is None else read_stakes(ownership)
    with terminal.steps() as step:
        answer = judge(Request(read_inventory(inventory), stakes, day), standard_law(), step)
    if xlsx is not None:
        procurement_answer.write(answer, xlsx)
    if json:
        terminal.write_json(document(answer))
    else:
        procurement_answer.show(answer, terminal.console())
    if answer.count(Verdict.BARRED):
        return BARRED
    return HELD if answer.count(Verdict.OPEN) else DONE
