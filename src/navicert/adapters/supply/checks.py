"""What holds a graph together: ends that exist and are of the right kind, and no part in itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from navicert.adapters.supply.table import Problems
from navicert.exposure.graph import Edge, EdgeKind, NodeKind, SupplyGraph, Total

_MAKERS = frozenset({NodeKind.COMPANY, NodeKind.SUPPLIER})
_ITEMS = frozenset({NodeKind.PART, NodeKind.PRODUCT})
_PEOPLE = frozenset({NodeKind.COUNTRY, NodeKind.PEOPLE})

ENDS: Mapping[EdgeKind, tuple[frozenset[NodeKind], frozenset[NodeKind]]] = {
    EdgeKind.SUPPLIES: (_MAKERS, _MAKERS),
    EdgeKind.COMPONENT: (_ITEMS, _ITEMS),
    EdgeKind.MADE_ON: (_ITEMS, frozenset({NodeKind.LINE})),
    EdgeKind.RUNS: (_MAKERS, frozenset({NodeKind.LINE})),
    EdgeKind.SELLS: (_MAKERS, _MAKERS | _PEOPLE | {NodeKind.CUSTOMER, NodeKind.NETWORK}),
    EdgeKind.MAINTAINS: (_MAKERS, frozenset({NodeKind.NETWORK})),
    EdgeKind.UPDATES: (_MAKERS, _MAKERS | {NodeKind.NETWORK}),
    EdgeKind.USES: (frozenset({NodeKind.NETWORK, NodeKind.PRODUCT}), _PEOPLE),
    EdgeKind.EMPLOYS: (_MAKERS, _PEOPLE),
    EdgeKind.STORES: (_MAKERS, _ITEMS),
    EdgeKind.OPERATES: (_MAKERS | {NodeKind.CUSTOMER}, frozenset({NodeKind.NETWORK})),
}
"""Of which kinds the two ends of an edge are."""

WITH_ITEM = frozenset({EdgeKind.SUPPLIES, EdgeKind.SELLS})
"""The kinds whose item, where it is named, is a node of the graph."""

SHOWN = 8
MOST_DEPTH = 400
"""Levels of parts within parts."""


def check(graph: SupplyGraph, problems: Problems) -> None:
    """Note every edge or row that hangs on nothing, and the cycle of a bill of materials."""
    kinds = {one.id: one.kind for one in graph.nodes}
    for edge in graph.edges:
        _ends(edge, kinds, problems)
    for one in graph.substitutes:
        for column, id_ in (("item", one.item), ("supplier", one.supplier)):
            if id_ not in kinds:
                problems.note(one.place, column, f"no node has the id {id_[:40]!r}")
    for figure in graph.figures:
        if figure.of not in kinds:
            problems.note(figure.place, "of", f"no node has the id {figure.of[:40]!r}")
    for total in graph.totals:
        _total(total, graph, problems)
    _cycle(graph, problems)


def _total(total: Total, graph: SupplyGraph, problems: Problems) -> None:
    """Note a total whose rest is no row of the graph, or has a value of its own."""
    rest = next((edge for edge in graph.edges if edge.key == total.rest), None)
    place = rest.claims[0].place if rest else graph.nodes[0].place if graph.nodes else ":1"
    if rest is None:
        problems.note(place, "totals", f"no edge is {str(total.rest)[:80]!r}, which has the rest")
    elif rest.numbers.value is not None:
        problems.note(place, "value", "has the rest of a total: leave its own value empty")
    known = {edge.key.tail for edge in graph.edges if edge.key.kind is EdgeKind.SUPPLIES}
    for id_ in total.suppliers:
        if id_ not in known:
            problems.note(place, "totals", f"{id_[:40]!r} of a total supplies nothing")


def _ends(edge: Edge, kinds: Mapping[str, NodeKind], problems: Problems) -> None:
    key, place = edge.key, edge.claims[0].place
    for column, id_, allowed in zip(
        ("from", "to"), (key.tail, key.head), ENDS[key.kind], strict=True
    ):
        kind = kinds.get(id_)
        if kind is None:
            problems.note(place, column, f"no node has the id {id_[:40]!r}")
        elif kind not in allowed:
            wanted = " or ".join(one for one in NodeKind if one in allowed)
            message = f"{id_[:40]!r} is a {kind}; of an edge {key.kind} it is {wanted}"
            problems.note(place, column, message)
    if key.tail == key.head:
        problems.note(place, "to", f"{key.tail[:40]!r} hangs on itself")
    if key.kind is EdgeKind.SUPPLIES and not key.item:
        problems.note(place, "item", "is empty: name the part that is supplied")
    if key.kind in WITH_ITEM and key.item and kinds.get(key.item) not in _ITEMS:
        problems.note(place, "item", f"no part or product has the id {key.item[:40]!r}")


def _cycle(graph: SupplyGraph, problems: Problems) -> None:
    """Take away, from the leaves, all that can be assembled; what is left goes in a circle."""
    bill = [edge for edge in graph.edges if edge.key.kind is EdgeKind.COMPONENT]
    waiting: dict[str, int] = defaultdict(int)
    held_by: dict[str, list[str]] = defaultdict(list)
    for edge in bill:
        waiting[edge.key.head] += 1
        held_by[edge.key.tail].append(edge.key.head)
    ready = [part for part in held_by if not waiting[part]]
    depth: dict[str, int] = dict.fromkeys(ready, 0)
    for part in ready:
        for whole in held_by.get(part, ()):
            depth[whole] = max(depth.get(whole, 0), depth[part] + 1)
            waiting[whole] -= 1
            if not waiting[whole]:
                ready.append(whole)
    if max(depth.values(), default=0) > MOST_DEPTH:
        place = bill[0].claims[0].place
        problems.note(place, "from", f"parts within parts more than {MOST_DEPTH} deep")
    left = {part for part, count in waiting.items() if count}
    if left:
        _note(bill, left, problems)


def _note(bill: list[Edge], left: set[str], problems: Problems) -> None:
    """Walk down among what is left until a part comes back; name the circle with its lines."""
    into = {edge.key.head: edge for edge in bill if edge.key.tail in left and edge.key.head in left}
    at = next(iter(into))
    way: dict[str, Edge] = {}
    while at not in way:
        way[at] = into[at]
        at = into[at].key.tail
    names = list(way)
    circle = [way[name] for name in names[names.index(at) :]]
    steps = [f"{edge.key.head[:40]} holds {edge.key.tail[:40]} ({_line(edge)})" for edge in circle]
    more = f" and {len(steps) - SHOWN:,} more" if len(steps) > SHOWN else ""
    message = f"a cycle: {'; '.join(steps[:SHOWN])}{more}; take one of these rows out"
    problems.note(circle[0].claims[0].place, "from", message)


def _line(edge: Edge) -> str:
    return f"line {edge.claims[0].place.rpartition(':')[2]}"
