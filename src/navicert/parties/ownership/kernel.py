"""The fixed point over a whole register: the same rule as ``majority``, on arrays of integers.

Shares are counted in ``UNIT`` of a percent, so that 33.33 and 16.67 are exactly 50 and 49.999999
is not. What a finer share has beyond that is cut off where it binds for certain, and rounded up
where it may bind. No float takes part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix

Numbers = NDArray[np.int64]

UNIT = 10**9
"""Parts of one percent."""
ALL = 100 * UNIT
FEW = 48
"""Owners of one round up to which it is quicker to go one by one: chains are deep and thin."""


def at_least(percent: Decimal) -> int:
    """Give a share in units, cut off.

    >>> at_least(Decimal("33.33")) + at_least(Decimal("16.67")) == at_least(Decimal(50))
    True
    """
    return int((percent * UNIT).to_integral_value(ROUND_FLOOR))


def at_most(percent: Decimal) -> int:
    """Give a share in units, rounded up."""
    return int((percent * UNIT).to_integral_value(ROUND_CEILING))


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who holds how much of whom, by owner: the row of owner ``n`` is ``starts[n]`` to the next.

    ``low`` and ``high`` are in units, ``floors`` what all owners of each entity hold at least.
    """

    starts: Numbers
    owned: Numbers
    low: Numbers
    high: Numbers
    floors: Numbers

    @classmethod
    def of(cls, ends: tuple[Numbers, Numbers], low: Numbers, high: Numbers, size: int) -> Holdings:
        """Build them from stakes; several of one owner in one entity add up, up to the whole.

        ``ends`` are the owner and the owned of each stake; who owns itself binds nobody.
        """
        apart = ends[0] != ends[1]
        owners, owned = ends[0][apart], ends[1][apart]
        sums = coo_matrix((low[apart], (owners, owned)), shape=(size, size)).tocsr()
        tops = coo_matrix((high[apart], (owners, owned)), shape=(size, size)).tocsr()
        for one in (sums, tops):
            one.sort_indices()
            np.minimum(one.data, ALL, out=one.data)
        floors = np.zeros(size, np.int64)
        np.add.at(floors, sums.indices, sums.data)
        starts = sums.indptr.astype(np.int64)
        return cls(starts, sums.indices.astype(np.int64), sums.data, tops.data, floors)


@dataclass(slots=True)
class _Sums:
    """What bound owners hold of each entity so far, in units."""

    low: Numbers
    high: Numbers


def bound(
    holdings: Holdings, listed: Iterable[int], majority: int, *, may_be: bool = False
) -> tuple[NDArray[np.bool_], Numbers]:
    """Find who is bound, and what bound owners hold of each entity, in units.

    ``may_be`` counts unknown shares as all that the others leave.
    """
    size = len(holdings.floors)
    found = np.zeros(size, np.bool_)
    sums = _Sums(np.zeros(size, np.int64), np.zeros(size, np.int64))
    front = np.unique(np.fromiter(listed, np.int64))
    found[front] = True
    while front.size:
        step = _one_by_one if front.size <= FEW else _at_once
        met = step(holdings, front, sums)
        reached = _reached(holdings, met, sums) if may_be else sums.low[met]
        front = met[(reached >= majority) & ~found[met]]
        found[front] = True
    every = np.arange(size, dtype=np.int64)
    held = _reached(holdings, every, sums) if may_be else sums.low
    return found, np.minimum(held, ALL)


def _at_once(holdings: Holdings, front: Numbers, sums: _Sums) -> Numbers:
    """Add the shares of many owners; give whom they hold."""
    starts = holdings.starts[front]
    counts = holdings.starts[front + 1] - starts
    before = np.cumsum(counts) - counts
    at = np.repeat(starts - before, counts) + np.arange(int(counts.sum()), dtype=np.int64)
    owned = holdings.owned[at]
    np.add.at(sums.low, owned, holdings.low[at])
    np.add.at(sums.high, owned, holdings.high[at])
    return np.unique(owned)


def _one_by_one(holdings: Holdings, front: Numbers, sums: _Sums) -> Numbers:
    """Do the same for few, without the cost of setting up arrays."""
    met: dict[int, None] = {}
    for owner in front.tolist():
        row = slice(int(holdings.starts[owner]), int(holdings.starts[owner + 1]))
        owned = holdings.owned[row]
        sums.low[owned] += holdings.low[row]  # an owner's row has each entity once
        sums.high[owned] += holdings.high[row]
        met.update(dict.fromkeys(owned.tolist()))
    return np.fromiter(sorted(met), np.int64, len(met))


def _reached(holdings: Holdings, some: Numbers, sums: _Sums) -> Numbers:
    """Give what bound owners may hold: no more than others leave, where that adds up."""
    low, high, floors = sums.low[some], sums.high[some], holdings.floors[some]
    rest = np.where(floors > ALL, ALL, ALL - (floors - low))
    return np.maximum(low, np.minimum(high, rest))
