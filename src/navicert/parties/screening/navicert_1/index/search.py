"""Search an index: the words like a word, and the names worth comparing with a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from navicert.parties.screening.navicert_1.align import joined
from navicert.parties.screening.navicert_1.index import keys
from navicert.parties.screening.navicert_1.index.build import Content
from navicert.parties.screening.navicert_1.likeness import EXACT, Likeness, letters, like
from navicert.parties.screening.navicert_1.marks import CONSONANTS
from navicert.parties.screening.navicert_1.reading import Reading
from navicert.parties.screening.navicert_1.spellings import heard, spellings
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import known

MOST, LEAST_OF_BEST, LEAST_SHARED = 24, 0.5, 0.32
"""How many candidates are compared, and the least rank of one: against the best, and by itself.

Measured with benchmarks/retrieval.py: 99.5% of the right names that are no held-out aliases reach
the comparison, and three candidates a name on average; more of them only add false alerts.
"""

_MOST_POSTINGS = 20_000
"""Names of one word that a search reads at most."""
_KEPT = 16_384
_MOST_PREFIXED, _LEAST_PREFIX = 60, 4
_MOST_JOINED, _MOST_INITIALS = 400, 4000
_LEAST_JOINED, _SURE = 4, 0.8
_ACRONYM = range(3, 9)
_PAIR = 2


class _Hits(NamedTuple):
    """For a word, the worth of the names that have one like it; of several the best counts.

    ``rare`` are names by listed words that few have, ``common`` by words that many have.
    """

    rare: dict[int, float]
    common: dict[int, float]


class NameIndex:
    """An index that can be searched; what it found for a word is kept for the next name."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._words = content.surfaces
        listed = len(content.postings)
        self._number = {word: place for place, word in enumerate(self._words)}
        self._sorted = self._words[:listed]
        self._weights = [weight(word) for word in self._sorted]
        self.similar = lru_cache(maxsize=_KEPT)(self._similar)
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

    def _similar(self, word: str, mark: str) -> Mapping[str, Likeness]:
        """Give the listed words that are like one that was asked for, and how."""
        found: dict[str, Likeness] = {}
        meant = self.content.meant
        own = self._number.get(word)
        if mark and (same := self._number.get(mark + word)) is not None:
            found[self._words[same]] = EXACT
        if own is not None:
            found[self._words[meant[own]]] = EXACT
        if word.isdigit():
            return found
        for place, likeness in self._likely(word, mark):
            if place != own:
                listed = self._words[meant[place]]
                if listed not in found or found[listed] < likeness:
                    found[listed] = likeness
        return found

    def _likely(self, word: str, mark: str) -> Iterator[tuple[int, Likeness]]:
        """Give the numbers of the written words that are like one that was asked for, and how."""
        if not mark:
            yield from self._like_letters(word)
            return
        for place in self._native(word, mark):
            likeness = like(word, mark, self._words[place])
            if likeness is not None:
                yield place, likeness

    def _native(self, word: str, mark: str) -> set[int]:
        """Give the words that may be a spelling of one of another script."""
        if mark == CONSONANTS:
            return set(self.content.by_word.all_of(map(keys.of_skeleton, heard(word))))
        return {self._number[one] for one in spellings(word, mark) if one in self._number}

    def _like_letters(self, word: str) -> Iterator[tuple[int, Likeness]]:
        """Compare with the words that sound alike, then with those that are nearly the same."""
        asked, words, table = letters(word), self._words, self.content.by_word
        sounding = set[int]()
        if len(asked.bones) > 1:
            sounding.update(table.get(keys.of_skeleton(asked.bones)))
        for place in sounding:
            listed = words[place]
            likeness = asked.like(listed) if listed > " " else like(word, "", listed)
            if likeness is not None:
                yield place, likeness
        written = keys.of_slips(word)
        written += [other[: keys.LONGEST_PREFIX].encode() for other in _misread(word)]
        for place in {*table.all_of(written), *self._longer(word)} - sounding:
            listed = words[place]
            likeness = asked.slip(listed) if listed > " " else like(word, "", listed)
            if likeness is not None:
                yield place, likeness

    def _longer(self, word: str) -> range:
        """Give the numbers of the first listed words that begin with one."""
        if len(word) < _LEAST_PREFIX:
            return range(0)
        start = bisect_left(self._sorted, word)
        end = start
        most = min(start + _MOST_PREFIXED, len(self._sorted))
        while end < most and self._sorted[end].startswith(word):
            end += 1
        return range(start, end)

    def _hits(self, word: str, mark: str) -> _Hits:
        """Give for a word the names that have one like it, and what that is worth in a name."""
        starts, postings = self.content.postings.starts, self.content.postings
        rare, common = dict[int, float](), dict[int, float]()
        worths: dict[int, float] = {}
        for listed, (degree, _) in self.similar(word, mark).items():
            number = self._number[listed]
            worths[number] = self._weights[number] * degree * degree
        for number, worth in sorted(worths.items(), key=lambda one: (one[1], one[0])):
            if starts[number + 1] - starts[number] > _MOST_POSTINGS:
                continue
            mine = rare if self._weights[number] >= keys.COMMON else common
            mine.update(dict.fromkeys(postings.row(number), worth))
        return _Hits(rare, common)

    def candidates(self, asked: Reading) -> list[int]:
        """Give the numbers of the names worth comparing, the likeliest first."""
        ranked = self.ranked(asked, rare=self.has_rare(asked))
        return [-name for _, name in worth_comparing(asked, first(ranked))]

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
        for common in late:
            for name in found.keys() & common.keys():
                found[name] += common[name]
        norms, least = self.content.norms, LEAST_SHARED * own_of(asked)
        return [
            (round(rank, 5), -name)
            for name, worth in found.items()
            if (rank := worth * norms[name]) >= least and name not in gone
        ]

    def _by_words(
        self, asked: Reading, *, rare: bool
    ) -> tuple[dict[int, float], list[dict[int, float]]]:
        """Add up for each name the worth of the words that it shares.

        What common words would add is given beside it, by name, where a rare one is shared.
        """
        found: dict[int, float] = {}
        late: list[dict[int, float]] = []
        for word, mark in dict.fromkeys(zip(asked.words, asked.marks, strict=True)):
            near = self._near(word, mark)
            if rare and near.common:
                late.append(near.common)
            for mine in (near.rare,) if rare else (near.rare, near.common):
                if not found:
                    found.update(mine)
                    continue
                for name, worth in mine.items():
                    found[name] = found.get(name, 0.0) + worth
        return found, late

    def _by_neighbors(self, asked: Reading, found: dict[int, float]) -> None:
        """Find names in which words are joined or divided in another way, and acronyms."""
        words, by_name = asked.words, self.content.by_name
        for (one, mark), (other, second) in pairwise(zip(words, asked.marks, strict=True)):
            as_one = joined(one, other, mark)
            if len(as_one) < _LEAST_JOINED or mark != second or not keys.tells(one, other):
                continue
            if mark:
                for name, worth in self._near(as_one, mark).rare.items():
                    found[name] = found.get(name, 0.0) + worth
            elif (whole := self._number.get(as_one)) is not None:
                number = self.content.meant[whole]
                _add(found, self.content.postings.row(number), self._weights[number])
            _add(found, by_name.get(keys.of_joined(as_one))[:_MOST_JOINED], 0.5)
        for word in dict.fromkeys(words):
            if len(word) >= _LEAST_JOINED:
                _add(found, by_name.get(keys.of_joined(word))[:_MOST_JOINED], 0.9)
            if len(word) in _ACRONYM:
                _add(found, by_name.get(keys.of_acronym(word))[:_MOST_JOINED], 0.6)
        if len(words) > _PAIR:
            _add(found, by_name.get(keys.of_joined("".join(words)))[:_MOST_JOINED], 1.0)

    def _by_letters(self, asked: Reading, found: dict[int, float]) -> None:
        """Find names by the first letters of their words, where single letters were asked for."""
        letters = sum(len(word) == 1 and word.isalpha() for word in asked.words)
        if not letters:
            return
        by_name, first = self.content.by_name, "".join(word[0] for word in asked.words)
        literal = {
            self._number[word]: weight(word)
            for word in asked.words
            if (len(word) > 1 or word.isdigit()) and word in self._number
        }
        for name in by_name.get(keys.of_initials(first))[:_MOST_INITIALS]:
            shared = sum([literal.get(word, 0.0) for word in set(self.content.names.row(name))])
            found[name] = max(found.get(name, 0.0), shared) + 0.2 * letters
        _add(found, by_name.get(keys.of_sorted_initials(first))[:_MOST_INITIALS], 0.12 * letters)


def own_of(asked: Reading) -> float:
    """Give the square root of a name's weight."""
    return sqrt(sum([weight(word) for word in asked.words]))


def first(ranked: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Give the first of ranked names, and those that are as good as the last of them."""
    best = nlargest(MOST, ranked)
    if len(best) < MOST:
        return best
    last = best[-1][0]
    return sorted((one for one in ranked if one[0] >= last), reverse=True)[: 4 * MOST]


def worth_comparing(asked: Reading, ranked: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """Keep of ranked names, best first, those near enough to the best and to the name itself."""
    if not ranked:
        return []
    least = max(LEAST_OF_BEST * ranked[0][0], LEAST_SHARED * own_of(asked))
    return [one for one in ranked if one[0] >= least]


def _add(found: dict[int, float], names: list[int], worth: float) -> None:
    for name in names:
        found[name] = found.get(name, 0.0) + worth


def _misread(word: str) -> Iterator[str]:
    """Give what the word may be when one pair of letters was misread, or figures for letters."""
    told = known()
    meant = word if word.isalpha() else word.translate(told.figures)
    if meant != word:
        yield meant
    for seen, right in told.confusions:
        if seen in meant:
            yield meant.replace(seen, right, 1)
