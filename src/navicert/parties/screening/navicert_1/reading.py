"""How a name is read: its words in their order, each under the word by which it is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from navicert.parties.screening.navicert_1.scripts import CONSONANTS, SYLLABLES, plain
from navicert.parties.screening.navicert_1.words import known

_WORD = re.compile(rf"[{SYLLABLES}{CONSONANTS}]?[a-z0-9]+")
_DOTTED = re.compile(r"(?<![a-z0-9])[a-z]\.(?:[a-z]\.)*[a-z](?:\.|(?![a-z0-9]))")
MOST_WORDS = 40
"""Words of a name that are compared; nobody's name has more, and a hostile text has no end."""
MOST_LETTERS = 64
MOST_TEXT = 2000


@dataclass(frozen=True, slots=True)
class Reading:
    """One name, read; empty when it has no letter and no figure.

    ``marks`` has for each word the mark of its script, empty for a word of letters.
    """

    words: tuple[str, ...]
    marks: tuple[str, ...]


def read(text: str) -> Reading:
    r"""Read a name.

    >>> read("Z.T.E. Corp.").words, read("OOO Atlas").words, read("The Atlas Co., Ltd").words
    (('zte', 'corporation'), ('limited', 'company', 'atlas'), ('atlas', 'company', 'limited'))
    >>> read("\u4e60\u8fd1\u5e73")
    Reading(words=('xi', 'jinping'), marks=('\x01', '\x01'))
    """
    line = plain(text[:MOST_TEXT]).replace("&", " and ")
    if "." in line:
        line = _DOTTED.sub(_without_dots, line)
    written = [word[:MOST_LETTERS] for word in _WORD.findall(line)[:MOST_WORDS]]
    pairs = list(_compared(written)) or [_unmarked(word) for word in written]
    return Reading(tuple(word for word, _ in pairs), tuple(mark for _, mark in pairs))


def _compared(written: list[str]) -> Iterator[tuple[str, str]]:
    words, place = known(), 0
    while place < len(written):
        word = written[place]
        if word[0] in {SYLLABLES, CONSONANTS}:
            yield _unmarked(word)
        elif found := _phrase_at(written, place):
            phrase, meant = found
            yield from ((one, "") for one in meant)
            place += len(phrase) - 1
        elif word not in words.dropped:
            yield words.canonical(word), ""
        place += 1


def _phrase_at(written: list[str], place: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    for phrase, meant in known().phrases.get(written[place], ()):
        if tuple(written[place : place + len(phrase)]) == phrase:
            return phrase, meant
    return None


def _unmarked(word: str) -> tuple[str, str]:
    marked = word[0] in {SYLLABLES, CONSONANTS}
    return (word[1:], word[0]) if marked else (word, "")


def _without_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "
