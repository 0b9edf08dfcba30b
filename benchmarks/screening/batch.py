"""Many names at once: an index shared by forked processes, each of which takes a share."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence

from benchmarks.screening.ours import Ours
from benchmarks.screening.queries import Query

CHUNK = 64
_shared: list[Ours] = []


def rate(engine: Ours, queries: Sequence[Query], processes: int) -> float:
    """Give names a second; the processes are up before the clock starts, their caches empty."""
    chunks = [queries[at : at + CHUNK] for at in range(0, len(queries), CHUNK)]
    _shared[:] = [engine]
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        pool.map(_asked, [queries[:0]] * processes, chunksize=1)
        start = time.perf_counter()
        pool.map(_asked, chunks, chunksize=1)
        seconds = time.perf_counter() - start
    _shared.clear()
    return len(queries) / seconds


def _asked(queries: Sequence[Query]) -> int:
    """Ask a share; give how many had any result."""
    return sum(bool(_shared[0].ask(query)) for query in queries)
