"""The names in one cell: what a list writes around a name, such as ``A/K/A`` or ``(acronym)``.

The cell as it stands is always the first name, so that nothing is lost by reading it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from navicert.facts.listing import ListedName, NameKind

_ALSO = r"[AD]\s*[./]\s*[KB]\s*[./]\s*A\b\.?|\baka\b"
_FORMERLY = r"F\s*[./]\s*K\s*[./]\s*A\b\.?|\bfka\b"
_BETWEEN = re.compile(rf"\s+(?:(?P<also>{_ALSO})|(?P<former>{_FORMERLY}))\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*")
_MARKED = re.compile(rf"(?:(?P<also>{_ALSO})|(?P<former>{_FORMERLY}))[:,]?\s*", re.IGNORECASE)
_SUCCESSORS = re.compile(r",?\s+and (?:any|its) (?:successor|sub-?units?\b).*$", re.IGNORECASE)
_PART_OF = re.compile(r"\.\s+(?:Affiliated Entity:|Subordinate Institution -)\s*", re.IGNORECASE)
_MARKS = re.compile(
    rf"[(\[]|{_ALSO}|{_FORMERLY}|{_SUCCESSORS.pattern}|{_PART_OF.pattern}", re.IGNORECASE
)
_LEAST_WORDS = 3


def parse(cell: str) -> tuple[ListedName, ...]:
    """Give the whole cell first, then each name that it holds.

    >>> [name.text for name in parse("FUYI SUN A/K/A FRANK SUN")]
    ['FUYI SUN A/K/A FRANK SUN', 'FUYI SUN', 'FRANK SUN']
    >>> [name.text for name in parse("Works (f.k.a. Old Works) and any successor thereof")][1:]
    ['Works', 'Old Works']
    """
    names = {cell: NameKind.PRIMARY}
    spaced = " ".join(cell.split())
    if _MARKS.search(spaced):
        for text, kind in _within(spaced):
            names.setdefault(" ".join(text.strip(" ,;").split()), kind)
    return tuple(ListedName(text, kind) for text, kind in names.items() if text)


def listed(cell: str, others: str) -> tuple[ListedName, ...]:
    """Give the names of a cell, then those of a cell of aliases that semicolons divide."""
    names = {name.text: name for name in parse(cell)}
    for part in others.split(";"):
        if text := part.strip():
            names.setdefault(text, ListedName(text, NameKind.ALIAS))
    return tuple(names.values())


def _within(cell: str) -> Iterator[tuple[str, NameKind]]:
    named = _SUCCESSORS.sub("", cell)
    owner, *parts = _PART_OF.split(named)
    for text in parts or [owner]:
        kind = NameKind.ALIAS
        for piece in _pieces(text):
            if isinstance(piece, NameKind):
                kind = piece
            else:
                yield from _outside_and_inside(piece, kind)


def _pieces(text: str) -> Iterator[str | NameKind]:
    start = 0
    for found in _BETWEEN.finditer(_hidden(text)):
        yield text[start : found.start()]
        yield NameKind.FORMER if found["former"] else NameKind.ALIAS
        start = found.end()
    yield text[start:]


def _hidden(text: str) -> str:
    """Blank out what stands in brackets, at equal length, so that no split falls into it."""
    return _BRACKETS.sub(lambda found: "_" * len(found[0]), text)


def _outside_and_inside(text: str, kind: NameKind) -> Iterator[tuple[str, NameKind]]:
    if not text.lstrip().startswith(("(", "[")):
        yield _BRACKETS.sub(" ", text), kind
    for found in _BRACKETS.finditer(text):
        inside = found["inside"].strip()
        if marked := _MARKED.match(inside):
            former = NameKind.FORMER if marked["former"] else NameKind.ALIAS
            for name in inside[marked.end() :].split(","):
                yield name, former
        elif len(inside.split()) >= _LEAST_WORDS:
            yield inside, NameKind.ALIAS
