"""The smallest change of stakes that would turn the answer around.

Smallest is the total of percentage points that change hands, on one stake or on several. Of a
bound entity: what bound owners must give up, each entity that is freed brought to ``STEP`` below
the majority. Of another one: what bound owners must gain. Up to ``MOST_TRIED`` entities every
way is tried, and the answer is the smallest; of more it is one that works, and only a bound.

Of shares that are ranges a change counts from their low ends, where it frees only if they are as
low as that. To be sure, ``to_free`` of a question ``at_most`` counts from their upper ends: the
steps then say how much an owner may hold at most.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from itertools import combinations

from navicert.facts.ownership import NOTHING, WHOLE
from navicert.parties.ownership.majority import Held, Question, bound_in
from navicert.parties.ownership.shares import EXACT, Graph, Share

STEP = Decimal("0.01")
"""Percentage points: how far below the majority an entity is brought."""
MOST_TRIED = 14
"""Entities above the one that is asked of which every set is tried."""
GAINED = "bound owners together"


@dataclass(frozen=True, slots=True)
class Step:
    """One stake that changes: whose, of whom, from how much to how much, in percent."""

    owner: str
    owned: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Change:
    """A change of stakes: its total in percentage points, and whether none is smaller.

    ``at_most`` says that it counts from the upper ends of shares, so that it is sure.
    """

    total: Decimal
    steps: tuple[Step, ...]
    is_smallest: bool
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    graph: Graph
    target: str
    question: Question
    bound: frozenset[str]

    def held(self, node: str, owners: frozenset[str]) -> Decimal:
        """Give what some owners hold of an entity."""
        held = Held()
        for share in self.graph.above.get(node, ()):
            if share.owner in owners:
                held.add(share)
        return held.reached(self.graph.floors.get(node, NOTHING), at_most=self.question.at_most)

    def summed(self, node: str, owners: frozenset[str]) -> Decimal:
        """Add the ends of shares that count, whatever all others leave."""
        ends = [self.end(one) for one in self.graph.above.get(node, ()) if one.owner in owners]
        return sum(ends, NOTHING)

    def end(self, share: Share) -> Decimal:
        """Give the end of a share that counts: the low one, or the upper one to be sure."""
        return share.high if self.question.at_most else share.low


def to_free(graph: Graph, target: str, question: Question) -> Change | None:
    """Give the smallest change by which a bound entity is bound no more.

    Of a question ``at_most`` it may not even be bound any more. None when it is not bound, or is
    listed itself: then no sale frees it.
    """
    graph = _capped(graph) if question.at_most else graph
    start, found = graph.called(question.listed), bound_in(graph, question)
    if target not in found.bound or target in start:
        return None
    asked = _Asked(graph, target, question, found.bound)
    others = [one for one in _above(graph, target, found.bound) if one not in start]
    exact = len(others) <= MOST_TRIED
    freed = _cheapest(asked, others) if exact else _cheap(asked, others)
    steps = tuple(step for node in sorted(freed) for step in _given_up(asked, node, freed))
    exact = exact and all(_is_tight(asked, node, freed) for node in freed)
    return Change(_total(steps), steps, exact, question.at_most)


def _cheapest(asked: _Asked, others: list[str]) -> frozenset[str]:
    sets = (
        frozenset((asked.target, *some))
        for count in range(len(others) + 1)
        for some in combinations(others, count)
    )
    return min(sets, key=lambda some: _cost(asked, some))


def _cheap(asked: _Asked, others: list[str]) -> frozenset[str]:
    """Free one more entity as long as that costs less."""
    freed = frozenset((asked.target,))
    while True:
        more = [freed | {one} for one in others if one not in freed]
        best = min(more, key=lambda some: _cost(asked, some), default=freed)
        if _cost(asked, best) >= _cost(asked, freed):
            return freed
        freed = best


def _cost(asked: _Asked, freed: frozenset[str]) -> Decimal:
    return sum((_excess(asked, node, freed) for node in freed), NOTHING)


def _excess(asked: _Asked, node: str, freed: frozenset[str]) -> Decimal:
    """Give what those who stay bound hold too much of an entity that is to be free."""
    owners, majority = asked.bound - freed, asked.question.majority
    if asked.held(node, owners) < majority:
        return NOTHING
    over = EXACT.subtract(asked.summed(node, owners), majority)
    steps = over.quantize(STEP, ROUND_CEILING)
    return steps + STEP if steps == over else steps


def _is_tight(asked: _Asked, node: str, freed: frozenset[str]) -> bool:
    """Tell whether what owners may hold together is the sum of what each may hold."""
    owners = asked.bound - freed
    held = asked.held(node, owners)
    return held < asked.question.majority or held == asked.summed(node, owners)


def _given_up(asked: _Asked, node: str, freed: frozenset[str]) -> Iterable[Step]:
    """Take the excess from the largest stakes, so that few change."""
    left = _excess(asked, node, freed)
    owners = asked.bound - freed
    shares = [one for one in asked.graph.above.get(node, ()) if one.owner in owners]
    for share in sorted(shares, key=lambda one: (-asked.end(one), one.owner)):
        before = asked.end(share)
        taken = min(left, before)
        if taken > NOTHING:
            yield Step(share.owner, node, before, before - taken)
        left -= taken


def to_bind(graph: Graph, target: str, question: Question) -> Change | None:
    """Give the smallest gain of bound owners by which an entity that is not bound would be.

    None when it is bound already, or when nobody is listed.
    """
    found = bound_in(graph, question)
    if target in found.bound or not found.bound:
        return None
    asked = _Asked(graph, target, question, found.bound)
    others = [one for one in _above(graph, target, None) if one not in found.bound]
    exact = len(others) <= MOST_TRIED
    ways = _gained(asked, [target, *others] if exact else [target])
    steps = tuple(
        Step(GAINED, node, held, held + gain) for node, held, gain in ways if gain > NOTHING
    )
    return Change(_total(steps), steps, exact)


def _gained(asked: _Asked, nodes: list[str]) -> tuple[tuple[str, Decimal, Decimal], ...]:
    """Bind one entity after the other, the cheapest set of them first, until the target is."""
    waiting: list[tuple[Decimal, tuple[int, ...]]] = [(NOTHING, ())]
    seen: set[frozenset[int]] = set()
    while waiting:
        cost, order = heapq.heappop(waiting)
        if order and not order[-1]:
            return _told(asked, [nodes[at] for at in order])
        if frozenset(order) in seen:
            continue
        seen.add(frozenset(order))
        owners = asked.bound | {nodes[at] for at in order}
        for at, node in enumerate(nodes):
            if at not in order:
                gain = max(asked.question.majority - asked.held(node, owners), NOTHING)
                heapq.heappush(waiting, (cost + gain, (*order, at)))
    return ()


def _told(asked: _Asked, order: list[str]) -> tuple[tuple[str, Decimal, Decimal], ...]:
    told = []
    for at, node in enumerate(order):
        held = asked.held(node, asked.bound | set(order[:at]))
        told.append((node, held, max(asked.question.majority - held, NOTHING)))
    return tuple(told)


def _above(graph: Graph, target: str, among: frozenset[str] | None) -> list[str]:
    """Give who stands above an entity, nearest first, as far as they are among some."""
    found, at = [target], 0
    seen = {target}
    while at < len(found):
        for share in graph.above.get(found[at], ()):
            if share.owner not in seen and (among is None or share.owner in among):
                seen.add(share.owner)
                found.append(share.owner)
        at += 1
    return found[1:]


def _total(steps: tuple[Step, ...]) -> Decimal:
    total = NOTHING
    for step in steps:
        total = EXACT.add(total, abs(EXACT.subtract(step.after, step.before)))
    return total


def changed(graph: Graph, change: Change, listed: str) -> Graph:
    """Give the graph after a change; what bound owners gain goes to one that is listed."""
    graph = _capped(graph) if change.at_most else graph
    above: dict[str, tuple[Share, ...]] = dict(graph.above)
    floors = dict(graph.floors)
    for step in change.steps:
        owner = listed if step.owner == GAINED else step.owner
        some = {one.owner: one for one in above.get(step.owned, ())}
        moved = EXACT.subtract(step.after, step.before)
        before = some.get(owner, Share(owner, step.owned, NOTHING, NOTHING, NOTHING, ()))
        some[owner] = _held_to(before, step.after) if change.at_most else _moved(before, moved)
        above[step.owned] = tuple(some.values())
        floors[step.owned] = sum((one.floor for one in some.values()), NOTHING)
    return _turned(graph, above, floors)


def _held_to(share: Share, most: Decimal) -> Share:
    low, floor = min(share.low, most), min(share.floor, most)
    return replace(share, low=low, high=most, floor=floor)


def _capped(graph: Graph) -> Graph:
    """Give the same graph with upper ends that all others leave room for, as the rule counts."""
    above = {
        node: tuple(_within(share, graph.floors.get(node, NOTHING)) for share in some)
        for node, some in graph.above.items()
    }
    return _turned(graph, above, graph.floors)


def _within(share: Share, floors: Decimal) -> Share:
    if floors > WHOLE:
        return replace(share, high=max(share.low, share.high))
    room = EXACT.subtract(WHOLE, EXACT.subtract(floors, share.floor))
    return replace(share, high=max(share.low, min(share.high, room)))


def _moved(share: Share, moved: Decimal) -> Share:
    low = EXACT.add(share.low, moved)
    high = EXACT.add(share.high, moved) if moved > NOTHING else max(low, NOTHING)
    return replace(share, low=low, high=max(high, low), floor=max(share.floor + moved, NOTHING))


def _turned(
    graph: Graph, above: Mapping[str, tuple[Share, ...]], floors: Mapping[str, Decimal]
) -> Graph:
    below: dict[str, list[Share]] = {}
    for some in above.values():
        for share in some:
            below.setdefault(share.owner, []).append(share)
    turned = {node: tuple(some) for node, some in below.items()}
    return replace(graph, below=turned, above=above, floors=floors)
