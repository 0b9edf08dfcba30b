"""How deep a document goes."""

from __future__ import annotations

from navicert.adapters.orders.limits import MOST_NESTING
from navicert.errors import FileTooLarge


def check(content: object, file: str) -> None:
    """Go on only if tables and lists stay within the limit; needs no recursion itself.

    Raises:
        FileTooLarge: with the limit.
    """
    level, depth = [content], 0
    while level := [inner for value in level for inner in _inside(value)]:
        depth += 1
        if depth > MOST_NESTING:
            raise too_deep(file)


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
