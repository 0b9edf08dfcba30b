"""``navicert screen``: ask the lists for one name, or for every party of a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD
from navicert.errors import UnreadableFile

PartyType = Literal["person", "company", "vessel", "aircraft"]
_Text = Annotated[str | None, Parameter(show_default=False)]
_Texts = Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)]


def screen(
    name: str | None = None,
    /,
    *,
    file: Annotated[Path | None, Parameter(show_default=False)] = None,
    country: _Text = None,
    address: _Text = None,
    birth_date: _Text = None,
    id_: Annotated[tuple[str, ...], Parameter("--id", negative=(), show_default=False)] = (),
    type_: Annotated[PartyType | None, Parameter("--type", show_default=False)] = None,
    min_score: float = 0.3,
    lists: _Text = None,
    on: _Text = None,
    known: _Text = None,
    watch: _Texts = (),
    as_of: _Text = None,
    limit: Annotated[int | None, Parameter(show_default=False)] = None,
    out: Annotated[Path | None, Parameter(show_default=False)] = None,
    processes: Annotated[int | None, Parameter(show_default=False)] = None,
    record: Annotated[bool, Parameter(show_default=False)] = True,
    explain: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Screen a name, or a table of parties, against the lists in force and those of the law.

    Example: navicert screen "Kangxun Zhongxing Telecom" --country CN

    Ends with 0 when nothing met and every list that is needed was asked, 3 when something met or
    that is in doubt, 2 when something could not be read.

    Parameters
    ----------
    name
        The name to screen.
    file
        A table of parties instead of a name, CSV or XLSX: name, country, address, birth_date ...
    country
        Where the party is (ISO 3166-1, such as CN).
    address
        Its address, as it is written.
    birth_date
        1965-03-12, 1965-03 or 1965.
    id_
        A number as KIND:NUMBER, with who issued it behind: "passport:A1234567 (IR)", imo:9074729.
        May be given again. The same strong number decides whatever the names are.
    type_
        What the party is; another type on the list speaks against a match and never hides it.
    min_score
        The least score of a name that is shown, 0 to 1; 'navicert check' holds from 0.5. What
        scores 0.3 or more counts all the same, and is counted where it is not shown.
    lists
        Show only matches of these lists, joined by commas: EL,SDN. Those of others count too.
    on
        The day whose listings count (YYYY-MM-DD), instead of today.
    known
        Ask the lists that were in force here then: a day (its end) or a moment.
    watch
        A list file to ask beside those loaded; may be given again.
    as_of
        The day on which the files of --watch were current, where they do not say it.
    limit
        How many matches of a party are printed; else 20, and 5 of each party of a table.
    out
        Also write every match to this file, CSV or XLSX, never over one that is there.
    processes
        How many processes share a table; else one for each processor.
    record
        Whether to put what was asked and what met into the log of records.
    explain
        Also print which word met which and how, and what speaks for and against each match.
    """
    from navicert.casework.screening_document import document
    from navicert.entrypoints.cli import screen_rows, screen_work, terminal

    if (name is None) is (file is None):
        raise UnreadableFile("navicert screen: give a name, or --file with a table of parties")
    if limit is not None and limit < 0:
        raise UnreadableFile(f"--limit: {limit} is less than 0")
    form = screen_rows.form_of(out)
    details = screen_work.Details(country, address, birth_date, id_, type_)
    if file is not None and details.any():
        raise UnreadableFile("--file: the table itself says what is known of each party")
    asking = screen_work.Asking(
        least=min_score,
        lists=lists,
        on=day_of("--on", on),
        known=known,
        watch=watch,
        as_of=day_of("--as-of", as_of),
        keep_record=record,
    )
    found = screen_work.screened(
        screen_work.named(name, details) if file is None else screen_work.table(file),
        asking,
        (processes, data_dir),
    )
    if out is not None:
        screen_rows.write(found, out, form)
    if json:
        terminal.write_json(document(found))
    else:
        from navicert.entrypoints.cli import screen_answer

        screen_answer.show(found, terminal.console(), screen_answer.Manner(explain, limit))
    return DONE if found.is_clean else HELD
