"""One engine asked every query in a process of its own; its times, memory and answers as JSON.

    python benchmarks/screening/asking.py ENGINE LIST QUERIES [--sample N] [--names N]

Started by benchmarks/peers.py. A peer may run under another interpreter, whose environment has it.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.screening.progress import say, shown
from benchmarks.screening.queries import Listed, Query, read_list, read_queries
from benchmarks.screening.synthesis import grown

T = TypeVar("T")
WARM_UP = Query("Wilhelmina Oldenbarnevelt Shipping", "entity", frozenset(), "warm-up")
"""Asked first, and counted to getting ready: some engines load their data when first asked."""

ENGINES = {
    "navicert-1": ("ours", "Ours"),
    "token_sort_ratio": ("brute_force", "BruteForce"),
    "logic-v2": ("logic_v2", "LogicV2Engine"),
    "nomenklatura-blocker": ("logic_v2", "BlockerEngine"),
}


def sampled(items: Sequence[T], most: int) -> Sequence[T]:
    """Take every so many-th, so that all classes are in it; all of them when ``most`` is 0."""
    step = max(1, -(-len(items) // most)) if most else 1
    return items[::step]


def asked(options: argparse.Namespace) -> dict[str, Any]:
    """Build the engine, ask it, and give what was measured."""
    parties = grown(read_list(options.list), options.names)
    queries = sampled(read_queries(options.queries), options.sample)
    names = sum(len(party.names) for party in parties)
    say(f"{options.engine}: getting ready for {names:,} names")
    start, before = time.perf_counter(), memory_mb()
    engine = loaded(options.engine)(parties)
    engine.ask(WARM_UP)
    ready = time.perf_counter() - start
    getattr(engine, "parts", {}).clear()
    seconds, answers = [], []
    for query in shown(queries, f"{options.engine}: asking"):
        start = time.perf_counter()
        answer = engine.ask(query)
        seconds.append(time.perf_counter() - start)
        answers.append(answer)
    return {
        "names": names, "ready_s": round(ready, 2), "memory_mb": round(memory_mb() - before),
        "seconds": seconds, "answers": answers, "parts": getattr(engine, "parts", {}),
    }  # fmt: skip


def loaded(name: str) -> Callable[[Sequence[Listed]], Any]:
    """Import an engine."""
    module, word = ENGINES[name]
    made: Callable[[Sequence[Listed]], Any] = getattr(
        import_module(f"benchmarks.screening.{module}"), word
    )
    return made


def memory_mb() -> float:
    """Give the memory that this process has now (Linux), in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main(arguments: list[str]) -> int:
    """Measure, and print one line of JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("engine", choices=sorted(ENGINES))
    parser.add_argument("list", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="how many queries; 0 for all")
    parser.add_argument("--names", type=int, default=0, help="grow the list to so many names")
    print(json.dumps(asked(parser.parse_args(arguments))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
