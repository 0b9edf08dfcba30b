"""``navicert template``: an order, a list of your own, or a table of parties, to fill in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from navicert.errors import UnreadableFile


def template(
    form: Literal["toml", "json", "csv", "xlsx"] = "toml",
    /,
    *,
    of: Literal["order", "list", "parties"] = "order",
    output: Annotated[Path | None, Parameter(show_default=False)] = None,
) -> None:
    """Write an order, a list or a table of parties to fill in; it reads back as it is.

    Example: navicert template xlsx --output order.xlsx

    Parameters
    ----------
    form
        toml explains every key; csv and xlsx have one line of the order each row.
    of
        What to fill in: an order, a list of your own, or parties to screen (both csv or xlsx).
    output
        The file to write, never over one that is there; else the standard output.
    """
    from navicert.adapters.orders.read import Form
    from navicert.adapters.templates import lists, orders, parties

    if output is None and form == "xlsx" and sys.stdout.isatty():
        message = "a workbook cannot be printed: add --output order.xlsx"
        raise UnreadableFile(message)
    content = {"order": orders, "list": lists, "parties": parties}[of].template(Form(form))
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        _write(output, content)


def _write(output: Path, content: bytes) -> None:
    try:
        with output.open("xb") as file:
            file.write(content)
    except FileExistsError:
        message = f"{output}: is there already; name another file"
        raise UnreadableFile(message) from None
    except OSError as error:
        message = f"{output}: cannot be written: {error.strerror}"
        raise UnreadableFile(message) from None
    sys.stderr.write(f"written: {output}\n")
