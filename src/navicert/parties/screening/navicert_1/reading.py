"""How a name is read: its words in their order, each under the word by which it is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from navicert.parties.screening.navicert_1.marks import MARKS, unmarked
from navicert.parties.screening.navicert_1.native import OTHER_WAYS, Way, usual
from navicert.parties.screening.navicert_1.scripts import (
    Manner,
    has_humps,
    is_consonantal,
    is_syllabic,
    plain,
)
from navicert.parties.screening.navicert_1.words import known

_WORD = re.compile(rf"[{MARKS}]?[a-z0-9]+")
_DOTTED = re.compile(r"(?<![a-z0-9])[a-z]\.(?:[a-z]\.)*[a-z](?:\.|(?![a-z0-9]))")
MOST_WORDS = 40
"""Words of a name that are compared; nobody's name has more, and a hostile text has no end."""
MOST_LETTERS = 64
MOST_TEXT = 2000
_LEAST_JOINED, _MOST_CUT = 8, 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One name, read; empty when it has no letter and no figure.

    ``marks`` has for each word the mark of its script, empty for a word of letters.
    """

    words: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def marked(self) -> tuple[str, ...]:
        """Give the words, each behind its mark: what a list's index keeps of a name."""
        return tuple(map(str.__add__, self.marks, self.words))


def read(text: str, way: Way = usual) -> Reading:
    r"""Read a name; ``way`` says how Chinese characters and Hangul are read.

    >>> read("Z.T.E. Corp.").words, read("OOO Atlas").words, read("The Atlas Co., Ltd").words
    (('zte', 'corporation'), ('limited', 'company', 'atlas'), ('atlas', 'company', 'limited'))
    >>> read("\u4e60\u8fd1\u5e73")
    Reading(words=('xi', 'jinping'), marks=('\x01', '\x01'))
    """
    return _read(text, Manner(way))


def _read(text: str, manner: Manner) -> Reading:
    line = plain(text[:MOST_TEXT], manner).replace("&", " and ")
    if "." in line:
        line = _DOTTED.sub(_without_dots, line)
    written = [word[:MOST_LETTERS] for word in _WORD.findall(line)[:MOST_WORDS]]
    if manner.cut:
        written = [piece for word in written for piece in _cut(word, manner.cut)]
    pairs = list(_compared(written)) or [unmarked(word) for word in written]
    return Reading(tuple(word for word, _ in pairs), tuple(mark for _, mark in pairs))


def readings(text: str) -> tuple[Reading, ...]:
    r"""Give all readings of a name, that of ``read`` first, and none twice.

    Characters are read in several ways; what a hand joined or a capital divided is also read in
    the other way; an Arabic word whose spelling is known also by its consonants.

    >>> [one.words for one in readings("\u91d1\u6b63\u6069")][-2:]
    [('gim', 'jeongeun'), ('gim', 'jeong', 'eun')]
    >>> len(readings("Kim Jong Un"))
    1
    >>> [one.words for one in readings("UralVagonZavod")]
    [('ural', 'vagon', 'zavod'), ('uralvagonzavod',)]
    """
    first = read(text)
    others = [_read(text, manner) for manner in _other_manners(text[:MOST_TEXT], first)]
    return tuple(dict.fromkeys((first, *others))) if others else (first,)


def _other_manners(text: str, first: Reading) -> Iterator[Manner]:
    if is_syllabic(text):
        yield from map(Manner, OTHER_WAYS)
    if is_consonantal(text):
        yield Manner(meant=False)
    if has_humps(text):
        yield Manner(divided=False)
    if any(map(_is_joined, first.words)):
        yield from (Manner(cut=times) for times in range(1, _MOST_CUT + 1))


def _is_joined(word: str) -> bool:
    return len(word) >= _LEAST_JOINED and bool(known().ending(word))


def _cut(word: str, times: int) -> list[str]:
    """Cut the words of trades and legal forms off the end of a long word.

    >>> _cut("huaweitechnologiescoltd", 2), _cut("marco", 1)
    (['huawei', 'technologies', 'co', 'ltd'], ['marco'])
    """
    ends: list[str] = []
    for _ in range(times):
        if len(word) < _LEAST_JOINED or not (found := known().ending(word)):
            break
        ends[:0] = found.split()
        word = word[: -len(found.replace(" ", ""))]
    return [word, *ends]


def _compared(written: list[str]) -> Iterator[tuple[str, str]]:
    words, place = known(), 0
    while place < len(written):
        word = written[place]
        if word[0] in MARKS:
            yield unmarked(word)
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


def _without_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "
