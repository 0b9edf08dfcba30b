"""The matcher navicert-1 beside its peers, in one run, on the same list and the same queries.

    .venv/bin/python benchmarks/peers.py LIST QUERIES [--whole CSL.jsonl.gz] [--curve]
                                         [--python PYTHON] [--sample N] [--json]

Peers: rapidfuzz's token_sort_ratio against every name, and nomenklatura's logic-v2 over some
twenty candidates from groups of three letters, with its blocker timed apart. Each engine has a
process of its own, one after the other. What counts are the ratios: times on a shared machine
move. Recall is taken at 1% alerts (see benchmarks/retrieval.py), on a sample of the queries.

--whole times the matcher on a whole Consolidated Screening List and in a batch on two processes.
--curve times it on lists of 25,000 to 1,000,000 names, put together from the words of the list.

nomenklatura is wanted for this benchmark alone and nothing installs it. One of its packages has no
wheel and needs a compiler and ICU (Debian: apt-get install g++ pkg-config libicu-dev). Then, with
pip 25.1 or newer, from the project's folder:

    python3 -m venv PEERS && PEERS/bin/python -m pip install --upgrade pip
    PEERS/bin/python -m pip install --group bench

and give --python PEERS/bin/python. Without it the rest still runs. The last line is JSON; with
--json it is the only one. Progress goes to standard error.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.screening.asking import sampled
from benchmarks.screening.batch import rate
from benchmarks.screening.loading import load_s
from benchmarks.screening.metric import SHARES, percentile, recall
from benchmarks.screening.ours import Ours
from benchmarks.screening.progress import say
from benchmarks.screening.queries import NotReadable, read_list, read_queries

OURS, BRUTE, LOGIC, BLOCKER = (
    *("navicert-1", "token_sort_ratio"),
    *("logic-v2", "nomenklatura-blocker"),
)
ASKING = Path(__file__).parent / "screening" / "asking.py"
SIZES = (25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000)
ASKED_OF_BLOCKER, ASKED_OF_CURVE, PROCESSES = 50, 1000, 2


@dataclass(frozen=True, slots=True)
class Asking:
    """Which engine is asked what, and by which interpreter."""

    engine: str
    list: Path
    sample: int = 0
    names: int = 0
    python: str = sys.executable


def run(asking: Asking, queries: Path) -> dict[str, Any]:
    """Ask one engine in a process of its own, and give what it measured."""
    command = [asking.python, str(ASKING), asking.engine, str(asking.list), str(queries)]
    command += ["--sample", str(asking.sample), "--names", str(asking.names)]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return found


def times(found: dict[str, Any]) -> dict[str, Any]:
    """Give the figures of one run that are about time and room."""
    seconds = found["seconds"]
    return {
        "names": found["names"],
        "queries": len(seconds),
        "p50_ms": percentile(seconds, 50),
        "p99_ms": percentile(seconds, 99),
        "names_per_s": round(len(seconds) / sum(seconds)),
        "ready_s": found["ready_s"],
        "memory_mb": found["memory_mb"],
        **{f"{part}_p50_ms": percentile(some, 50) for part, some in found["parts"].items()},
    }


def beside(options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """Ask each engine the same queries."""
    queries = sampled(read_queries(options.queries), options.sample)
    askings = [Asking(engine, options.list, options.sample) for engine in (OURS, BRUTE)]
    if has_nomenklatura(options.python):
        askings += [
            Asking(LOGIC, options.list, options.sample, python=options.python),
            Asking(BLOCKER, options.list, ASKED_OF_BLOCKER, python=options.python),
        ]
    figures = dict[str, dict[str, Any]]()
    for asking in askings:
        found = run(asking, options.queries)
        figures[asking.engine] = times(found)
        if asking.engine != BLOCKER:
            answers = [tuple((party, score) for party, score in one) for one in found["answers"]]
            at = recall(queries, answers, SHARES["1pct"])
            figures[asking.engine] |= {"recall_at_1pct": at.all, "threshold": at.threshold}
    return figures


def has_nomenklatura(python: str) -> bool:
    """Tell whether an interpreter has the peer, and if not, say how it gets it."""
    tried = [python, "-c", "import nomenklatura.matching"]
    if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
        return True
    say(f"{python} has no nomenklatura: logic-v2 is left out. --help says how to install it")
    return False


def ratios(figures: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Say how many times longer the median query of each peer takes than ours."""
    ours = figures[OURS]["p50_ms"]
    found = {name: one["p50_ms"] / ours for name, one in figures.items() if name != OURS}
    if LOGIC in figures:
        found["logic-v2, rescoring alone"] = figures[LOGIC]["rescoring_p50_ms"] / ours
    return {name: round(times_, 1) for name, times_ in found.items()}


def whole(path: Path, queries: Path) -> dict[str, Any]:
    """Time the matcher on a whole list, one name at a time and in a batch."""
    found = times(run(Asking(OURS, path), queries))
    say("a batch on the whole list")
    start = time.perf_counter()
    engine, asked = Ours(read_list(path)), read_queries(queries)
    found["read_and_build_s"] = round(time.perf_counter() - start, 2)
    found["index_load_s"] = load_s(engine.content)
    distinct = list({query.text: query for query in asked}.values())
    found["batch_names"], found["batch_processes"] = len(distinct), PROCESSES
    found["batch_names_per_s"] = round(rate(engine, distinct, PROCESSES))
    return found


def curve(options: argparse.Namespace) -> list[dict[str, Any]]:
    """Time the matcher on ever larger lists."""
    source = options.whole or options.list
    askings = [Asking(OURS, source, ASKED_OF_CURVE, names=size) for size in SIZES]
    return [times(run(asking, options.queries)) for asking in askings]


def table(title: str, rows: dict[str, dict[str, Any]]) -> None:
    """Print figures for a reader."""
    print(f"\n{title:<24}{'names':>10}{'queries':>9}{'recall':>8}{'p50 ms':>10}{'p99 ms':>10}"
          f"{'names/s':>10}{'ready s':>9}{'MB':>7}")  # fmt: skip
    for name, row in rows.items():
        found = f"{row['recall_at_1pct']:.4f}" if "recall_at_1pct" in row else ""
        print(f"{name:<24}{row['names']:>10,}{row['queries']:>9,}{found:>8}{row['p50_ms']:>10.3f}"
              f"{row['p99_ms']:>10.3f}{row['names_per_s']:>10,}{row['ready_s']:>9.2f}"
              f"{row['memory_mb']:>7,}")  # fmt: skip


def report(found: dict[str, Any]) -> None:
    """Print everything for a reader."""
    table("one list", found["engines"])
    for name, times_ in found["ratios_of_p50"].items():
        print(f"{name}: {times_:,.1f} times our median")
    if "whole" in found:
        one = found["whole"]
        table("the whole list", {OURS: one})
        print(f"batch: {one['batch_names_per_s']:,} names/s on {one['batch_processes']} processes")
        print(f"the kept index is ready in {one['index_load_s']:.2f} s; names read and indexed in "
              f"{one['read_and_build_s']:.2f} s")  # fmt: skip
    if "curve" in found:
        table("curve", {f"{row['names']:,} names": row for row in found["curve"]})
    print()


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """Measure all that was asked for."""
    engines = beside(options)
    found: dict[str, Any] = {"cores": os.cpu_count(), "engines": engines}
    found["ratios_of_p50"] = ratios(engines)
    found["logic_v2_measured"] = LOGIC in engines
    if options.whole:
        found["whole"] = whole(options.whole, options.queries)
    if options.curve:
        found["curve"] = curve(options)
    return found


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("list", type=Path, help="the parties: id, type, names")
    parser.add_argument("queries", type=Path, help="the queries: q, exp, cls")
    parser.add_argument("--whole", type=Path, metavar="CSL", help="a whole list, JSON lines")
    parser.add_argument("--curve", action="store_true", help="up to 1,000,000 names")
    parser.add_argument("--python", default=sys.executable, help="the one with nomenklatura")
    parser.add_argument("--sample", type=int, default=2000, help="queries asked; 0 for all")
    parser.add_argument("--json", action="store_true", help="print the JSON line alone")
    options = parser.parse_args(arguments)
    try:
        for path in filter(None, (options.list, options.whole)):
            read_list(path)
        found = measured(options)
    except NotReadable as error:
        parser.error(str(error))
    if not options.json:
        report(found)
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
