"""A graph in columns: the form in which a million edges are computed at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from navicert.exposure.graph import (
    ACTS,
    FIGURES,
    Edge,
    EdgeKind,
    NodeKind,
    SupplyGraph,
)
from navicert.exposure.inputs import EDGE, NODE, SUBSTITUTE, Gathering, Inputs, Integers, Rest
from navicert.exposure.totals import others
from navicert.terms.truth import Truth

NODE_FIGURES = ("revenue", "employees", "population", "users")
SUBSTITUTE_FIGURES = ("qualification_days", "covers")
NONE = -1
"""Stands for no node and, in a column of figures, for one that nobody states."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What the rule is asked with: all edges with one trait have one answer."""

    kind: EdgeKind
    tail_country: str | None
    head_country: str | None
    subject: Truth
    exported_from_us: Truth
    eccn: str
    purpose: str
    head_kind: NodeKind | None


@dataclass(frozen=True, slots=True)
class Table:
    """The edges of one kind: positions of nodes, of the edge in the graph, of its figures."""

    edge: Integers
    tail: Integers
    head: Integers
    item: Integers
    trait: Integers
    figures: Mapping[str, Integers]

    def __len__(self) -> int:
        return len(self.edge)


@dataclass(frozen=True, slots=True)
class Substitutes:
    """What may stand in: positions of item and supplier, and of the figures."""

    item: Integers
    supplier: Integers
    trait: Integers
    qualification_days: Integers
    covers: Integers


@dataclass(frozen=True, slots=True)
class Columns:
    """A whole graph in columns; positions of nodes are those in ``graph.nodes``."""

    nodes: int
    kinds: Integers
    tables: Mapping[EdgeKind, Table]
    substitutes: Substitutes
    figures: Mapping[str, Integers]
    inputs: Inputs
    traits: tuple[Trait, ...]


def columns_of(graph: SupplyGraph) -> Columns:
    """Put a graph into columns."""
    return _Columns(graph).columns()


class _Columns:
    """The columns while a graph is gone through."""

    def __init__(self, graph: SupplyGraph) -> None:
        self.graph = graph
        self.at = {node.id: place for place, node in enumerate(graph.nodes)}
        self.gathered = Gathering((*FIGURES, *NODE_FIGURES, *SUBSTITUTE_FIGURES))
        self.traits: dict[Trait, int] = {}

    def columns(self) -> Columns:
        """Go through nodes, edges and substitutes, in this order."""
        kinds = {kind: place for place, kind in enumerate(NodeKind)}
        figures = {
            name: _ints(
                self.gathered.take(getattr(node, name), (NODE, place, name))
                for place, node in enumerate(self.graph.nodes)
            )
            for name in NODE_FIGURES
        }
        grouped: dict[EdgeKind, list[tuple[int, Edge]]] = {kind: [] for kind in EdgeKind}
        for place, edge in enumerate(self.graph.edges):
            grouped[edge.key.kind].append((place, edge))
        tables = {kind: self._table(edges) for kind, edges in grouped.items()}
        substitutes = self._substitutes()
        return Columns(
            nodes=len(self.graph.nodes),
            kinds=_ints(kinds[node.kind] for node in self.graph.nodes),
            tables=tables,
            substitutes=substitutes,
            figures=figures,
            inputs=replace(
                self.gathered.inputs(), rests=tuple(self._rests(tables[EdgeKind.SUPPLIES]))
            ),
            traits=tuple(self.traits),
        )

    def _table(self, edges: list[tuple[int, Edge]]) -> Table:
        take, at = self.gathered.take, self.at
        figures = {
            name: _ints(
                take(getattr(edge.numbers, name), (EDGE, place, name)) for place, edge in edges
            )
            for name in FIGURES
        }
        return Table(
            edge=_ints(place for place, _ in edges),
            tail=_ints(at[edge.key.tail] for _, edge in edges),
            head=_ints(at[edge.key.head] for _, edge in edges),
            item=_ints(at.get(edge.key.item, NONE) for _, edge in edges),
            trait=_ints(self._trait(edge) for _, edge in edges),
            figures=figures,
        )

    def _rests(self, supplies: Table) -> Iterator[Rest]:
        """Give what follows from totals, by the positions of the values."""
        places = zip(supplies.edge.tolist(), supplies.figures["value"].tolist(), strict=True)
        at = {self.graph.edges[edge].key: value for edge, value in places}
        for total in self.graph.totals:
            known = [at[edge.key] for edge in others(total, self.graph)]
            counted = _ints(value for value in known if value != NONE)
            yield Rest(float(total.value), at[total.rest], counted)

    def _trait(self, edge: Edge) -> int:
        if edge.key.kind not in ACTS:
            return NONE
        tail, head = (self.graph.nodes[self.at[id_]] for id_ in (edge.key.tail, edge.key.head))
        trait = Trait(
            edge.key.kind,
            tail.country,
            head.country,
            edge.subject,
            edge.exported_from_us,
            edge.eccn,
            edge.purpose,
            head.kind,
        )
        return self.traits.setdefault(trait, len(self.traits))

    def _substitutes(self) -> Substitutes:
        each, take = self.graph.substitutes, self.gathered.take
        return Substitutes(
            item=_ints(self.at[one.item] for one in each),
            supplier=_ints(self.at[one.supplier] for one in each),
            trait=_ints(
                self.traits.setdefault(
                    Trait(
                        EdgeKind.SUPPLIES,
                        self.graph.nodes[self.at[one.supplier]].country,
                        None,
                        one.subject,
                        one.exported_from_us,
                        "",
                        "",
                        None,
                    ),
                    len(self.traits),
                )
                for one in each
            ),
            qualification_days=_ints(
                take(one.qualification_days, (SUBSTITUTE, place, "qualification_days"))
                for place, one in enumerate(each)
            ),
            covers=_ints(
                take(one.covers, (SUBSTITUTE, place, "covers")) for place, one in enumerate(each)
            ),
        )


def _ints(values: Iterable[int]) -> Integers:
    return np.fromiter(values, dtype=np.int64)
