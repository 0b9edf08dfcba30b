"""Files in a ZIP archive: put in always alike, and taken out within limits of memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from navicert.errors import FileTooLarge, UnreadableFile
from navicert.parties.lists.unpack import MOST_BYTES

MOST_MEMBERS = 32
"""The OFAC lists, the largest bundles that are read, have four."""

_NO_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


def packed(contents: Mapping[str, bytes]) -> bytes:
    """Pack files as they came; the same files give the same bytes on any day and machine."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.create_system = _UNIX
            archive.writestr(entry, contents[name])
    return whole.getvalue()


def member_names(content: bytes) -> tuple[str, ...]:
    """Give the names that its directory holds; none when it is no ZIP archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return tuple(archive.namelist())
    except (*_BROKEN, ValueError, KeyError):
        return ()


def members(file: str, content: bytes) -> dict[str, bytes]:
    """Give each file by its name, never more of it than the directory says.

    Raises ``FileTooLarge`` past the limits, ``UnreadableFile`` for an archive that is damaged,
    encrypted, or has a name twice.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _judge(file, entries)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (*_BROKEN, ValueError, KeyError) as error:
        reason = str(error) or type(error).__name__
        message = f"{file}: not a whole ZIP archive: {reason}: get it again"
        raise UnreadableFile(message) from None


def _judge(file: str, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_MEMBERS:
        raise FileTooLarge(f"{file}: {len(entries):,} files in it; the most are {MOST_MEMBERS}")
    if unpacked > MOST_BYTES:
        message = f"{file}: unpacks to more than {MOST_BYTES:,} bytes; no list is as long"
        raise FileTooLarge(message)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(f"{file}: it is encrypted; give the list as it was published")
    for name in names:
        if names.count(name) > 1:
            raise UnreadableFile(f"{file}: {name[:80]!r} stands in it twice: get it again")
