"""A guard before the workbook reader: only a sheet whose true size is known and small passes.

The reader unpacks whatever the bytes hold and keeps a place for every cell up to the last one
named, so that a small file could take all memory. Here the directory is judged first, then the
parts are unpacked within the limit, their cells looked at, and packed anew without compression.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lxml import etree

from navicert.adapters.orders import limits
from navicert.errors import FileTooLarge, UnreadableFile

_KEPT = (".xml", ".rels")
_TAGS = ("{*}row", "{*}c")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
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
    for name, part in parts.items():
        _look(part, f"{file}: {name}")
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


def _look(part: bytes, place: str) -> None:
    """Walk the rows and cells of a part; other parts have none."""
    row = column = widest = 0
    try:
        for event, tag in etree.iterparse(
            io.BytesIO(part), events=("start", "end"), tag=_TAGS, resolve_entities=False
        ):
            if event == "end":
                tag.clear()
            elif str(tag.tag).endswith("row"):
                row, column = _row(tag.get("r"), row, place), 0
            else:
                row, column = _cell(tag, row, column, place)
                widest = max(widest, column)
            if row * widest > limits.MOST_CELLS:
                raise FileTooLarge(f"{place}: more than {limits.MOST_CELLS:,} cells")
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"{place}:{error.lineno}: not XML: {error.msg}") from None


def _row(stated: str | None, last: int, place: str) -> int:
    row = last + 1 if stated is None else _number(stated, place)
    if row > limits.MOST_ROWS:
        raise FileTooLarge(
            f"{place}: row {row:,}; the last may be {limits.MOST_ROWS:,}: delete the rows below "
            "your lines, empty ones too"
        )
    return row


def _cell(tag: etree._Element, row: int, last: int, place: str) -> tuple[int, int]:
    stated = tag.get("r")
    if tag.get("t") == "e":
        raise UnreadableFile(f"{place}: cell {(stated or '')[:20]} holds an error such as #REF!")
    if stated is None:
        return row, _column(last + 1, place)
    found = _CELL.fullmatch(stated)
    if not found:
        raise UnreadableFile(f"{place}: {stated[:20]!r} is not the name of a cell")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return max(row, _row(found[2], row, place)), _column(column, place)


def _column(column: int, place: str) -> int:
    if column > limits.MOST_COLUMNS:
        raise FileTooLarge(f"{place}: {column:,} columns; the most are {limits.MOST_COLUMNS}")
    return column


def _number(stated: str, place: str) -> int:
    if not stated.isascii() or not stated.isdigit() or len(stated) > len("1048576"):
        raise UnreadableFile(f"{place}: {stated[:20]!r} is not the number of a row")
    return int(stated)


def _pack(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return whole.getvalue()
