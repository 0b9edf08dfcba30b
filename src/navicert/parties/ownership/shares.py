"""Shares: stakes put together, one for each owner of each entity, as a graph of one day.

Stakes of one source add up. What several sources say of the same pair does not: the largest
counts, so that a register that knows less never loosens what another one says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Context, Decimal

from navicert.facts.ownership import NOTHING, WHOLE, Stake, key

EXACT = Context(prec=400)
"""Digits enough that no sum of shares is ever rounded."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one owner holds of one entity: at least, at most, and at least by every source.

    ``stakes`` are what it rests on; of ownership alone.
    """

    owner: str
    owned: str
    low: Decimal
    high: Decimal
    floor: Decimal
    stakes: tuple[Stake, ...]

    @property
    def is_contradicted(self) -> bool:
        """Whether sources say different things of it."""
        return self.floor < self.low


@dataclass(frozen=True, slots=True)
class Graph:
    """Shares by their owner and by whom they are of, and the names of all who are in them.

    ``floors`` add up what the owners of an entity hold of it at least. ``own`` are the shares in
    itself that a company holds, which count for its profit alone.
    """

    below: Mapping[str, tuple[Share, ...]]
    above: Mapping[str, tuple[Share, ...]]
    floors: Mapping[str, Decimal]
    names: Mapping[str, str]
    own: Mapping[str, Share] = field(default_factory=dict)

    def name(self, node: str) -> str:
        """Give the name of a node as it is written."""
        return self.names.get(node, node)

    def called(self, names: Iterable[str]) -> frozenset[str]:
        """Give the nodes that are called by one of these names, or are one of these nodes."""
        asked = frozenset(names)
        keys = {key(name) for name in asked}
        found = {node for node, name in self.names.items() if node in asked or key(name) in keys}
        return frozenset(found | (keys - {key(one) for one in asked & found}))

    def less(self, left_out: Iterable[tuple[str, str]]) -> Graph:
        """Give the same graph without some shares, told by their ends; floors stay."""
        gone = frozenset(left_out)
        below = {
            node: tuple(one for one in some if (one.owner, one.owned) not in gone)
            for node, some in self.below.items()
        }
        return replace(self, below=below)

    def over(self) -> tuple[str, ...]:
        """Give the entities of which owners hold more than the whole, as the sources have it."""
        return tuple(sorted(node for node, floor in self.floors.items() if floor > WHOLE))


def graph_of(stakes: Iterable[Stake], day: date | None = None) -> Graph:
    """Put stakes together, those held on a day alone where one is given.

    Shares in itself that a company holds bind nobody, and leave the others all there is.
    """
    pairs: dict[tuple[str, str], list[Stake]] = defaultdict(list)
    names: dict[str, str] = {}
    for stake in stakes:
        if day is not None and not stake.holds_on(day):
            continue
        names.setdefault(stake.upper, stake.owner)
        names.setdefault(stake.lower, stake.owned)
        if stake.counts:
            pairs[stake.upper, stake.lower].append(stake)
    every = [_share(pair, pairs[pair]) for pair in sorted(pairs)]
    shares = [share for share in every if share.owner != share.owned]
    below: dict[str, list[Share]] = defaultdict(list)
    above: dict[str, list[Share]] = defaultdict(list)
    floors: dict[str, Decimal] = {}
    for share in shares:
        below[share.owner].append(share)
        above[share.owned].append(share)
        floors[share.owned] = EXACT.add(floors.get(share.owned, NOTHING), share.floor)
    own = {share.owned: share for share in every if share.owner == share.owned}
    return Graph(_frozen(below), _frozen(above), floors, names, own)


def _share(pair: tuple[str, str], stakes: list[Stake]) -> Share:
    said: dict[tuple[str, str], list[Stake]] = defaultdict(list)
    for stake in stakes:
        said[stake.source.register, "" if stake.source.register else stake.source.file].append(
            stake
        )
    lows = [_sum(one.low for one in group) for group in said.values()]
    highs = [_sum(one.high for one in group) for group in said.values()]
    return Share(*pair, max(lows), max(highs), min(lows), tuple(stakes))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    total = NOTHING
    for amount in amounts:
        total = EXACT.add(total, amount)
    return min(total, WHOLE)


def _frozen(shares: Mapping[str, list[Share]]) -> Mapping[str, tuple[Share, ...]]:
    return {node: tuple(some) for node, some in shares.items()}
