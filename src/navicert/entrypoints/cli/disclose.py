"""``navicert disclose``: voluntary self-disclosures under 15 CFR 764.5."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD

REFUSED = 4

app = App(
    name="disclose", help="Keep voluntary self-disclosures: their clock, contents and package."
)

On = Annotated[
    str | None,
    Parameter(name="--on", show_default=False, help="The day (YYYY-MM-DD); else today."),
]


@app.command(name="open")
def open_(file: str, /, *, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Take a disclosure in, or what changed of it; its files are kept by their digest.

    Example: navicert disclose open examples/disclosure/case.toml

    Parameters
    ----------
    file
        The case in TOML; docs/disclosures.md names its keys. Attachments lie in its folder.
    """
    from navicert.adapters.orders.positions import in_toml
    from navicert.bootstrap import open_desk
    from navicert.casework.disclosures import open_disclosure
    from navicert.casework.read_disclosure import Reading
    from navicert.entrypoints.cli import disclose_answer, terminal
    from navicert.law.edition import standard_law

    with open_desk(data_dir) as desk:
        opened = open_disclosure(file, desk, Reading(standard_law(), in_toml))
    if json:
        terminal.write_json(disclose_answer.opened_document(opened))
    else:
        disclose_answer.show_opened(opened, terminal.console())


@app.command
def status(
    case: str | None = None, /, *, on: On = None, json: AsJson = False, data_dir: DataDir = None
) -> int:
    """Show what is due, late or missing of each disclosure; ends with 3 while something is.

    Example: navicert disclose status VSD-2026-01 --on 2026-08-01

    A case for whose day nobody verified the law says so in its line, and it ends with 3 then too.

    Parameters
    ----------
    case
        The id of one disclosure; else all.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.disclosures import standings
    from navicert.entrypoints.cli import disclose_answer, terminal
    from navicert.law.edition import standard_law

    with open_desk(data_dir) as desk:
        day = day_of("--on", on) or desk.clock.today()
        found = standings(desk.records, standard_law(), day, case)
    if json:
        terminal.write_json(disclose_answer.standings_document(found))
    else:
        disclose_answer.show(found, terminal.console())
    return HELD if found.is_open else DONE


@app.command
def template(
    case: str | None = None,
    /,
    *,
    output: Annotated[Path | None, Parameter(name="--output", show_default=False)] = None,
    data_dir: DataDir = None,
) -> None:
    """Write a case as the TOML to go on from: what is on record, and each key that is not said.

    Example: navicert disclose template VSD-2026-01 --output case.toml

    Change the file, then take it in again with 'navicert disclose open'.

    Parameters
    ----------
    case
        The id of a disclosure on record, as an alarm or 'disclose status' names it; else a new one.
    output
        The file to write, never over one that is there, with the attached files beside it; else the
        standard output.
    """
    import sys

    from navicert.adapters.typeset.packages import write_beside
    from navicert.bootstrap import open_desk
    from navicert.casework.disclosures import template_of

    with open_desk(data_dir) as desk:
        text, files = template_of(case, desk)
    if output is None:
        sys.stdout.write(text)
        return
    for place in write_beside(output, text.encode(), files):
        sys.stderr.write(f"written: {place}\n")


@app.command
def package(
    case: str,
    /,
    *,
    output: Annotated[Path, Parameter(name="--output")],
    on: On = None,
    draft: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    data_dir: DataDir = None,
) -> int:
    """Write a disclosure for the Office of Export Enforcement: PDF, data and attached files.

    Example: navicert disclose package VSD-2026-01 --output vsd.zip

    Refused with 4, naming each required content that is missing, unless --draft is given. Ends with
    3 where it is written and something speaks against it: it does not count as voluntary, the
    review is too short, something is late or barred.

    Parameters
    ----------
    case
        The id of the disclosure.
    output
        A new folder, or a file whose name ends in .zip; nothing that is there is written over.
    draft
        Write it although contents are missing; each page is marked as a draft.
    """
    from navicert.adapters.typeset.packages import write
    from navicert.entrypoints.cli import disclose_answer, disclose_work, terminal
    from navicert.errors import DisclosureRefused, LawNotCovered

    try:
        found = disclose_work.packed(case, day_of("--on", on), data_dir, draft=draft)
    except DisclosureRefused as refusal:
        disclose_answer.show_refusal(case, "the package", refusal)
        return REFUSED
    except LawNotCovered as missing:
        return disclose_answer.show_uncovered(case, missing)
    write(found.files, output, found.day)
    disclose_answer.show_files(found.files, output, terminal.console())
    disclose_answer.show_doubts(found.doubts, terminal.console())
    return HELD if found.doubts else DONE


@app.command
def request(
    case: str,
    asks: Literal["extension", "permission"],
    /,
    *,
    output: Annotated[Path, Parameter(name="--output")],
    number: Annotated[int | None, Parameter(show_default=False)] = None,
    on: On = None,
    draft: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    data_dir: DataDir = None,
) -> int:
    """Write the letter that asks for more time, or for leave to deal with the items meanwhile.

    Example: navicert disclose request VSD-2026-01 permission --output request.zip

    Refused with 4, naming each fact that the regulation asks for and the case does not say, unless
    --draft is given. A checklist for the file goes beside it.

    Parameters
    ----------
    case
        The id of the disclosure.
    asks
        extension: more time for the narrative (764.5(d)(2)(iv)); permission: an act that 764.2(e)
        bars (764.5(g)(2)).
    output
        A new folder, or a file whose name ends in .zip; nothing that is there is written over.
    number
        Which [[disclosure.extension]] or [[disclosure.later_act]], from 1; else the one that waits
        for an answer.
    draft
        Write it although facts are missing; each page is marked as a draft.
    """
    from navicert.adapters.typeset.packages import write
    from navicert.entrypoints.cli import disclose_answer, disclose_work, terminal
    from navicert.errors import DisclosureRefused, LawNotCovered
    from navicert.undertakings.disclosures.requests import Asks

    wanted = disclose_work.Wanted(case, Asks(asks), number, day_of("--on", on))
    try:
        files, day = disclose_work.requested(wanted, data_dir, draft=draft)
    except DisclosureRefused as refusal:
        disclose_answer.show_refusal(case, "the letter", refusal)
        return REFUSED
    except LawNotCovered as missing:
        return disclose_answer.show_uncovered(case, missing)
    write(files, output, day)
    disclose_answer.show_files(files, output, terminal.console())
    return DONE
