"""The same work as ``navicert.exposure`` does, the plain way: networkx, dictionaries and lists.

Day by day as ours, and only what the shock touches, each state once; in whole numbers, so that
both have to come to the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from navicert.exposure.columns import Columns
from navicert.exposure.graph import EdgeKind
from navicert.exposure.plan import WHOLE

Graph = Any
"""A ``networkx.MultiDiGraph`` of numbers; what its edges hold has no type of its own."""


def built(columns: Columns) -> Graph:
    """Put the edges into networkx, with their figures as attributes."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(columns.nodes))
    values = columns.inputs.likely
    for kind, table in columns.tables.items():
        told = {name: at for name, at in table.figures.items() if len(at) and at[0] >= 0}
        figures = {name: values[at].tolist() for name, at in told.items()}
        ends = zip(table.tail.tolist(), table.head.tolist(), table.item.tolist(), strict=True)
        for row, (tail, head, item) in enumerate(ends):
            said = {name: each[row] for name, each in figures.items()}
            graph.add_edge(tail, head, kind=kind, item=item, **said)
    return graph


@dataclass(slots=True)
class Plain:
    """A shock on one supplier from the first day to just before ``lifted``."""

    graph: Graph
    denied: int
    lifted: int
    days: int
    rates: dict[tuple[int, int], list[int] | None] = field(default_factory=dict)
    bought: dict[tuple[int, int], list[dict[str, Any]]] = field(default_factory=dict)

    def run(self) -> dict[str, float]:
        """Give the totals, as the measures of ours name them."""
        cut = [
            edge
            for _, _, edge in self.graph.out_edges(self.denied, data=True)
            if edge["kind"] is EdgeKind.SUPPLIES
        ]
        for tail, head, edge in self.graph.edges(data=True):
            if edge["kind"] is EdgeKind.SUPPLIES:
                row = {**edge, "barred": tail == self.denied}
                self.bought.setdefault((head, edge["item"]), []).append(row)
        made = self._made()
        lost = sum(edge["value"] * self.lifted / 365 for edge in cut)
        stops = [self._first(rates, 0) for rates in made.values() if rates]
        return {
            "supplies_total": lost,
            "sales_total": self._sales(made),
            "users_total": self._users(),
            "lines_stopped": sum(stop is not None for stop in stops),
            "lost_days": sum(
                sum(WHOLE - rate for rate in rates) / WHOLE for rates in made.values() if rates
            ),
        }

    def _made(self) -> dict[int, list[int] | None]:
        """Give the rates of every product that a line makes; None where nothing touches it."""
        found: dict[int, list[int] | None] = {}
        for company, line, edge in self.graph.edges(data=True):
            if edge["kind"] is not EdgeKind.RUNS:
                continue
            for product, _, made in self.graph.in_edges(line, data=True):
                if made["kind"] is EdgeKind.MADE_ON:
                    found[product] = self._rate(company, product)
        return found

    def _rate(self, company: int, item: int) -> list[int] | None:
        key = (company, item)
        if key not in self.rates:
            if key in self.bought:
                self.rates[key] = self._on_stock(self.bought[key])
            else:
                parts = (
                    self._rate(company, part)
                    for part, _, edge in self.graph.in_edges(item, data=True)
                    if edge["kind"] is EdgeKind.COMPONENT
                )
                touched = [one for one in parts if one is not None]
                self.rates[key] = list(map(min, zip(*touched, strict=True))) if touched else None
        return self.rates[key]

    def _on_stock(self, rows: list[dict[str, Any]]) -> list[int] | None:
        if not any(row["barred"] for row in rows):
            return None
        stock = sum(round(row["stock"] * WHOLE) for row in rows)
        found = []
        for day in range(self.days):
            missing = 0
            for row in rows:
                if row["barred"] and day < self.lifted + row["lead_days"]:
                    missing += round(row["share"] * WHOLE / 100)
            missing = min(missing, WHOLE)
            used = min(missing, stock)
            stock -= used
            found.append(WHOLE - missing + used)
        return found

    def _first(self, rates: list[int], wanted: int) -> int | None:
        return next((day for day, rate in enumerate(rates) if rate == wanted), None)

    def _sales(self, made: dict[int, list[int] | None]) -> float:
        lost = 0.0
        idle = {
            product: sum(WHOLE - rate for rate in rates) / WHOLE
            for product, rates in made.items()
            if rates
        }
        for _, _, edge in self.graph.edges(data=True):
            if edge["kind"] is EdgeKind.SELLS:
                lost += edge["value"] * idle.get(int(edge["item"]), 0.0) / 365
        return lost

    def _users(self) -> float:
        alone = {
            network
            for _, network, edge in self.graph.out_edges(self.denied, data=True)
            if edge["kind"] is EdgeKind.MAINTAINS
        }
        every: list[float] = [
            edge["users"]
            for network in sorted(alone)
            for _, _, edge in self.graph.out_edges(network, data=True)
            if edge["kind"] is EdgeKind.USES
        ]
        return sum(every)
