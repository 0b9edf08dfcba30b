"""What a graph contradicts itself in, and what it leaves open: named, never settled in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from navicert.exposure.graph import (
    ACTS,
    FIGURES,
    Edge,
    EdgeKey,
    EdgeKind,
    Figure,
    Node,
    NodeKind,
    SupplyGraph,
)
from navicert.exposure.range import Range
from navicert.exposure.result import Contradiction, Told, Unknown
from navicert.terms.truth import Truth

PERCENT = Decimal(100)
UNSHARED = "the rest of the need, in equal parts"


def contradictions(graph: SupplyGraph) -> tuple[Contradiction, ...]:
    """Give every claim against another, shares beyond the whole, and sums beyond their base."""
    return (
        *_figures(graph.figures),
        *(found for edge in graph.edges if len(edge.claims) > 1 for found in _claims(edge, graph)),
        *_shares(graph),
        *_revenues(graph),
    )


def unknowns(graph: SupplyGraph, severed: frozenset[EdgeKey]) -> tuple[Unknown, ...]:
    """Give what nobody states and the shock asks for; of acts only those that it severs."""
    return (
        *_edges(graph, severed),
        *_substitutes(graph),
        *_lines(graph),
        *_parts(graph),
        *_operators(graph, severed),
        *_users(graph, severed),
    )


def _figures(figures: Iterable[Figure]) -> Iterator[Contradiction]:
    grouped: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        grouped[one.of, one.what, one.unit].append(one)
    for (of, what, unit), said in grouped.items():
        if len({one.value or one.text for one in said}) > 1:
            told = tuple(
                Told(_written(one.value) or one.text, one.source, one.place, one.note)
                for one in said
            )
            yield Contradiction(of, what, unit, told, "nothing: stated beside each other")


_UNITS: Mapping[str, str] = {"share": "percent", "lead_days": "days", "users": "users"}


def _claims(edge: Edge, graph: SupplyGraph) -> Iterator[Contradiction]:
    for name in FIGURES:
        said = [
            (getattr(claim.numbers, name), claim)
            for claim in edge.claims
            if getattr(claim.numbers, name) is not None
        ]
        if len({value for value, _ in said}) > 1:
            told = tuple(
                Told(_written(value), claim.source, claim.place, claim.note)
                for value, claim in said
            )
            taken = f"{getattr(edge.numbers, name)}, which holds them all"
            unit = graph.settings.currency if name == "value" else _UNITS.get(name, "")
            yield Contradiction(str(edge.key), name.replace("_", " "), unit, told, taken)


def _shares(graph: SupplyGraph) -> Iterator[Contradiction]:
    grouped: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        if edge.key.kind is EdgeKind.SUPPLIES and edge.numbers.share is not None:
            grouped[edge.key.head, edge.key.item].append(edge)
        if edge.key.kind is EdgeKind.MADE_ON and edge.numbers.share is not None:
            grouped[edge.key.head, ""].append(edge)
    for (head, item), edges in grouped.items():
        shares = [edge.numbers.share for edge in edges if edge.numbers.share is not None]
        least = sum((one.low for one in shares), Decimal(0))
        if least > PERCENT:
            told = tuple(
                Told(f"{edge.key.tail}: {edge.numbers.share}", _source(edge), _place(edge))
                for edge in edges
            )
            what = f"shares of {item or 'the line'} add up to {least:f} percent"
            yield Contradiction(head, what, "percent", told, "scaled to 100 percent")


def _revenues(graph: SupplyGraph) -> Iterator[Contradiction]:
    sold: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        if edge.key.kind in {EdgeKind.SUPPLIES, EdgeKind.UPDATES} and edge.numbers.value:
            sold[edge.key.tail].append(edge)
    for node in graph.nodes:
        if node.revenue is None or node.id not in sold:
            continue
        values = [edge.numbers.value for edge in sold[node.id]]
        least = sum((one.low for one in values if one is not None), Decimal(0))
        if least > node.revenue.high:
            told = (
                Told(f"revenue {node.revenue}", node.source, node.place),
                *(
                    Told(f"{edge.key}: {edge.numbers.value}", _source(edge), _place(edge))
                    for edge in sold[node.id]
                ),
            )
            taken = "the larger of the two as the base of its share"
            yield Contradiction(node.id, "sells more than its revenue", "", told, taken)


_NEEDED: Mapping[EdgeKind, tuple[tuple[str, str], ...]] = {
    EdgeKind.SUPPLIES: (
        ("value", "counts as nothing in money"),
        ("share", f"taken for {UNSHARED}"),
        ("stock", "when it runs out is not known; nothing in stock in the worst case"),
        ("lead_days", "taken for no days"),
    ),
    EdgeKind.UPDATES: (),
    EdgeKind.SELLS: (("value", "counts as nothing in money"),),
    EdgeKind.STORES: (("value", "its worth is not told"),),
    EdgeKind.EMPLOYS: (("quantity", "counts as no jobs"),),
}
"""What each kind of edge should state, and what is done where it does not."""


def _edges(graph: SupplyGraph, severed: frozenset[EdgeKey]) -> Iterator[Unknown]:
    people = {node.id for node in graph.nodes if node.users is not None}
    for edge in graph.edges:
        told = edge.key.kind not in ACTS or edge.key in severed
        for name, effect in _NEEDED.get(edge.key.kind, ()) if told else ():
            if getattr(edge.numbers, name) is None:
                yield Unknown(str(edge.key), name.replace("_", " "), effect, _place(edge))
        uses = edge.key.kind is EdgeKind.USES and edge.numbers.users is None
        if uses and edge.key.head not in people:
            yield Unknown(str(edge.key), "users", "counts as nobody", _place(edge))


def _substitutes(graph: SupplyGraph) -> Iterator[Unknown]:
    for one in graph.substitutes:
        for name in ("qualification_days", "covers"):
            if getattr(one, name) is None:
                said = f"{one.substitute} in place of {one.item}"
                yield Unknown(said, name.replace("_", " "), "never comes in", one.place)


def _lines(graph: SupplyGraph) -> Iterator[Unknown]:
    run = {edge.key.head for edge in graph.edges if edge.key.kind is EdgeKind.RUNS}
    made = {edge.key.head for edge in graph.edges if edge.key.kind is EdgeKind.MADE_ON}
    for node in graph.nodes:
        if node.kind is NodeKind.LINE and node.id not in run:
            yield Unknown(node.id, "who runs it", "never stops", node.place)
        if node.kind is NodeKind.LINE and node.id not in made:
            yield Unknown(node.id, "what is made on it", "never stops", node.place)


def _parts(graph: SupplyGraph) -> Iterator[Unknown]:
    """Name items that lines need, of which nobody says what is in them or who supplies them."""
    kinds = (EdgeKind.COMPONENT, EdgeKind.MADE_ON)
    gives = (EdgeKind.SUPPLIES, EdgeKind.UPDATES)
    supplied = {edge.key.item for edge in graph.edges if edge.key.kind in gives}
    whole = {edge.key.head for edge in graph.edges if edge.key.kind is EdgeKind.COMPONENT}
    needed = {edge.key.tail for edge in graph.edges if edge.key.kind in kinds}
    for node in _nodes(graph.nodes, needed - supplied - whole):
        what = "its parts" if node.kind is NodeKind.PRODUCT else "who supplies it"
        yield Unknown(node.id, what, "never runs out", node.place)


def _operators(graph: SupplyGraph, severed: frozenset[EdgeKey]) -> Iterator[Unknown]:
    """Name networks that others do something for, as if nobody who is cut off operated them."""
    stated = {edge.key.head for edge in graph.edges if edge.key.kind is EdgeKind.OPERATES}
    open_ = {
        edge.key.head
        for edge in graph.edges
        if edge.key.kind in {EdgeKind.MAINTAINS, EdgeKind.UPDATES}
        and edge.key not in severed
        and Truth.NO not in {edge.subject, edge.exported_from_us}
    }
    for node in _nodes(graph.nodes, open_ - stated):
        if node.kind is NodeKind.NETWORK:
            yield Unknown(node.id, "who operates it", "taken for nobody cut off", node.place)


def _users(graph: SupplyGraph, severed: frozenset[EdgeKey]) -> Iterator[Unknown]:
    """Name networks whose support is cut and whose users nobody states."""
    used = {edge.key.tail for edge in graph.edges if edge.key.kind is EdgeKind.USES}
    cut = {edge.head for edge in severed if edge.kind in {EdgeKind.MAINTAINS, EdgeKind.UPDATES}}
    for node in _nodes(graph.nodes, cut - used):
        if node.kind is NodeKind.NETWORK and node.users is None:
            yield Unknown(node.id, "users", "counts as nobody", node.place)


def _nodes(nodes: Sequence[Node], ids: set[str]) -> Iterator[Node]:
    return (node for node in nodes if node.id in ids)


def _written(value: Range | None) -> str:
    return "" if value is None else str(value)


def _source(edge: Edge) -> str:
    return "; ".join(dict.fromkeys(claim.source for claim in edge.claims if claim.source))


def _place(edge: Edge) -> str:
    return edge.claims[0].place if edge.claims else ""
