"""Places of a drawing: what stands where in its row, so that lines cross little and run straight.

An edge over several rows passes each of them at a place of its own, a bend.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navicert.adapters.drawing.graph import Edge

SWEEPS = 8
BETWEEN = 22
"""Pixels between two neighbors of a row."""
BEND = "bend"

Place = tuple[str, int]
"""A node by its id and -1, or a bend by the position of its edge and its row."""


@dataclass(frozen=True, slots=True)
class Links:
    """What stands in each row, and the edges cut into pieces from one row to the next."""

    rows: tuple[tuple[Place, ...], ...]
    above: Mapping[Place, tuple[Place, ...]]
    below: Mapping[Place, tuple[Place, ...]]


def node(one: str) -> Place:
    """Give the place of a node."""
    return (one, -1)


def bend(at: int, row: int) -> Place:
    """Give the place where an edge, by its position, passes a row."""
    return (f"{BEND}\0{at}", row)


def links_of(rows: Mapping[str, int], edges: Sequence[Edge]) -> Links:
    """Put nodes and bends into their rows, in the order in which they came."""
    held: list[list[Place]] = [[] for _ in range(max(rows.values(), default=-1) + 1)]
    for one, row in rows.items():
        held[row].append(node(one))
    above: dict[Place, list[Place]] = {}
    below: dict[Place, list[Place]] = {}
    for at, edge in enumerate(edges):
        way = way_of(at, edge, rows)
        for row, place in enumerate(way[1:-1], min(rows[edge.source], rows[edge.target]) + 1):
            held[row].append(place)
        for upper, lower in itertools.pairwise(way):
            above.setdefault(lower, []).append(upper)
            below.setdefault(upper, []).append(lower)
    return Links(tuple(map(tuple, held)), _frozen(above), _frozen(below))


def way_of(at: int, edge: Edge, rows: Mapping[str, int]) -> tuple[Place, ...]:
    """Give where an edge goes, from its upper end to its lower; nothing within one row."""
    upper, lower = sorted((edge.source, edge.target), key=lambda one: rows[one])
    if rows[upper] == rows[lower]:
        return ()
    between = range(rows[upper] + 1, rows[lower])
    return (node(upper), *(bend(at, row) for row in between), node(lower))


def ordered(links: Links) -> tuple[tuple[Place, ...], ...]:
    """Order each row by the middle of what it is tied to, down and up again."""
    rows = [list(row) for row in links.rows]
    at = {place: position for row in rows for position, place in enumerate(row)}
    for sweep in range(SWEEPS):
        ties = links.below if sweep % 2 else links.above
        for row in reversed(rows) if sweep % 2 else rows:
            _sort(row, at, ties)
    return tuple(map(tuple, rows))


def _sort(row: list[Place], at: dict[Place, int], ties: Mapping[Place, tuple[Place, ...]]) -> None:
    middle = {place: _middle(place, at, ties) for place in row}
    row.sort(key=lambda place: (middle[place], at[place]))
    at.update((place, position) for position, place in enumerate(row))


def _middle(
    place: Place, at: Mapping[Place, int], ties: Mapping[Place, tuple[Place, ...]]
) -> float:
    tied = ties.get(place, ())
    return sum(at[one] for one in tied) / len(tied) if tied else float(at[place])


def spread(
    rows: Sequence[Sequence[Place]], widths: Mapping[Place, int], links: Links
) -> Mapping[Place, int]:
    """Give the middle of each place in pixels: below what it is tied to, and beside no other."""
    found = _packed(rows, widths)
    for sweep in range(SWEEPS):
        ties = links.below if sweep % 2 else links.above
        for row in reversed(rows) if sweep % 2 else rows:
            _pull(row, widths, (found, ties))
    left = min((found[one] - widths[one] // 2 for row in rows for one in row), default=0)
    return {one: x - left for one, x in found.items()}


def _packed(rows: Sequence[Sequence[Place]], widths: Mapping[Place, int]) -> dict[Place, int]:
    found: dict[Place, int] = {}
    for row in rows:
        x = -sum(widths[one] + BETWEEN for one in row) // 2
        for one in row:
            found[one] = x + widths[one] // 2
            x += widths[one] + BETWEEN
    return found


def _pull(
    row: Sequence[Place],
    widths: Mapping[Place, int],
    tied: tuple[dict[Place, int], Mapping[Place, tuple[Place, ...]]],
) -> None:
    """Pull a row toward its ties, keeping its order and its distances."""
    found, ties = tied
    wanted = [
        sum(found[other] for other in ties[one]) // len(ties[one]) if one in ties else found[one]
        for one in row
    ]
    pairs = list(itertools.pairwise(row))
    apart = [(widths[one] + widths[other]) // 2 + BETWEEN for one, other in pairs]
    left, right = list(wanted), list(wanted)
    for at, gap in enumerate(apart):
        left[at + 1] = max(left[at + 1], left[at] + gap)
    for at in range(len(apart) - 1, -1, -1):
        right[at] = min(right[at], right[at + 1] - apart[at])
    for one, least, most in zip(row, left, right, strict=True):
        found[one] = (least + most) // 2


def _frozen(ties: Mapping[Place, list[Place]]) -> Mapping[Place, tuple[Place, ...]]:
    return {place: tuple(tied) for place, tied in ties.items()}
