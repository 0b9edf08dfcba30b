"""The terminal itself: the console, plain text on it, JSON, and a sign of life on long work."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from navicert.entrypoints.cli.refusals import printable

LONG = 2.0
"""Seconds after which somebody wants to know that work goes on."""


def console() -> Console:
    """Give the console for answers; rich itself respects NO_COLOR, COLUMNS and pipes."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def plain(text: object, style: str = "") -> Text:
    """Give text as it is: never markup, never a control sequence."""
    return Text(printable(str(text)), style=style)


def joined(*parts: Text) -> Text:
    """Put pieces of text together, each in its own style."""
    return Text("").join(parts)


def cited(citation: str) -> str:
    """Write a citation, or several in one text, without the title that every reader knows.

    >>> cited("15 CFR 738.4(a)(2); 15 CFR 742.4(a)")
    '738.4(a)(2); 742.4(a)'
    """
    return citation.replace("15 CFR ", "")


def write_json(document: object) -> None:
    """Print one JSON document."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def busy(message: str) -> Iterator[None]:
    """Say on stderr what is going on once it takes long; only to a person at a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task(printable(message), total=None)
    timer = threading.Timer(LONG, bar.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


@contextmanager
def counting() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar of how many are done, and how many a second; only to a person at a terminal."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    speed = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    began = time.monotonic()
    with Progress(*columns, speed, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate="")

        def told(what: str, done: int, of: int) -> None:
            rate = f"{done / max(0.001, time.monotonic() - began):,.0f} a second"
            bar.update(task, description=printable(what), completed=done, total=of, rate=rate)

        yield told


@contextmanager
def steps() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar of how many steps are done; only to a person at a terminal.

    What it gives is told of each step what it is, how many are done, and how many there are.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, of: bar.update(
            task, description=printable(what), completed=done, total=of
        )
