"""How deep a document goes, and how many tables and lists it has."""

from __future__ import annotations

from navicert.adapters.orders.limits import MOST_NESTING, MOST_TABLES
from navicert.errors import FileTooLarge


def check(content: object, file: str) -> None:
    """Go on only if tables and lists stay within the limits; needs no recursion itself.

    Raises:
        FileTooLarge: with the limit.
    """
    level, depth, count = [content], 0, 0
    while level := [inner for value in level for inner in _inside(value)]:
        depth, count = depth + 1, count + len(level)
        if depth > MOST_NESTING:
            raise too_deep(file)
        if count > MOST_TABLES:
            raise FileTooLarge(f"{file}: more than {MOST_TABLES:,} tables and lists in it")


def too_deep(file: str) -> FileTooLarge:
    """Give the error that names the limit."""
    return FileTooLarge(
        f"{file}: tables and lists within each other go deeper than {MOST_NESTING} levels"
    )


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return [inner for inner in value.values() if isinstance(inner, dict | list)]
    if isinstance(value, list):
        return [inner for inner in value if isinstance(inner, dict | list)]
    return []
