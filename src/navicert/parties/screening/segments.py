"""Several indexes searched as one: a list each, or what was and what a newer list adds to it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from navicert.parties.screening.indexed import Indexed
from navicert.parties.screening.navicert_1.align import Alignment, align
from navicert.parties.screening.navicert_1.asked import Asked
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.index.search import NameIndex, first, worth_comparing
from navicert.parties.screening.navicert_1.reading import Reading

PERSON, MAY_BE_PERSON = 1, 2
"""What ``Segments.persons`` may have for a name, besides 0: no person's."""


class Hit(NamedTuple):
    """A listed name: its place among the names of all lists, its score, and how the words met.

    ``same`` tells that it has the words that were asked for and no others, legal forms aside.
    """

    position: int
    score: float
    alignment: Alignment
    same: bool = False


@dataclass(frozen=True, slots=True)
class Segments:
    """Indexes one after the other; positions count through them.

    ``places`` gives for each position its place among the names of all lists, the position itself
    where it is empty; ``persons`` tells for each place whether the party is a person, or may be
    one. ``gone`` has for each index the numbers of its names that count no longer; indexes beyond
    its length lost none.
    """

    indexes: tuple[NameIndex, ...]
    persons: Sequence[int]
    gone: tuple[frozenset[int], ...] = ()
    places: Sequence[int] = ()

    @classmethod
    def of(cls, parts: Iterable[tuple[int, Indexed]], persons: Sequence[int]) -> Segments:
        """Put the indexes of several lists together, each with the number of its names."""
        indexes, gone, places = list[NameIndex](), list[frozenset[int]](), array("I")
        start, moved = 0, False
        for count, part in parts:
            indexes += part.indexes
            gone += part.gone or (frozenset(),) * len(part.indexes)
            places.extend(start + place for place in part.places or range(count))
            start, moved = start + count, moved or bool(part.places)
        return cls(tuple(indexes), persons, tuple(gone), places if moved else ())

    def search_all(self, asked: Iterable[Reading], least: float) -> list[Hit]:
        """Search for a name that may be read in several ways; of each position the best hit."""
        best: dict[int, Hit] = {}
        for reading in asked:
            for hit in self.search(reading, least):
                known = best.get(hit.position)
                if known is None or (known.same, known.score) < (hit.same, hit.score):
                    best[hit.position] = hit
        return sorted(best.values(), key=lambda hit: (-hit.score, hit.position))

    def search(self, asked: Reading, least: float) -> list[Hit]:
        """Give the listed names that a name meets with at least this score, the best first.

        A listed name of the same words is met whatever its score: words that many have, or that
        say little, score low even where they are all that the list wrote.
        """
        card, found = alert(), list[Hit]()
        if not self.indexes:
            return found
        scored: dict[tuple[tuple[str, ...], int], tuple[float, Alignment]] = {}
        whole, near = Asked.of(asked), [index.near(asked) for index in self.indexes]
        same = dict.fromkeys(self.same(asked))
        for position in (*same, *(one for one in self.candidates(asked) if one not in same)):
            number, name = self._place(position)
            place = self.places[position] if self.places else position
            told = self.indexes[number].words(name), self.persons[place]
            if told not in scored:
                met = align(whole, told[0], near[number], of_person=bool(told[1]))
                scored[told] = card.score(features(met, of_person=told[1] == PERSON)), met
            if position in same or scored[told][0] >= least:
                found.append(Hit(place, *scored[told], position in same and not whole.marked))
        found.sort(key=lambda hit: (-hit.score, hit.position))
        return found

    def same(self, asked: Reading) -> Iterator[int]:
        """Give the positions of the names of the same words, legal forms aside."""
        for number, (start, index) in enumerate(zip(self._starts(), self.indexes, strict=True)):
            gone = self.gone[number] if number < len(self.gone) else frozenset()
            yield from (start + name for name in index.same(asked) if name not in gone)

    def candidates(self, asked: Reading) -> list[int]:
        """Give the positions of the names worth comparing, the likeliest first."""
        rare = any(index.has_rare(asked) for index in self.indexes)
        ranked: list[tuple[float, int]] = []
        for number, (start, index) in enumerate(zip(self._starts(), self.indexes, strict=True)):
            gone = self.gone[number] if number < len(self.gone) else frozenset()
            found = first(index.ranked(asked, gone, rare=rare))
            ranked += [(rank, name - start) for rank, name in found]
        if not self.places:
            return [-position for _, position in worth_comparing(asked, first(ranked))]
        at = {self.places[-position]: -position for _, position in ranked}
        placed = [(rank, -self.places[-position]) for rank, position in ranked]
        return [at[-place] for _, place in worth_comparing(asked, first(placed))]

    def _place(self, position: int) -> tuple[int, int]:
        starts = self._starts()
        number = bisect_right(starts, position) - 1
        while position - starts[number] >= len(self.indexes[number]):
            number -= 1
        return number, position - starts[number]

    def _starts(self) -> list[int]:
        return list(accumulate(map(len, self.indexes), initial=0))[:-1]
