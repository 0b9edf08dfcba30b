"""``navicert undertakings evidence`` and ``check``: files that prove something, and checks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD
from navicert.errors import UnreadableFile

app = App(name="evidence", help="Keep files that prove statements, and show which are in force.")

VIOLATED = 4
_Text = Annotated[str | None, Parameter(show_default=False)]


@app.command
def add(
    file: str,
    /,
    *,
    table: str,
    system: str,
    day: str,
    by: _Text = None,
    query: Annotated[Path | None, Parameter(show_default=False)] = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Keep a file of evidence, and hold every certification that rests on its table against it.

    Example: navicert undertakings evidence add roster.csv --table roster --system "HR, Shenzhen"
    --day 2016-11-28 --by "Ana Lopes"

    The file is kept as it is, by its digest. The file of the latest day is in force; the ones
    before it stay. Ends with 4 when a certified statement is no longer true.

    Parameters
    ----------
    file
        A table in CSV, XLSX or Parquet; its first row names the columns.
    table
        The table that it is a state of, as checks call it.
    system
        The system that it comes from, and where that is.
    day
        The day whose state it shows (YYYY-MM-DD).
    by
        Who adds it; else the name of the user of this machine.
    query
        A file with the text of the query whose answer this is.
    """
    from navicert.bootstrap import certify_desk, open_desk
    from navicert.casework.continuing_truth import recheck
    from navicert.casework.keep_evidence import Offered, in_force, keep_evidence
    from navicert.casework.ports import FeedFile
    from navicert.entrypoints.cli import certify_answer, clear_work, terminal

    shown = day_of("--day", day)
    who = clear_work.Where(data_dir, by, None).officer
    with terminal.busy("keeping ..."), open_desk(data_dir) as desk:
        at = certify_desk(desk)
        asked = (
            "" if query is None else desk.feed.fetch(str(query)).content.decode("utf-8", "replace")
        )
        kept = FeedFile(file, desk.feed.fetch(file).content)
        added = keep_evidence(Offered(kept, table, system, shown, who, asked), desk, at.tools)
        truths = recheck(at)
        holds = added in in_force(desk.records)
    if json:
        terminal.write_json(certify_answer.added_document(added, truths, in_force=holds))
    else:
        certify_answer.show_added(added, truths, terminal.console(), in_force=holds)
    return VIOLATED if any(one.alarms for one in truths) else DONE


@app.command(name="list")
def list_(
    *,
    every: Annotated[bool, Parameter(name="--all", negative=(), show_default=False)] = False,
    on: _Text = None,
    known: _Text = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Show the evidence in force of each table: its day, where it comes from, its digest.

    Example: navicert undertakings evidence list --on 2016-11-30

    Parameters
    ----------
    every
        Show all files that were ever added, those superseded too.
    on
        Only files that show the state of this day or of an earlier one.
    known
        Only files that had been added here by the end of this day.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.keep_evidence import in_force, on_record
    from navicert.entrypoints.cli import certify_answer, terminal

    with open_desk(data_dir) as desk:
        chosen = in_force(desk.records, day_of("--on", on), day_of("--known", known))
        found = tuple(on_record(desk.records)) if every else chosen
    if json:
        terminal.write_json(certify_answer.evidence_document(found, chosen))
    else:
        certify_answer.show_evidence(found, chosen, terminal.console())


def check(
    *files: str,
    every: Annotated[bool, Parameter(name="--all", negative=(), show_default=False)] = False,
    on: _Text = None,
    known: _Text = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Run checks on the evidence in force: passed, failed with its rows, or undecided and why.

    Example: navicert undertakings check examples/zte/letters/checks/reprimand.toml

    Each file is run or refused by itself. Ends with 0 when all passed, 3 when one did not, 2 when
    a file is no check; with --all, 4 when a certified statement is
    no longer true.

    Parameters
    ----------
    files
        Checks in TOML; docs/certifications.md says how they are written.
    every
        Run the checks of every certification again, and raise an alarm where one fails.
    on
        Use evidence of this day or of an earlier one.
    known
        Use evidence that had been added here by the end of this day.
    """
    from navicert.entrypoints.cli import certify_answer, certify_work, each_answer, terminal

    if bool(files) == every:
        raise UnreadableFile("navicert undertakings check: name files of checks, or give --all")
    if every:
        truths = certify_work.rechecked(data_dir)
        if json:
            terminal.write_json(certify_answer.truths_document(truths))
        else:
            certify_answer.show_truths(truths, terminal.console())
        return VIOLATED if any(one.alarms for one in truths) else DONE
    days = (day_of("--on", on), day_of("--known", known))
    found = certify_work.checked(files, days, data_dir)
    made = tuple(one.made for one in found if one.made is not None)
    unread = [
        {"file": one.file, "error": str(one.refused)} for one in found if one.refused is not None
    ]
    if json:
        told = [certify_answer.result_document(*one) for one in made]
        terminal.write_json({"checks": told, "unreadable": unread})
    else:
        certify_answer.show_results(made, terminal.console())
    passed = DONE if all(result.passed for _, result in made) else HELD
    return each_answer.refusals_of(found) or passed
