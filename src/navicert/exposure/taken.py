"""What the computation itself takes for granted, said beside what the graph assumes."""

from __future__ import annotations

from collections.abc import Iterator

from navicert.exposure.acts import PURPOSES
from navicert.exposure.graph import Assumption, EdgeKey, SupplyGraph

SOURCE = "docs/exposure.md"


def taken(graph: SupplyGraph, severed: frozenset[EdgeKey]) -> tuple[Assumption, ...]:
    """Give them, those about purposes only where an edge that is severed states none."""
    return (*_FIXED, *_purposes(graph, severed))


_FIXED = (
    Assumption(
        "stock-used-up",
        "a line uses up the stock that its company has; from the day in barred_on on the order "
        "itself bars that use, so that a line which keeps to it stops then",
        SOURCE,
    ),
    Assumption(
        "transit-stops",
        "goods in transit stop with the bar, and come again after the lead time once it ends",
        SOURCE,
    ),
    Assumption(
        "even-year",
        "a yearly figure is earned in equal parts on 365 days",
        SOURCE,
    ),
    Assumption(
        "no-catching-up",
        "what was not made is not made up for later, and stock is not built up again",
        SOURCE,
    ),
)


def _purposes(graph: SupplyGraph, severed: frozenset[EdgeKey]) -> Iterator[Assumption]:
    kinds = {node.id: node.kind for node in graph.nodes}
    counts: dict[tuple[str, str], int] = {}
    for edge in graph.edges:
        purpose = PURPOSES.get((edge.key.kind, kinds[edge.key.head]), "")
        if purpose and not edge.purpose and edge.key in severed:
            key = (edge.key.kind.value, purpose)
            counts[key] = counts.get(key, 0) + 1
    for (kind, purpose), count in counts.items():
        text = f"{count:,} edges {kind} state no purpose, and are taken for {purpose}"
        yield Assumption(f"purpose-{kind}-{purpose}", text, SOURCE)
