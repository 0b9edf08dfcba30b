"""The 50 percent fixed point over a register of a million entities, against plain networkx.

Both get the same stakes as arrays of numbers, put them into the form that they work on, and find
every entity that is bound. Owners are mostly older entities, so that chains grow long; a few
stakes go back up, so that there are circles. The register is made with a fixed seed.
"""

from __future__ import annotations

import resource
import time
from collections import deque
from collections.abc import Callable

import networkx as nx
import numpy as np

from navicert.parties.ownership import kernel
from navicert.parties.ownership.kernel import ALL, UNIT, Holdings, Numbers, bound

ENTITIES, STAKES, LISTED = 1_000_000, 2_000_000, 1_000
MAJORITY = 50 * UNIT
SHARES = np.array([10, 25, 33, 50, 51, 75, 100], np.int64) * UNIT
SEED = 20180415
TARGET_SECONDS, TARGET_BYTES, TARGET_TIMES = 10.0, 4 * 1024**3, 20.0
KIB = 1024

Stakes = tuple[Numbers, Numbers, Numbers]


def register(entities: int = ENTITIES, stakes: int = STAKES) -> tuple[Stakes, Numbers]:
    """Make a register: owner, owned and share of each stake, and who is listed."""
    chance = np.random.default_rng(SEED)
    owned = chance.integers(1, entities, stakes)
    owners = (owned * chance.random(stakes)).astype(np.int64)
    back = chance.random(stakes) < 1 / 50
    owners[back] = chance.integers(0, entities, int(back.sum()))
    listed = np.unique(chance.integers(0, entities, LISTED))
    return (owners, owned, SHARES[chance.integers(0, len(SHARES), stakes)]), listed


def ours(stakes: Stakes, listed: Numbers, entities: int) -> frozenset[int]:
    """Build the arrays and find who is bound."""
    owners, owned, shares = stakes
    holdings = Holdings.of((owners, owned), shares, shares, entities)
    return frozenset(bound(holdings, listed, MAJORITY)[0].nonzero()[0].tolist())


def plain(stakes: Stakes, listed: Numbers) -> frozenset[int]:
    """Do the same on a graph of networkx, as one would write it down."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    for owner, owned, share in zip(*(one.tolist() for one in stakes), strict=True):
        if owner == owned:
            continue
        before = graph.get_edge_data(owner, owned, {"share": 0})["share"]
        graph.add_edge(owner, owned, share=min(before + share, ALL))
    found = set(listed.tolist())
    held: dict[int, int] = {}
    waiting = deque(sorted(found))
    while waiting:
        owner = waiting.popleft()
        if owner not in graph:
            continue
        for owned, tie in graph[owner].items():
            held[owned] = held.get(owned, 0) + tie["share"]
            if held[owned] >= MAJORITY and owned not in found:
                found.add(owned)
                waiting.append(owned)
    return frozenset(found)


def peak() -> int:
    """Give the most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB


def timed(job: Callable[[], frozenset[int]]) -> tuple[float, frozenset[int]]:
    """Do a job once and say how long it took."""
    began = time.perf_counter()
    found = job()
    return time.perf_counter() - began, found


def run() -> dict[str, object]:
    """Measure both, and give the figures; the two answers must be the same."""
    stakes, listed = register()
    seconds, found = timed(lambda: ours(stakes, listed, ENTITIES))
    memory = peak()
    theirs, same = timed(lambda: plain(stakes, listed))
    if found != same:
        message = f"{len(found):,} entities are bound by one and {len(same):,} by the other"
        raise AssertionError(message)
    return {
        "entities": ENTITIES,
        "stakes": STAKES,
        "bound": len(found),
        "seconds": round(seconds, 3),
        "peak_bytes": memory,
        "networkx_seconds": round(theirs, 3),
        "networkx_peak_bytes": peak(),
        "times_faster": round(theirs / seconds, 1),
        "unit_of_a_percent": kernel.UNIT,
        "met": seconds < TARGET_SECONDS
        and memory < TARGET_BYTES
        and theirs / seconds >= TARGET_TIMES,
    }
