"""Hard-wrapped text made whole: lines into paragraphs, without page marks and notes in between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

Line = tuple[int, str]
"""The number of a line in the file, and its text."""

_PAGE_MARK = re.compile(r"\s*\[\[\s?Page \d{1,7}\s?\]\]\s*")
_RULE = re.compile(r"\s*-{5,}\s*")
_NOTE = re.compile(r"\s*\\\d{1,3}\\")
_MOST_NOTE = 200
"""Lines of a block of footnotes."""

_BEGINS = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b\s?,"
    r"|\(?[A-H][.)] [A-Z]"
    r"|It is (?:therefore|hereby)|Accordingly, it is|IT IS |In the Matter|Dated[:,]"
    r"|Issued |Entered "
    r"|\[FR Doc|BILLING CODE|This Order|DEPARTMENT OF|Bureau of|Pursuant to"
)
_ENDED = re.compile(r"[.:;)\]\"]$|\b(?:or|and)$")
_ALWAYS = re.compile(r"\[FR Doc|BILLING CODE|DEPARTMENT OF|First\b")


def joined(lines: list[Line], most: int) -> list[Line]:
    """Give the paragraphs, each on one line with the number of its first; ``most`` characters."""
    margin = _margin(lines)
    return [
        (group[0][0], _one_line([text for _, text in group]))
        for group in _groups(_flowing(lines, margin), margin, most)
    ]


def _margin(lines: list[Line]) -> int:
    """Give the indent that most lines have; a paragraph begins where one has more."""
    indents = Counter(_indent(text) for _, text in lines if text.strip())
    return max(indents, key=lambda indent: (indents[indent], -indent), default=0)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _flowing(lines: list[Line], margin: int) -> list[Line]:
    """Leave out page marks, and put footnotes at the end, so that a sentence runs on over them."""
    kept: list[Line] = []
    notes: list[Line] = []
    place, cut = 0, False
    while place < len(lines):
        taken = _note_at(lines, place)
        if taken or _PAGE_MARK.fullmatch(lines[place][1]):
            notes += lines[place + 1 : place + taken - 1] if taken else []
            place, cut = place + (taken or 1), True
            continue
        if cut and not lines[place][1].strip():
            place += 1
            continue
        if cut and _indent(lines[place][1]) <= margin:
            _drop_blanks(kept)
        kept.append(lines[place])
        place, cut = place + 1, False
    return [*kept, (0, ""), *notes]


def _drop_blanks(kept: list[Line]) -> None:
    while kept and not kept[-1][1].strip():
        kept.pop()


def _note_at(lines: list[Line], place: int) -> int:
    """Give how many lines a block of footnotes has that begins here; 0 where none does."""
    if not _RULE.fullmatch(lines[place][1]):
        return 0
    block = lines[place + 1 : place + _MOST_NOTE]
    inner = list(takewhile(lambda line: not _RULE.fullmatch(line[1]), block))
    first = next((text for _, text in inner if text.strip()), "")
    return len(inner) + 2 if _NOTE.match(first) and len(inner) < len(block) else 0


def _groups(lines: list[Line], margin: int, most: int) -> Iterator[list[Line]]:
    """Give the lines of each paragraph: a blank line, an indent or a clause's head begins one."""
    group: list[Line] = []
    size = 0
    for number, line in lines:
        text = line.strip()
        begins = not text or _indent(line) > margin or _opens(group, text)
        if group and (begins or size > most):
            yield group
            group, size = [], 0
        if text:
            group.append((number, text))
            size += len(text)
    if group:
        yield group


def _opens(group: list[Line], text: str) -> bool:
    """Tell whether a line begins a paragraph, and not only a line of the one before."""
    if not group or _ALWAYS.match(text):
        return True
    return _BEGINS.match(text) is not None and _ENDED.search(group[-1][1]) is not None


def _one_line(lines: list[str]) -> str:
    """Join wrapped lines; a hyphen before a small letter was only the line's end."""
    parts: list[str] = []
    for line in lines:
        if parts and parts[-1].endswith("-") and line[:1].islower():
            parts[-1] = parts[-1] + line if parts[-1].endswith("in-") else parts[-1][:-1] + line
        elif parts and parts[-1].endswith("-"):
            parts[-1] += line
        else:
            parts.append(line)
    return " ".join(parts)
