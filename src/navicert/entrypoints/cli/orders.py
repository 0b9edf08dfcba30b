"""``navicert orders``: orders denying export privileges, and the instruments that hold them."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.orders_read import read

app = App(
    name="orders",
    help="Read orders, and see what one bars on a day, for whom, and what is carved out.",
)
app.command(read)

_On = Annotated[str | None, Parameter(show_default=False)]
_Files = Annotated[tuple[str, ...], Parameter(name="--file", negative=(), show_default=False)]


@app.command(name="list")
def list_(
    *, on: _On = None, file: _Files = (), json: AsJson = False, data_dir: DataDir = None
) -> int:
    """List the instruments that were loaded, with the state of their denials and penalties.

    Example: navicert orders list --on 2018-05-14

    Parameters
    ----------
    on
        The day (YYYY-MM-DD); else today.
    file
        An instrument to look at beside those loaded (TOML). May be given again; each is read,
        whatever the others are.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.promises.show_orders import show as shown_of
    from navicert.entrypoints.cli import each_answer, order_answer, terminal

    with open_desk(data_dir) as desk:
        found = shown_of("", file, desk, day_of("--on", on))
    if json:
        terminal.write_json(order_answer.list_document(found))
    else:
        order_answer.show_list(found, terminal.console())
    return each_answer.refusals_of(found.refused)


@app.command
def show(
    name: str,
    /,
    *,
    on: _On = None,
    file: _Files = (),
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Show what a party's instruments come to on a day: what is barred, carved out, and owed.

    Example: navicert orders show ZTE --on 2018-05-14 --file examples/zte/settlement-2017.toml

    It says what these papers say. Which lists a party is on, 'navicert screen' says, and whether
    one act is barred, 'navicert check'.

    Parameters
    ----------
    name
        A name of a party, or the id of an instrument.
    on
        The day (YYYY-MM-DD); else today.
    file
        An instrument to look at beside those loaded (TOML). May be given again; each is read,
        whatever the others are.
    """
    from navicert.bootstrap import open_desk
    from navicert.casework.promises.show_orders import show as shown_of
    from navicert.entrypoints.cli import each_answer, order_answer, terminal
    from navicert.errors import UnreadableFile

    if not name.strip():
        raise UnreadableFile("navicert orders show: name a party, or the id of an instrument")
    with open_desk(data_dir) as desk:
        found = shown_of(name, file, desk, day_of("--on", on))
    if json:
        terminal.write_json(order_answer.document(found))
    else:
        order_answer.show(found, terminal.console())
    return each_answer.refusals_of(found.refused)
