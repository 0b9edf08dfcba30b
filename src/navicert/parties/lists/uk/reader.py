"""Read the UK Sanctions List in either of its forms.

Source: Foreign, Commonwealth and Development Office, "The UK Sanctions List" (Sanctions and
Anti-Money Laundering Act 2018).
"""

from __future__ import annotations

from navicert.errors import InputError
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.uk import elements, table


def tells(file: ListFile) -> bool:
    """Tell whether a file is in one of these forms, by its first element or its header."""
    if file.is_zip or file.root:
        return file.root == elements.ROOT
    try:
        return table.tells(file.text)
    except InputError:
        return False


def read_file(file: ListFile) -> Contents:
    """Read a file of these forms."""
    if file.root:
        return elements.read(file)
    return table.read(file.name, file.text)
