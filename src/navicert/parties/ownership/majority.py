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
    return bound_in(graph_of(stakes), listed, majority)


def possible(stakes: Iterable[Stake], listed: Iterable[str], majority: Decimal) -> Shares:
    """Count a share that nobody knows as all that others leave, a range by its high end."""
    return bound_in(graph_of(stakes), listed, majority, at_most=True)


def bound_in(
    graph: Graph, listed: Iterable[str], majority: Decimal, *, at_most: bool = False
) -> Shares:
    """Find who is bound; ``listed`` are names or nodes."""
    start = sorted(graph.called(listed))
    rank = {node: at for at, node in enumerate(start)}
    held: dict[str, _Held] = {}
    waiting = deque(start)
    while waiting:
        for share in graph.below.get(waiting.popleft(), ()):
            sums = held.setdefault(share.owned, _Held())
            sums.add(share)
            reached = sums.at_most(graph.floors[share.owned]) if at_most else sums.low
            if reached >= majority and share.owned not in rank:
                rank[share.owned] = len(rank)
                waiting.append(share.owned)
    return Shares(
        {
            node: min(sums.at_most(graph.floors[node]) if at_most else sums.low, WHOLE)
            for node, sums in held.items()
        },
        frozenset(rank),
        rank,
    )


@dataclass(slots=True)
class _Held:
    """What bound owners hold of one entity so far."""

    low: Decimal = NOTHING
    high: Decimal = NOTHING
    floor: Decimal = NOTHING

    def add(self, share: Share) -> None:
        self.low = EXACT.add(self.low, share.low)
        self.high = EXACT.add(self.high, share.high)
        self.floor = EXACT.add(self.floor, share.floor)

    def at_most(self, floors: Decimal) -> Decimal:
        """Give what they may hold: no more than what all others leave, as far as that adds up."""
        if floors > WHOLE:
            return max(self.low, self.high)
        others = EXACT.subtract(floors, self.floor)
        return max(self.low, min(self.high, EXACT.subtract(WHOLE, others)))
