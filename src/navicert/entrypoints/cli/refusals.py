"""Errors at the door: what happened, where, and what to do next, to stderr."""

from __future__ import annotations

import sys

from navicert.entrypoints.cli.statuses import HELD, UNREADABLE
from navicert.errors import (
    BillRefused,
    EmptyOrder,
    EmptyTable,
    GraphRefused,
    InstrumentRefused,
    InventoryRefused,
    LawError,
    ListShrank,
    NavicertError,
    OrderRefused,
    PartiesRefused,
    RecordAltered,
    UnknownListFormat,
)

MOST_SHOWN = 20
"""Problems of one order that are printed; whoever has more mends these first."""

NEXT: dict[type[NavicertError], str] = {
    BillRefused: "mend the bill of materials; docs/bom-format.md names its columns",
    GraphRefused: "mend the graph; docs/exposure.md explains every table and column",
    PartiesRefused: "nobody was screened: mend this and screen again; docs/cli.md names the "
    "columns of a table of parties",
    InventoryRefused: "nothing was judged: mend this and ask again; docs/procurement.md names the "
    "columns",
    OrderRefused: "mend the order and check it again; 'navicert template' writes one to fill in",
    EmptyTable: "'navicert template csv --of parties --output parties.csv' writes one to fill in",
    EmptyOrder: "'navicert template --output order.toml' writes an order to fill in",
    InstrumentRefused: "mend the file; docs/undertakings.md explains every key",
    ListShrank: "get the whole list; 'navicert lists load --accept-loss' loads it as it is, once "
    "you know that the loss is real",
    UnknownListFormat: "give the file as its authority publishes it, unchanged",
    RecordAltered: "trust no record from there on; restore the data directory from a backup "
    "made before",
    LawError: "hold the order, and install navicert again: no answer was given",
}


def refused(error: NavicertError) -> int:
    """Print an error and give the exit status: 3 where the law could not answer, else 2."""
    lines = [f"navicert: {printable(line)}" for line in _messages(error)]
    if step := _next(error):
        lines.append(f"next: {step}")
    print("\n".join(lines), file=sys.stderr)  # noqa: T201 - stderr is where this door speaks
    return HELD if isinstance(error, LawError) else UNREADABLE


def printable(text: str) -> str:
    r"""Make control characters visible, so that no file can write on the terminal.

    >>> printable("\x1b[2J gone")
    '\\x1b[2J gone'
    """
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


def _messages(error: NavicertError) -> list[str]:
    if not isinstance(error, OrderRefused):
        return str(error).splitlines() or [type(error).__name__]
    shown = [str(problem) for problem in error.problems[:MOST_SHOWN]]
    more = len(error.problems) - len(shown)
    return [*shown, f"and {more:,} more problem(s)"] if more > 0 else shown


def _next(error: NavicertError) -> str:
    return next((step for kind, step in NEXT.items() if isinstance(error, kind)), "")
