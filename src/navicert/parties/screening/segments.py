"""Several indexes searched as one: a list each, or what was and what a newer list adds to it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from navicert.parties.screening.navicert_1.align import Alignment, align
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.reading import Reading


class Hit(NamedTuple):
    """A listed name: its position over all segments, its score, and how the words met."""

    position: int
    score: float
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class Segments:
    """Indexes one after the other; positions count through them.

    ``persons`` tells for each position whether the party is a person, ``gone`` are positions
    that count no longer.
    """

    indexes: tuple[NameIndex, ...]
    persons: Sequence[int]
    gone: Container[int] = frozenset()

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
        card, start = alert(), 0
        found: list[Hit] = []
        for index in self.indexes:
            for name in index.candidates(asked):
                position = start + name
                if position in self.gone:
                    continue
                met = align(asked, index.words(name), index.similar)
                score = card.score(features(met, of_person=bool(self.persons[position])))
                if score >= least:
                    found.append(Hit(position, score, met))
            start += len(index)
        found.sort(key=lambda hit: (-hit.score, hit.position))
        return found
