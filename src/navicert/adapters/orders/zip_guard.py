"""A guard before the workbook reader: only a sheet whose true size is known and small passes.

The reader unpacks whatever the bytes hold and keeps a place for every cell up to the last one
named, so that a small file could take all memory. Here the directory is judged first, then the
parts are unpacked within the limit, their cells looked at, and packed anew without compression.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from navicert.adapters.orders import limits
from navicert.errors import FileTooLarge, UnreadableFile
from navicert.parties.lists import sheet_extent
from navicert.parties.lists.sheet_extent import Limits

_KEPT = (".xml", ".rels")
_LIMITS = Limits(limits.MOST_ROWS, limits.MOST_COLUMNS, limits.MOST_CELLS, limits.MOST_CHARACTERS)
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


def repack(data: bytes, file: str) -> bytes:
    """Give the same workbook, unpacked within the limits and packed without compression.

    Raises:
        UnreadableFile: when it is not a whole, plain ZIP archive of XML parts.
        FileTooLarge: with the limit that it goes past.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _judge(entries, len(data), file)
            parts = _unpack(archive, entries, file)
    except (*_BROKEN, ValueError, KeyError) as error:
        message = f"{file}: not a whole XLSX file: {str(error) or type(error).__name__}"
        raise UnreadableFile(message) from None
    sheet_extent.check(parts, _LIMITS, file)
    return _pack(parts)


def _judge(entries: list[zipfile.ZipInfo], size: int, file: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > limits.MOST_ENTRIES:
        raise FileTooLarge(f"{file}: {len(entries):,} parts; the most are {limits.MOST_ENTRIES:,}")
    if unpacked > limits.MOST_UNPACKED:
        most = limits.megabytes(limits.MOST_UNPACKED)
        raise FileTooLarge(f"{file}: unpacks to {limits.megabytes(unpacked)}; the most are {most}")
    if unpacked > size * limits.MOST_RATIO:
        raise FileTooLarge(f"{file}: unpacks to more than {limits.MOST_RATIO} times its size")


def _unpack(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], file: str
) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableFile(f"{file}: the workbook is encrypted; save it without a password")
        if entry.filename in parts:
            raise UnreadableFile(f"{file}: the part {entry.filename[:80]} stands twice")
        if entry.filename.endswith(_KEPT):
            with archive.open(entry) as part:
                parts[entry.filename] = part.read(entry.file_size)
    return parts


def _pack(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return whole.getvalue()
