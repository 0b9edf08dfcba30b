"""Rows of a drawing: a node stands below all that point to it, as far as circles allow."""

from __future__ import annotations

from collections.abc import Mapping

from navicert.adapters.drawing.graph import Edge, Node

PER_ROW = 8
"""Nodes beside each other; a layer with more goes on in the row below."""


def rows_of(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> Mapping[str, int]:
    """Give each node its row, counted from 0 at the top."""
    layers = _layers(nodes, _downward(nodes, edges))
    members: dict[int, list[str]] = {}
    for node in nodes:
        members.setdefault(layers[node.id], []).append(node.id)
    found: dict[str, int] = {}
    row = 0
    for layer in sorted(members):
        for start in range(0, len(members[layer]), PER_ROW):
            found |= dict.fromkeys(members[layer][start : start + PER_ROW], row)
            row += 1
    return found


def _layers(nodes: tuple[Node, ...], below: Mapping[str, tuple[str, ...]]) -> Mapping[str, int]:
    """Give the longest way from above; a layer that was given stays as it is."""
    given = {node.id: node.layer for node in nodes if node.layer is not None}
    waits = dict.fromkeys((node.id for node in nodes), 0)
    for targets in below.values():
        for target in targets:
            waits[target] += 1
    found = {node.id: given.get(node.id, 0) for node in nodes}
    ready = [node.id for node in nodes if not waits[node.id]]
    for one in ready:
        for target in below[one]:
            if target not in given:
                found[target] = max(found[target], found[one] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return found


def _downward(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> dict[str, tuple[str, ...]]:
    """Give where each node points, without the edges that close a circle."""
    points: dict[str, list[str]] = {node.id: [] for node in nodes}
    for edge in edges:
        points[edge.source].append(edge.target)
    kept: dict[str, list[str]] = {node.id: [] for node in nodes}
    done: set[str] = set()
    for node in nodes:
        _walk(node.id, (points, kept), done)
    return {one: tuple(targets) for one, targets in kept.items()}


def _walk(
    start: str, edges: tuple[dict[str, list[str]], dict[str, list[str]]], done: set[str]
) -> None:
    """Go down from a node in depth; an edge back to where the way came from is not kept."""
    points, kept = edges
    if start in done:
        return
    way, on_way = [(start, iter(points[start]))], {start}
    while way:
        here, targets = way[-1]
        target = next(targets, None)
        if target is None:
            way.pop()
            on_way.discard(here)
            done.add(here)
        elif target not in on_way:
            kept[here].append(target)
            if target not in done:
                way.append((target, iter(points[target])))
                on_way.add(target)
