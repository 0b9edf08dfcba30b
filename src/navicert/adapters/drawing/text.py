"""Text in a drawing: cleaned of what a picture cannot hold, wrapped and cut by its width."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

JOINERS = frozenset("\u200c\u200d")
"""They shape letters in Persian and in Indian scripts; every other format character may deceive."""
LONGEST = 2_000
"""Characters of a text that are looked at; a name of megabytes has no place in a picture."""
CUT = "\u2026"


def clean(text: str) -> str:
    """Give a text without control characters, on one line.

    >>> clean("Mizar" + chr(0) + chr(13) + chr(10) + "Optics" + chr(0x202E) + "!")
    'Mizar Optics!'
    """
    kept = "".join(map(_kept, text[:LONGEST]))
    return " ".join(kept.split()) + (CUT if len(text) > LONGEST else "")


def _kept(one: str) -> str:
    kind = unicodedata.category(one)
    if one.isspace() or kind == "Cc":
        return " " if one.isspace() else ""
    if kind in {"Cf", "Cs", "Co", "Cn"} and one not in JOINERS:
        return ""
    return one


def safe(text: str) -> str:
    """Give a text as XML holds it, in an element or in an attribute.

    >>> safe('<b onload="x">&')
    '&lt;b onload=&quot;x&quot;&gt;&amp;'
    """
    return escape(clean(text), {'"': "&quot;", "'": "&apos;"})


def width(text: str) -> int:
    """Count the columns that a text takes: two for wide letters, none for marks over others.

    >>> width("ZTE"), width("中兴"), width("e" + chr(0x301))
    (3, 4, 1)
    """
    return sum(map(_columns, text))


def _columns(one: str) -> int:
    if unicodedata.combining(one) or one in JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(one) in {"W", "F"} else 1


def wrapped(text: str, columns: int, most: int) -> tuple[str, ...]:
    """Break a text into at most ``most`` lines of ``columns``; the last says that it was cut.

    >>> wrapped("Mizar Optics Trading", 12, 2)
    ('Mizar Optics', 'Trading')
    >>> wrapped("Mizar Optics Trading", 6, 2)
    ('Mizar', 'Optic…')
    """
    lines = [""]
    for word in clean(text).split():
        for piece in _pieces(word, columns):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width(joined) <= columns:
                lines[-1] = joined
            else:
                lines.append(piece)
        if len(lines) > most:
            return (*lines[: most - 1], _fitted(lines[most - 1], columns - 1) + CUT)
    return tuple(lines)


def _pieces(word: str, columns: int) -> list[str]:
    pieces = [""]
    taken = 0
    for one in word:
        if taken + _columns(one) > columns:
            pieces.append("")
            taken = 0
        pieces[-1] += one
        taken += _columns(one)
    return pieces


def _fitted(text: str, columns: int) -> str:
    while width(text) > columns:
        text = text[:-1]
    return text
