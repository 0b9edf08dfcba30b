"""``navicert disclose``: voluntary self-disclosures under 15 CFR 764.5."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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
    from navicert.bootstrap import open_desk
    from navicert.casework.disclosures import open_disclosure
    from navicert.entrypoints.cli import disclose_answer, terminal

    with open_desk(data_dir) as desk:
        opened = open_disclosure(file, desk)
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
    return HELD if any(one.is_open for one in found.statuses) else DONE


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

    Refused with 4, naming each required content that is missing, unless --draft is given.

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
    from navicert.adapters.typeset.papers import TypstPapers
    from navicert.bootstrap import open_desk
    from navicert.casework import disclosures
    from navicert.entrypoints.cli import disclose_answer, terminal
    from navicert.errors import DisclosureRefused
    from navicert.law.edition import standard_law

    with open_desk(data_dir) as desk:
        day = day_of("--on", on) or desk.clock.today()
        chosen = disclosures.chosen_of(disclosures.recorded(desk.records), case)
        press = disclosures.Press(desk.blobs, TypstPapers())
        edition = standard_law().open_at(day)
        try:
            files = disclosures.package(chosen, edition, press, draft=draft)
        except DisclosureRefused as refusal:
            disclose_answer.show_refusal(case, refusal)
            return REFUSED
    write(files, output, day)
    disclose_answer.show_files(files, output, terminal.console())
    return DONE
