"""``navicert template``: an order, or a list of your own, to fill in."""

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
    of: Literal["order", "list"] = "order",
    output: Annotated[Path | None, Parameter(show_default=False)] = None,
) -> None:
    """Write an order or a list of your own to fill in; it reads back without error as it is.

    Example: navicert template xlsx --output order.xlsx

    Parameters
    ----------
    form
        toml explains every key; csv and xlsx have one line of the order each row.
    of
        What to fill in: an order, or a list of parties of your own (csv or xlsx).
    output
        The file to write, never over one that is there; else the standard output.
    """
    from navicert.adapters.orders.read import Form
    from navicert.adapters.templates import lists, orders

    if output is None and form == "xlsx" and sys.stdout.isatty():
        message = "a workbook cannot be printed: add --output order.xlsx"
        raise UnreadableFile(message)
    content = (lists if of == "list" else orders).template(Form(form))
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
