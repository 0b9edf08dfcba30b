"""``navicert law``: what is on the shelf, and the regulation's own words beside it."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of

app = App(name="law", help="See which law is on the shelf, and keep official texts beside it.")


@app.command(name="import")
def import_(
    file: str,
    /,
    *,
    as_of: Annotated[str | None, Parameter(show_default=False)] = None,
    data_dir: DataDir = None,
) -> None:
    """Keep the headings and texts of an official file, to be shown beside findings.

    Example: navicert law import title-15-part-774.xml

    They are for display only: no rule reads them.

    Parameters
    ----------
    file
        The official XML of a part or supplement, or the text of a part; also gzipped.
    as_of
        The day of the text (YYYY-MM-DD), where the file does not say it.
    """
    from navicert.adapters.law_texts.library import import_texts
    from navicert.bootstrap import open_desk
    from navicert.entrypoints.cli import terminal

    stated = day_of("--as-of", as_of)
    with terminal.busy(f"reading {file} ..."), open_desk(data_dir) as desk:
        found = import_texts(desk.feed.fetch(file).content, desk.home, file, stated)
    when = found.as_of or "a day that it does not state"
    told = f"{found.count:,} texts of {when}, digest {found.digest}"
    terminal.console().print(terminal.plain(told))


@app.command
def coverage(*, json: AsJson = False) -> None:
    """Show from which day each table is verified, when it was looked at, what is not modelled.

    Example: navicert law coverage
    """
    from navicert.entrypoints.cli import law_tables, terminal
    from navicert.law.shelf import standard_shelf

    found = law_tables.extent(standard_shelf())
    if json:
        terminal.write_json(law_tables.coverage_document(found))
    else:
        law_tables.show_coverage(found, terminal.console())


@app.command
def show(address: str, /, *, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Show an entry or a section: its official text if imported, and what the shelf says of it.

    Example: navicert law show 3A001

    Parameters
    ----------
    address
        An ECCN, a section such as 744.11, or a country code such as AT.
    """
    from navicert.adapters.law_texts.library import LawTexts
    from navicert.bootstrap import data_directory
    from navicert.entrypoints.cli import law_entry, law_tables, terminal
    from navicert.law.shelf import standard_shelf
    from navicert.terms import eccn

    shelf, texts = standard_shelf(), LawTexts.open(data_directory(data_dir))
    if eccn.is_valid(address) and law_entry.has(shelf, address):
        entry = law_entry.find(address, shelf, texts)
        if json:
            terminal.write_json(law_entry.document(entry))
        else:
            law_entry.show(entry, terminal.console())
        return
    found = law_tables.find(address, shelf, texts)
    if json:
        terminal.write_json(law_tables.found_document(found))
    else:
        law_tables.show_found(found, terminal.console())


@app.command
def diff(
    *,
    from_: Annotated[str, Parameter(name="--from")],
    to: str,
    json: AsJson = False,
) -> None:
    """Show every dated value of the shelf that changed between two days.

    Example: navicert law diff --from 2025-09-01 --to 2026-01-01

    Parameters
    ----------
    from_
        The earlier day (YYYY-MM-DD).
    to
        The later day (YYYY-MM-DD).
    """
    from navicert.entrypoints.cli import law_changes, terminal
    from navicert.law.shelf import standard_shelf

    earlier, later = day_of("--from", from_), day_of("--to", to)
    found = law_changes.difference(standard_shelf(), earlier, later)
    if json:
        terminal.write_json(law_changes.document(found))
    else:
        law_changes.show(found, terminal.console())


@app.command
def digest(*, json: AsJson = False) -> None:
    """Print the digest of the shelf: the same digest and order give the same answer.

    Example: navicert law digest
    """
    from navicert.entrypoints.cli import terminal
    from navicert.law.shelf import standard_shelf

    shelf = standard_shelf()
    if json:
        terminal.write_json({"digest": shelf.digest, "files": len(shelf.addresses)})
    else:
        terminal.console().print(terminal.plain(shelf.digest))
