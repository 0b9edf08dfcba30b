"""``navicert exposure``: what breaks, for whom and when, once a party is cut off."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD

_Names = Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)]
_Day = Annotated[str | None, Parameter(show_default=False)]
_File = Annotated[Path | None, Parameter(show_default=False)]
_Number = Annotated[int | None, Parameter(show_default=False)]


def exposure(
    graph: Path,
    /,
    *,
    deny: _Names,
    since: Annotated[str, Parameter(name="--from")],
    until: _Day = None,
    terms: _Names = (),
    lift: _Names = (),
    without_authorizations: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    draws: _Number = None,
    seed: _Number = None,
    html: _File = None,
    xlsx: _File = None,
    json: AsJson = False,
    record: Annotated[bool, Parameter(show_default=False)] = True,
    data_dir: DataDir = None,
) -> int:
    """Compute what a denial order or a listing breaks: supplies, lines, networks, users, jobs.

    Example: navicert exposure examples/supply --deny kestrel --from 2026-03-02

    Which edges of the graph are severed the rules say that 'navicert check' asks. Ends with 0
    when that is known of every edge, 3 when it hangs on a missing fact, 2 when something could
    not be read.

    Parameters
    ----------
    graph
        A folder of tables, a workbook or a bill of materials (docs/exposure.md).
    deny
        The party that is cut off: the id or name of a node. May be given again.
    since
        The first day that is looked at (YYYY-MM-DD).
    until
        The last day (YYYY-MM-DD), else as many days as the graph's horizon has.
    terms
        A file of orders and listings, as 'navicert check --watch' takes it, or an instrument. May
        be given again. Without it an order with the standard terms is supposed from that day on.
    lift
        A day on which the bar ends (YYYY-MM-DD), beside what the orders say. May be given again.
    without_authorizations
        Leave out what the orders authorize, and what ends them.
    draws
        How many draws (0 to 100000), else as the graph says.
    seed
        Where chance begins, else as the graph says.
    html
        A new page with the summary, figures and tables, for a browser or a printer.
    xlsx
        A new workbook with every row of every remedy.
    record
        Whether to put the answer into the log of records.
    """
    from navicert.adapters.supply.read import read
    from navicert.bootstrap import open_desk
    from navicert.casework.expose import Request, checked, expose
    from navicert.entrypoints.cli import exposure_answer, exposure_files, terminal
    from navicert.law.edition import standard_law

    exposure_files.refuse_existing(html, xlsx)
    with terminal.busy("reading the graph ..."):
        found = read(graph)
    with open_desk(data_dir) as desk, terminal.steps() as progress:
        request = Request(
            graph=found.graph,
            graph_files=found.files,
            deny=deny,
            since=day_of("--from", since),
            until=day_of("--until", until),
            terms=tuple((place, desk.feed.fetch(place).content) for place in terms),
            lifts=tuple(day_of("--lift", day) for day in lift),
            authorizations=not without_authorizations,
            draws=draws,
            seed=seed,
            keep_record=record,
            progress=progress,
        )
        answer = expose(checked(request), standard_law(), desk)
    exposure_files.write(answer.result, html, xlsx)
    if json:
        terminal.write_json(answer.document)
    else:
        exposure_answer.show(answer, terminal.console())
    return DONE if answer.is_settled else HELD
