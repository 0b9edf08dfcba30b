"""An index as one run of bytes: written once, then looked at where it lies, without reading it.

The bytes may be a file mapped into memory, which several processes then share.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from mmap import mmap
from typing import Final
from zlib import crc32

import msgspec

from navicert.parties.screening.navicert_1.card import VERSION
from navicert.parties.screening.navicert_1.index.arrays import CODE, Rows, Table
from navicert.parties.screening.navicert_1.index.build import Content, Likenesses

_MAGIC = b"navicert index 4\n"
_ALIGNED = 8
_FLOAT: Final = "f"
_DOUBLE: Final = "d"


class _Head(msgspec.Struct, frozen=True):
    """What is where: for each part its length in bytes; and what proves that nothing is cut off."""

    matcher: str
    byteorder: str
    lengths: tuple[int, ...]
    checksum: int


def pack(content: Content) -> bytes:
    """Write an index; the same content gives the same bytes on machines of one byte order."""
    parts = [bytes(part) for part in _parts(content)]
    body = b"".join(part + bytes(-len(part) % _ALIGNED) for part in parts)
    lengths = tuple(map(len, parts))
    head = msgspec.msgpack.encode(_Head(VERSION, sys.byteorder, lengths, crc32(body)))
    start = _MAGIC + len(head).to_bytes(4, "big") + head
    return start + bytes(-len(start) % _ALIGNED) + body


def unpack(buffer: bytes | memoryview | mmap) -> Content | None:
    """Look at an index that was packed; None when it is of another version, or damaged."""
    view = memoryview(buffer).cast("B")
    head, start = _head(view)
    if head is None or (head.matcher, head.byteorder) != (VERSION, sys.byteorder):
        return None
    body = view[start + -start % _ALIGNED :]
    if crc32(body) != head.checksum:
        return None
    parts, place = list[memoryview](), 0
    for length in head.lengths:
        parts.append(body[place : place + length])
        place += length + -length % _ALIGNED
    return _content(parts)


def _head(view: memoryview) -> tuple[_Head | None, int]:
    start = len(_MAGIC) + 4
    if bytes(view[: len(_MAGIC)]) != _MAGIC or len(view) < start:
        return None, 0
    length = int.from_bytes(view[len(_MAGIC) : start], "big")
    try:
        head = msgspec.msgpack.decode(view[start : start + length], type=_Head)
    except msgspec.MsgspecError:
        return None, 0
    return head, start + length


def _parts(content: Content) -> Iterator[bytes | memoryview | memoryview[float]]:
    yield "\n".join(content.surfaces).encode("ascii")
    yield content.meant
    yield content.sounds
    for rows in (content.names, content.postings):
        yield rows.starts
        yield rows.values
    for table in (content.by_word, content.by_name):
        yield table.starts
        yield table.hashes
        yield table.values
    yield content.norms
    if (kept := content.likenesses) is not None:
        yield kept.rows.starts
        yield kept.rows.values
        yield kept.codes
        yield kept.ways
        yield kept.degrees


def _content(parts: list[memoryview]) -> Content:
    text = bytes(parts[0]).decode("ascii")
    numbers = [part.cast(CODE) for part in parts[1:_NORMS]]
    return Content(
        surfaces=tuple(text.split("\n")) if text else (),
        meant=numbers[0],
        sounds=numbers[1],
        names=Rows(numbers[2], numbers[3]),
        postings=Rows(numbers[4], numbers[5]),
        by_word=Table(numbers[6], numbers[7], numbers[8]),
        by_name=Table(numbers[9], numbers[10], numbers[11]),
        norms=parts[_NORMS].cast(_FLOAT),
        likenesses=_likenesses(parts[_NORMS + 1 :]),
    )


_NORMS = 13


def _likenesses(parts: list[memoryview]) -> Likenesses | None:
    if not parts:
        return None
    starts, values, codes, ways = (part.cast(CODE) for part in parts[:-1])
    return Likenesses(Rows(starts, values), codes, parts[-1].cast(_DOUBLE), ways)
