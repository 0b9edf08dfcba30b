"""The rows of an XLSX workbook's first sheet, unpacked within limits before anybody reads it.

The library that reads it keeps a place for every cell up to the last one named, so that a small
file could fill the memory: sizes and cells are looked at first, and the parts packed anew.
"""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from navicert.errors import FileTooLarge, UnreadableFile
from navicert.parties.lists import sheet_extent
from navicert.parties.lists.sheet_extent import Limits
from navicert.parties.lists.unpack import MOST_BYTES

MOST_PARTS = 500
MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_CELLS = 8_000_000
"""Rows times columns: a place is kept for each, empty or not."""
MOST_CHARACTERS = 64_000_000
"""In all cells together that share texts."""
MOST_TEXT = 131_072
"""Characters of one cell, as many as a cell of a CSV file may have."""

_LIMITS = Limits(MOST_ROWS, MOST_COLUMNS, MOST_CELLS, MOST_CHARACTERS)
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
_HEADER, _LENGTHS = 30, 26
"""Of a part in the archive: how long its header is, and where in it the lengths stand."""

_Raw = int | float | str | bool | time | date | datetime | timedelta


def rows(file: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not blank with its number, its cells as text.

    Raises ``UnreadableFile`` when it is no whole workbook, ``FileTooLarge`` with the limit.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(_repacked(file, content)))
        if not book.sheet_names:
            raise UnreadableFile(f"{file}: the workbook has no sheet")
        found = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise UnreadableFile(f"{file}: not a whole XLSX file: {str(error)[:200]}") from None
    for line, cells in enumerate(found, start=1):
        texts = [_text(f"{file}:{line}", cell) for cell in cells]
        if any(texts):
            yield line, texts


def _text(place: str, value: _Raw) -> str:
    """Write a cell as people see it; a day in the form of ISO 8601."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        raise UnreadableFile(f"{place}: a cell holds {value}, which is no number: mend the cell")
    if isinstance(value, int | float):
        return f"{value:.0f}" if value == int(value) else format(value, ".15g")
    text = str(value).strip()
    if "\0" in text:
        raise UnreadableFile(f"{place}: a NUL character in a cell")
    if len(text) > MOST_TEXT:
        message = f"{place}: a cell of {len(text):,} characters; the longest may have {MOST_TEXT:,}"
        raise FileTooLarge(message)
    return text


def _repacked(file: str, content: bytes) -> bytes:
    whole = io.BytesIO()
    if len(content) > MOST_BYTES:
        raise FileTooLarge(f"{file}: more than {MOST_BYTES:,} bytes")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _unpacked(file, content, archive.infolist())
    except (*_BROKEN, ValueError, struct.error) as error:
        message = f"{file}: not a whole XLSX file: {str(error) or type(error).__name__}"
        raise UnreadableFile(message) from None
    sheet_extent.check(parts, _LIMITS, file)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return whole.getvalue()


def _unpacked(file: str, content: bytes, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    length = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableFile(f"{file}: the workbook is encrypted; save it without a password")
        if entry.filename in parts or len(parts) >= MOST_PARTS:
            raise UnreadableFile(f"{file}: a part that stands twice, or more than {MOST_PARTS}")
        if entry.filename.endswith((".xml", ".rels")):
            parts[entry.filename] = _inflated(content, entry, MOST_BYTES - length)
            length += len(parts[entry.filename])
        if length > MOST_BYTES:
            raise FileTooLarge(f"{file}: unpacks to more than {MOST_BYTES:,} bytes")
        if entry.filename in parts and zlib.crc32(parts[entry.filename]) != entry.CRC:
            raise UnreadableFile(f"{file}: {entry.filename[:80]} is damaged: save it again")
    return parts


def _inflated(content: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack one part, one byte past the limit at most, whatever size its directory states."""
    lengths = struct.unpack_from("<HH", content, entry.header_offset + _LENGTHS)
    start = entry.header_offset + _HEADER + sum(lengths)
    packed = content[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile(f"packed in way {entry.compress_type}, which no workbook has")
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most + 1)
