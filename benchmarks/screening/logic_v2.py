"""A peer: nomenklatura's logic-v2, with candidates of its own, and its own blocker.

Runs in whatever environment has nomenklatura. It caches names by the entity's id: a reused id
would silently bring back an old score, so that each query is an entity with an id of its own.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from followthemoney import Dataset, StatementEntity, model
from nomenklatura.blocker import Index
from nomenklatura.matching import LogicV2
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

from benchmarks.screening.metric import Answer, first
from benchmarks.screening.queries import Listed, Query
from benchmarks.screening.trigrams import Trigrams

SCHEMAS = {"person": "Person", "individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
ORGANIZATION = "Organization"
DATASET = Dataset.make({"name": "benchmark", "title": "Benchmark"})


def entity(number: str, kind: str, names: Iterable[str]) -> StatementEntity:
    """Make an entity that has names only; the type that a query tells helps the peer."""
    schema = model.get(SCHEMAS.get(kind, ORGANIZATION))
    made = StatementEntity.from_data(
        DATASET, {"id": number, "schema": schema.name if schema else ORGANIZATION, "properties": {}}
    )
    made.add("name", list(names))
    return made


class LogicV2Engine:
    """logic-v2 over some twenty candidates from groups of three letters."""

    def __init__(self, parties: Sequence[Listed]) -> None:
        self._ids = [party.id for party in parties]
        self._entities = [entity(f"l{n}", p.type, p.names) for n, p in enumerate(parties)]
        self._candidates, self._numbers = Trigrams(parties), count()
        self._config = LogicV2.default_config()
        self.parts: dict[str, list[float]] = {}

    def ask(self, query: Query) -> Answer:
        """Give the parties like a name."""
        start = time.perf_counter()
        places = self._candidates.parties(query.text)
        found = time.perf_counter()
        asked = entity(f"q{next(self._numbers)}", query.type, [query.text])
        scored = [
            (LogicV2.compare(asked, self._entities[place], self._config).score, place)
            for place in places
        ]
        self.parts.setdefault("candidates", []).append(found - start)
        self.parts.setdefault("rescoring", []).append(time.perf_counter() - found)
        scored.sort(key=lambda one: (-one[0], one[1]))
        return first((self._ids[place], score) for score, place in scored)


class BlockerEngine:
    """nomenklatura's own blocker, in DuckDB, asked for one name at a time; it only finds."""

    def __init__(self, parties: Sequence[Listed]) -> None:
        self._ids, self._numbers = [party.id for party in parties], count()
        store: MemoryStore[Any, Any] = MemoryStore(DATASET, Linker({}))
        with store.writer() as writer:
            for number, party in enumerate(parties):
                writer.add_entity(entity(f"l{number}", party.type, party.names))
        self._folder = TemporaryDirectory()
        self._index: Any = Index(store.default_view(), Path(self._folder.name))
        self._index.build()

    def ask(self, query: Query) -> Answer:
        """Give the candidates for a name, with the blocker's scores."""
        asked = entity(f"q{next(self._numbers)}", query.type, [query.text])
        found = [some for _, some in self._index.match_entities([asked])]
        return first((self._ids[int(str(i)[1:])], score) for some in found for i, score in some)
