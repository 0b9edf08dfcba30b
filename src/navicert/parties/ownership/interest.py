"""Indirect economic interest: the product along chains, over all chains. Not the legal test.

What an owner has of an entity is the part of its profit that comes up to that owner, each unit
counted once, when it first arrives. Where holdings go in circles that is a linear system: with
``W`` what each holds of each and ``N = (I - W)^-1``, owner ``i`` has ``N[i, t] / N[i, i]`` of
``t``; for who is in no circle ``N[i, i]`` is 1. It says nothing about who is blocked: 50 percent
of 50 percent binds, and is 25 percent of the profit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from navicert.facts.ownership import NOTHING, WHOLE
from navicert.parties.ownership.circles import circles_of, whole
from navicert.parties.ownership.flows import arriving
from navicert.parties.ownership.shares import EXACT, Graph, Share

NOT_THE_TEST = "indirect economic interest, which is not the legal test"
CANNOT = "cannot be computed"
PLACES = Decimal("0.0001")
NAMED = 6

_Held = list[tuple[Share, Decimal]]


@dataclass(frozen=True, slots=True)
class Interest:
    """What one owner has of an entity through all chains, in percent, to four places."""

    owner: str
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Interests:
    """The interest of everybody above an entity, and in words why that of some is left out."""

    found: tuple[Interest, ...] = ()
    left_out: tuple[str, ...] = ()


def interests_in(graph: Graph, target: str) -> Interests:
    """Give the interest of everybody above an entity, the largest first."""
    nodes, shares = _closure(graph, target)
    lows = [(one, one.low) for one in shares]
    closed = whole(circles_of(nodes, lows), lows)
    inside = {node for circle in closed for node in circle}
    words = [_owns_itself(graph, circle) for circle in closed]
    if target in inside:
        return Interests(left_out=tuple(words))
    nodes = [node for node in nodes if node not in inside]
    shares = [one for one in shares if not {one.owner, one.owned} & inside]
    least = arriving(nodes, [(one, one.low) for one in shares])
    if least is None:
        return Interests(left_out=(*words, _unsolved(graph, lows)))
    if missed := [node for node in nodes[1:] if node not in least]:
        words.append(f"{CANNOT}: circles of too many, {_names(graph, missed)}")
    return Interests(_between(least, _most(nodes, shares, graph), graph), tuple(words))


def _closure(graph: Graph, target: str) -> tuple[list[str], list[Share]]:
    nodes, seen, shares = [target], {target}, []
    for node in nodes:
        if node in graph.own:
            shares.append(graph.own[node])
        for share in graph.above.get(node, ()):
            shares.append(share)
            if share.owner not in seen:
                seen.add(share.owner)
                nodes.append(share.owner)
    return nodes, shares


def _most(nodes: Sequence[str], shares: Iterable[Share], graph: Graph) -> dict[str, float]:
    """Solve with each share as large as it may be: no larger than what all others leave."""
    return arriving(nodes, [(one, _room(one, graph)) for one in shares]) or {}


def _room(share: Share, graph: Graph) -> Decimal:
    floors, own = graph.floors.get(share.owned, NOTHING), graph.own.get(share.owned)
    if own is not None:
        floors = EXACT.add(floors, own.floor)
    if floors > WHOLE:
        return max(share.low, share.high)
    others = EXACT.subtract(floors, share.floor)
    return max(share.low, min(share.high, EXACT.subtract(WHOLE, others)))


def _between(least: dict[str, float], most: dict[str, float], graph: Graph) -> tuple[Interest, ...]:
    """Put both together; what other last owners have for certain, one of them cannot have."""
    last = {node: part for node, part in least.items() if not graph.above.get(node)}
    taken = sum(last.values())
    found = []
    for node, part in least.items():
        left = 1.0 - (taken - last[node]) if node in last else 1.0
        top = max(part, min(most.get(node, 1.0), left))
        found.append(Interest(node, _percent(part), _percent(top)))
    seen = (one for one in found if one.least or one.most)
    return tuple(sorted(seen, key=lambda one: (-one.least, one.owner)))


def _percent(part: float) -> Decimal:
    return (Decimal(repr(part)) * WHOLE).quantize(PLACES).normalize() + 0


def _owns_itself(graph: Graph, circle: Sequence[str]) -> str:
    return f"{CANNOT}: the circle {_names(graph, circle)} owns itself whole"


def _unsolved(graph: Graph, held: _Held) -> str:
    sums: dict[str, Decimal] = {}
    for share, amount in held:
        sums[share.owned] = EXACT.add(sums.get(share.owned, NOTHING), amount)
    over = sorted(node for node, held_of in sums.items() if held_of > WHOLE)
    if over:
        return f"{CANNOT}: more than the whole is held of {_names(graph, over)}"
    return f"{CANNOT}: the holdings go in circles that all but own themselves whole"


def _names(graph: Graph, some: Sequence[str]) -> str:
    more = f" and {len(some) - NAMED:,} more" if len(some) > NAMED else ""
    return "-".join(graph.name(node) for node in sorted(some)[:NAMED]) + more
