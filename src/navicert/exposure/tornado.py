"""What drives the result: one figure at a time from its low to its high, all others likely."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from navicert.exposure.draws import Progress, chunk_of, likely
from navicert.exposure.flow import NEVER
from navicert.exposure.graph import SupplyGraph
from navicert.exposure.inputs import EDGE, NODE, Floats, Inputs, Integers
from navicert.exposure.measures import Frame, Outcome, joined, outcome, run
from navicert.exposure.plan import Setting
from navicert.exposure.result import Swing

MEASURES: Mapping[str, str] = {
    "supplies_total": "suppliers' revenue at risk",
    "sales_total": "revenue lost",
    "users_total": "users affected",
    "first_stop": "days until the first line stops",
}
"""The measures that are swung, and what people call them."""

MOST_INPUTS = 2_000
SHOWN = 15
"""Swings that an answer names of each measure."""


def swings(
    setting: Setting, frame: Frame, graph: SupplyGraph, progress: Progress
) -> tuple[Swing, ...]:
    """Give the widest swings of each measure, by width; ties in the order of the graph."""
    inputs = setting.columns.inputs
    at = _chosen(inputs)
    if not len(at):
        return ()
    x = likely(inputs)
    base = outcome(run(setting, x), frame, x)
    ends = _ends(setting, frame, at, progress)
    found: list[Swing] = []
    for measure, plain in MEASURES.items():
        values = _capped(getattr(ends, measure)[:, 0], setting)
        middle = _capped(getattr(base, measure)[:, 0], setting)[0]
        low, high = values[0::2], values[1::2]
        order = np.argsort(-np.abs(high - low), kind="stable")
        for place in order[:SHOWN].tolist():
            if low[place] != high[place]:
                named, source = _named(inputs, int(at[place]), graph)
                found.append(
                    Swing(
                        named,
                        source,
                        inputs.range(int(at[place])),
                        plain,
                        _decimal(low[place]),
                        _decimal(high[place]),
                        _decimal(middle),
                    )
                )
    return tuple(found)


def _chosen(inputs: Inputs) -> Integers:
    """Give the figures to swing: all that are open, or the widest of very many."""
    at = inputs.open
    if len(at) <= MOST_INPUTS:
        return at
    width = (inputs.high[at] - inputs.low[at]) / np.maximum(np.abs(inputs.likely[at]), 1e-9)
    return np.sort(at[np.argsort(-width, kind="stable")[:MOST_INPUTS]])


def _ends(setting: Setting, frame: Frame, at: Integers, progress: Progress) -> Outcome:
    """Give the outcome at the low and the high end of each figure, in turns."""
    inputs, parts = setting.columns.inputs, list[Outcome]()
    size = max(1, chunk_of(setting) // 2)
    for start in range(0, len(at), size):
        some = at[start : start + size]
        x = likely(inputs, 2 * len(some))
        rows = np.arange(len(some)) * 2
        x[rows, some], x[rows + 1, some] = inputs.low[some], inputs.high[some]
        x = inputs.settled(x)
        parts.append(outcome(run(setting, x), frame, x))
        progress("what drives it", start + len(some), len(at))
    return joined(parts)


def _capped(values: Floats | Integers, setting: Setting) -> Floats:
    """Count a line that never stops as one that stops when the window ends."""
    days = setting.shock.window.days
    return np.where(values == NEVER, days, values).astype(np.float64)


def _named(inputs: Inputs, at: int, graph: SupplyGraph) -> tuple[str, str]:
    """Give the name of a figure, and who states it."""
    of, place, name = inputs.of[at].tolist()
    field = inputs.fields[name].replace("_", " ")
    if of == NODE:
        node = graph.nodes[place]
        return f"{node.name}: {field}", node.source
    if of == EDGE:
        edge = graph.edges[place]
        sources = dict.fromkeys(claim.source for claim in edge.claims if claim.source)
        return f"{edge.key}: {field}", "; ".join(sources)
    one = graph.substitutes[place]
    return f"{one.substitute} in place of {one.item}: {field}", one.source


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value))).quantize(Decimal("0.01"), ROUND_HALF_UP)
