"""The ordering part of a document: its numbered and lettered paragraphs, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from navicert.undertakings.federal_register.page import Page, Paragraph

MOST_PIECES = 300
"""Paragraphs of an ordering part; the longest has about thirty."""

_ORDINAL_WORDS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh"
ORDINALS = tuple(_ORDINAL_WORDS.split())
_NUMBERS: Mapping[str, int] = {name.lower(): n for n, name in enumerate(ORDINALS, 1)}
_ORDERED = re.compile(
    r"\b(?:it is|is) (?:accordingly |further )?(?:therefore|hereby|so|now),?(?: hereby)? ordered\b"
    r"|\bit is (?:further )?ordered\b|\bI (?:hereby )?order\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"({'|'.join(ORDINALS)})\s?,\s?", re.IGNORECASE)
_LETTER = re.compile(r"\(?([A-H])[.)] (?=\S)")
_INNER = re.compile(r"(?<=[:;.]) (?=[A-H]\. [A-Z])|(?<=; or) (?=[A-H]\. [A-Z])")
ACTS = re.compile(r"participate in any way in any transaction involving", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of the ordering part.

    ``ordinal`` is its own number from 1, 0 where it has none; ``letter`` its letter, or empty;
    ``under`` the number that it stands under.
    """

    line: int
    ordinal: int
    letter: str
    under: int
    text: str

    @property
    def label(self) -> str:
        """Give the numbering as the order prints it."""
        name = ORDINALS[self.under - 1] if self.under else ""
        return ".".join(part for part in (name, self.letter) if part)


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands before the ordering part, and the ordering part in pieces."""

    opening: tuple[Paragraph, ...]
    pieces: tuple[Piece, ...]

    @property
    def first(self) -> Piece | None:
        """Give the sentence that names the denied persons and bars them."""
        return next((piece for piece in self.pieces if ACTS.search(piece.text)), None)


def parts_of(page: Page) -> Parts:
    """Find the ordering part; without one there are no pieces."""
    start = _start(page.paragraphs)
    return Parts(page.paragraphs[:start], tuple(_pieces(page.paragraphs[start:])))


def _start(paragraphs: tuple[Paragraph, ...]) -> int:
    """Give the place of the ordering words, else of the first numbered paragraph that bars."""
    for place, paragraph in enumerate(paragraphs):
        short = len(paragraph.text) < 120  # noqa: PLR2004 - "It is therefore ordered:" alone
        if _ORDERED.search(paragraph.text) and (short or paragraph.text.rstrip().endswith(":")):
            return place
    for place, paragraph in enumerate(paragraphs):
        if _ORDINAL.match(paragraph.text) and ACTS.search(paragraph.text):
            return place
    for place, paragraph in enumerate(paragraphs):
        if _ORDERED.search(paragraph.text):
            return place
    return len(paragraphs)


def _pieces(paragraphs: tuple[Paragraph, ...]) -> Iterator[Piece]:
    under = 0
    texts = ((p.line, text) for p in paragraphs for text in _INNER.split(p.text))
    for line, text in islice(texts, MOST_PIECES):
        if found := _ORDINAL.match(text):
            under = _NUMBERS[found[1].lower()]
            yield Piece(line, under, "", under, text[found.end() :])
        elif found := _LETTER.match(text):
            yield Piece(line, 0, found[1], under, text[found.end() :])
        else:
            yield Piece(line, 0, "", under, text)
