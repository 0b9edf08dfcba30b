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
    """Show from which day each table is verified, and when somebody last looked at it.

    Example: navicert law coverage
    """
    from navicert.entrypoints.cli import law_tables, terminal
    from navicert.law.edition import standard_law

    law = standard_law()
    if json:
        terminal.write_json(law_tables.coverage_document(law))
    else:
        law_tables.show_coverage(law, terminal.console())


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
    from navicert.entrypoints.cli import law_tables, terminal
    from navicert.law.shelf import standard_shelf

    found = law_tables.find(address, standard_shelf(), LawTexts.open(data_directory(data_dir)))
    if json:
        terminal.write_json(law_tables.found_document(found))
    else:
        law_tables.show_found(found, terminal.console())


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
