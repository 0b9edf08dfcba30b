"""Template of a list of one's own: its columns, with one row filled in."""

from __future__ import annotations

from navicert.adapters.orders.read import Form
from navicert.adapters.templates.example_rows import written
from navicert.parties.lists import sources
from navicert.parties.lists.own import columns


def template(form: Form) -> bytes:
    """Give a list to fill in, which reads back without error as it is.

    Raises ``UnreadableFile`` for a form that has no table.
    """
    example = sources.words("own", "example")
    rows = [list(columns.names()), [example.get(name, "") for name in columns.names()]]
    return written(form, rows, "list")
