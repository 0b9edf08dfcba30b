"""Build an index from names."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from navicert.parties.screening.navicert_1.index import keys
from navicert.parties.screening.navicert_1.index.arrays import CODE, Numbers, Rows, Table
from navicert.parties.screening.navicert_1.marks import CONSONANTS, unmarked
from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.navicert_1.skeleton import skeleton
from navicert.parties.screening.navicert_1.spellings import heard, spellings
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import surfaces


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Which listed words are like a listed one: ``rows`` has their numbers, none where unknown.

    ``codes``, beside the values of the rows, say which of the likenesses it is; ``degrees``, 64-bit
    floats, and ``ways``, places in ``WAYS``, are what each of these is.
    """

    rows: Rows
    codes: Numbers
    degrees: memoryview[float]
    ways: Numbers


@dataclass(frozen=True, slots=True)
class Content:
    """What an index is made of.

    ``surfaces`` are the words of all names in alphabetic order, then other ways to write some of
    them; ``meant`` gives for each the number of the word under which it is compared, ``sounds``
    that of the first one with the same consonants. ``names``
    has the words of each name, ``postings`` the names of each word, ``by_word`` finds surfaces,
    ``by_name`` finds names. ``norms`` are 32-bit floats, one a name: what the worth of the words
    that it shares is multiplied by, so that a long name is no better for having many words.
    ``likenesses`` has an index that is kept.
    """

    surfaces: tuple[str, ...]
    meant: Numbers
    sounds: Numbers
    names: Rows
    postings: Rows
    by_word: Table
    by_name: Table
    norms: memoryview[float]
    likenesses: Likenesses | None = None


def build(texts: Iterable[str]) -> Content:
    """Read names and index them; a name's number is its place among the texts, from 0."""
    told: dict[str, tuple[str, ...]] = {}
    read_names = [told.get(text) or told.setdefault(text, read(text).marked) for text in texts]
    words = tuple(sorted({word for name in told.values() for word in name}))
    number = {word: place for place, word in enumerate(words)}
    others = [
        (other, number[one])
        for other, one in surfaces().items()
        if one in number and other not in number
    ]
    written = (*words, *(other for other, _ in others))
    return Content(
        surfaces=written,
        meant=memoryview(array(CODE, [*range(len(words)), *(one for _, one in others)])),
        sounds=memoryview(array(CODE, _sounds(written))),
        names=Rows.of([number[word] for word in name] for name in read_names),
        postings=Rows.of(_postings(read_names, number)),
        by_word=Table.of(_word_keys(written)),
        by_name=Table.of(_name_keys(read_names)),
        norms=memoryview(array("f", map(_norm, read_names))),
    )


def _norm(words: tuple[str, ...]) -> float:
    return 1 / sqrt(_LEAST_TOTAL + sum(map(weight, words)))


_LEAST_TOTAL = 0.35


def _sounds(written: Iterable[str]) -> list[int]:
    first: dict[str, int] = {}
    return [
        first.setdefault(word if word < " " else skeleton(word), place)
        for place, word in enumerate(written)
    ]


def _postings(names: Sequence[tuple[str, ...]], number: dict[str, int]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in number]
    for place, name in enumerate(names):
        for word in dict.fromkeys(name):
            found[number[word]].append(place)
    return found


def _word_keys(written: Iterable[str]) -> Iterator[tuple[bytes, int]]:
    for place, word in enumerate(written):
        if word.isdigit():
            continue
        if word < " ":
            yield from ((key, place) for key in _native_keys(*unmarked(word)))
            continue
        for key in keys.of_slips(word):
            yield key, place
        if bones := skeleton(word):
            yield keys.of_skeleton(bones), place


def _native_keys(word: str, mark: str) -> Iterator[bytes]:
    """Give what a Latin spelling of the word is looked up by."""
    if mark == CONSONANTS:
        yield from map(keys.of_skeleton, heard(word))
    else:
        starts = (spelling[: keys.LONGEST_PREFIX] for spelling in sorted(spellings(word, mark)))
        yield from (start.encode() for start in dict.fromkeys(starts))


def _name_keys(names: Iterable[tuple[str, ...]]) -> Iterator[tuple[bytes, int]]:
    for place, words in enumerate(names):
        if words:
            for key in keys.of_name(words):
                yield key, place
