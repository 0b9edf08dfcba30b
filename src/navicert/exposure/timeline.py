"""How things stand from day to day in the likely run: a point wherever something changes."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from navicert.exposure.estimates import CENT, FINE
from navicert.exposure.graph import EdgeKind, NodeKind
from navicert.exposure.inputs import Flags, Floats, Integers
from navicert.exposure.measures import Run
from navicert.exposure.plan import WHOLE
from navicert.exposure.result import Point
from navicert.exposure.trade import CENTS, TRADED, YEAR
from navicert.terms.truth import Truth

_SAME = 1e-9
"""A change smaller than this is rounding."""


def timeline(one: Run, x: Floats) -> tuple[Point, ...]:
    """Give the points of the first draw; each holds until the next."""
    window = one.setting.shock.window
    series = [
        _severed(one, Truth.YES),
        _severed(one, Truth.UNKNOWN),
        _lines(one),
        _supply(one),
        _revenue(one),
        _served(one, x),
    ]
    table = np.array(series)
    changed = np.r_[True, (np.abs(np.diff(table, axis=1)) > _SAME).any(axis=0)]
    days = sorted({*np.flatnonzero(changed).tolist(), window.days - 1})
    return tuple(
        Point(
            window.day(at),
            int(table[0, at]),
            int(table[1, at]),
            _decimal(table[2, at], FINE),
            _decimal(table[3, at], CENT),
            _decimal(table[4, at], CENT),
            _decimal(table[5, at], Decimal(1)),
        )
        for at in days
    )


def _severed(one: Run, truth: Truth) -> Floats:
    """Count the edges of which the rule says so on each day."""
    shock = one.setting.shock
    found = np.zeros(shock.window.days)
    for spans in shock.edges.values():
        for place, many in zip(*np.unique(spans[spans >= 0], return_counts=True), strict=True):
            for span in shock.spans[int(place)]:
                if span.ground.holds is truth:
                    found[span.start : span.end] += many
    return found


def _lines(one: Run) -> Floats:
    columns = one.setting.columns
    every = int((columns.kinds == list(NodeKind).index(NodeKind.LINE)).sum())
    idle = (WHOLE - one.lines.rates[0].astype(np.int64)).sum(axis=0) / WHOLE
    return np.asarray(every - idle, dtype=np.float64)


def _supply(one: Run) -> Floats:
    """Give money a day for all that suppliers may still sell."""
    cents, start = one.sold.cents[0], 0
    found = np.full(one.setting.shock.window.days, cents.sum())
    for kind in TRADED:
        spans = one.setting.shock.edges[kind]
        mine = cents[start : start + len(spans)]
        found -= _barred(one, spans, mine)
        start += len(spans)
    return found / (CENTS * YEAR)


def _barred(one: Run, spans: Integers, amount: Floats) -> Floats:
    """Add up, day by day, the amount of the rows that are barred."""
    found = np.zeros(one.setting.shock.window.days)
    for place in np.unique(spans[spans >= 0]).tolist():
        worth = amount[spans == place].sum()
        for start, end in one.setting.bars.spans[place]:
            found[start:end] += worth
    return found


def _revenue(one: Run) -> Floats:
    """Give money a day for all that is still made and sold."""
    sales, days = one.sales, one.setting.shock.window.days
    spans = one.setting.shock.edges[EdgeKind.SELLS]
    every = np.r_[spans, np.full(sales.cents.shape[1] - len(spans), -1)]
    found = np.zeros(days)
    for place in np.unique(every).tolist():
        rows = np.flatnonzero(every == place)
        is_open = np.ones(days, dtype=bool)
        for start, end in one.setting.bars.spans[place] if place >= 0 else ():
            is_open[start:end] = False
        found += _earned(one, rows, is_open)
    return found / (CENTS * YEAR)


def _earned(one: Run, rows: Integers, is_open: Flags) -> Floats:
    made, sales = one.products, one.sales
    hit = np.isin(sales.product[rows], made.of)
    plain = sales.cents[0, rows[~hit]].sum() * is_open
    if not hit.any():
        return np.asarray(plain, dtype=np.float64)
    of = np.searchsorted(made.of, sales.product[rows[hit]])
    by_product = np.bincount(of, sales.cents[0, rows[hit]], minlength=len(made.of))
    return np.asarray(plain + by_product @ (made.rates[0] / WHOLE) * is_open, dtype=np.float64)


def _served(one: Run, x: Floats) -> Floats:
    """Count the users of what has support."""
    count = np.nan_to_num(x[0, one.users.stated])
    found = np.full(one.setting.shock.window.days, count.sum())
    for without in one.without:
        for node, days in zip(without.of.tolist(), without.days, strict=True):
            found -= count[one.users.of == node].sum() * days
    return found


def _decimal(value: float, places: Decimal) -> Decimal:
    return Decimal(repr(float(value))).quantize(places, ROUND_HALF_UP)
