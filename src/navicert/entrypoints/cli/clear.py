"""``navicert clear``: an officer's decision that a party is not the listed one it met."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.errors import UnreadableFile

Scope = Literal["name", "name+country", "name+country+birth_date"]
_Text = Annotated[str | None, Parameter(show_default=False)]


def clear(
    name: str | None = None,
    /,
    *,
    match: _Text = None,
    reason: _Text = None,
    by: _Text = None,
    until: _Text = None,
    scope: Scope = "name+country+birth_date",
    country: _Text = None,
    birth_date: _Text = None,
    watch: Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)] = (),
    list_: Annotated[bool, Parameter("--list", negative=(), show_default=False)] = False,
    revoke: Annotated[int | None, Parameter(show_default=False)] = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Decide that a party is not the listed one it met; show such decisions, or take one back.

    Example: navicert clear "Atlas Trading" --country DE --match EL:1a2b3c4d --reason "founded
    1998 in Bremen, register HRB 17, other owners"

    The match is still shown, marked as cleared, and holds no order. It comes back when the entry
    or the party changes, when its day has passed, or when somebody revokes it.

    Parameters
    ----------
    name
        The party's name, as orders and screenings write it.
    match
        The entry that it is not, as 'navicert screen' prints it: LIST:ENTRY, or how it begins.
    reason
        Why it is somebody else; with --revoke, why the decision is taken back.
    by
        Who decides; else the name of the user of this machine.
    until
        The last day of the decision (YYYY-MM-DD); else it has no end.
    scope
        What must be the same for the decision to hold of a party.
    country
        Where the party is, as orders and screenings say it.
    birth_date
        The party's date of birth, as they say it.
    watch
        A list file to ask beside those loaded, for a match that only it has.
    list_
        Show every decision.
    revoke
        The number of a decision to take back.
    """
    from navicert.entrypoints.cli import clear_work, terminal

    if [name is not None, list_, revoke is not None].count(True) != 1:
        raise UnreadableFile("navicert clear: give a name to clear, --list, or --revoke NUMBER")
    where = clear_work.Where(data_dir, by, reason)
    if list_:
        found = clear_work.every(where)
    elif revoke is not None:
        found = (clear_work.revoked(revoke, where),)
    else:
        party = clear_work.party_of(name, country, birth_date)
        wanted = clear_work.Wanted(match, scope, day_of("--until", until), watch)
        found = (clear_work.cleared(party, wanted, where),)
    if json:
        terminal.write_json(clear_work.document(found))
    else:
        clear_work.show(found, terminal.console())
