r"""How the words of a reading were written: what a reader is shown instead of what is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from navicert.parties.screening.navicert_1.meanings import parts
from navicert.parties.screening.navicert_1.reading import MOST_TEXT, MOST_WORDS, readings
from navicert.parties.screening.navicert_1.scripts import SYLLABIC

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
_EDGES = "\"'.,;:()[]\u201c\u201d\u00ab\u00bb"
_LONGEST_PHRASE, _MOST_PIECES = 4, 200


def written(text: str, words: Iterable[str]) -> tuple[str, ...]:
    r"""Give for each word of a reading, behind its mark, what stands for it in the text.

    A word of another script is told with its sound; one that cannot be found stands for itself.

    >>> written("Alpha Holdings L.L.C.", ("alpha", "hldg", "limited"))
    ('Alpha', 'Holdings', 'L.L.C')
    >>> written("\u534e\u4e3a\u6280\u672f", ("huawei", "tech"))
    ('\u534e\u4e3a (huawei)', '\u6280\u672f (tech)')
    """
    told = _pieces_of(text[:MOST_TEXT])
    return tuple(_shown(told.get(word, ""), word.lstrip(_MARKS)) for word in words)


_MARKS = "\x01\x02\x03\x04"


def _shown(piece: str, word: str) -> str:
    if not piece:
        return word
    return piece if piece.isascii() else f"{piece} ({word})"


@lru_cache(maxsize=4096)
def _pieces_of(text: str) -> dict[str, str]:
    """Give for each word of all readings of a text the shortest piece that is read so."""
    found: dict[str, str] = {}
    for piece in islice(dict.fromkeys(_pieces(text)), _MOST_PIECES):
        for reading in readings(piece):
            if all(reading.marks):
                found.setdefault("".join((*reading.marks[:1], *reading.words)), piece)
            alone = len(reading.words) == 1
            for word in reading.marked:
                found.setdefault(word, piece if alone else _within(piece, word))
    return found


def _within(piece: str, word: str) -> str:
    """Give a word as it stands in a piece of several; the piece where it does not."""
    at = piece.lower().find(word)
    return piece[at : at + len(word)] if at >= 0 else piece


def _pieces(text: str) -> Iterator[str]:
    tokens = [found[0].strip(_EDGES) for found in _TOKEN.finditer(text)][:MOST_WORDS]
    words = [found[0] for found in _WORD.finditer(text)][:MOST_WORDS]
    yield from (token for token in tokens if "." in token)
    runs = [run for word in words for run in SYLLABIC.findall(word)]
    for companies in (True, False):
        yield from (one.text for run in runs for one in parts(run, companies=companies))
    yield from words
    yield from (character for run in runs for character in run[:MOST_WORDS])
    for long in range(2, min(len(tokens), _LONGEST_PHRASE) + 1):
        yield from (" ".join(tokens[at : at + long]) for at in range(len(tokens) - long + 1))
