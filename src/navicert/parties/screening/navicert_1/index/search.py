"""Search an index: the words like a word, and the names worth comparing with a name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from navicert.parties.screening.navicert_1.align import joined
from navicert.parties.screening.navicert_1.index import keys
from navicert.parties.screening.navicert_1.index.build import Content
from navicert.parties.screening.navicert_1.index.listed_words import ListedWords
from navicert.parties.screening.navicert_1.likeness import Likeness
from navicert.parties.screening.navicert_1.reading import Reading
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import core

MOST, LEAST_OF_BEST, LEAST_SHARED = 24, 0.5, 0.32
"""How many candidates are compared, and the least rank of one: against the best, and by itself.

Measured with benchmarks/retrieval.py: 99.5% of the right names that are no held-out aliases reach
the comparison, and three candidates a name on average; more of them only add false alerts.
"""

_MOST_POSTINGS = 20_000
"""Names of one word that a search reads at most."""
_KEPT = 16_384
_MOST_JOINED, _MOST_INITIALS = 400, 4000
_LEAST_JOINED, _SURE = 4, 0.8
_ACRONYM = range(3, 9)
_PAIR = 2


class _Hits(NamedTuple):
    """For a word, the worth of the names that have one like it; of several the best counts.

    ``rare`` are names by listed words that few have, ``common`` by words that many have; none of
    these is worth more than ``most``.
    """

    rare: dict[int, float]
    common: dict[int, float]
    most: float


class NameIndex:
    """An index that can be searched; what it found for a word is kept for the next name."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._words = content.surfaces
        listed = ListedWords(content)
        self._number = listed.number
        self._weights = [weight(word) for word in listed.listed]
        self._starts: list[int] = content.postings.starts.tolist()
        self._norms = list(content.norms)
        self.similar = lru_cache(maxsize=_KEPT)(listed.similar)
        self._near = lru_cache(maxsize=_KEPT)(self._hits)

    def __len__(self) -> int:
        """Count the names."""
        return len(self.content.names)

    def words(self, name: int) -> tuple[str, ...]:
        """Give the words of a name by its number."""
        return tuple([self._words[word] for word in self.content.names.row(name)])

    def near(self, asked: Reading) -> list[Mapping[str, Likeness]]:
        """Give for each word of a name the listed words that are like it, and how."""
        return [self.similar(*one) for one in zip(asked.words, asked.marks, strict=True)]

    def _hits(self, word: str, mark: str) -> _Hits:
        """Give for a word the names that have one like it, and what that is worth in a name."""
        starts, values = self._starts, self.content.postings.values
        rare, common, most = dict[int, float](), dict[int, float](), 0.0
        worths: list[tuple[float, int]] = []
        for listed, (degree, _) in self.similar(word, mark).items():
            number = self._number[listed]
            worths.append((self._weights[number] * degree * degree, number))
        worths.sort()
        for worth, number in worths:
            start, end = starts[number], starts[number + 1]
            mine = rare
            if self._weights[number] < keys.COMMON:
                mine, most = common, worth
            if end - start == 1:
                mine[values[start]] = worth
            elif end - start <= _MOST_POSTINGS:
                mine.update(dict.fromkeys(values[start:end].tolist(), worth))
        return _Hits(rare, common, most)

    def candidates(self, asked: Reading) -> list[int]:
        """Give the numbers of the names worth comparing, the likeliest first."""
        ranked = self.ranked(asked, rare=self.has_rare(asked))
        return [-name for _, name in worth_comparing(asked, first(ranked))]

    def same(self, asked: Reading) -> list[int]:
        """Give the numbers of the names of the same words, legal forms aside, however light."""
        own = core(asked.marked)
        found = self.content.by_name.get(keys.of_same(asked.marked)) if own else ()
        return [name for name in dict.fromkeys(found) if core(self.words(name)) == own]

    def has_rare(self, asked: Reading) -> bool:
        """Tell whether a word of a name is like a listed one that few names have."""
        pairs = zip(asked.words, asked.marks, strict=True)
        return any(self._near(word, mark).rare for word, mark in pairs)

    def ranked(
        self, asked: Reading, gone: Container[int] = (), *, rare: bool
    ) -> list[tuple[float, int]]:
        """Give the names that share words with one: a rank, and the number negated.

        A rank is the worth of the words that are shared, over the square root of the listed
        name's weight. ``gone`` are names that count no longer; with ``rare``, words that many
        names have only add to names that share another one.
        """
        found, late = self._by_words(asked, rare=rare)
        self._by_neighbors(asked, found)
        self._by_letters(asked, found)
        least: float = LEAST_SHARED * own_of(asked)
        spare: float = sum([near.most for near in late], start=0.0)
        norms, commons = self._norms, [near.common for near in late]
        ranked = list[tuple[float, int]]()
        for name, rarely in found.items():
            norm = norms[name]
            if (rarely + spare) * norm >= least:
                worth = rarely
                for common in commons:
                    worth += common.get(name, 0.0)
                if (rank := worth * norm) >= least and name not in gone:
                    ranked.append((round(rank, 5), -name))
        return ranked

    def _by_words(self, asked: Reading, *, rare: bool) -> tuple[dict[int, float], list[_Hits]]:
        """Add up for each name the worth of the words that it shares.

        Words whose common names count only where a rare one is shared are given beside it.
        """
        found: dict[int, float] = {}
        late: list[_Hits] = []
        for word, mark in dict.fromkeys(zip(asked.words, asked.marks, strict=True)):
            near = self._near(word, mark)
            if rare and near.common:
                late.append(near)
            for mine in (near.rare,) if rare else (near.rare, near.common):
                if not found:
                    found = mine.copy()
                    continue
                both = {name: found[name] + mine[name] for name in found.keys() & mine.keys()}
                found.update(mine)
                found.update(both)
        return found, late

    def _by_neighbors(self, asked: Reading, found: dict[int, float]) -> None:
        """Find names in which words are joined or divided in another way, and acronyms."""
        told = list[tuple[bytes, float]]()
        for (one, mark), (other, second) in pairwise(zip(asked.words, asked.marks, strict=True)):
            as_one = joined(one, other, mark)
            if len(as_one) >= _LEAST_JOINED and mark == second and keys.tells(one, other):
                self._add_joined(found, as_one, mark)
                told.append((keys.of_joined(as_one), 0.5))
        for word in dict.fromkeys(asked.words):
            if len(word) >= _LEAST_JOINED:
                told.append((keys.of_joined(word), 0.9))
            if len(word) in _ACRONYM:
                told.append((keys.of_acronym(word), 0.6))
        if len(asked.words) > _PAIR:
            told.append((keys.of_joined("".join(asked.words)), 1.0))
        by_name = self.content.by_name
        if by_name.all_of([key for key, _ in told]):
            for key, worth in told:
                _add(found, by_name.get(key)[:_MOST_JOINED], worth)

    def _add_joined(self, found: dict[int, float], as_one: str, mark: str) -> None:
        """Add the names that have a word which two neighbors, written as one, are."""
        if mark:
            for name, worth in self._near(as_one, mark).rare.items():
                found[name] = found.get(name, 0.0) + worth
        elif (whole := self._number.get(as_one)) is not None:
            number = self.content.meant[whole]
            _add(found, self.content.postings.row(number), self._weights[number])

    def _by_letters(self, asked: Reading, found: dict[int, float]) -> None:
        """Find names by the first letters of their words, where single letters were asked for."""
        letters = sum(len(word) == 1 and word.isalpha() for word in asked.words)
        if not letters:
            return
        by_name, first = self.content.by_name, "".join(word[0] for word in asked.words)
        names = by_name.get(keys.of_initials(first))[:_MOST_INITIALS]
        shared = self._literal(asked, names)
        for name in names:
            found[name] = max(found.get(name, 0.0), shared.get(name, 0.0)) + 0.2 * letters
        _add(found, by_name.get(keys.of_sorted_initials(first))[:_MOST_INITIALS], 0.12 * letters)

    def _literal(self, asked: Reading, names: list[int]) -> dict[int, float]:
        """Give what names share by words as they were asked for, single letters aside."""
        shared, some = dict[int, float](), set(names)
        for word in dict.fromkeys(asked.words):
            number = self._number.get(word, len(self._weights))
            if (len(word) > 1 or word.isdigit()) and number < len(self._weights):
                met = some.intersection(self.content.postings.row(number))
                _add(shared, met, self._weights[number])
        return shared


def own_of(asked: Reading) -> float:
    """Give the square root of a name's weight."""
    return sqrt(sum([weight(word) for word in asked.words]))


def first(ranked: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Give the first of ranked names, and those that are as good as the last of them."""
    if len(ranked) < MOST:
        return sorted(ranked, reverse=True)
    best = nlargest(MOST, ranked)
    last = best[-1][0]
    return sorted((one for one in ranked if one[0] >= last), reverse=True)[: 4 * MOST]


def worth_comparing(asked: Reading, ranked: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """Keep of ranked names, best first, those near enough to the best and to the name itself."""
    if not ranked:
        return []
    least = max(LEAST_OF_BEST * ranked[0][0], LEAST_SHARED * own_of(asked))
    return [one for one in ranked if one[0] >= least]


def _add(found: dict[int, float], names: Iterable[int], worth: float) -> None:
    for name in names:
        found[name] = found.get(name, 0.0) + worth
