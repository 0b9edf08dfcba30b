"""Who is left without support: networks that nobody maintains, products that nobody updates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from navicert.exposure.columns import Columns
from navicert.exposure.graph import EdgeKind, NodeKind
from navicert.exposure.inputs import Flags, Floats, Integers
from navicert.exposure.ordered import among, both, distinct
from navicert.exposure.plan import Setting
from navicert.exposure.trade import by_node

UPHELD = (EdgeKind.MAINTAINS, EdgeKind.UPDATES)


@dataclass(frozen=True, slots=True)
class Without:
    """Networks or products, and on which days of the window each is without support."""

    of: Integers
    days: Flags


@dataclass(frozen=True, slots=True)
class Users:
    """Rows of people who use a network or product: how many, where, and of what.

    ``place`` is the node of the country or people; ``stated`` the position of the figure.
    """

    of: Integers
    place: Integers
    stated: Integers


def networks(setting: Setting) -> Without:
    """Give networks on the days on which nobody maintains them, or nobody updates them.

    Of each kind of edge that a network has, one that is open is enough.
    """
    found: dict[int, Flags] = {}
    closed = _closed(setting)
    for kind in UPHELD:
        table, spans = setting.columns.tables[kind], setting.shock.edges[kind]
        hit = distinct(table.head[closed[spans].any(axis=1)]) if len(table) else table.head
        for node, rows in _grouped(table.head, hit):
            days = np.logical_and.reduce(closed[spans[rows]], axis=0)
            found[node] = np.logical_or(found.get(node, False), days)
    return _without(found, setting, network=True)


def products(setting: Setting) -> Without:
    """Give products on the days on which the software in them gets no updates from anybody."""
    columns, closed = setting.columns, _closed(setting)
    table, spans = columns.tables[EdgeKind.UPDATES], setting.shock.edges[EdgeKind.UPDATES]
    found: dict[int, Flags] = {}
    key = table.head * (columns.nodes + 1) + table.item + 1
    hit = distinct(key[closed[spans].any(axis=1)]) if len(table) else key
    for one, rows in _grouped(key, hit):
        days = np.logical_and.reduce(closed[spans[rows]], axis=0)
        company, item = divmod(one, columns.nodes + 1)
        for product in _with(columns, company, item - 1):
            found[product] = np.logical_or(found.get(product, False), days)
    return _without(found, setting, network=False)


def users_of(columns: Columns) -> Users:
    """Give every row of users; what has none of its own counts with what its node states."""
    table = columns.tables[EdgeKind.USES]
    stated = columns.figures["users"]
    alone = np.flatnonzero((stated >= 0) & ~among(np.arange(columns.nodes), np.sort(table.tail)))
    alone = alone[~among(alone, np.sort(table.head))]
    return Users(
        np.concatenate([table.tail, alone]),
        np.concatenate([table.head, alone]),
        np.concatenate([_counted(columns), stated[alone]]),
    )


def _counted(columns: Columns) -> Integers:
    """Give the figure of each row of ``uses``: its own, else that of the people at its end."""
    table = columns.tables[EdgeKind.USES]
    own = table.figures["users"]
    return np.where(own >= 0, own, columns.figures["users"][table.head])


def affected(users: Users, without: tuple[Without, ...], x: Floats, places: Integers) -> Floats:
    """Give for each place, at most on any day, how many use something without support."""
    rows, days = _hit(users, without)
    count = np.nan_to_num(x[:, users.stated[rows]])
    found = np.zeros((len(x), len(places)))
    for day in _distinct(days):
        now = by_node(users.place[rows], np.where(days[:, day], count, 0), places)
        found = np.maximum(found, now)
    return found


def affected_of(users: Users, nodes: Integers, x: Floats) -> Floats:
    """Give for each network or product how many use it; not-a-number where nobody states it."""
    count = x[:, users.stated]
    told = by_node(users.of, (~np.isnan(count)).astype(np.float64), nodes)
    return np.where(told > 0, by_node(users.of, np.nan_to_num(count), nodes), np.nan)


def affected_at_once(users: Users, without: tuple[Without, ...], x: Floats) -> Floats:
    """Give how many are affected at most on any day, everywhere."""
    rows, days = _hit(users, without)
    count = np.nan_to_num(x[:, users.stated[rows]])
    each = [(count * days[:, day]).sum(axis=1) for day in _distinct(days)]
    return np.max(each, axis=0) if each else np.zeros(len(x))


def user_days(users: Users, without: tuple[Without, ...], x: Floats) -> Floats:
    """Give users times the days on which each is without support."""
    rows, days = _hit(users, without)
    found: Floats = np.nan_to_num(x[:, users.stated[rows]]) @ days.sum(axis=1)
    return found


def _hit(users: Users, without: tuple[Without, ...]) -> tuple[Integers, Flags]:
    """Give the rows whose network or product is without support at any time, and when."""
    of = np.concatenate([one.of for one in without])
    days = np.concatenate([one.days for one in without])
    order = np.argsort(of, kind="stable")
    of, days = of[order], days[order]
    rows = np.flatnonzero(among(users.of, of))
    return rows, days[np.searchsorted(of, users.of[rows])]


def _distinct(days: Flags) -> list[int]:
    """Give one day of each run of days that are alike."""
    if not days.size:
        return []
    changed = (days[:, 1:] != days[:, :-1]).any(axis=0)
    return [0, *(np.flatnonzero(changed) + 1).tolist()]


def _closed(setting: Setting) -> Flags:
    """Give for each position of spans the days that they bar; the last for none."""
    closed = np.zeros((len(setting.bars.spans) + 1, setting.shock.window.days), dtype=bool)
    for at, spans in enumerate(setting.bars.spans):
        for start, end in spans:
            closed[at, start:end] = True
    return closed


def _grouped(of: Integers, hit: Integers) -> list[tuple[int, Integers]]:
    """Give the rows of each hit node."""
    order = np.argsort(of, kind="stable")
    low = np.searchsorted(of[order], hit, "left")
    high = np.searchsorted(of[order], hit, "right")
    pairs = zip(hit.tolist(), low.tolist(), high.tolist(), strict=True)
    return [(node, order[a:b]) for node, a, b in pairs]


def _with(columns: Columns, company: int, item: int) -> list[int]:
    """Give the products with a piece of software in them; of none that is named, all of a maker."""
    runs, made = columns.tables[EdgeKind.RUNS], columns.tables[EdgeKind.MADE_ON]
    sells, bill = columns.tables[EdgeKind.SELLS], columns.tables[EdgeKind.COMPONENT]
    own = made.tail[np.isin(made.head, runs.head[runs.tail == company])]
    own = both(own, sells.item[(sells.tail == company) & (sells.item >= 0)])
    if item < 0:
        return [int(one) for one in own]
    found = front = np.array([item], dtype=np.int64)
    while len(front):
        above = distinct(bill.head[among(bill.tail, front)])
        front = above[~among(above, found)]
        found = both(found, front)
    return [int(one) for one in found[among(found, own)]]


def _without(found: dict[int, Flags], setting: Setting, *, network: bool) -> Without:
    kind = list(NodeKind).index(NodeKind.NETWORK)
    nodes = sorted(
        node
        for node, days in found.items()
        if days.any() and bool(setting.columns.kinds[node] == kind) is network
    )
    return Without(
        np.array(nodes, dtype=np.int64),
        np.array([found[node] for node in nodes], dtype=bool).reshape(
            len(nodes), setting.shock.window.days
        ),
    )
