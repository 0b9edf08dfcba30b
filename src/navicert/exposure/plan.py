"""What a shock does to the states: which it touches, and the events that cut each one's supply.

Shares are parts per million of the need, stock is in millionths of a day's need: whole numbers,
so that nothing is lost between one day and the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from navicert.exposure.columns import Columns
from navicert.exposure.graph import EdgeKind
from navicert.exposure.inputs import Flags, Floats, Integers
from navicert.exposure.ordered import among
from navicert.exposure.shock import Shock, Span
from navicert.exposure.states import States
from navicert.terms.truth import Truth

WHOLE = 1_000_000
ENDLESS = 10**15
"""Stock that never runs out within any window, and a day that never comes."""

SURE = frozenset({Truth.YES})
WORST = frozenset({Truth.YES, Truth.UNKNOWN})
"""Which answers of the rule sever: what is sure, or also what may be."""

Severs = frozenset[Truth]


@dataclass(frozen=True, slots=True)
class Bars:
    """Spans of days for each position in ``Shock.spans``, merged, of the answers that sever."""

    spans: tuple[tuple[tuple[int, int], ...], ...]

    def days(self) -> Integers:
        """Give how many days of the window each bars; the last entry, for no spans, is nought."""
        return np.array([sum(b - a for a, b in one) for one in self.spans] + [0], dtype=np.int64)


def bars_of(shock: Shock, severs: Severs) -> Bars:
    """Merge the spans that sever."""
    return Bars(tuple(tuple(_merged(one, severs)) for one in shock.spans))


def _merged(spans: tuple[Span, ...], severs: Severs) -> Iterator[tuple[int, int]]:
    start = end = -1
    for one in spans:
        if one.ground.holds not in severs:
            continue
        if one.start == end:
            end = one.end
            continue
        if end > start:
            yield start, end
        start, end = one.start, one.end
    if end > start:
        yield start, end


@dataclass(frozen=True, slots=True)
class Events:
    """Changes of what is cut: of which state, on which day, by how much; a row for each draw."""

    state: Integers
    day: Integers
    amount: Integers


@dataclass(frozen=True, slots=True)
class Supplies:
    """The rows of supplies that reach a state, with the figures of each draw."""

    into: Integers
    upstream: Integers
    spans: Integers
    share: Integers
    lead: Integers


@dataclass(frozen=True, slots=True)
class Setting:
    """A graph, its states, a shock, and which answers of the rule sever."""

    columns: Columns
    states: States
    shock: Shock
    bars: Bars
    severs: Severs

    @property
    def is_worst(self) -> bool:
        """Whether what nobody knows is taken for the worst."""
        return Truth.UNKNOWN in self.severs


def supplies_of(setting: Setting, x: Floats) -> Supplies:
    """Give share and lead of every supply; shares that nobody states part the rest of the need."""
    states, table = setting.states, setting.columns.tables[EdgeKind.SUPPLIES]
    share = x[:, table.figures["share"][states.supply]]
    lead = x[:, table.figures["lead_days"][states.supply]]
    spans = setting.shock.edges[EdgeKind.SUPPLIES][states.supply]
    return Supplies(
        states.into,
        states.upstream,
        spans,
        _shares(share, states.into),
        np.rint(np.nan_to_num(lead)).astype(np.int64),
    )


def _shares(percent: Floats, into: Integers) -> Integers:
    """Give parts per million; the rest of a need is parted among suppliers of unknown share.

    Shares that add up to more than the whole are scaled to it. What is parted is rounded up, so
    that nothing is left when all suppliers are gone.
    """
    unknown = np.isnan(percent)
    found = np.rint(np.nan_to_num(percent) * (WHOLE // 100)).astype(np.int64)
    if not len(into):
        return found
    first = np.flatnonzero(np.r_[True, into[1:] != into[:-1]])
    place = np.cumsum(np.r_[True, into[1:] != into[:-1]]) - 1
    known = np.add.reduceat(found, first, axis=1)[:, place]
    found = np.where(known > WHOLE, -(-found * WHOLE // np.maximum(known, 1)), found)
    if unknown.any():
        many = np.add.reduceat(unknown.astype(np.int64), first, axis=1)[:, place]
        rest = -(-np.maximum(WHOLE - known, 0) // np.maximum(many, 1))
        found = np.where(unknown, rest, found)
    return found


def stock_of(setting: Setting, x: Floats) -> tuple[Integers, Flags]:
    """Give each state's stock in millionths of a day's need, and where nobody states any.

    Stated with the suppliers it is added up; else what the company ``stores`` of the item counts.
    What is unknown never runs out, and in the worst case is nothing.
    """
    days, unknown = _added(setting, x)
    if len(setting.states):
        _stored(setting, x, days, unknown)
    nothing = 0 if setting.is_worst else ENDLESS
    stock = np.minimum(np.floor(days * WHOLE + 1e-6), ENDLESS).astype(np.int64)
    return np.where(unknown, nothing, stock), unknown


_STOCKED = ("stock", "use_per_day")


def _stored(setting: Setting, x: Floats, days: Floats, unknown: Flags) -> None:
    """Put in what a company stores of the items whose suppliers' rows state no stock."""
    states, columns = setting.states, setting.columns
    stores = columns.tables[EdgeKind.STORES]
    keys = stores.tail * columns.nodes + stores.head
    order = np.argsort(states.key, kind="stable")
    place = order[np.minimum(np.searchsorted(states.key[order], keys), len(states) - 1)]
    for row in np.flatnonzero(among(keys, np.sort(states.key))):
        at = place[row]
        found = _days(
            x, stores.figures["stock"][row : row + 1], stores.figures["use_per_day"][row : row + 1]
        )
        takes = unknown[at] & ~np.isnan(found[:, 0])
        days[:, at] = np.where(takes, found[:, 0], days[:, at])
        unknown[at] = unknown[at] & ~takes.any()


def _added(setting: Setting, x: Floats) -> tuple[Floats, Flags]:
    states, table = setting.states, setting.columns.tables[EdgeKind.SUPPLIES]
    days = np.zeros((len(x), len(states)))
    unknown = np.ones(len(states), dtype=bool)
    if len(states.supply):
        rows = states.supply
        each = _days(x, table.figures["stock"][rows], table.figures["use_per_day"][rows])
        first = np.flatnonzero(np.r_[True, states.into[1:] != states.into[:-1]])
        at = states.into[first]
        days[:, at] = np.add.reduceat(np.nan_to_num(each), first, axis=1)
        unknown[at] = np.logical_and.reduceat(np.isnan(each[0]), first)
    return days, unknown


def _days(x: Floats, stock: Integers, use: Integers) -> Floats:
    """Give days of need: pieces by pieces a day, or what stands there where no use does."""
    pieces, a_day = x[:, stock], x[:, use]
    with np.errstate(divide="ignore", invalid="ignore"):
        days = np.where(np.isnan(a_day), pieces, pieces / a_day)
    return np.where(a_day == 0, np.where(np.isnan(pieces), np.nan, 1e9), days)


def touched(setting: Setting) -> Flags:
    """Tell which states a cut of supply reaches, through parts and through suppliers' own lines."""
    states, table = setting.states, setting.shock.edges[EdgeKind.SUPPLIES]
    barred = np.array([bool(one) for one in setting.bars.spans] + [False])
    found = np.zeros(len(states), dtype=bool)
    found[states.into[barred[table[states.supply]]]] = True
    linked = states.upstream >= 0
    above = np.concatenate([states.child, states.upstream[linked]])
    below = np.concatenate([states.parent, states.into[linked]])
    order = np.argsort(below, kind="stable")
    above, below = above[order], below[order]
    for start, end in zip(states.starts[1:], states.starts[2:], strict=False):
        low, high = np.searchsorted(below, (start, end))
        found[below[low:high][found[above[low:high]]]] = True
    return found


def events_of(setting: Setting, supplies: Supplies, x: Floats) -> Events:
    """Give every cut, every new start after its lead, and every substitute once it is qualified."""
    found = [*_cuts(setting, supplies), *_covers(setting, x)]
    draws = len(x)
    state = np.concatenate([one[0] for one in found]) if found else np.empty(0, dtype=np.int64)
    nothing = np.empty((draws, 0), dtype=np.int64)
    return Events(
        state,
        np.concatenate([one[1] for one in found], axis=1) if found else nothing,
        np.concatenate([one[2] for one in found], axis=1) if found else nothing,
    )


_Change = tuple[Integers, Integers, Integers]


def _cuts(setting: Setting, supplies: Supplies) -> Iterator[_Change]:
    for at, spans in enumerate(setting.bars.spans):
        rows = np.flatnonzero(supplies.spans == at)
        if not len(rows) or not spans:
            continue
        share, lead, into = supplies.share[:, rows], supplies.lead[:, rows], supplies.into[rows]
        for (start, end), (again, _) in zip(spans, (*spans[1:], (ENDLESS, 0)), strict=True):
            yield into, np.full_like(share, start), share
            yield into, np.minimum(end + lead, again), -share


def _covers(setting: Setting, x: Floats) -> Iterator[_Change]:
    columns, states = setting.columns, setting.states
    each = columns.substitutes
    for row, item in enumerate(each.item.tolist()):
        at = np.flatnonzero((states.key % max(columns.nodes, 1) == item) & states.bought)
        covers = np.rint(x[:, each.covers[row : row + 1]] * (WHOLE // 100))
        days = np.ceil(x[:, each.qualification_days[row : row + 1]])
        if not len(at) or np.isnan(covers).any() or np.isnan(days).any():
            continue
        company = states.key[at] // max(columns.nodes, 1)
        place = int(setting.shock.substitutes[row])
        barred = setting.bars.spans[place] if place >= 0 else ()
        for one, who in zip(at.tolist(), company.tolist(), strict=True):
            closed = barred if who in setting.shock.denied else ()
            yield from _spell(one, (covers.astype(np.int64), days.astype(np.int64)), closed)


def _spell(
    state: int, figures: tuple[Integers, Integers], closed: tuple[tuple[int, int], ...]
) -> Iterator[_Change]:
    """Give the times between the bars in which a substitute flows, from its qualification on."""
    covers, days = figures
    where = np.array([state], dtype=np.int64)
    opens = (0, *(end for _, end in closed))
    ends = (*(start for start, _ in closed), ENDLESS)
    for start, end in zip(opens, ends, strict=True):
        yield where, np.clip(days, start, max(start, end)), -covers
        yield where, np.full_like(days, max(start, end)), covers
