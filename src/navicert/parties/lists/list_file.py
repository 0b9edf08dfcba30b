"""A list's file as it came: its name and bytes, and the views by which a reader tells its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from navicert.errors import InputError
from navicert.parties.lists.rows import header_of
from navicert.parties.lists.unpack import MOST_BYTES, parts_of, text_of, unpacked

_ZIP_MAGIC = b"PK\x03\x04"
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_PROLOG = 4096
LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read as a stream; OFAC's advanced form has more than 100 million."""


@dataclass(frozen=True)
class ListFile:
    """One file, packed or not; what it holds is worked out once, when a reader asks."""

    name: str
    content: bytes

    @cached_property
    def plain(self) -> bytes:
        """Its bytes without gzip around them; raises as ``unpack.unpacked`` does."""
        return unpacked(self.name, self.content)

    @cached_property
    def text(self) -> str:
        """Its text; raises as ``unpack.text_of`` does."""
        return text_of(self.name, self.content)

    @property
    def ending(self) -> str:
        """The end of its name, in lower case and without ``.gz``: ``.csv``, ``.xml`` ...

        >>> ListFile("SDN.CSV.gz", b"").ending
        '.csv'
        """
        stem = self.name.lower().removesuffix(".gz")
        return f".{stem.rpartition('.')[2]}" if "." in stem else ""

    @property
    def is_zip(self) -> bool:
        """Whether it is a ZIP archive, as every XLSX workbook is."""
        return self.content.startswith(_ZIP_MAGIC)

    @property
    def root(self) -> str:
        """The name of the first XML element without its prefix, empty when there is none.

        >>> ListFile("a.xml", b"<?xml version='1.0'?><x:export date='1'>").root
        'export'
        """
        start = self.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if self.is_zip or not start.startswith(b"<"):
            return ""
        found = _ROOT.search(start)
        return found[1].decode("ascii") if found else ""

    def pieces(self, most: int = MOST_BYTES) -> Iterator[bytes]:
        """Give its bytes without gzip around them, piece by piece and at most so many."""
        return parts_of(self.name, self.content, most)

    @cached_property
    def head(self) -> bytes:
        """Its first bytes without gzip around them; raises as ``unpack.unpacked`` does."""
        return next(self.pieces(LARGEST), b"")[:_PROLOG]

    def header(self, delimiter: str) -> frozenset[str]:
        """Give the columns that its first line names; none when it is no text."""
        if self.is_zip or self.root:
            return frozenset()
        try:
            return header_of(self.text, delimiter)
        except InputError:
            return frozenset()
