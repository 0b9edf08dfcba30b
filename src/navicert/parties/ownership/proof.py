"""The proof that an entity is bound: the stakes that carry it, and none beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from navicert.parties.ownership.majority import Held, Question, Shares, bound_in
from navicert.parties.ownership.shares import Graph, Share

MOST_TRIED = 400
"""Shares of a proof that are tried one by one whether it holds without them."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Why an entity is bound: shares from the listed downward, and what bound owners hold of each.

    ``held`` is of every entity of the proof, in percent. ``is_minimal`` says that it fails as
    soon as any one of its shares is left out.
    """

    target: str
    listed: tuple[str, ...]
    shares: tuple[Share, ...]
    held: Mapping[str, Decimal]
    is_minimal: bool = True


def proof_of(graph: Graph, target: str, question: Question) -> Proof | None:
    """Prove that an entity is bound; None when it is not, or is listed itself.

    A question of who may be bound proves no more than that.
    """
    found, start = bound_in(graph, question), graph.called(question.listed)
    if target not in found.bound or target in start:
        return None
    chosen = _enough(graph, target, found, question)
    kept, is_minimal = chosen, len(chosen) <= MOST_TRIED
    if is_minimal:
        kept = _needed(graph, chosen, target, question)
    ordered = sorted(kept, key=lambda one: (found.rank[one.owned], found.rank[one.owner]))
    proved = bound_in(_only(graph, ordered), question)
    owners = dict.fromkeys(one.owner for one in ordered if one.owner in start)
    held = {one.owned: proved.held[one.owned] for one in ordered}
    return Proof(target, tuple(owners), tuple(ordered), held, is_minimal)


def _enough(graph: Graph, target: str, found: Shares, question: Question) -> list[Share]:
    """Take, from the target upward, shares of those who were bound before until they suffice."""
    start = graph.called(question.listed)
    chosen: dict[tuple[str, str], Share] = {}
    waiting, seen = [target], {target}
    while waiting:
        node = waiting.pop()
        held = Held()
        for share in _candidates(graph, node, found, start):
            held.add(share)
            chosen[share.owner, share.owned] = share
            if share.owner not in start and share.owner not in seen:
                seen.add(share.owner)
                waiting.append(share.owner)
            if held.reached(graph.floors[node], at_most=question.at_most) >= question.majority:
                break
    return list(chosen.values())


def _candidates(graph: Graph, node: str, found: Shares, start: frozenset[str]) -> list[Share]:
    earlier = [
        share
        for share in graph.above.get(node, ())
        if share.owner in found.bound and found.rank[share.owner] < found.rank[node]
    ]
    return sorted(earlier, key=lambda one: (one.owner not in start, -one.low, -one.high, one.owner))


def _needed(graph: Graph, chosen: list[Share], target: str, question: Question) -> list[Share]:
    """Leave out one share after the other, the smallest first, as long as the proof holds."""
    kept = {(one.owner, one.owned): one for one in chosen}
    for ends in sorted(kept, key=lambda pair: (kept[pair].low, kept[pair].high, pair)):
        fewer = [one for pair, one in kept.items() if pair != ends]
        if target in bound_in(_only(graph, fewer), question).bound:
            del kept[ends]
    return list(kept.values())


def _only(graph: Graph, shares: Iterable[Share]) -> Graph:
    kept = {(one.owner, one.owned) for one in shares}
    every = ((one.owner, one.owned) for some in graph.below.values() for one in some)
    return graph.less(pair for pair in every if pair not in kept)
