"""What a report looks up in a result: names, sources, and the same row under every remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from navicert.exposure.graph import Edge, EdgeKey, Node, SupplyGraph
from navicert.exposure.losses import SeveredEdge
from navicert.exposure.result import Result, Scenario

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Given:
    """A result with its nodes and edges by their ids."""

    result: Result
    nodes: Mapping[str, Node] = field(repr=False)
    edges: Mapping[EdgeKey, Edge] = field(repr=False)
    spoken: Mapping[str, EdgeKey] = field(repr=False)
    cited: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, result: Result) -> Given:
        """Put the graph of a result in order."""
        graph = result.graph
        return cls(
            result,
            nodes={one.id: one for one in graph.nodes},
            edges={one.key: one for one in graph.edges},
            spoken={str(one.key): one.key for one in graph.edges},
            cited=_cited(graph),
        )

    @property
    def first(self) -> Scenario:
        """Give the scenario in which the bar stays."""
        return self.result.scenarios[0]

    def name(self, id_: str) -> str:
        """Give the name of a node, else its id."""
        node = self.nodes.get(id_)
        return node.name if node and node.name else id_

    def edge_name(self, key: EdgeKey) -> str:
        """Write an edge as a sentence of names."""
        item = f": {self.name(key.item)}" if key.item else ""
        kind = key.kind.value.replace("_", " ")
        return f"{self.name(key.tail)} {kind} {self.name(key.head)}{item}"

    def told(self, text: str) -> str:
        """Put names for ids into a text that is an id, an edge, or one with a figure behind it."""
        head, _, figure = text.rpartition(": ")
        if text in self.nodes:
            return self.name(text)
        if text in self.spoken:
            return self.edge_name(self.spoken[text])
        if head in self.spoken:
            return f"{self.edge_name(self.spoken[head])}: {figure}"
        return f"{self.name(head)}: {figure}" if head in self.nodes else text

    def sources(self, *ids: str) -> tuple[str, ...]:
        """Give the sources of nodes and of the edges that touch them, each once, in order."""
        return tuple(dict.fromkeys(one for id_ in ids for one in self.cited.get(id_, ())))

    def all_sources(self) -> tuple[str, ...]:
        """Give every source that a node or an edge cites, in the order of the graph."""
        return tuple(dict.fromkeys(one for cited in self.cited.values() for one in cited))

    def edge_sources(self, key: EdgeKey) -> tuple[str, ...]:
        """Give the sources of one edge."""
        edge = self.edges.get(key)
        return split(claim.source for claim in edge.claims) if edge else ()


def _cited(graph: SupplyGraph) -> Mapping[str, tuple[str, ...]]:
    """Give for each node the sources of itself and of every edge that touches or moves it."""
    found: dict[str, dict[str, None]] = {}
    for node in graph.nodes:
        found.setdefault(node.id, {}).update(dict.fromkeys(split((node.source,))))
    for edge in graph.edges:
        sources = dict.fromkeys(split(claim.source for claim in edge.claims))
        for id_ in (edge.key.tail, edge.key.head, edge.key.item):
            found.setdefault(id_, {}).update(sources)
    return {id_: tuple(sources) for id_, sources in found.items()}


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing under every remedy, in the order of the scenarios; None where it is not lost."""

    id: str
    under: tuple[object | None, ...]


def beside(
    result: Result, rows: Callable[[Scenario], Iterable[Row]], key: Callable[[Row], str]
) -> tuple[Beside, ...]:
    """Put the rows of every scenario beside each other, in the order in which they first come."""
    by_scenario = [{key(row): row for row in rows(one)} for one in result.scenarios]
    ids = dict.fromkeys(id_ for found in by_scenario for id_ in found)
    return tuple(Beside(id_, tuple(found.get(id_) for found in by_scenario)) for id_ in ids)


def spans(scenario: Scenario) -> Mapping[EdgeKey, tuple[SeveredEdge, ...]]:
    """Give the spans in which each edge is severed, in order."""
    found: dict[EdgeKey, list[SeveredEdge]] = {}
    for one in scenario.severed:
        found.setdefault(one.edge, []).append(one)
    return {key: tuple(sorted(of, key=lambda one: one.from_day)) for key, of in found.items()}


def worth(spans_of_one: tuple[SeveredEdge, ...]) -> Decimal:
    """Give what an edge is worth a year; what nobody knows sorts last."""
    value = spans_of_one[0].value
    return Decimal(-1) if value is None else value.likely


def split(texts: Iterable[str]) -> tuple[str, ...]:
    """Part texts that name several sources, each once.

    >>> split(["S0", "S1; S0", ""])
    ('S0', 'S1')
    """
    words = (word.strip() for text in texts for word in text.replace(",", ";").split(";"))
    return tuple(dict.fromkeys(word for word in words if word))
