"""The files of an exposure: the page and the workbook, never over what is there already."""

from __future__ import annotations

import sys
from pathlib import Path

from navicert.errors import UnreadableFile
from navicert.exposure.result import Result

_PAGES = frozenset({".html", ".htm"})


def refuse_existing(html: Path | None, xlsx: Path | None) -> None:
    """Refuse files that are there already or end in another word; before the work, not after."""
    from navicert.adapters.sheets import workbook

    if html is not None and html.suffix.lower() not in _PAGES:
        raise UnreadableFile(f"{html}: name a file that ends in .html")
    if html is not None and html.exists():
        raise UnreadableFile(f"{html}: is there already; name another file")
    if xlsx is not None:
        workbook.refuse_existing(xlsx)


def write(result: Result, html: Path | None, xlsx: Path | None) -> None:
    """Write what was asked for, and say so."""
    from navicert.entrypoints.cli import terminal

    if html is not None:
        with terminal.busy("drawing the report ..."):
            _write_page(result, html)
        print(f"written: {html}", file=sys.stderr)  # noqa: T201 - what was written goes to stderr
    if xlsx is not None:
        from navicert.adapters.exposure_report.book import write_book

        write_book(result, xlsx)
        print(f"written: {xlsx}", file=sys.stderr)  # noqa: T201 - as above


def _write_page(result: Result, html: Path) -> None:
    from navicert.adapters.exposure_report.page import page
    from navicert.adapters.sheets.fresh import write_new

    write_new(html, page(result))
