"""Exposure on a million edges: one deterministic run of ours, and the same work in networkx.

Both start from the graph in their own form; making that form is timed apart. Ours asks the rule,
finds the states, lets the shock run and reads every measure; the plain way leaves out what it
needs no graph for. Their totals have to agree. The ratio is of CPU seconds, which a busy machine
does not change.
"""

from __future__ import annotations

import gc
import resource
import statistics
import time
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.graph.plain import Plain, built
from benchmarks.graph.supply import graph
from navicert.casework.expose_terms import SUPPOSED
from navicert.exposure.columns import Columns
from navicert.exposure.draws import likely
from navicert.exposure.measures import Outcome, frame_of, outcome
from navicert.exposure.measures import run as run_shock
from navicert.exposure.plan import SURE, Setting, bars_of
from navicert.exposure.remedies import lifted
from navicert.exposure.shock import Denied, Terms, Window, shock
from navicert.exposure.states import states_of
from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderEventKind
from navicert.facts.party import Address, Party
from navicert.facts.standing import OrderMatch, Standing, Strength
from navicert.law.edition import standard_law
from navicert.terms.party_role import PartyRole

SINCE, LIFTED, DAYS, SEED = date(2026, 3, 2), 183, 365, 1
TARGET_SECONDS, TARGET_TIMES = 10.0, 20.0
RUNS = 3
NEAR = 1e-9


def run() -> dict[str, object]:
    """Give seconds, memory and the ratio; ``met`` says whether both targets were."""
    start = time.perf_counter()
    columns, denied = graph(SEED)
    made = time.perf_counter() - start
    edges = sum(len(table) for table in columns.tables.values())
    standard_law()
    began = time.process_time()
    runs = [timed(columns, denied) for _ in range(RUNS)]
    cpu = (time.process_time() - began) / RUNS
    seconds, ours = statistics.median(taken for taken, _ in runs), runs[0][1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    theirs = _plain(columns, denied)
    times = theirs.cpu / cpu
    same = agree(ours, theirs.found)
    print(f"exposure: {edges:,} edges, ours {seconds:.2f} s and {peak:,.0f} MB at most, ", end="")
    print(f"networkx {theirs.seconds:.1f} s; {times:.0f} times in CPU seconds; same: {same}")
    return {
        "edges": edges,
        "seconds": round(seconds, 3),
        "peak_mb": round(peak),
        "making_columns_seconds": round(made, 3),
        "cpu_seconds": round(cpu, 3),
        "networkx_seconds": round(theirs.seconds, 2),
        "networkx_cpu_seconds": round(theirs.cpu, 2),
        "making_networkx_seconds": round(theirs.making, 2),
        "times": round(times, 1),
        "target_seconds": TARGET_SECONDS,
        "target_times": TARGET_TIMES,
        "same_figures": same,
        "met": same and seconds <= TARGET_SECONDS and times >= TARGET_TIMES,
    }


def timed(columns: Columns, denied: int) -> tuple[float, Outcome]:
    """Run once, from the columns to every measure."""
    gc.collect()
    start = time.perf_counter()
    remedy = lifted(SINCE + timedelta(days=LIFTED), authorizations=True)
    hit = shock(columns, Terms((_denied(denied),), standard_law(), Window(SINCE, DAYS)), remedy)
    setting = Setting(columns, states_of(columns), hit, bars_of(hit, SURE), SURE)
    x = likely(columns.inputs)
    one = run_shock(setting, x)
    found = outcome(one, frame_of(one), x)
    return time.perf_counter() - start, found


def _denied(node: int) -> Denied:
    """Put a party under an order with the standard terms."""
    order = DenialOrder(SUPPOSED, (("Denied",),), (OrderEvent(SINCE, OrderEventKind.ISSUED, ""),))
    match = OrderMatch(order, Strength.SAME, 1.0, "Denied", "Denied", "the same name")
    party = Party("Denied", (PartyRole.OTHER,), Address(country="CN"))
    return Denied(node, Standing(party, screened=True, orders=(match,)))


@dataclass(frozen=True, slots=True)
class _Theirs:
    making: float
    seconds: float
    cpu: float
    found: dict[str, float]


def _plain(columns: Columns, denied: int) -> _Theirs:
    start = time.perf_counter()
    plain = Plain(built(columns), denied, LIFTED, DAYS)
    making = time.perf_counter() - start
    start, began = time.perf_counter(), time.process_time()
    found = plain.run()
    return _Theirs(making, time.perf_counter() - start, time.process_time() - began, found)


def agree(ours: Outcome, theirs: dict[str, float]) -> bool:
    """Tell whether both came to the same totals."""
    return all(
        abs(float(getattr(ours, name).sum()) - told) <= NEAR * max(1.0, abs(told))
        for name, told in theirs.items()
    )
