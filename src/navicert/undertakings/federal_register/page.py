"""A document's text as paragraphs with their lines, freed of what only the printed page has.

The text comes as the Federal Register's site has it (one line a paragraph), as its plain text
(hard-wrapped, with ``[[Page 12345]]``), or as XML; page marks are kept apart, with their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from navicert.errors import FileTooLarge, UnreadableFile
from navicert.undertakings.federal_register.wrapped import joined

MOST_CHARACTERS = 2_000_000
"""Of a file; the longest order has some hundred thousand, with all its tables."""
MOST_PARAGRAPH = 20_000
"""Characters of a paragraph; a longer one is parted at the end of a sentence."""
FLAT = 3_000
"""Characters of a paragraph from which on it may be a whole document on one line."""
WRAPPED_AT = 110
"""A text without a line longer than this was wrapped by hand."""

_PAGE = re.compile(r"\(\s{0,3}printed page (\d{1,7})\s{0,3}\)|\[\[\s?Page (\d{1,7})\s?\]\]")
_FOOTNOTE = re.compile(r"\[\s{0,3}\d{1,3}\s{0,3}\]|\\\d{1,3}\\")
_INLINE = re.compile(r"</?(?:E|I|B|SU|FTREF|em|i|b|sup|strong|span|a)\b[^<>\n]{0,200}>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<\?[^<>\n]{0,200}>")
_FURNITURE = re.compile(
    r"Federal Register ?/ ?Vol\.|\w+ on DSK\w+|VerDate|\d{4,6}$|Jkt \d|Frm \d|Sfmt \d"
    r"|Download as PDF"
)
_HEADS = re.compile(
    r"(?<=[.:;)]) (?=(?:Accordingly, it|It) is (?:therefore|hereby|further|so)\b"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) ?, "
    r"|[A-H]\. [A-Z]|\[FR Doc|Dated: |This Order )"
)
_RUNNING = 2_000
# Curly marks become straight ones, and each dash that looks like a hyphen becomes one.
_QUOTES = str.maketrans(
    dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}`", "'")
    | dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}", '"')
    | dict.fromkeys("\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{EN DASH}", "-")
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, on one line, and the line of the file where it begins (from 1)."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document: its paragraphs in order, and the numbers of the pages that it turns to."""

    paragraphs: tuple[Paragraph, ...]
    pages: tuple[int, ...]
    running: str = ""
    """The lines that the printed page repeats: they tell of its volume and its day."""

    def text_until(self, characters: int) -> str:
        """Give the beginning of the document, as long as asked."""
        taken, length = [], 0
        for paragraph in self.paragraphs:
            taken.append(paragraph.text[: characters - length])
            length += len(taken[-1]) + 1
            if length >= characters:
                break
        return "\n".join(taken)


def open_page(file: str, text: str) -> Page:
    """Make paragraphs of a text.

    Raises FileTooLarge for more than any order has, UnreadableFile for what is no text.
    """
    if len(text) > MOST_CHARACTERS:
        raise FileTooLarge(f"{file}: more than {MOST_CHARACTERS:,} characters: not one notice")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableFile(f"{file}:{line}: a NUL character: give the text of the notice")
    every = _lines(_TAG.sub("\n", _INLINE.sub("", text)) if _is_marked_up(text) else text)
    lines = [(number, line) for number, line in every if not _FURNITURE.match(line.strip())]
    wrapped = max((len(line) for _, line in lines), default=0) <= WRAPPED_AT
    whole = joined(lines, MOST_PARAGRAPH) if wrapped else lines
    pages = tuple(int(a or b) for _, line in lines for a, b in _PAGE.findall(line))
    plain = (part for one in whole for part in _parted(_plain(*one)) if part.text)
    repeated = [line.strip() for _, line in every if _FURNITURE.match(line.strip())]
    return Page(tuple(plain), pages, "\n".join(repeated[:20])[:_RUNNING])


def _is_marked_up(text: str) -> bool:
    return len(_TAG.findall(text[:20_000])) > 4  # noqa: PLR2004 - one stray mark is no markup


def _lines(text: str) -> list[tuple[int, str]]:
    split = text.translate(_QUOTES).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [(number, part) for number, line in enumerate(split, 1) for part in _pieces(line)]


def _pieces(line: str) -> Iterator[str]:
    """Part a line that is longer than any paragraph, where a sentence ends if one does."""
    while len(line) > MOST_PARAGRAPH:
        at = line.rfind(". ", 1, MOST_PARAGRAPH) + 1 or MOST_PARAGRAPH
        yield line[:at]
        line = line[at:]
    yield line


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Part a document that stands on one line at the heads of its ordering paragraphs."""
    texts = _HEADS.split(paragraph.text) if len(paragraph.text) > FLAT else [paragraph.text]
    return (Paragraph(paragraph.line, text) for text in texts)


def _plain(line: int, text: str) -> Paragraph:
    text = _FOOTNOTE.sub(" ", _PAGE.sub(" ", text))
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return Paragraph(line, _tidy(" ".join(text.split())))


def _tidy(text: str) -> str:
    """Take out the blanks that links leave before a mark."""
    return (
        re.sub(r" (?=[,.;:](?: |$))", "", text)
        .replace("''", '"')
        .replace("( ", "(")
        .replace(" )", ")")
    )
