"""Lines and products: at which rate they run, and when they slow down, stop and run again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from navicert.exposure.columns import Columns
from navicert.exposure.flow import NEVER, Flow, Rates
from navicert.exposure.graph import EdgeKind
from navicert.exposure.inputs import Floats, Integers
from navicert.exposure.ordered import among, distinct
from navicert.exposure.plan import WHOLE
from navicert.exposure.states import States

GRAIN = 1_000
"""Weights are whole thousandths of what was stated."""


@dataclass(frozen=True, slots=True)
class Running:
    """Of each of ``of``, nodes of lines or products, the rate in millionths: draws, nodes, days."""

    of: Integers
    rates: Rates


@dataclass(frozen=True, slots=True)
class Course:
    """For each draw and node: positions of days, ``NEVER`` for none, and full days lost.

    ``slows`` is the first day below full, ``stops`` the first without any output, ``back`` the
    first after it with some again; of what only slows the first in full again. ``lost`` is in
    millionths of a day.
    """

    slows: Integers
    stops: Integers
    back: Integers
    lost: Integers


def lines(columns: Columns, states: States, flow: Flow, x: Floats) -> Running:
    """Give the rate of every line: that of its products, by their shares of the line."""
    table = columns.tables[EdgeKind.MADE_ON]
    return _mixed((table.head, table.figures["share"]), states, flow, x)


def products(columns: Columns, states: States, flow: Flow, x: Floats) -> Running:
    """Give the rate of every product that is made on a line: by the pieces a day of each line."""
    table = columns.tables[EdgeKind.MADE_ON]
    return _mixed((table.tail, table.figures["quantity"]), states, flow, x)


def course(running: Running) -> Course:
    """Read stops and starts off the rates."""
    rates = running.rates
    days = rates.shape[2]
    day = np.arange(days)
    slows = _first(rates < WHOLE)
    stops = _first(rates == 0)
    after = np.where(stops == NEVER, slows, stops)
    again = np.where((stops == NEVER)[:, :, None], rates == WHOLE, rates > 0)
    back = _first(again & (day > after[:, :, None])) if days else stops
    lost = days * WHOLE - rates.sum(axis=2, dtype=np.int64)
    return Course(slows, stops, back, lost)


def _first(what: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Integers:
    if not what.size:
        return np.full(what.shape[:2], NEVER, dtype=np.int64)
    return np.where(what.any(axis=2), what.argmax(axis=2), NEVER)


def _mixed(by: tuple[Integers, Integers], states: States, flow: Flow, x: Floats) -> Running:
    """Mix the rates of what is made, by weight, for each node of which a row was touched."""
    of, figure = by
    place = np.searchsorted(flow.states, states.made_on)
    place = np.minimum(place, max(len(flow.states) - 1, 0))
    hit = np.zeros(len(of), dtype=bool)
    if len(flow.states):
        hit = (states.made_on >= 0) & (flow.states[place] == states.made_on)
    nodes = distinct(of[hit])
    rows = np.flatnonzero(among(of, nodes))
    rows = rows[np.argsort(of[rows], kind="stable")]
    if not len(rows):
        return Running(nodes, np.empty((len(x), 0, flow.rates.shape[2]), dtype=np.int32))
    begins = np.flatnonzero(np.r_[True, of[rows][1:] != of[rows][:-1]])
    if len(begins) == len(rows):
        return Running(nodes, flow.rates[:, place[rows]])
    weight = _weights(x[:, figure[rows]], begins)
    rates = np.full((len(x), len(rows), flow.rates.shape[2]), WHOLE, dtype=np.int64)
    touched = hit[rows]
    rates[:, touched] = flow.rates[:, place[rows[touched]]]
    rates *= weight[:, :, None]
    whole = np.add.reduceat(weight, begins, axis=1)
    mixed = np.add.reduceat(rates, begins, axis=1) // whole[:, :, None]
    return Running(nodes, mixed.astype(np.int32))


def _weights(stated: Floats, begins: Integers) -> Integers:
    """Give whole weights; where one of a node is not stated, or all are nought, all are alike."""
    weight = np.rint(np.nan_to_num(stated) * GRAIN).astype(np.int64)
    many = np.diff(np.r_[begins, stated.shape[1]])
    none = np.add.reduceat(np.isnan(stated).astype(np.int64), begins, axis=1) > 0
    none |= np.add.reduceat(weight, begins, axis=1) == 0
    return np.where(np.repeat(none, many, axis=1), 1, weight)
