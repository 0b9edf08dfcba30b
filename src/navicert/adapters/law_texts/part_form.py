"""A part of the regulation as plain text with marked sections, in two forms.

One marks a section with ``### EAR-742.6 [section]`` and prints its citation and heading below, then
its text; blocks of other kinds repeat paragraphs of it. The other prints the heading, then
``#### § § 742.6``, then the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from navicert.adapters.law_texts.text import Text, Texts, gathered, one_line

_BLOCK = re.compile(
    r"^### EAR-(?P<section>7\d{2}\.\d{1,3})(?:\([^)\n]*\))* \[(?P<kind>\w+)\]$", re.MULTILINE
)
_MARK = re.compile(r"^#### (?:§ ?)+(?P<section>7\d{2}\.\d{1,3})$", re.MULTILINE)
_HEADING = re.compile(r"^\s*§ ?(?P<section>7\d{2}\.\d{1,3})\s+(?P<heading>\S.*)$")
_PART = re.compile(r"^\s*(?:#+ )?(?:PART|Part|SUBCHAPTER|Subchapter) \w+(?:—.*)?$")


def is_of_this_form(text: str) -> bool:
    """Tell whether sections are marked in one of the two ways."""
    return bool(_BLOCK.search(text) or _MARK.search(text))


def read(text: str, file: str) -> Texts:
    """Give every section of the file."""
    form = _in_blocks if _BLOCK.search(text) else _under_marks
    return gathered(form(text), file)


def _in_blocks(text: str) -> Iterator[tuple[str, Text]]:
    marks = list(_BLOCK.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        if mark["kind"] == "section":
            heading, below = "", list[str]()
            for line in _lines(text[mark.end() : end]):
                found = _HEADING.match(line)
                if found and not heading:
                    heading, below = found["heading"], []
                else:
                    below.append(line)
            yield mark["section"], Text(heading, "\n".join(below))


def _under_marks(text: str) -> Iterator[tuple[str, Text]]:
    marks = list(_MARK.finditer(text))
    before = _lines(text[: marks[0].start()])
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        lines = _lines(text[mark.end() : end])
        found = _HEADING.match(before[-1]) if before else None
        heading = found["heading"] if found and found["section"] == mark["section"] else ""
        yield mark["section"], Text(heading, "\n".join(_without_next_heads(lines)))
        before = lines


def _without_next_heads(lines: list[str]) -> list[str]:
    """Leave out the heading of the next section, and from where the next part begins."""
    kept = lines[:-1] if lines and _HEADING.match(lines[-1]) else lines
    for number, line in enumerate(kept):
        if _PART.match(line):
            return kept[:number]
    return kept


def _lines(text: str) -> list[str]:
    return [line for line in map(one_line, text.splitlines()) if line]
