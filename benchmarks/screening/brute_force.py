"""A peer: rapidfuzz's token_sort_ratio against every name of the list."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from benchmarks.screening.metric import Answer, first
from benchmarks.screening.queries import Listed, Query

KEPT = 50
"""Names kept of each search: more than ten, since a party has several."""


class BruteForce:
    """Names made lower case and free of punctuation once; nothing else is indexed."""

    def __init__(self, parties: Sequence[Listed]) -> None:
        self._ids = [party.id for party in parties for _ in party.names]
        self._names = [utils.default_process(name) for party in parties for name in party.names]

    def ask(self, query: Query) -> Answer:
        """Give the parties like a name."""
        found = process.extract(
            utils.default_process(query.text), self._names, scorer=fuzz.token_sort_ratio, limit=KEPT
        )
        return first((self._ids[place], score / 100) for _, score, place in found)
