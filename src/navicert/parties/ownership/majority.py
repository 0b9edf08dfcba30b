"""Which entities are bound through ownership: a fixed point over direct shares.

An entity is bound when bound owners together hold the majority of it. A share counts whole once
its holder is bound, and not at all before: 50 percent of 50 percent binds, 25 of 50 does not.
Sources: OFAC guidance of 13 August 2014, FAQs 398 to 402; 15 CFR 744.11(a)(1).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from navicert.facts.ownership import NOTHING, WHOLE, Stake, key
from navicert.parties.ownership.shares import EXACT, Graph, Share, graph_of


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a graph: who is listed, by name or node, and from which share on it binds.

    ``at_most`` asks who may be bound: an unknown share counts as all that the others leave.
    """

    listed: tuple[str, ...]
    majority: Decimal
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class Shares:
    """What bound owners hold of each entity that they hold anything of, by its node.

    A node is the key of a name, or an id. ``rank`` tells in which order the bound became so,
    the listed ones first.
    """

    held: Mapping[str, Decimal]
    bound: frozenset[str]
    rank: Mapping[str, int] = field(default_factory=dict)

    def of(self, name: str) -> Decimal:
        """Give the share in percent; nothing for who is not owned by them."""
        return self.held[name] if name in self.held else self.held.get(key(name), NOTHING)


def certain(stakes: Iterable[Stake], listed: Iterable[str], majority: Decimal) -> Shares:
    """Count the shares that are known, a range by its low end; one that nobody knows is nothing."""
    return bound_in(graph_of(stakes), Question(tuple(listed), majority))


def possible(stakes: Iterable[Stake], listed: Iterable[str], majority: Decimal) -> Shares:
    """Count a share that nobody knows as all that others leave, a range by its high end."""
    return bound_in(graph_of(stakes), Question(tuple(listed), majority, at_most=True))


def bound_in(graph: Graph, question: Question) -> Shares:
    """Find who is bound."""
    start = sorted(graph.called(question.listed))
    rank = {node: at for at, node in enumerate(start)}
    held: dict[str, Held] = {}
    waiting = deque(start)
    while waiting:
        for share in graph.below.get(waiting.popleft(), ()):
            sums = held.setdefault(share.owned, Held())
            sums.add(share)
            reached = sums.reached(graph.floors[share.owned], at_most=question.at_most)
            if reached >= question.majority and share.owned not in rank:
                rank[share.owned] = len(rank)
                waiting.append(share.owned)
    return Shares(
        {
            node: min(sums.reached(graph.floors[node], at_most=question.at_most), WHOLE)
            for node, sums in held.items()
        },
        frozenset(rank),
        rank,
    )


@dataclass(slots=True)
class Held:
    """What bound owners hold of one entity so far."""

    low: Decimal = NOTHING
    high: Decimal = NOTHING
    floor: Decimal = NOTHING

    def add(self, share: Share) -> None:
        """Add the share of one more of them."""
        self.low = EXACT.add(self.low, share.low)
        self.high = EXACT.add(self.high, share.high)
        self.floor = EXACT.add(self.floor, share.floor)

    def reached(self, floors: Decimal, *, at_most: bool) -> Decimal:
        """Give what they hold; or may hold: no more than all others leave, where that adds up."""
        if not at_most:
            return self.low
        if floors > WHOLE:
            return max(self.low, self.high)
        others = EXACT.subtract(floors, self.floor)
        return max(self.low, min(self.high, EXACT.subtract(WHOLE, others)))
