"""Determinations a second in one process without screening, and the time to start.

    .venv/bin/python benchmarks/determine.py [--lines N] [--runs N]

The lines are a mix: every entry of the Commerce Control List in turn, each eighth line EAR99,
over destinations of every kind, with quantities, values and parties; no two alike. They come in
orders of 1 to 19 lines, 10 on average, each to one customer; the rate of orders of one line each
is printed beside it. Every run has lines of its own, which no run before it has determined. Times
are medians of several runs; start-up is held against starting Python itself in the same run. The
last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, islice
from pathlib import Path

from navicert.determination.assess import assess
from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import Law, standard_law
from navicert.parties.watch import Watch
from navicert.terms.activity import Activity
from navicert.terms.eccn import EAR99, Eccn
from navicert.terms.money import Money
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

ROOT = Path(__file__).resolve().parent.parent
ORDER = ROOT / "examples" / "orders" / "fpga-taiwan.toml"
DESTINATIONS = (
    "DE", "CA", "GB", "AU", "JP", "KR", "IN", "IL", "TW", "SG", "MX", "BR", "AE", "SA", "TR",
    "CN", "HK", "MO", "VN", "MY", "KZ", "PK", "IQ", "EG", "ZA", "NG", "RU", "IR", "CU", "KP", "SY",
)  # fmt: skip
KINDS = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
EAR99_EVERY = 8
MOST_LINES = 19


def transactions(law: Law, count: int, first: int = 0) -> Iterator[Transaction]:
    """Give as many orders of one line as asked, no two alike, from a number on."""
    symbols = sorted(law.tables.control_list.entries)
    for number in range(first, first + count):
        symbol = symbols[number % len(symbols)]
        country = DESTINATIONS[(number + number // len(symbols)) % len(DESTINATIONS)]
        eccn = EAR99 if number % EAR99_EVERY == 0 else _paragraph(law, symbol, number)
        yield _transaction(number, eccn, country)


def orders_of_many(law: Law, count: int, first: int = 0) -> list[Transaction]:
    """Put the same lines into orders of 1 to 19 lines, each to the customer of its first line."""
    single = list(transactions(law, count, first))
    found: list[Transaction] = []
    while single:
        size = 1 + 7 * len(found) % MOST_LINES
        taken, single = single[:size], single[size:]
        lines = tuple(replace(one.lines[0], number=n) for n, one in enumerate(taken, start=1))
        found.append(replace(taken[0], lines=lines))
    return found


def _paragraph(law: Law, symbol: str, number: int) -> Eccn:
    """Take one of the paragraphs that the entry's own rows name, in turn."""
    entry = law.tables.control_list.entries[symbol].values[0].value
    named = [path for row in entry.rows for path in row.limits.paragraphs]
    return named[number % len(named)] if named else Eccn(symbol, ("a",))


def _transaction(number: int, eccn: Eccn, country: str) -> Transaction:
    address = Address(country=country)
    roles = (PartyRole.PURCHASER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER)
    customer = Party(f"Customer {number} Ltd.", roles, address, military=Truth.NO)
    forwarder = Party(f"Forwarder {number % 97}", (PartyRole.INTERMEDIATE_CONSIGNEE,), address)
    item = Item(
        name=f"item {number}",
        kind=KINDS.get(eccn.group, ItemKind.COMMODITY),
        eccn=eccn,
        origin="US",
        value=Money(Decimal(100 + number % 9900), "USD"),
        quantity=Decimal(1 + number % 7),
    )
    return Transaction(
        reference=f"order {number}",
        day=date(2026, 9, 1),
        activity=Activity.EXPORT,
        exported_from="US",
        destination=Destination(country, "Kyiv" if country == "UA" else None),
        lines=(Line(1, item),),
        parties=(customer, forwarder),
        end_use=EndUse(EndUseKind.CIVIL),
        screened_elsewhere="the benchmark",
    )


def rate(law: Law, orders: list[Transaction]) -> float:
    """Determine every line of every order, and give lines a second."""
    watch = Watch.of(())
    start = time.perf_counter()
    for order in orders:
        assess(order, watch, law)
    return sum(len(order.lines) for order in orders) / (time.perf_counter() - start)


def linear(law: Law, orders: list[Transaction]) -> list[dict[str, float]]:
    """Determine single orders of ever more lines: seconds a line should stay the same."""
    items = [order.lines[0].item for order in orders]
    curve = []
    for size in (10, 100, 1000):
        lines = tuple(Line(n, item) for n, item in enumerate(islice(cycle(items), size), start=1))
        order = replace(orders[0], lines=lines)
        start = time.perf_counter()
        assess(order, Watch.of(()), law)
        curve.append({"lines": size, "us_a_line": 1e6 * (time.perf_counter() - start) / size})
    return curve


def started(command: list[str], runs: int) -> float:
    """Run a command several times and give the median of its seconds."""
    seconds = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home:
            start = time.perf_counter()
            subprocess.run(
                command,
                env={**os.environ, "NAVICERT_HOME": home},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def rates(law: Law, lines: int, runs: int) -> tuple[float, float]:
    """Give lines a second in orders of many, and in orders of one; the first run only warms up."""
    rate(law, list(transactions(law, lines)))
    starts = range(lines, (1 + 2 * runs) * lines, 2 * lines)
    many = [rate(law, orders_of_many(law, lines, start)) for start in starts]
    single = [rate(law, list(transactions(law, lines, start + lines))) for start in starts]
    return statistics.median(many), statistics.median(single)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=10_000, help="how many orders")
    parser.add_argument("--runs", type=int, default=5, help="runs of each measurement")
    options = parser.parse_args()
    start = time.perf_counter()
    law = standard_law()
    shelf_s = time.perf_counter() - start
    per_s, single_per_s = rates(law, options.lines, options.runs)
    cli = str(Path(sys.executable).with_name("navicert"))
    bare = started([sys.executable, "-c", "pass"], options.runs)
    helped = started([cli, "--help"], options.runs)
    checked = started([cli, "check", str(ORDER)], options.runs)
    figures = {
        "cores": os.cpu_count(),
        "lines": options.lines,
        "determinations_per_s": round(per_s),
        "of_one_line_each_per_s": round(single_per_s),
        "shelf_s": round(shelf_s, 3),
        "python_s": round(bare, 3),
        "help_s": round(helped, 3),
        "help_over_python": round(helped / bare, 1),
        "check_s": round(checked, 3),
        "check_over_python": round(checked / bare, 1),
        "by_lines": [
            {"lines": one["lines"], "us_a_line": round(one["us_a_line"])}
            for one in linear(law, list(transactions(law, 1000)))
        ],
    }
    for name, value in figures.items():
        print(f"{name:<24}{value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
