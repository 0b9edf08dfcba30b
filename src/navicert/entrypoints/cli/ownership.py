"""``navicert ownership``: registers of owners, who stands above a party, and who is bound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, Because, DataDir, Proxy, Reading, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD

app = App(name="ownership", help="Registers of owners: load them, and ask who binds whom.")
_Text = Annotated[str | None, Parameter(show_default=False)]
_Texts = Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)]


@app.command
def load(
    file: str,
    /,
    *,
    title: _Text = None,
    as_of: _Text = None,
    dry_run: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    proxy: Proxy = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Load a register of owners; it replaces the one of its title, whole or not at all.

    Example: navicert ownership load group.csv --as-of 2026-07-30

    Parameters
    ----------
    file
        A path or an address: a table (CSV, XLSX) with the columns owner, owned, percent ...
        (docs/ownership.md), Open Ownership BODS 0.4 JSON, or FollowTheMoney JSON lines; also
        gzipped.
    title
        What the register is called; else the name of the file without its ending.
    as_of
        The day on which it was current (YYYY-MM-DD); else what the file says.
    dry_run
        Read it and say what is in it, and change nothing.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.load_register import Loading, load_register
    from navicert.entrypoints.cli import ownership_tables, terminal

    loading = Loading(file, title or "", day_of("--as-of", as_of), dry_run)
    with terminal.busy(f"reading {file} ..."), open_desk(data_dir, proxy=proxy) as desk:
        loaded = load_register(loading, desk)
    if json:
        terminal.write_json(ownership_tables.loaded_document(loaded))
    else:
        ownership_tables.show_loaded(loaded, terminal.console())


@app.command(name="list")
def list_(*, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Show the registers of owners in force.

    Example: navicert ownership list
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.load_register import loads
    from navicert.entrypoints.cli import ownership_tables, terminal

    with open_desk(data_dir) as desk:
        found = loads(desk)
    if json:
        terminal.write_json([ownership_tables.load_document(one) for one in found])
    else:
        ownership_tables.show_loads(found, terminal.console())


@app.command
def retire(title: str, /, *, data_dir: DataDir = None) -> None:
    """Take a register out of force; its bytes are kept, and the log says that it was taken out.

    Example: navicert ownership retire group

    Parameters
    ----------
    title
        The register's title.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.load_register import retire_register
    from navicert.entrypoints.cli import terminal

    with open_desk(data_dir) as desk:
        load = retire_register(title, desk)
    terminal.console().print(terminal.plain(f"{load.title}: no longer in force", "bold"))


@app.command
def show(
    party: str,
    /,
    *,
    on: _Text = None,
    known: _Text = None,
    country: _Text = None,
    id_: Annotated[tuple[str, ...], Parameter("--id", negative=(), show_default=False)] = (),
    owner: _Texts = (),
    svg: Annotated[Path | None, Parameter(show_default=False)] = None,
    affiliates_rule: Reading = None,
    because: Because = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Show who owns a party, whether listed owners bind it, the proof, and what would change it.

    Example: navicert ownership show "Mizar Optics Ltd" --on 2026-07-30 --svg owners.svg

    Ends with 0 when no listed owner stands above it, 3 when one does or something is open, 2 when
    no register that is loaded knows it.

    Parameters
    ----------
    party
        The name, as a register writes it; case and punctuation do not count.
    on
        The day whose stakes and listings count (YYYY-MM-DD), instead of today.
    known
        Ask the registers and lists that were in force here then: a day (its end) or a moment.
    country
        Where the party is (ISO 3166-1, such as CN), to tell entities of one name apart.
    id_
        A number of the party as KIND:NUMBER, such as "registration:1027700132195".
    owner
        Take this owner for blocked, instead of asking the lists; may be given again.
    svg
        A file for the picture of the owners.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework import known_then
    from navicert.casework.order import assumed
    from navicert.casework.owners_document import document
    from navicert.casework.show_owners import Asking, show_owners
    from navicert.entrypoints.cli import ownership_tables, ownership_work, terminal
    from navicert.law.edition import standard_law

    asked, day = ownership_work.party(party, country, id_), day_of("--on", on)
    law, rule = standard_law(), assumed.asked(affiliates_rule, because)
    with terminal.busy("asking the registers and the lists ..."), open_desk(data_dir) as desk:
        then = None if known is None else known_then.moment_of("--known", known, desk.clock)
        found = show_owners(Asking(asked, day, then, owner, rule), law, desk)
    if svg is not None:
        ownership_work.write_picture(found, law, svg)
    if json:
        terminal.write_json(document(found))
    else:
        ownership_tables.show_owners(found, terminal.console())
    return DONE if not found.bearings and not found.matches and not found.doubts else HELD


@app.command
def bound(
    *,
    owner: _Texts = (),
    on: _Text = None,
    xlsx: Annotated[Path | None, Parameter(show_default=False)] = None,
    affiliates_rule: Reading = None,
    because: Because = None,
    limit: int = 50,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """List every entity of the registers that blocked owners bind, or may bind.

    Example: navicert ownership bound --owner "Blocked Person X" --on 2026-07-30

    Ends with 0 when there is none, 3 when there is one or something is open.

    Parameters
    ----------
    owner
        A blocked owner by name; may be given again. Else those whose exact name is on the SDN
        List, or on a list whose entries bind their affiliates.
    on
        The day whose stakes and listings count (YYYY-MM-DD), instead of today.
    xlsx
        Also write every one of them to this workbook, never over one that is there.
    limit
        How many are printed.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.bound_entities import Naming, bound_entities
    from navicert.casework.order import assumed
    from navicert.entrypoints.cli import bound_tables, terminal
    from navicert.law.edition import standard_law

    day, rule = day_of("--on", on), assumed.asked(affiliates_rule, because)
    with terminal.steps() as step, open_desk(data_dir) as desk:
        found = bound_entities(Naming(owner, rule), day, (standard_law(), desk), step)
    if xlsx is not None:
        bound_tables.write(found, xlsx)
    if json:
        terminal.write_json(bound_tables.document(found))
    else:
        bound_tables.show(found, limit, terminal.console())
    return HELD if found.found or found.doubts else DONE
