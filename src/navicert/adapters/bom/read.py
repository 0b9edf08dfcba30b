"""The door for bills of materials: a path or bytes in, one foreign-made item with its parts out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from navicert.adapters.bom import cyclonedx, table_form
from navicert.adapters.bom.rows import Bill
from navicert.adapters.bom.tree import product
from navicert.adapters.orders.read import Form, bytes_of, form_of
from navicert.errors import UnreadableFile
from navicert.facts.item import Item

Lists = Callable[[str], bool]
"""Whether the Commerce Control List has an entry."""


def read(path: Path, lists: Lists) -> Item:
    """Read the bill in a file: CSV, XLSX or CycloneDX JSON; ``-`` is CycloneDX on standard input.

    Raises:
        UnreadableFile: when there is no such file, or it is not what its name promises.
        FileTooLarge: with the limit.
        EmptyOrder: when there is nothing in it.
        BillRefused: with every contradiction and every missing fact, each with its line.
    """
    return read_bytes(*bytes_of(path), lists)


def read_bytes(data: bytes, file: str, lists: Lists) -> Item:
    """Read a bill from bytes; ``file`` is the name that messages show."""
    form = form_of(data, file)
    if form is Form.TOML:
        raise UnreadableFile(f"{file}: a bill of materials is CSV, XLSX or CycloneDX JSON")
    return product(_PARSERS[form](data, file), lists)


_PARSERS: dict[Form, Callable[[bytes, str], Bill]] = {
    Form.CSV: table_form.parse_csv,
    Form.XLSX: table_form.parse_xlsx,
    Form.JSON: cyclonedx.parse,
}
