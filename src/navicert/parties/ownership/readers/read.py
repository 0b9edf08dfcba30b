"""Read any register: tell its form, read it whole or not at all, and flag what is odd."""

from __future__ import annotations

import hashlib
from datetime import date

from navicert.errors import UnknownListFormat, UnreadableFile
from navicert.parties.lists.list_file import ListFile
from navicert.parties.ownership.readers import bods, ftm, table
from navicert.parties.ownership.register import Contents, Flags, Register, look_over


def read(name: str, content: bytes, title: str = "", as_of: date | None = None) -> Register:
    """Read a register from the bytes of its file; ``name`` is what messages call it.

    ``title`` is what it is called, else the name of the file without its folder and ending.
    Raises ``UnreadableFile``, ``FileTooLarge``, ``UnknownListFormat`` or ``ListRowRefused``.
    """
    flags = Flags()
    contents = _contents(ListFile(name, content), flags)
    if not contents.stakes:
        raise UnreadableFile(f"{name}: it has no stake: give the whole register")
    look_over(contents.stakes, flags)
    return Register(
        title=title or contents.title or _called(name),
        form=contents.form,
        as_of=as_of or contents.as_of,
        digest=hashlib.sha256(content).hexdigest(),
        entities=contents.entities,
        stakes=contents.stakes,
        flags=tuple(flags.kept),
        flagged=flags.count,
        left_out=contents.left_out,
    )


def _contents(file: ListFile, flags: Flags) -> Contents:
    if bods.tells(file):
        return bods.read_file(file, flags)
    if ftm.tells(file):
        return ftm.read_file(file, flags)
    if table.tells(file):
        return table.read_file(file, flags)
    known = "a table (CSV, XLSX) with the columns owner and owned, BODS 0.4 or FollowTheMoney JSON"
    raise UnknownListFormat(f"{file.name}: no form of a register that we read: {known}")


def _called(name: str) -> str:
    """Give a file's name without its folder and ending.

    >>> _called("registers/group.csv.gz")
    'group'
    """
    base = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return base.removesuffix(".gz").rpartition(".")[0] or base
