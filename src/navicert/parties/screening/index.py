"""The index: a name is compared with the few listed names that share a word with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from navicert.parties.screening import names
from navicert.parties.screening.compare import LEAST_AGREEMENT, SHORTEST_TYPO, joined_core
from navicert.parties.screening.names import Name

_EDGE = 2
"""One typing error leaves the first or the last two letters of a word of five as they are."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Listed names, found by their words; a name is known by its position, from 0.

    ``by_word`` and ``by_joined`` give positions; ``by_edge`` gives the words that begin or end
    with two letters, under ``ab-`` and ``-ab``. Nothing changes after it is built.
    """

    names: tuple[Name, ...]
    by_word: Mapping[str, tuple[int, ...]]
    by_joined: Mapping[str, tuple[int, ...]]
    by_edge: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> NameIndex:
        """Build the index over some names; the order of the names decides nothing else."""
        read: dict[str, Name] = {}
        listed = tuple(read.get(t) or read.setdefault(t, names.read(t)) for t in texts)
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        by_joined: defaultdict[str, list[int]] = defaultdict(list)
        for position, name in enumerate(listed):
            for word in dict.fromkeys(name.words):
                by_word[word].append(position)
            by_joined[joined_core(name)].append(position)
        return cls(listed, _frozen(by_word), _frozen(by_joined), _edges(by_word))

    def candidates(self, name: Name) -> tuple[int, ...]:
        """Give the positions of the names worth comparing, in ascending order.

        They have all the words asked for, a typing error in each aside; or half of the words (of
        three, one) and enough letters; or the same letters, divided in another way.
        """
        if not self.names:
            return ()
        hits: Counter[int] = Counter()
        for word in name.core:
            hits.update({p for like in self._like(word) for p in self.by_word[like]})
        all_, half = len(name.core), max(1, len(name.core) // 2)
        found = {position for position, count in hits.items() if count == all_}
        some = [position for position, count in hits.items() if half <= count < all_]
        found.update(self._agreeing(name, some), self.by_joined.get(joined_core(name), ()))
        return tuple(sorted(found))

    def _agreeing(self, name: Name, positions: list[int]) -> Iterator[int]:
        """Give those positions whose names agree in enough letters, told in one sweep."""
        lines = [self.names[position].line for position in positions]
        near = process.extract_iter(
            name.line, lines, scorer=fuzz.ratio, score_cutoff=LEAST_AGREEMENT
        )
        return (positions[which] for _, _, which in near)

    def _like(self, word: str) -> tuple[str, ...]:
        """Give the indexed words that are this one, or this one with a typing error."""
        found = {word} & self.by_word.keys()
        if len(word) >= SHORTEST_TYPO - 1:
            for edge in _edges_of(word):
                choices = self.by_edge.get(edge, ())
                near = process.extract_iter(word, choices, scorer=OSA.distance, score_cutoff=1)
                found.update(like for like, _, _ in near)
        return tuple(sorted(found))


def _edges(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    edges: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST_TYPO:
            for edge in _edges_of(word):
                edges[edge].append(word)
    return {edge: tuple(found) for edge, found in edges.items()}


def _edges_of(word: str) -> tuple[str, str]:
    return f"{word[:_EDGE]}-", f"-{word[-_EDGE:]}"


def _frozen(found: Mapping[str, list[int]]) -> Mapping[str, tuple[int, ...]]:
    return {key: tuple(positions) for key, positions in found.items()}
