"""Template of a table of parties to screen: its columns, with one row filled in."""

from __future__ import annotations

from navicert.adapters.orders.read import Form
from navicert.adapters.party_tables import columns
from navicert.adapters.templates.example_rows import written

_EXAMPLE = {
    "reference": "C-1001",
    "name": "Sample Works Co., Ltd.",
    "aliases": "Sample Works | SW Holding",
    "kind": "company",
    "address": "1 Sample Road, Shenzhen",
    "country": "CN",
    "registration": "9144030",
}


def template(form: Form) -> bytes:
    """Give a table to fill in, which reads back without error as it is.

    Raises ``UnreadableFile`` for a form that has no table.
    """
    names = list(columns.names())
    return written(form, [names, [_EXAMPLE.get(name, "") for name in names]], "parties")
