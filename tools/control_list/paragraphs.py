"""The paragraphs of each entry's list of items: their letters and numbers, and nothing else.

A paragraph that the list reserves holds no item and is left out. An entry whose items stand in its
heading has no row: its paragraphs are open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tools.control_list.official import OfficialEntry

HEADER = ("eccn", "paragraphs", "citation")
_LABEL = re.compile(
    r"(?:List of Items Controlled )?(?:Items:? ?)?\.?"
    r"(?P<path>[a-z](?:\.[a-z0-9]{1,3})*)(?P<end>\.*)(?P<text>[\s'“].*|$)"
)
_RESERVED = re.compile(
    r"\s*((to|through|and) \.?[a-z][a-z0-9.]*\.?\s*)?\[?reserved\]?\.?", re.IGNORECASE
)


def rows(official: Sequence[OfficialEntry]) -> list[Mapping[str, str]]:
    """Write a row for every entry whose list of items has lettered paragraphs."""
    found = ((entry.symbol, paths_of(entry.items)) for entry in official)
    return [
        {
            "eccn": symbol,
            "paragraphs": ";".join(paths),
            "citation": f"15 CFR Supp. 1 to 774 ECCN {symbol}",
        }
        for symbol, paths in sorted(found)
        if paths
    ]


def paths_of(items: Iterable[str]) -> tuple[str, ...]:
    """Give the deepest paragraphs of a list of items, in its order; those above are implied.

    >>> paths_of(["a. Tools:", "a.1. One;", "a.2 [Reserved]", "b.-d. [Reserved]", "x. Parts."])
    ('a.1', 'x')
    """
    named = list(dict.fromkeys(path for text in items for path in _path(text)))
    return tuple(path for path in named if not any(other.startswith(f"{path}.") for other in named))


def _path(text: str) -> tuple[str, ...]:
    """Give the label of a text, none where it has none or is reserved."""
    found = _LABEL.match(text)
    if found is None or _RESERVED.fullmatch(found["text"]):
        return ()
    if not found["end"] and "." not in found["path"]:
        return ()
    return (found["path"],)
