"""``navicert check``: determine an order, print the answer, and record it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, Because, DataDir, Reading, day_of
from navicert.entrypoints.cli.statuses import OF_ACTION


def check(
    order: Path,
    /,
    *,
    on: Annotated[str | None, Parameter(show_default=False)] = None,
    known: Annotated[str | None, Parameter(show_default=False)] = None,
    watch: Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)] = (),
    affiliates_rule: Reading = None,
    because: Because = None,
    json: AsJson = False,
    as_of: Annotated[str | None, Parameter(show_default=False)] = None,
    record: Annotated[bool, Parameter(show_default=False)] = True,
    explain: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    data_dir: DataDir = None,
) -> int:
    """Check an order: release, hold or stop, why, and what is still to be answered.

    Example: navicert check order.toml --watch consolidated.csv --as-of 2026-07-30

    Ends with 0 for release, 3 for hold, 4 for stop, 2 when the order or a list could not be read.

    Parameters
    ----------
    order
        TOML, JSON, CSV or XLSX; - reads TOML or JSON from the standard input.
    on
        Check as of this day (YYYY-MM-DD) instead of the order's own.
    known
        Ask the lists that were in force here then: a day (YYYY-MM-DD, its end) or a moment
        (YYYY-MM-DDTHH:MM), by the clock of this machine.
    watch
        A list file to ask for this order alone, beside those loaded; may be given again.
    as_of
        The day on which the files of --watch were current (YYYY-MM-DD), where they do not say it.
    record
        Whether to put the answer into the log of records; what is not on record releases nothing.
    explain
        Also print each rule's own sentence, and the license exceptions that are not available.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework import known_then
    from navicert.casework.check_order import Request, check_order
    from navicert.casework.ports import FeedFile
    from navicert.entrypoints.cli import order_taken, terminal
    from navicert.law.edition import standard_law

    wanted, current = day_of("--on", on), day_of("--as-of", as_of)
    taken = order_taken.taken(order, affiliates_rule, because)
    with terminal.busy("asking the lists and the law ..."), open_desk(data_dir) as desk:
        files = tuple(FeedFile(place, desk.feed.fetch(place).content) for place in watch)
        then = None if known is None else known_then.moment_of("--known", known, desk.clock)
        request = Request(taken, wanted, files, record, current, then)
        answer = check_order(request, standard_law(), desk)
    if json:
        terminal.write_json(answer.document)
    else:
        from navicert.entrypoints.cli.answer import manner_at, show

        show(answer, terminal.console(), manner_at(desk.home, explain=explain))
    return OF_ACTION[answer.action]
