"""Arrays of whole numbers in one buffer: rows of numbers, and a hash table of key to numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final
from zlib import crc32

Numbers = memoryview
"""Unsigned 32-bit numbers, wherever they lie."""

CODE: Final = "I"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of numbers, one after the other; row ``i`` is ``values[starts[i]:starts[i + 1]]``."""

    starts: Numbers
    values: Numbers

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> Rows:
        """Put rows together."""
        kept = [array(CODE, row) for row in rows]
        starts = array(CODE, accumulate((len(row) for row in kept), initial=0))
        values = array(CODE)
        for row in kept:
            values.extend(row)
        return cls(memoryview(starts), memoryview(values))

    def row(self, position: int) -> list[int]:
        """Give one row."""
        return self.values[self.starts[position] : self.starts[position + 1]].tolist()

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class Table:
    """A hash table: by the low bits of a CRC-32 to a few entries, each with its whole hash."""

    starts: Numbers
    hashes: Numbers
    values: Numbers

    @classmethod
    def of(cls, entries: Iterable[tuple[bytes, int]]) -> Table:
        """Build it from keys and numbers; a key may stand more than once."""
        hashed = [(crc32(key), number) for key, number in entries]
        mask = _mask(len(hashed))
        hashed.sort(key=lambda one: (one[0] & mask, one))
        counts = array(CODE, bytes(4 * (mask + 1)))
        for code, _ in hashed:
            counts[code & mask] += 1
        starts = array(CODE, accumulate(counts, initial=0))
        hashes = array(CODE, [code for code, _ in hashed])
        values = array(CODE, [number for _, number in hashed])
        return cls(memoryview(starts), memoryview(hashes), memoryview(values))

    def get(self, key: bytes) -> list[int]:
        """Give the numbers under a key, none when nobody put any there.

        >>> Table.of([(b"a", 7), (b"b", 8), (b"a", 9)]).get(b"a")
        [7, 9]
        """
        return self.all_of((key,))

    def all_of(self, keys: Iterable[bytes]) -> list[int]:
        """Give the numbers under several keys, one key after the other.

        >>> Table.of([(b"a", 7), (b"b", 8), (b"a", 9)]).all_of([b"b", b"c", b"a"])
        [8, 7, 9]
        """
        starts, hashes, values = self.starts, self.hashes, self.values
        mask, found = len(starts) - 2, list[int]()
        for code in map(crc32, keys):
            bucket = code & mask
            place, end = starts[bucket], starts[bucket + 1]
            while place < end:
                if hashes[place] == code:
                    found.append(values[place])
                place += 1
        return found


def _mask(entries: int) -> int:
    """Give the size of a table less one: a power of two, about one entry a bucket."""
    return (1 << max(4, entries.bit_length())) - 1
