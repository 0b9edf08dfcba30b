"""Characters that the fonts have; one that they lack is written by its number, never left out."""

from __future__ import annotations

# Latin, Greek and Cyrillic letters, and the signs that Libertinus Serif has among them.
_HELD = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x386, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x4CC),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x203A),
    (0x20A0, 0x20B5),
)
_SIGNS = frozenset("\n№™")


def shown(value: object) -> object:
    """Write every text of a tree with characters that the fonts have.

    >>> shown({"who": "Größe \u4e2d"})
    {'who': 'Größe <U+4E2D>'}
    """
    if isinstance(value, str):
        return "".join(map(_glyph, value.replace("\t", " ")))
    if isinstance(value, dict):
        return {key: shown(one) for key, one in value.items()}
    return [shown(one) for one in value] if isinstance(value, list) else value


def _glyph(character: str) -> str:
    point = ord(character)
    held = character in _SIGNS or any(first <= point <= last for first, last in _HELD)
    return character if held else f"<U+{point:04X}>"
