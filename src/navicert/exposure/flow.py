"""At which rate each state runs, day by day: supply that is left, then stock, then nothing.

A bought state runs in full while what still comes in and the stock cover its need, and then at
the rate of what comes in. A made state runs at the rate of its scarcest part.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from navicert.exposure.inputs import Flags, Floats, Integers
from navicert.exposure.ordered import among, distinct, fresh
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

FEW = 64
"""Parts of one item up to which all items are taken together, part by part."""

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

    @property
    def chained(self) -> bool:
        """Whether any supplier's own lines are touched."""
        return bool((self.place[self.supplies.upstream] >= 0).any())


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
    kept = distinct(states.made_on[states.made_on >= 0])
    kept = kept[place[kept] >= 0]
    rates, short = _through(work, kept, days)
    return Flow(kept, rates, _everywhere(short, at, len(states)), unknown)


def _through(work: _Work, kept: Integers, days: int) -> tuple[Rates, Integers]:
    """Give the rates of what is kept, and of every touched state its first day below full."""
    at, draws, place = work.at, work.draws, work.place
    rates = np.full((draws, len(kept), days), WHOLE, dtype=np.int32)
    short = np.full((draws, len(at)), NEVER, dtype=np.int64)
    many = max(1, MOST_CELLS // max(1, draws * len(at)))
    for start in range(0, days if len(at) else 0, many):
        if _quiet(work, start, min(many, days - start)):
            continue
        block = _block(work, start, min(many, days - start))
        end = start + block.shape[1]
        rates[:, :, start:end] = block[:, :, place[kept]].transpose(0, 2, 1)
        below = block < WHOLE
        first = np.where(below.any(axis=1), below.argmax(axis=1) + start, NEVER)
        short = np.minimum(short, first)
    return rates, short


def _quiet(work: _Work, start: int, days: int) -> bool:
    """Tell whether nothing is cut on any day of a block: then every state runs in full."""
    low, high = np.searchsorted(work.events.day, (start, start + days))
    return bool(low == high and not work.cut.any())


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
    """Compute some days of every touched state, level by level: draws by days by states."""
    cut = _cut(work, start, days)
    rates = np.full((work.draws, days, len(work.at)), WHOLE, dtype=np.int32)
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
    shape = (work.draws, days, len(work.at))
    if low == high:
        return np.broadcast_to(work.cut[:, None, :], shape)
    change = np.zeros(shape, dtype=np.int64)
    row, state = events.state[0, low:high], events.state[1, low:high]
    np.add.at(change, (row, events.day[low:high] - start, state), events.amount[low:high])
    change[:, 0] += work.cut
    cut = np.cumsum(change, axis=1, out=change)
    work.cut = cut[:, -1].copy()
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
    if not len(child):
        return
    begins = np.flatnonzero(fresh(parent))
    many = np.diff(np.append(begins, len(parent)))
    few = many <= FEW
    for count in range(int(many[few].max(initial=0))):
        some = begins[few & (many > count)]
        at = parent[some]
        rates[:, :, at] = np.minimum(rates[:, :, at], rates[:, :, child[some + count]])
    for start, count in zip(begins[~few].tolist(), many[~few].tolist(), strict=True):
        scarce = rates[:, :, child[start : start + count]].min(axis=2)
        rates[:, :, parent[start]] = scarce


def _bought(work: _Work, rates: Rates, cut: tuple[Integers, int], level: tuple[int, int]) -> None:
    """A bought state runs on what comes in and on its stock."""
    low, high = level
    inside = work.setting.states.bought[work.at[low:high]]
    if not inside.any():
        return
    rows = slice(low, high) if inside.all() else np.flatnonzero(inside) + low
    missing = cut[0][:, :, rows]
    if work.chained:
        missing = missing + _upstream(work, rates, cut[1], np.arange(len(work.at))[rows])
    missing = np.clip(missing, 0, WHOLE)
    used = np.cumsum(missing, axis=1)
    used += work.used[:, None, rows]
    work.used[:, rows] = used[:, -1]
    left = work.stock[:, None, rows] - used
    rates[:, :, rows] = WHOLE - np.clip(-left, 0, missing)


def _upstream(work: _Work, rates: Rates, start: int, rows: Integers) -> Integers:
    """Give what suppliers that are not barred fail to deliver because their own lines stand."""
    days, supplies = rates.shape[1], work.supplies
    lost = np.zeros((work.draws, days, len(rows)), dtype=np.int64)
    above = work.place[supplies.upstream]
    mine = np.flatnonzero((above >= 0) & among(work.place[supplies.into], rows))
    for at in mine.tolist():
        idle = WHOLE - rates[:, :, above[at]].astype(np.int64)
        gone = supplies.share[:, at, None] * idle // WHOLE
        gone[_closed(work, at, (start, days))] = 0
        lost[:, :, np.searchsorted(rows, work.place[supplies.into[at]])] += gone
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
