"""A bill of materials to many destinations: time against the number of parts, and the naive way.

    .venv/bin/python benchmarks/deminimis.py [--parts N] [--depth N] [--destinations N] [--runs N]

The bill is a tree of foreign-made assemblies; its leaves are of US and foreign origin and carry one
of some 120 classifications, as a large machine's do, with values and quantities. Times are medians
of several runs. The naive way asks the law for each part and destination; it is timed on a small
bill. Ends with status 1 when the full size takes more than the target. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import islice

from navicert.casework.deminimis import Answer, Request, compute, every_destination
from navicert.facts.destination import Destination
from navicert.facts.item import Item, ItemKind, Part
from navicert.law.edition import Law, standard_law
from navicert.terms.eccn import EAR99, Eccn
from navicert.terms.money import Money

DAY = date(2026, 9, 24)
TARGET = 5.0
CLASSIFICATIONS = 120
KINDS = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
NAIVE_PARTS, NAIVE_DESTINATIONS = 200, 10


def classifications(law: Law, count: int) -> list[Eccn]:
    """Give paragraphs of commodities, spread over the whole list, and EAR99."""
    entries = law.tables.control_list.entries
    symbols = [one for one in sorted(entries) if one[1] in "ABC"]
    chosen = symbols[:: max(1, len(symbols) // count)][: count - 1]
    found = [EAR99]
    for number, symbol in enumerate(chosen):
        rows = entries[symbol].values[-1].value.rows
        named = [path for row in rows for path in row.limits.paragraphs]
        found.append(named[number % len(named)] if named else Eccn(symbol, ("a",)))
    return found


def leaf(number: int, eccns: list[Eccn]) -> Part:
    """Make a part: every third is foreign, the others carry one classification or another."""
    return Part(
        name=f"part {number}",
        origin="DE" if number % 3 == 0 else "US",
        eccn=eccns[number % len(eccns)],
        value=Money(Decimal(number % 97 + 1) / 100, "USD"),
        quantity=Decimal(number % 4 + 1),
    )


def bill(parts: int, depth: int, eccns: list[Eccn]) -> Item:
    """Hang the leaves on a spine of assemblies, evenly, as deep as asked."""
    share = max(1, parts // depth)
    below: tuple[Part, ...] = ()
    for level in range(depth):
        leaves = tuple(leaf(number, eccns) for number in range(level * share, (level + 1) * share))
        inner = (Part(f"assembly {level}", "DE", None, None, parts=below),) if below else ()
        below = (*leaves, *inner)
    value = Money(Decimal(parts) * 10, "USD")
    return Item(
        "machine", ItemKind.COMMODITY, EAR99, origin="DE", value=value, bill_of_materials=below
    )


def seconds(run: Callable[[], object], runs: int) -> float:
    """Give the median of several runs."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def naive(item: Item, places: tuple[Destination, ...], law: Law) -> None:
    """Ask for each part and destination anew, as a program without the grouping would."""
    for part in _leaves(item):
        one = replace(item, bill_of_materials=(part,))
        for place in places:
            compute(Request(one, DAY, (place,)), law)


def _leaves(item: Item) -> list[Part]:
    found, open_ = [], list(item.bill_of_materials or ())
    while open_:
        part = open_.pop()
        open_.extend(part.parts)
        if not part.parts:
            found.append(part)
    return found


def curve(options: argparse.Namespace, law: Law) -> list[dict[str, float]]:
    """Time growing bills, and print each."""
    eccns = classifications(law, CLASSIFICATIONS)
    places = tuple(islice(every_destination(law.open_at(DAY)), options.destinations))
    sizes = sorted({max(1, options.parts // by) for by in (16, 8, 4, 2, 1)})
    points = []
    print(f"{'parts':>9}{'destinations':>14}{'seconds':>10}{'us/part':>10}")
    for size in sizes:
        item = bill(size, options.depth, eccns)
        taken = seconds(partial(compute, Request(item, DAY, places), law), options.runs)
        points.append({"parts": size, "seconds": round(taken, 3)})
        print(f"{size:>9,}{len(places):>14}{taken:>10.2f}{1e6 * taken / size:>10.1f}")
    return points


def ratio(options: argparse.Namespace, law: Law) -> dict[str, float]:
    """Time the naive way and ours on one small bill."""
    eccns = classifications(law, CLASSIFICATIONS)
    places = tuple(islice(every_destination(law.open_at(DAY)), NAIVE_DESTINATIONS))
    item = bill(NAIVE_PARTS, options.depth, eccns)
    ours = seconds(lambda: compute(Request(item, DAY, places), law), options.runs)
    theirs = seconds(lambda: naive(item, places, law), 1)
    print(
        f"naive, {NAIVE_PARTS} parts to {NAIVE_DESTINATIONS} destinations: {theirs:.2f} s, "
        f"ours {ours:.3f} s: {theirs / ours:.1f} times"
    )
    return {"naive_seconds": round(theirs, 3), "seconds": round(ours, 4)}


def main(arguments: list[str]) -> int:
    """Print the curve and the ratio; the last line is JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", type=int, default=100_000)
    parser.add_argument("--depth", type=int, default=12)
    parser.add_argument("--destinations", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    law = standard_law()
    points = curve(options, law)
    taken = points[-1]["seconds"]
    result = {"curve": points, "target_seconds": TARGET, "naive": ratio(options, law)}
    print(json.dumps({**result, "depth": options.depth, "met": taken <= TARGET}))
    return int(taken > TARGET)


def answer_of(item: Item) -> Answer:
    """Answer for one bill to every destination; for a profiler."""
    return compute(Request(item, DAY), standard_law())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
