"""Candidates for a peer that only compares: names that share the rarest groups of three letters."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from math import log, sqrt

from benchmarks.screening.queries import Listed

MOST = 20
"""Parties given to the comparison, as in the laboratory that the targets come from."""


class Trigrams:
    """Groups of three letters, weighed by rarity; the best name of a party counts for it."""

    def __init__(self, parties: Sequence[Listed]) -> None:
        owned = [(place, _grams(name)) for place, one in enumerate(parties) for name in one.names]
        self._owner = [place for place, _ in owned]
        self._names = defaultdict[str, list[int]](list)
        for number, (_, grams) in enumerate(owned):
            for gram in grams:
                self._names[gram].append(number)
        self._worth = {gram: log(len(owned) / len(some)) for gram, some in self._names.items()}
        self._length = [self._length_of(grams) for _, grams in owned]

    def _length_of(self, grams: frozenset[str]) -> float:
        return sqrt(sum(self._worth[gram] ** 2 for gram in grams)) or 1.0

    def parties(self, text: str, most: int = MOST) -> list[int]:
        """Give the places of the likeliest parties, the likeliest first."""
        names: defaultdict[int, float] = defaultdict(float)
        for gram in sorted(_grams(text) & self._worth.keys()):
            worth = self._worth[gram] ** 2
            for name in self._names[gram]:
                names[name] += worth
        best: dict[int, float] = {}
        for name, worth in names.items():
            owner, score = self._owner[name], worth / self._length[name]
            best[owner] = max(score, best.get(owner, 0.0))
        return nlargest(most, best, key=lambda place: (best[place], -place))


def _grams(text: str) -> frozenset[str]:
    """Give the groups of three letters of each word, accents and punctuation left out.

    >>> sorted(_grams("Li, J."))
    [' j ', ' li', 'li ']
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    words = (f" {word} " for word in kept.split())
    return frozenset(word[at : at + 3] for word in words for at in range(len(word) - 2))
