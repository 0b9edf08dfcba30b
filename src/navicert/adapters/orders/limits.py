"""How big a file of an order may be, so that no file stalls the desk or fills its memory."""

from __future__ import annotations

MOST_BYTES = 32 * 1024 * 1024
"""Of a JSON, CSV or XLSX file."""

MOST_BYTES_TOML = 16 * 1024 * 1024
"""Of a TOML file: the reader takes about 1.5 MB a second."""

MOST_UNPACKED = 128 * 1024 * 1024
"""Of all that an XLSX file unpacks to."""

MOST_RATIO = 200
"""Times that an XLSX file may grow; honest sheets stay below 60."""

MOST_ENTRIES = 1_000
"""Files within an XLSX file."""

MOST_ROWS = 100_001
"""Rows of a table, the header included."""

MOST_COLUMNS = 500
MOST_CELLS = 5_000_000
"""Rows times columns: the sheet reader keeps a place for each, empty or not."""

MOST_CHARACTERS = 64_000_000
"""In all cells of a sheet together that share texts: the sheet reader copies them for each."""

MOST_NESTING = 420
"""Tables and lists within each other: two for each level of a bill of materials, and the rest."""

MOST_TABLES = 1_500_000
"""Tables and lists in a document of JSON or TOML, all together."""


def megabytes(count: int) -> str:
    """Write a count of bytes.

    >>> megabytes(MOST_BYTES)
    '32 MB'
    """
    return f"{-(-count // (1024 * 1024)):,} MB"
