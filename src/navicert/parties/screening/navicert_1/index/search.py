"""Search an index: the words like a word, and the names worth comparing with a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from operator import itemgetter

from navicert.parties.screening.navicert_1.align import joined
from navicert.parties.screening.navicert_1.index import keys
from navicert.parties.screening.navicert_1.index.build import Content
from navicert.parties.screening.navicert_1.likeness import EXACT, Likeness, like
from navicert.parties.screening.navicert_1.marks import CONSONANTS
from navicert.parties.screening.navicert_1.reading import Reading
from navicert.parties.screening.navicert_1.skeleton import skeleton
from navicert.parties.screening.navicert_1.spellings import heard, spellings
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import known

MOST, LEAST_OF_BEST, LEAST_SHARED = 24, 0.5, 0.32
"""How many candidates are compared, and the least rank of one: against the best, and by itself.

Measured with benchmarks/retrieval.py: 99.5% of the right names that are no held-out aliases reach
the comparison, and three candidates a name on average; more of them only add false alerts.
"""

_BUDGET = 2500
"""Entries of postings that one search reads before it leaves the words that many names have."""
_KEPT = 65_536
_MOST_PREFIXED, _LEAST_PREFIX = 60, 4
_MOST_JOINED, _MOST_INITIALS = 100, 4000
_LEAST_JOINED, _SURE = 4, 0.8
_ACRONYM = range(3, 9)
_PAIR, _MOST_RANKED, _MOST_NEAR = 2, 200, 128


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
        self._near = lru_cache(maxsize=_KEPT)(self._entries)

    def __len__(self) -> int:
        """Count the names."""
        return len(self.content.names)

    def words(self, name: int) -> tuple[str, ...]:
        """Give the words of a name by its number."""
        return tuple([self._words[word] for word in self.content.names.row(name)])

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
        for place in self._to_compare(word, mark):
            likeness = like(word, mark, self._words[place]) if place != own else None
            if likeness is not None:
                listed = self._words[meant[place]]
                if listed not in found or found[listed] < likeness:
                    found[listed] = likeness
        return found

    def _to_compare(self, word: str, mark: str) -> set[int]:
        found: set[int] = set()
        table = self.content.by_word
        if mark == CONSONANTS:
            return found.union(*(table.get(keys.of_skeleton(bones)) for bones in heard(word)))
        if mark:
            return {self._number[one] for one in spellings(word, mark) if one in self._number}
        bones = skeleton(word)
        if len(bones) > 1:
            found.update(table.get(keys.of_skeleton(bones)))
        for key in keys.of_slips(word):
            found.update(table.get(key))
        for other in _misread(word):
            found.update(table.get(other[: keys.LONGEST_PREFIX].encode()))
        if len(word) >= _LEAST_PREFIX:
            first = bisect_left(self._sorted, word)
            for place in range(first, min(first + _MOST_PREFIXED, len(self._sorted))):
                if not self._sorted[place].startswith(word):
                    break
                found.add(place)
        return found

    def _entries(self, word: str, mark: str) -> tuple[tuple[int, int, float], ...]:
        """Give for a word the listed words like it: how many names, number, worth in a name."""
        starts, found = self.content.postings.starts, []
        for listed, (degree, _) in self.similar(word, mark).items():
            number = self._number[listed]
            worth = self._weights[number] * degree * degree
            found.append((starts[number + 1] - starts[number], number, worth))
        return tuple(sorted(nlargest(_MOST_NEAR, found, key=itemgetter(2, 1))))

    def candidates(self, asked: Reading) -> list[int]:
        """Give the numbers of the names worth comparing, the likeliest first.

        A name's rank is the worth of the words that it shares, over the geometric mean of both
        names' weights: 1 when all of both is shared, and 0 when nothing is.
        """
        found, late = self._by_words(asked)
        self._by_neighbors(asked, found)
        self._by_letters(asked, found)
        if late and found:
            self._add_late(found, late)
        norms = self.content.norms
        ranked = nlargest(MOST, [(worth * norms[name], -name) for name, worth in found.items()])
        if not ranked:
            return []
        own = sum([weight(word) for word in asked.words]) ** 0.5
        least = max(LEAST_OF_BEST * ranked[0][0], LEAST_SHARED * own)
        return [-name for rank, name in ranked if rank >= least]

    def _by_words(self, asked: Reading) -> tuple[dict[int, float], dict[int, dict[int, float]]]:
        """Add up for each name the worth of the words that it shares, the rarest words first.

        What a word that many names have would add is left for later, by position.
        """
        entries = [
            (count, number, worth, place)
            for place, (word, mark) in enumerate(
                dict.fromkeys(zip(asked.words, asked.marks, strict=True))
            )
            for count, number, worth in self._near(word, mark)
        ]
        entries.sort()
        read, found = 0, dict[int, float]()
        late: dict[int, dict[int, float]] = {}
        for count, number, worth, place in entries:
            if read and read + count > _BUDGET:
                late.setdefault(number, {})[place] = worth
                continue
            read += count
            for name in self.content.postings.row(number):
                found[name] = found.get(name, 0.0) + worth
        return found, late

    def _add_late(self, found: dict[int, float], late: dict[int, dict[int, float]]) -> None:
        """Add the worth of common words to the names that may still be among the first."""
        for name in _worth_ranking(found):
            added: dict[int, float] = {}
            for word in self.content.names.row(name):
                if word in late:
                    for place, worth in late[word].items():
                        if added.get(place, 0.0) < worth:
                            added[place] = worth
            if added:
                found[name] += sum(added.values())

    def _by_neighbors(self, asked: Reading, found: dict[int, float]) -> None:
        """Find names in which words are joined or divided in another way, and acronyms."""
        words, by_name = asked.words, self.content.by_name
        for (one, mark), (other, second) in pairwise(zip(words, asked.marks, strict=True)):
            as_one = joined(one, other, mark)
            if len(as_one) < _LEAST_JOINED or mark != second:
                continue
            for count, number, worth in self._near(as_one, mark):
                if worth > _SURE * _SURE * self._weights[number] and count <= _BUDGET:
                    _add(found, self.content.postings.row(number)[:200], worth)
            _add(found, by_name.get(keys.of_joined(as_one))[:_MOST_JOINED], 0.5)
        for word in dict.fromkeys(words):
            if len(word) >= _LEAST_JOINED:
                _add(found, by_name.get(keys.of_joined(word))[:_MOST_JOINED], 0.9)
            if len(word) in _ACRONYM:
                _add(found, by_name.get(keys.of_acronym(word))[:50], 0.6)
        if len(words) > _PAIR:
            _add(found, by_name.get(keys.of_joined("".join(words)))[:50], 1.0)

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


def _add(found: dict[int, float], names: list[int], worth: float) -> None:
    for name in names:
        found[name] = found.get(name, 0.0) + worth


def _worth_ranking(found: dict[int, float]) -> list[int]:
    """Leave out names that share so little that enough others are surely better."""
    if len(found) <= _MOST_RANKED:
        return list(found)
    least = sorted(found.values(), reverse=True)[_MOST_RANKED]
    return [name for name, worth in found.items() if worth >= least]


def _misread(word: str) -> Iterator[str]:
    """Give what the word may be when one pair of letters was misread, or figures for letters."""
    told = known()
    meant = word if word.isalpha() else word.translate(told.figures)
    if meant != word:
        yield meant
    for seen, right in told.confusions:
        if seen in meant:
            yield meant.replace(seen, right, 1)
