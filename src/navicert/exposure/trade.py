"""Money: what suppliers may not sell, what products do not bring in, what lies frozen.

Amounts are whole cents times days, or times millionths of a day: they are divided at the end.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from navicert.exposure.columns import Columns
from navicert.exposure.graph import EdgeKind
from navicert.exposure.inputs import Flags, Floats, Integers
from navicert.exposure.lines import Running
from navicert.exposure.ordered import among, distinct
from navicert.exposure.plan import WHOLE, Setting

CENTS = 100
YEAR = 365
"""Days of the year in which a yearly figure is earned."""

TRADED = (EdgeKind.SUPPLIES, EdgeKind.UPDATES)
"""What a supplier is paid for."""


@dataclass(frozen=True, slots=True)
class Sold:
    """Rows of ``TRADED`` together: seller, value, for how many days each is barred.

    ``is_known`` tells of which the value is stated.
    """

    seller: Integers
    cents: Floats
    barred: Integers
    is_known: Flags


def cents_of(x: Floats, figure: Integers) -> Floats:
    """Give whole cents; what nobody states is nought here, and named elsewhere."""
    return np.rint(np.nan_to_num(x[:, figure]) * CENTS)


def sold(setting: Setting, x: Floats) -> Sold:
    """Give all that suppliers sell."""
    tables = [setting.columns.tables[kind] for kind in TRADED]
    days = setting.bars.days()
    return Sold(
        np.concatenate([one.tail for one in tables]),
        np.concatenate([cents_of(x, one.figures["value"]) for one in tables], axis=1),
        np.concatenate([days[setting.shock.edges[kind]] for kind in TRADED]),
        np.concatenate([one.figures["value"] >= 0 for one in tables]),
    )


def by_node(of: Integers, values: Floats, nodes: Integers) -> Floats:
    """Add values up by node, for each draw; ``nodes`` are sorted."""
    found = np.zeros((len(values), len(nodes)))
    chosen = np.flatnonzero(among(of, nodes))
    if len(chosen):
        order = chosen[np.argsort(of[chosen], kind="stable")]
        begins = np.flatnonzero(np.r_[True, of[order][1:] != of[order][:-1]])
        sums = np.add.reduceat(values[:, order], begins, axis=1)
        found[:, np.searchsorted(nodes, of[order][begins])] = sums
    return found


@dataclass(frozen=True, slots=True)
class Sales:
    """What companies sell: value, and what is left of it in millionths of days of the window.

    ``product`` is the node of what is sold, -1 where nobody says. Rows after those of ``sells``
    are what products earn beside them.
    """

    seller: Integers
    product: Integers
    cents: Floats
    left: Integers


def sales(setting: Setting, x: Floats, made: Running) -> Sales:
    """Give what remains of each sale: it is not barred, and its product is made."""
    columns, days = setting.columns, setting.shock.window.days
    table, spans = columns.tables[EdgeKind.SELLS], setting.shock.edges[EdgeKind.SELLS]
    cents = cents_of(x, table.figures["value"])
    left = np.empty((len(x), len(table)), dtype=np.int64)
    for place in distinct(spans).tolist():
        rows = np.flatnonzero(spans == place)
        is_open = np.ones(days, dtype=bool)
        for start, end in setting.bars.spans[place] if place >= 0 else ():
            is_open[start:end] = False
        left[:, rows] = _left(made, is_open)[:, _places(made, table.item[rows])]
    extra = _beside(columns, x, cents)
    products = np.flatnonzero((extra > 0).any(axis=0))
    whole = _left(made, np.ones(days, dtype=bool))[:, _places(made, products)]
    return Sales(
        np.concatenate([table.tail, np.full(len(products), -1)]),
        np.concatenate([table.item, products]),
        np.concatenate([cents, extra[:, products]], axis=1),
        np.concatenate([left, whole], axis=1),
    )


def _left(made: Running, is_open: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Integers:
    """Give the days, in millionths, on which each product is made and sold; last: any other."""
    some = made.rates[:, :, is_open].sum(axis=2, dtype=np.int64)
    other = np.full((len(some), 1), int(is_open.sum()) * WHOLE, dtype=np.int64)
    return np.concatenate([some, other], axis=1)


def _places(made: Running, nodes: Integers) -> Integers:
    """Give the column of each product; the last for what no shock touches."""
    if not len(made.of):
        return np.zeros(len(nodes), dtype=np.int64)
    place = np.minimum(np.searchsorted(made.of, nodes), len(made.of) - 1)
    return np.where(made.of[place] == nodes, place, len(made.of))


def _beside(columns: Columns, x: Floats, cents: Floats) -> Floats:
    """Give what each product earns a year beyond the sales that the graph knows."""
    table = columns.tables[EdgeKind.SELLS]
    made = distinct(columns.tables[EdgeKind.MADE_ON].tail)
    revenue = cents_of(x, columns.figures["revenue"][made])
    known = by_node(table.item, cents, made)
    found = np.zeros((len(x), columns.nodes))
    found[:, made] = np.maximum(revenue - known, 0)
    return found


@dataclass(frozen=True, slots=True)
class Frozen:
    """Rows of stock that a denied person may not touch: a supply's row, or one of ``stores``.

    ``edge`` is the edge in the graph, ``spans`` the position of its bars. ``cents`` is
    not-a-number where the worth is not known.
    """

    edge: Integers
    spans: Integers
    cents: Floats


def frozen(setting: Setting, x: Floats) -> Frozen:
    """Find the stock that is frozen, and what it is worth."""
    columns, shock = setting.columns, setting.shock
    stores, supplies = columns.tables[EdgeKind.STORES], columns.tables[EdgeKind.SUPPLIES]
    days = setting.bars.days()
    kept = np.flatnonzero(shock.edges[EdgeKind.STORES] >= 0)
    told = stores.tail * columns.nodes + stores.head
    own = supplies.head * columns.nodes + supplies.item
    stock = supplies.figures["stock"]
    rows = np.flatnonzero((shock.own_use >= 0) & ~among(own, np.sort(told)) & (stock >= 0))
    spans = np.concatenate([shock.edges[EdgeKind.STORES][kept], shock.own_use[rows]])
    worth = [x[:, stores.figures["value"][kept]], _worth(columns, x, rows)]
    return Frozen(
        np.concatenate([stores.edge[kept], supplies.edge[rows]]),
        spans,
        np.where(days[spans] > 0, np.concatenate(worth, axis=1) * CENTS, 0),
    )


def _worth(columns: Columns, x: Floats, rows: Integers) -> Floats:
    """Give the worth of stock: what the supplier is paid a day, for the days that it lasts it."""
    figures = columns.tables[EdgeKind.SUPPLIES].figures
    value, share, stock, use = (
        x[:, figures[name][rows]] for name in ("value", "share", "stock", "use_per_day")
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        days = np.where(np.isnan(use), stock, stock / use)
        worth = value / YEAR * days * 100 / share
    return np.where(np.isfinite(worth), worth, np.nan)
