"""Totals: where a source gives a sum, the supplier that nobody names has what the others leave."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from navicert.exposure.graph import Edge, EdgeKind, SupplyGraph, Total
from navicert.exposure.range import Range

NONE = Decimal(0)


def with_totals(graph: SupplyGraph) -> SupplyGraph:
    """Give the graph with the value of each rest: what the total leaves at least, and at most.

    A draw then computes it from the values that the others take in it.
    """
    if not graph.totals:
        return graph
    rests = {one.rest: _rest(one, graph) for one in graph.totals}
    edges = tuple(
        replace(edge, numbers=replace(edge.numbers, value=rests[edge.key]))
        if edge.key in rests
        else edge
        for edge in graph.edges
    )
    return replace(graph, edges=edges)


def others(total: Total, graph: SupplyGraph) -> tuple[Edge, ...]:
    """Give the other supplies that a total counts."""
    return tuple(
        edge
        for edge in graph.edges
        if edge.key.kind is EdgeKind.SUPPLIES
        and edge.key.tail in total.suppliers
        and edge.key != total.rest
    )


def _rest(total: Total, graph: SupplyGraph) -> Range:
    values = [edge.numbers.value for edge in others(total, graph)]
    known = [one for one in values if one is not None]
    low, likely, high = (
        max(NONE, total.value - sum((getattr(one, end) for one in known), NONE))
        for end in ("high", "likely", "low")
    )
    return Range(low, likely, high, peaked=True)
