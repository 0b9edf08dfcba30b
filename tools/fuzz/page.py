"""The page that a fuzzing process shares with its parent: its counts, and the file it reads now.

So the parent knows the file that crashed the process, filled its memory or never came back.
"""

from __future__ import annotations

import mmap
import struct

from tools.fuzz.mutations import MOST

HEAD = struct.Struct("<QQQQ")
"""Files tried, files that were read, files that broke the reader, and bytes of the file now."""
_NAME = 256
_START = HEAD.size + _NAME
PAGE = _START + 2 * MOST


def show(page: mmap.mmap, counts: tuple[int, int, int], name: str, content: bytes) -> None:
    """Write the counts, and the name and bytes of the file that is tried next."""
    written = content[: PAGE - _START]
    page[HEAD.size : _START] = name.encode().ljust(_NAME, b"\0")[:_NAME]
    page[_START : _START + len(written)] = written
    page[: HEAD.size] = HEAD.pack(*counts, len(written))


def shown(page: mmap.mmap) -> tuple[str, bytes]:
    """Give the name and the bytes of the file that a page shows."""
    size = HEAD.unpack_from(page)[-1]
    return page[HEAD.size : _START].rstrip(b"\0").decode(), page[_START : _START + size]
