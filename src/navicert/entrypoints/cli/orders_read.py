"""``navicert orders read``: orders denying export privileges from the Federal Register."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from navicert.entrypoints.cli.options import AsJson
from navicert.entrypoints.cli.statuses import DONE, HELD, UNREADABLE


def read(
    *files: str,
    toml: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    json: AsJson = False,
) -> int:
    """Read orders denying export privileges from the text of the Federal Register.

    Example: navicert orders read 2025-23119.txt

    Names, days, kind and terms are taken where the text states them; what could not be read is
    said, with its line. Each file is read, whatever the others are. Ends with 0 when everything
    was read, 3 when something was not, 2 when a file cannot be read or holds no order on export
    privileges.

    Parameters
    ----------
    files
        Texts of notices: plain text as the Federal Register's site or govinfo.gov gives it.
    toml
        Print the orders in the form that 'check --watch', 'screen --watch' and 'lists load' take.
    """
    from navicert.adapters.feeds.anywhere import AnyFeed
    from navicert.casework.read_orders import read_orders
    from navicert.entrypoints.cli import orders_answer, terminal

    if not files:
        from navicert.errors import UnreadableFile

        raise UnreadableFile("no file: name the texts of the notices to read")
    with terminal.busy("reading ..."):
        found = read_orders(files, AnyFeed())
    if toml:
        orders_answer.write_toml(found)
    elif json:
        terminal.write_json([orders_answer.document(one) for one in found])
    else:
        orders_answer.show(found, terminal.console())
    if any(one.others or one.unreadable for one in found):
        return UNREADABLE
    whole = all(order.is_complete for one in found for order in one.orders)
    return DONE if whole else HELD
