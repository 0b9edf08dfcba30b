"""Navicert's own matcher, navicert-1, asked as screening asks it, with explanation off."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.screening.metric import Answer, first
from benchmarks.screening.queries import Listed, Query
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.index.build import Content, build
from navicert.parties.screening.navicert_1.index.likenesses import with_likenesses
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.match import matches
from navicert.parties.screening.navicert_1.reading import read


class Ours:
    """An index over the names of a list; ``least`` is the score under which nothing comes back."""

    def __init__(self, parties: Sequence[Listed], least: float = 0.0) -> None:
        self.least = least
        self._ids = [party.id for party in parties for _ in party.names]
        self._persons = [party.is_person for party in parties for _ in party.names]
        names = (name for party in parties for name in party.names)
        self._index = NameIndex(with_likenesses(build(names)))
        alert()

    def __len__(self) -> int:
        """Count the names."""
        return len(self._index)

    def ask(self, query: Query) -> Answer:
        """Give the parties like a name."""
        found = matches(read(query.text), self._index, self._persons, self.least)
        return first((self._ids[one.name], one.score) for one in found)

    @property
    def content(self) -> Content:
        """Give what the index is made of."""
        return self._index.content

    def compared(self, query: Query) -> frozenset[str]:
        """Give every party that reaches the scorer."""
        return frozenset(self._ids[name] for name in self._index.candidates(read(query.text)))
