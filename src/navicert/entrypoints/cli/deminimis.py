"""``navicert deminimis``: where a foreign-made item may go, by its US content."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD


def deminimis(
    bill: Path,
    /,
    *,
    to: Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)] = (),
    on: Annotated[str | None, Parameter(show_default=False)] = None,
    exported_from: Annotated[str | None, Parameter(name="--from", show_default=False)] = None,
    explain: Annotated[str | None, Parameter(show_default=False)] = None,
    svg: Annotated[Path | None, Parameter(show_default=False)] = None,
    json: AsJson = False,
) -> int:
    """Compute a foreign-made item's controlled US content for each destination (734.4).

    Example: navicert deminimis machine.csv --to CN,IN,IR

    Ends with 0 when every destination has an answer, 3 when one hangs on a missing fact, 2 when
    the bill could not be read.

    Parameters
    ----------
    bill
        The bill of materials: CSV, XLSX or CycloneDX JSON (docs/bom-format.md).
    to
        Destinations, joined by commas or given again: CN, UA/DNR. All of the chart when left out.
    on
        The day whose law counts (YYYY-MM-DD) instead of today.
    exported_from
        The country that the item leaves, when it is not where it was made.
    explain
        One destination for which every part is told, with why it counts or drops out.
    svg
        A file for the answer as a bar chart.
    """
    from navicert.adapters.bom.read import read
    from navicert.adapters.clock import SystemClock
    from navicert.casework.deminimis import Request, compute, document, explained
    from navicert.entrypoints.cli import deminimis_answer, terminal
    from navicert.law.edition import standard_law
    from navicert.terms import country

    law = standard_law()
    places = deminimis_answer.destinations((explain,) if explain else to)
    leaves = None if exported_from is None else country.parse(exported_from)
    day = day_of("--on", on) or SystemClock().today()
    with terminal.busy("computing the content ..."):
        item = read(bill, law.tables.control_list.has)
        answer = compute(Request(item, day, places, leaves), law)
    if svg is not None:
        deminimis_answer.write_chart(answer, svg)
    if json:
        terminal.write_json(explained(answer.answers[0]) if explain else document(answer))
    else:
        deminimis_answer.show(answer, terminal.console(), every_part=bool(explain))
    return DONE if deminimis_answer.is_settled(answer) else HELD
