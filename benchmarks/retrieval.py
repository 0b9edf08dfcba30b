"""Recall of the matcher navicert-1 at the threshold where 1% of clean names alert.

    .venv/bin/python benchmarks/retrieval.py LIST QUERIES [--json]

LIST has a party a line (id, type, names), QUERIES a query a line (q, exp, cls); JSON lines, plain
or gzipped. The threshold is lowered until 1% of the clean queries (exp is empty) alert, that is,
have any result at or above it; recall is the share of the other queries whose expected id is among
the first ten at or above it. Candidate recall is the share whose expected id is compared at all.
Progress goes to standard error. The last line is JSON; with --json it is the only one.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.screening.metric import SHARES, Answer, is_found, part, percentile, recall
from benchmarks.screening.ours import Ours
from benchmarks.screening.progress import say, shown
from benchmarks.screening.queries import ALIASES, NotReadable, Query, read_list, read_queries
from navicert.parties.screening.navicert_1.card import VERSION, alert


def measured(engine: Ours, queries: Sequence[Query]) -> dict[str, Any]:
    """Ask every query, and give the figures of the JSON line."""
    answers, seconds = list[Answer](), list[float]()
    for query in shown(queries, "asking"):
        start = time.perf_counter()
        answers.append(engine.ask(query))
        seconds.append(time.perf_counter() - start)
    return {
        **figures(queries, answers),
        **candidate_recall(engine, queries),
        "p50_ms": percentile(seconds, 50),
        "p99_ms": percentile(seconds, 99),
    }


def figures(queries: Sequence[Query], answers: Sequence[Answer]) -> dict[str, Any]:
    """Give recall and thresholds at each share of alerts; by class at 1%."""
    at = {name: recall(queries, answers, share) for name, share in SHARES.items()}
    return {
        **{f"recall_at_{name}": one.all for name, one in at.items()},
        **{f"threshold_at_{name}": one.threshold for name, one in at.items()},
        **{f"but_aliases_at_{name}": one.but_aliases for name, one in at.items()},
        "by_class": at["1pct"].by_class,
        "alerts_at_1pct": at["1pct"].alerts,
        "at_shipped_threshold": at_shipped(queries, answers),
        "clean": sum(not query.expected for query in queries),
        "positive": sum(bool(query.expected) for query in queries),
    }


def at_shipped(queries: Sequence[Query], answers: Sequence[Answer]) -> dict[str, float]:
    """Give the share of clean names that alert at the shipped threshold, and the recall."""
    least, asked = alert().threshold, list(zip(queries, answers, strict=True))
    return {
        "threshold": least,
        "clean_alerts": part(bool(a) and a[0][1] >= least for q, a in asked if not q.expected),
        "recall": part(is_found(q, a, least) for q, a in asked if q.expected),
    }


def candidate_recall(engine: Ours, queries: Sequence[Query]) -> dict[str, float]:
    """Give the share of queries whose expected party reaches the scorer."""
    positive = [query for query in queries if query.expected]
    reached = [
        (query.kind, not query.expected.isdisjoint(engine.compared(query)))
        for query in shown(positive, "candidates")
    ]
    return {
        "candidate_recall": part(hit for kind, hit in reached if kind != ALIASES),
        "candidate_recall_with_aliases": part(hit for _, hit in reached),
    }


def table(found: dict[str, Any], queries: Sequence[Query]) -> None:
    """Print the figures for a reader."""
    counts = Counter(query.kind for query in queries if query.expected)
    print(f"{'class at 1% alerts':<44}{'queries':>8}{'recall':>9}")
    for kind, share in found["by_class"].items():
        print(f"{kind:<44}{counts[kind]:>8,}{share:>9.4f}")
    print(f"\n{'clean names that alert':<24}{'threshold':>10}{'recall':>9}{'no aliases':>12}")
    for name in SHARES:
        share = name.replace("_", ".").replace("pct", "%")
        at = [found[f"{what}_at_{name}"] for what in ("threshold", "recall", "but_aliases")]
        print(f"{share:<24}{at[0]:>10.4f}{at[1]:>9.4f}{at[2]:>12.4f}")
    shipped = found["at_shipped_threshold"]
    print(
        f"\nas shipped ({shipped['threshold']:.4f}): {shipped['clean_alerts']:.2%} of clean names "
        f"alert, recall {shipped['recall']:.4f}"
    )
    print(f"reach the scorer, aliases left out: {found['candidate_recall']:.4f}")
    print(f"p50 {found['p50_ms']:.3f} ms, p99 {found['p99_ms']:.3f} ms a query\n")


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("list", type=Path, help="the parties: id, type, names")
    parser.add_argument("queries", type=Path, help="the queries: q, exp, cls")
    parser.add_argument("--json", action="store_true", help="print the JSON line alone")
    options = parser.parse_args(arguments)
    try:
        parties, queries = read_list(options.list), read_queries(options.queries)
    except NotReadable as error:
        parser.error(str(error))
    say(f"indexing {sum(len(party.names) for party in parties):,} names")
    start = time.perf_counter()
    engine = Ours(parties)
    build_s = round(time.perf_counter() - start, 2)
    found = {"matcher": VERSION, **measured(engine, queries), "build_s": build_s}
    found["names"] = len(engine)
    if not options.json:
        table(found, queries)
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
