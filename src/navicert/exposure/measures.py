"""Every measure of a shock, for every draw at once: one row a draw, one column a node."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from navicert.exposure import lines as on_lines
from navicert.exposure import support, trade
from navicert.exposure.columns import Columns
from navicert.exposure.flow import NEVER, Flow, flow_of
from navicert.exposure.graph import EdgeKind, NodeKind
from navicert.exposure.inputs import Floats, Integers
from navicert.exposure.lines import Course, Running
from navicert.exposure.ordered import among, both, distinct
from navicert.exposure.plan import WHOLE, Setting
from navicert.exposure.support import Users, Without
from navicert.exposure.trade import CENTS, YEAR, Frozen, Sales, Sold


@dataclass(frozen=True, slots=True)
class Frame:
    """Which nodes have a column: those that the worst case touches; all in the order of nodes."""

    suppliers: Integers
    lines: Integers
    products: Integers
    networks: Integers
    outdated: Integers
    places: Integers
    employers: Integers


@dataclass(frozen=True, slots=True)
class Outcome:
    """The measures of every draw, by the columns of the frame; totals have one column.

    Money is in units of the currency within the window; days are positions, ``NEVER`` for none.
    """

    at_risk: Floats
    share: Floats
    slows: Integers
    stops: Integers
    back: Integers
    lost_days: Floats
    product_stops: Integers
    product_back: Integers
    product_lost: Floats
    product_base: Floats
    network_users: Floats
    outdated_users: Floats
    place_users: Floats
    jobs: Floats
    frozen: Floats
    supplies_total: Floats
    sales_total: Floats
    users_total: Floats
    user_days: Floats
    jobs_total: Floats
    frozen_total: Floats
    lines_stopped: Floats
    first_stop: Integers
    last_stop: Integers


@dataclass(frozen=True, slots=True)
class Run:
    """Everything between the figures and the measures, of which the answer also tells."""

    setting: Setting
    flow: Flow
    sold: Sold
    sales: Sales
    frozen: Frozen
    lines: Running
    products: Running
    without: tuple[Without, Without]
    users: Users


def run(setting: Setting, x: Floats) -> Run:
    """Let the shock run, for every draw of ``x``."""
    flow = flow_of(setting, x)
    made = on_lines.products(setting.columns, setting.states, flow, x)
    return Run(
        setting,
        flow,
        trade.sold(setting, x),
        trade.sales(setting, x, made),
        trade.frozen(setting, x),
        on_lines.lines(setting.columns, setting.states, flow, x),
        made,
        (support.networks(setting), support.products(setting)),
        support.users_of(setting.columns),
    )


def frame_of(one: Run) -> Frame:
    """Choose the columns by a run of the worst case."""
    columns = one.setting.columns
    hit = among(one.users.of, np.sort(np.concatenate([each.of for each in one.without])))
    cut = one.sales.left < one.setting.shock.window.days * WHOLE
    sold = one.sales.product[cut.any(axis=0) & (one.sales.product >= 0)]
    return Frame(
        suppliers=distinct(one.sold.seller[one.sold.barred > 0]),
        lines=one.lines.of,
        products=both(both(one.products.of, sold), one.without[1].of),
        networks=one.without[0].of,
        outdated=one.without[1].of,
        places=distinct(one.users.place[hit]),
        employers=_employers(columns),
    )


def outcome(one: Run, frame: Frame, x: Floats) -> Outcome:
    """Read every measure off a run."""
    at_risk = _at_risk(one, frame.suppliers)
    course = _placed(on_lines.course(one.lines), one.lines.of, frame.lines)
    made = _placed(on_lines.course(one.products), one.products.of, frame.products)
    lost, base = _sales(one, frame.products)
    jobs = _jobs(one, frame.employers, x)
    stops = course.stops if course.stops.shape[1] else np.full((len(x), 1), NEVER)
    last = np.where(stops == NEVER, -1, stops).max(axis=1, keepdims=True)
    every = _lost(one)
    cents = one.frozen.cents / CENTS
    return Outcome(
        at_risk=at_risk,
        share=_share(one, frame.suppliers, at_risk, x),
        slows=course.slows,
        stops=course.stops,
        back=course.back,
        lost_days=course.lost / WHOLE,
        product_stops=made.stops,
        product_back=made.back,
        product_lost=lost,
        product_base=base,
        network_users=support.affected_of(one.users, frame.networks, x),
        outdated_users=support.affected_of(one.users, frame.outdated, x),
        place_users=support.affected(one.users, one.without, x, frame.places),
        jobs=jobs,
        frozen=cents,
        supplies_total=_column((one.sold.cents * one.sold.barred).sum(axis=1) / (CENTS * YEAR)),
        sales_total=_column(every.sum(axis=1)),
        users_total=_column(support.affected_at_once(one.users, one.without, x)),
        user_days=_column(support.user_days(one.users, one.without, x)),
        jobs_total=_column(np.nan_to_num(jobs).sum(axis=1)),
        frozen_total=_column(np.nan_to_num(cents).sum(axis=1)),
        lines_stopped=_column((stops < NEVER).sum(axis=1)),
        first_stop=stops.min(axis=1, keepdims=True),
        last_stop=np.where(last < 0, NEVER, last),
    )


def joined(parts: list[Outcome]) -> Outcome:
    """Put the draws of several chunks together."""
    return Outcome(
        **{one.name: np.concatenate([getattr(part, one.name) for part in parts])
           for one in fields(Outcome)}
    )  # fmt: skip


def _column(values: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> Floats:
    found: Floats = np.asarray(values).reshape(-1, 1)
    return found


def _at_risk(one: Run, suppliers: Integers) -> Floats:
    """Give what may not be sold; not-a-number where nobody states the worth of any of it."""
    sold, barred = one.sold, one.sold.barred > 0
    lost = trade.by_node(sold.seller, sold.cents * sold.barred, suppliers) / (CENTS * YEAR)
    stated = (barred & sold.is_known)[None, :].astype(np.float64)
    told = trade.by_node(sold.seller, stated, suppliers)
    some = trade.by_node(sold.seller, barred[None, :].astype(np.float64), suppliers)
    return np.where((some > 0) & (told == 0), np.nan, lost)


def _share(one: Run, suppliers: Integers, at_risk: Floats, x: Floats) -> Floats:
    """Give percent of all that a supplier earns in the window; not-a-number where unknown."""
    base = _earned(one, suppliers, x) * one.setting.shock.window.days / YEAR
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(base > 0, at_risk / base * 100, np.nan)


def _earned(one: Run, nodes: Integers, x: Floats) -> Floats:
    """Give yearly revenue, never less than what the graph itself shows; unknown stays unknown."""
    revenue = x[:, one.setting.columns.figures["revenue"][nodes]]
    return np.fmax(revenue, trade.by_node(one.sold.seller, one.sold.cents, nodes) / CENTS) + (
        revenue * 0
    )


def _placed(course: Course, of: Integers, wanted: Integers) -> Course:
    """Put a course into the columns of the frame; what is not touched runs in full."""
    draws = len(course.slows)
    where = np.searchsorted(wanted, of)
    found = []
    for values, nothing in (
        (course.slows, NEVER),
        (course.stops, NEVER),
        (course.back, NEVER),
        (course.lost, 0),
    ):
        each = np.full((draws, len(wanted)), nothing, dtype=np.int64)
        each[:, where] = values
        found.append(each)
    return Course(*found)


def _lost(one: Run) -> Floats:
    """Give what each sale loses within the window."""
    whole = one.setting.shock.window.days * WHOLE
    return one.sales.cents * ((whole - one.sales.left) / WHOLE) / (CENTS * YEAR)


def _sales(one: Run, products: Integers) -> tuple[Floats, Floats]:
    """Give what each product loses, and what it would bring in."""
    known = one.sales.product
    base = one.sales.cents * one.setting.shock.window.days / (CENTS * YEAR)
    return trade.by_node(known, _lost(one), products), trade.by_node(known, base, products)


def _employers(columns: Columns) -> Integers:
    """Give companies and suppliers of which anybody states jobs."""
    kinds = list(NodeKind)
    makers = (columns.kinds == kinds.index(NodeKind.COMPANY)) | (
        columns.kinds == kinds.index(NodeKind.SUPPLIER)
    )
    stated = (columns.figures["employees"] >= 0) & makers
    return both(np.flatnonzero(stated), columns.tables[EdgeKind.EMPLOYS].tail)


def all_jobs(columns: Columns, employers: Integers, x: Floats) -> Floats:
    """Give the jobs of each employer: those of its edges, else those that its node states."""
    table = columns.tables[EdgeKind.EMPLOYS]
    stated = x[:, columns.figures["employees"][employers]]
    told = trade.by_node(table.tail, np.nan_to_num(x[:, table.figures["quantity"]]), employers)
    return np.where(among(employers, np.sort(table.tail)), told, stated)


def _jobs(one: Run, employers: Integers, x: Floats) -> Floats:
    """Give jobs that hang on what is cut: all jobs times the largest share of business cut."""
    jobs = all_jobs(one.setting.columns, employers, x)
    cut = np.fmax(_supply_cut(one, employers, x), _line_cut(one, employers))
    cut = np.fmax(cut, _sales_cut(one, employers))
    hang: Floats = np.floor(jobs * np.clip(cut, 0, 1) + 1e-9)
    return hang


def _supply_cut(one: Run, nodes: Integers, x: Floats) -> Floats:
    barred = trade.by_node(one.sold.seller, one.sold.cents * (one.sold.barred > 0), nodes) / CENTS
    with np.errstate(divide="ignore", invalid="ignore"):
        share = barred / _earned(one, nodes, x)
    return np.where(barred > 0, share, 0)


def _line_cut(one: Run, nodes: Integers) -> Floats:
    """Give the largest share of a company's lines that stands on any day."""
    company = one.setting.states.company_of_line
    running, days = one.lines, one.setting.shock.window.days
    many = np.bincount(company[company >= 0], minlength=max(one.setting.columns.nodes, 1))
    found = np.zeros((len(running.rates), len(nodes)))
    for at, node in enumerate(nodes.tolist()):
        mine = np.flatnonzero(company[running.of] == node)
        if len(mine) and days:
            idle = (WHOLE - running.rates[:, mine].astype(np.int64)).sum(axis=1).max(axis=1)
            found[:, at] = idle / (WHOLE * many[node])
    return found


def _sales_cut(one: Run, nodes: Integers) -> Floats:
    """Give the share of a company's sales that is barred at any time."""
    setting = one.setting
    table = setting.columns.tables[EdgeKind.SELLS]
    barred = setting.bars.days()[setting.shock.edges[EdgeKind.SELLS]] > 0
    cents = one.sales.cents[:, : len(table)]
    cut = trade.by_node(table.tail, cents * barred, nodes)
    whole = trade.by_node(table.tail, cents, nodes)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, cut / whole, 0)
