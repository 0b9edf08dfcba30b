"""At which rate each state runs, day by day: supply that is left, then stock, then nothing.

A bought state runs in full while what still comes in and the stock cover its need, and then at
the rate of what comes in. A made state runs at the rate of its scarcest part.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from navicert.exposure.inputs import Flags, Floats, Integers
from navicert.exposure.plan import (
    WHOLE,
    Events,
    Setting,
    Supplies,
    events_of,
    stock_of,
    supplies_of,
    touched,
)

Rates = npt.NDArray[np.int32]
NEVER = 10**6
"""The position of a day that does not come within the window."""

MOST_CELLS = 6_000_000
"""Cells of one block: draws times states times days."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Rates, in millionths, of the states that lines make: draws by states by days.

    ``states`` are those that were touched and are kept; every other runs in full. ``short`` is,
    for each draw and state, the first day below full; ``NEVER`` for none. ``unknown`` are
    states whose stock nobody states.
    """

    states: Integers
    rates: Rates
    short: Integers
    unknown: Flags


@dataclass(slots=True)
class _Work:
    """What is carried from one block of days to the next; states are renumbered among ``at``."""

    setting: Setting
    at: Integers
    place: Integers
    supplies: Supplies
    events: Events
    stock: Integers
    cut: Integers
    used: Integers

    @property
    def draws(self) -> int:
        return len(self.stock)


def flow_of(setting: Setting, x: Floats) -> Flow:
    """Let a shock run through the states, for every draw of ``x`` (draws by inputs)."""
    states, days = setting.states, setting.shock.window.days
    at = np.flatnonzero(touched(setting))
    place = np.full(len(states) + 1, -1, dtype=np.int64)
    place[at] = np.arange(len(at))
    stock, unknown = stock_of(setting, x)
    supplies = supplies_of(setting, x)
    work = _Work(
        setting,
        at,
        place,
        supplies,
        _sorted(_among(events_of(setting, supplies, x), place)),
        stock[:, at],
        np.zeros((len(x), len(at)), dtype=np.int64),
        np.zeros((len(x), len(at)), dtype=np.int64),
    )
    kept = np.unique(states.made_on[states.made_on >= 0])
    kept = kept[place[kept] >= 0]
    rates = np.full((len(x), len(kept), days), WHOLE, dtype=np.int32)
    short = np.full((len(x), len(at)), NEVER, dtype=np.int64)
    many = max(1, MOST_CELLS // max(1, len(x) * len(at)))
    for start in range(0, days if len(at) else 0, many):
        block = _block(work, start, min(many, days - start))
        rates[:, :, start : start + block.shape[2]] = block[:, place[kept]]
        below = block < WHOLE
        first = np.where(below.any(axis=2), below.argmax(axis=2) + start, NEVER)
        short = np.minimum(short, first)
    return Flow(kept, rates, _everywhere(short, at, len(states)), unknown)


def _everywhere(short: Integers, at: Integers, count: int) -> Integers:
    found = np.full((len(short), count), NEVER, dtype=np.int64)
    found[:, at] = short
    return found


def _among(events: Events, place: Integers) -> Events:
    kept = place[events.state] >= 0
    return Events(place[events.state[kept]], events.day[:, kept], events.amount[:, kept])


def _sorted(events: Events) -> Events:
    """Put the events of all draws in one row by day; ``state`` then counts draws too."""
    draws, count = events.day.shape
    who = np.arange(draws)[:, None]
    order = np.argsort(events.day, axis=None, kind="stable")
    row = np.broadcast_to(who, (draws, count)).ravel()[order]
    state = np.broadcast_to(events.state, (draws, count)).ravel()[order]
    pair = np.stack([row, state])
    return Events(pair, events.day.ravel()[order], events.amount.ravel()[order])


def _block(work: _Work, start: int, days: int) -> Rates:
    """Compute some days of every touched state, level by level."""
    cut = _cut(work, start, days)
    rates = np.full((work.draws, len(work.at), days), WHOLE, dtype=np.int32)
    states = work.setting.states
    bounds = np.searchsorted(work.at, np.append(states.starts, len(states)))
    for low, high in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        if low < high:
            _made(work, rates, (low, high))
            _bought(work, rates, (cut, start), (low, high))
    return rates


def _cut(work: _Work, start: int, days: int) -> Integers:
    """Give what is cut of each state's need on each day of the block."""
    events = work.events
    low, high = np.searchsorted(events.day, (start, start + days))
    change = np.zeros((work.draws, len(work.at), days), dtype=np.int64)
    row, state = events.state[0, low:high], events.state[1, low:high]
    np.add.at(change, (row, state, events.day[low:high] - start), events.amount[low:high])
    cut = np.cumsum(change, axis=2, out=change)
    cut += work.cut[:, :, None]
    work.cut = cut[:, :, -1].copy()
    return cut


def _made(work: _Work, rates: Rates, level: tuple[int, int]) -> None:
    """A made state runs as its scarcest part does."""
    states, (low, high) = work.setting.states, level
    first, last = np.searchsorted(
        states.parent, work.at[np.array([low, high - 1])] + np.array([0, 1])
    )
    child, parent = work.place[states.child[first:last]], work.place[states.parent[first:last]]
    kept = (child >= 0) & (parent >= 0)
    child, parent = child[kept], parent[kept]
    if len(child):
        begins = np.flatnonzero(np.r_[True, parent[1:] != parent[:-1]])
        rates[:, parent[begins]] = np.minimum.reduceat(rates[:, child], begins, axis=1)


def _bought(work: _Work, rates: Rates, cut: tuple[Integers, int], level: tuple[int, int]) -> None:
    """A bought state runs on what comes in and on its stock."""
    low, high = level
    inside = work.setting.states.bought[work.at[low:high]]
    if not inside.any():
        return
    rows = np.flatnonzero(inside) + low
    missing = cut[0][:, rows] + _upstream(work, rates, cut[1], rows)
    missing = np.clip(missing, 0, WHOLE)
    used = np.cumsum(missing, axis=2) - missing + work.used[:, rows, None]
    left = np.maximum(work.stock[:, rows, None] - used, 0)
    rates[:, rows] = (WHOLE - missing + np.minimum(missing, left)).astype(np.int32)
    work.used[:, rows] += missing.sum(axis=2)


def _upstream(work: _Work, rates: Rates, start: int, rows: Integers) -> Integers:
    """Give what suppliers that are not barred fail to deliver because their own lines stand."""
    days, supplies = rates.shape[2], work.supplies
    lost = np.zeros((work.draws, len(rows), days), dtype=np.int64)
    above = work.place[supplies.upstream]
    mine = np.flatnonzero((above >= 0) & np.isin(work.place[supplies.into], rows))
    for at in mine.tolist():
        gone = supplies.share[:, at, None] * (WHOLE - rates[:, above[at]].astype(np.int64)) // WHOLE
        gone[_closed(work, at, (start, days))] = 0
        lost[:, np.searchsorted(rows, work.place[supplies.into[at]])] += gone
    return lost


def _closed(work: _Work, at: int, block: tuple[int, int]) -> Flags:
    """Tell on which days a supply is barred, or on its way again: then it is counted already."""
    start, days = block
    day = np.arange(start, start + days)[None, :]
    closed = np.zeros((work.draws, days), dtype=bool)
    place = int(work.supplies.spans[at])
    for first, last in work.setting.bars.spans[place] if place >= 0 else ():
        closed |= (day >= first) & (day < last + work.supplies.lead[:, at, None])
    return closed


def because(setting: Setting, flow: Flow) -> tuple[Integers, Integers]:
    """Give, of the first draw, for each state the bought state that runs out first, and its day.

    -1 where none does; of two on one day the first in the order of the levels.
    """
    states, count = setting.states, len(setting.states)
    own = np.where(states.bought, flow.short[0], NEVER)
    best = own * max(count, 1) + np.arange(count)
    for low, high in zip(states.starts.tolist(), [*states.starts[1:].tolist(), count], strict=True):
        first, last = np.searchsorted(states.parent, (low, high))
        if first < last:
            np.minimum.at(best, states.parent[first:last], best[states.child[first:last]])
    day, what = np.divmod(best, max(count, 1))
    return np.where(day < NEVER, what, -1), day
