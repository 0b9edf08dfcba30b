"""Several indexes searched as one: a list each, or what was and what a newer list adds to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from navicert.parties.screening.navicert_1.align import Alignment, align
from navicert.parties.screening.navicert_1.asked import Asked
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.index.search import NameIndex, first, worth_comparing
from navicert.parties.screening.navicert_1.reading import Reading

PERSON, MAY_BE_PERSON = 1, 2
"""What ``Segments.persons`` may have for a name, besides 0: no person's."""


class Hit(NamedTuple):
    """A listed name: its position over all segments, its score, and how the words met."""

    position: int
    score: float
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class Segments:
    """Indexes one after the other; positions count through them.

    ``persons`` tells for each position whether the party is a person, or may be one. ``gone`` has
    for each index the numbers of its names that count no longer; indexes beyond its length lost
    none.
    """

    indexes: tuple[NameIndex, ...]
    persons: Sequence[int]
    gone: tuple[frozenset[int], ...] = ()

    def search_all(self, asked: Iterable[Reading], least: float) -> list[Hit]:
        """Search for a name that may be read in several ways; of each position the best hit."""
        best: dict[int, Hit] = {}
        for reading in asked:
            for hit in self.search(reading, least):
                if hit.position not in best or best[hit.position].score < hit.score:
                    best[hit.position] = hit
        return sorted(best.values(), key=lambda hit: (-hit.score, hit.position))

    def search(self, asked: Reading, least: float) -> list[Hit]:
        """Give the listed names that a name meets with at least this score, the best first."""
        card, found = alert(), list[Hit]()
        if not self.indexes:
            return found
        scored: dict[tuple[tuple[str, ...], int], tuple[float, Alignment]] = {}
        whole, near = Asked.of(asked), [index.near(asked) for index in self.indexes]
        for position in self.candidates(asked):
            number, name = self._place(position)
            told = self.indexes[number].words(name), self.persons[position]
            if told not in scored:
                met = align(whole, told[0], near[number], of_person=bool(told[1]))
                scored[told] = card.score(features(met, of_person=told[1] == PERSON)), met
            if scored[told][0] >= least:
                found.append(Hit(position, *scored[told]))
        found.sort(key=lambda hit: (-hit.score, hit.position))
        return found

    def candidates(self, asked: Reading) -> list[int]:
        """Give the positions of the names worth comparing, the likeliest first."""
        rare = any(index.has_rare(asked) for index in self.indexes)
        ranked: list[tuple[float, int]] = []
        for number, (start, index) in enumerate(zip(self._starts(), self.indexes, strict=True)):
            gone = self.gone[number] if number < len(self.gone) else frozenset()
            found = first(index.ranked(asked, gone, rare=rare))
            ranked += [(rank, name - start) for rank, name in found]
        return [-position for _, position in worth_comparing(asked, first(ranked))]

    def updated(self, gone: Sequence[int], added: NameIndex, persons: Sequence[int]) -> Segments:
        """Take positions out and add an index after the last, without building any other again."""
        lost: list[set[int]] = [set(some) for some in self.gone]
        lost += [set() for _ in range(len(self.indexes) - len(lost))]
        starts = self._starts()
        for position in gone:
            number = bisect_right(starts, position) - 1
            lost[number].add(position - starts[number])
        indexes = (*self.indexes, added)
        return Segments(indexes, (*self.persons, *persons), tuple(map(frozenset, lost)))

    def _place(self, position: int) -> tuple[int, int]:
        starts = self._starts()
        number = bisect_right(starts, position) - 1
        while position - starts[number] >= len(self.indexes[number]):
            number -= 1
        return number, position - starts[number]

    def _starts(self) -> list[int]:
        return list(accumulate(map(len, self.indexes), initial=0))[:-1]
