"""A shock: for each kind of act the spans in which it is barred, or may be, under one remedy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from navicert.exposure.acts import Side, Signature, judged
from navicert.exposure.columns import Columns
from navicert.exposure.graph import ACTS, EdgeKind, NodeKind
from navicert.exposure.inputs import Flags, Integers
from navicert.exposure.ordered import both
from navicert.exposure.remedies import Remedy, days_of, ends_of, standing_on
from navicert.exposure.result import Ground
from navicert.facts.standing import Standing
from navicert.law.edition import Law
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Denied:
    """One node that is cut off, and all that orders and lists say of it on any day."""

    node: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are looked at: ``days`` of them, from ``since`` on."""

    since: date
    days: int

    @property
    def until(self) -> date:
        """The last day."""
        return self.day(self.days - 1)

    def day(self, at: int) -> date:
        """Give the day of a position; beyond the calendar, its last day."""
        try:
            return self.since + timedelta(days=at)
        except OverflowError:
            return date.max

    def at(self, day: date) -> int:
        """Give the position of a day, within the window or at its ends."""
        return min(max((day - self.since).days, 0), self.days)


@dataclass(frozen=True, slots=True)
class Span:
    """Positions of days, the second not included, with one ground."""

    start: int
    end: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class Shock:
    """Of each kind of edge, for each edge, which of ``spans`` bar it; -1 for none.

    ``substitutes`` has the same for substitutes that go to a denied person, ``own_use`` for the
    use that a denied person itself makes of what was supplied to it. ``permitted`` are the spans
    in which an authorization is in force, ``ends`` the days on which an order ends, and by what.
    """

    window: Window
    remedy: Remedy
    spans: tuple[tuple[Span, ...], ...]
    edges: Mapping[EdgeKind, Integers]
    substitutes: Integers
    own_use: Integers
    denied: tuple[int, ...]
    permitted: tuple[tuple[int, int], ...]
    ends: Mapping[date, str]


@dataclass(frozen=True, slots=True)
class Terms:
    """Who is cut off, under which law, and in which window."""

    denied: tuple[Denied, ...]
    law: Law
    window: Window


def shock(columns: Columns, terms: Terms, remedy: Remedy) -> Shock:
    """Ask the rules once for each distinct act and period, and give every edge its spans."""
    found = _Asking(columns, terms, remedy)
    edges = {kind: found.edges(kind) for kind in EdgeKind if kind in ACTS}
    substitutes, own_use = found.substitutes(), found.own_use()
    return Shock(
        terms.window,
        remedy,
        tuple(found.spans.values()),
        edges,
        substitutes,
        own_use,
        tuple(one.node for one in terms.denied),
        _permitted(terms, remedy),
        ends_of([one.standing for one in terms.denied]) if remedy.as_ordered else {},
    )


def _permitted(terms: Terms, remedy: Remedy) -> tuple[tuple[int, int], ...]:
    """Give the spans of the authorizations that a remedy leaves."""
    if not remedy.authorizations:
        return ()
    permits = [
        event.authorization
        for one in terms.denied
        for match in one.standing.orders
        for event in match.order.events
        if event.authorization is not None
    ]
    at = terms.window.at
    spans = {(at(one.since), at(one.until) + 1) for one in permits}
    return tuple(sorted(span for span in spans if span[0] < terms.window.days))


_REACH_NETWORKS = frozenset({EdgeKind.MAINTAINS, EdgeKind.UPDATES, EdgeKind.SELLS})
"""Acts for a network, which whoever operates it may own or receive."""


class _Asking:
    """The spans while edges are gone through; each signature of each denied node is asked once."""

    def __init__(self, columns: Columns, terms: Terms, remedy: Remedy) -> None:
        self.columns, self.terms, self.remedy = columns, terms, remedy
        self.spans: dict[tuple[int, Signature | int], tuple[Span, ...]] = {}

    def edges(self, kind: EdgeKind) -> Integers:
        """Give of every edge of a kind the position of its spans."""
        table = self.columns.tables[kind]
        found = np.full(len(table), -1, dtype=np.int64)
        if kind in _REACH_NETWORKS:
            self._of_networks(found, kind)
        for at, one in enumerate(self.terms.denied):
            for side, ends in ((Side.SENDS, table.tail), (Side.RECEIVES, table.head)):
                self._put(found, (at, side), table.trait, (ends == one.node, kind))
        return found

    def _of_networks(self, found: Integers, kind: EdgeKind) -> None:
        """Ask of what others do for a network that a denied node operates, or may operate.

        Of a network whose operator nobody states, it may be whoever operates another or is sold to.
        """
        table, operates = self.columns.tables[kind], self.columns.tables[EdgeKind.OPERATES]
        network = self.columns.kinds[table.head] == list(NodeKind).index(NodeKind.NETWORK)
        unstated = network & ~np.isin(table.head, operates.head)
        may = both(operates.tail, self.columns.tables[EdgeKind.SELLS].head)
        for at, one in enumerate(self.terms.denied):
            others = (table.tail != one.node) & bool((may == one.node).any())
            self._put(found, (at, Side.MAY_OPERATE), table.trait, (unstated & others, kind))
        for at, one in enumerate(self.terms.denied):
            own = operates.head[operates.tail == one.node]
            chosen = np.isin(table.head, own) & (table.tail != one.node)
            self._put(found, (at, Side.OPERATES), table.trait, (chosen, kind))

    def substitutes(self) -> Integers:
        """Give of every substitute the position of its spans where it goes to a denied node."""
        trait = self.columns.substitutes.trait
        found = np.full(len(trait), -1, dtype=np.int64)
        if self.terms.denied:
            every = np.ones(len(trait), dtype=bool)
            self._put(found, (0, Side.RECEIVES), trait, (every, EdgeKind.SUPPLIES))
        return found

    def own_use(self) -> Integers:
        """Give of every supply to a denied node the spans in which it may not use the stock."""
        table = self.columns.tables[EdgeKind.SUPPLIES]
        found = np.full(len(table), -1, dtype=np.int64)
        for at, one in enumerate(self.terms.denied):
            self._put(
                found, (at, Side.SENDS), table.trait, (table.head == one.node, EdgeKind.STORES)
            )
        return found

    def _put(
        self,
        found: Integers,
        who: tuple[int, Side],
        trait: Integers,
        where: tuple[Flags, EdgeKind],
    ) -> None:
        (at, side), (chosen, kind) = who, where
        places = np.flatnonzero(chosen)
        for number in np.unique(trait[places]).tolist():
            signature = Signature(replace(self.columns.traits[number], kind=kind), side)
            place = self._asked(at, signature)
            if place >= 0:
                self._add(found, places[trait[places] == number], place)

    def _add(self, found: Integers, places: Integers, place: int) -> None:
        """Put spans to edges; where another denied node's bear on one too, the gravest count."""
        before = found[places]
        for old in np.unique(before).tolist():
            found[places[before == old]] = place if old < 0 else self._joined(old, place)

    def _joined(self, one: int, other: int) -> int:
        if one == other:
            return one
        key = (min(one, other), max(one, other))
        if key not in self.spans:
            every = list(self.spans.values())
            self.spans[key] = gravest(every[one], every[other])
        return list(self.spans).index(key)

    def _asked(self, at: int, signature: Signature) -> int:
        key = (at, signature)
        if key not in self.spans:
            self.spans[key] = self._spans(self.terms.denied[at].standing, signature)
        if not self.spans[key]:
            return -1
        return list(self.spans).index(key)

    def _spans(self, standing: Standing, signature: Signature) -> tuple[Span, ...]:
        window, found = self.terms.window, list[Span]()
        starts = periods(standing, self.remedy, window)
        for start, end in zip(starts, (*starts[1:], window.days), strict=True):
            day = window.day(start)
            if self.remedy.lifted_on is not None and day >= self.remedy.lifted_on:
                break
            now = standing_on(day, standing, self.remedy, window.since)
            ground = judged(signature, now, self.terms.law.open_at(day))
            if ground.holds is Truth.NO:
                continue
            if found and found[-1].end == start and found[-1].ground == ground:
                found[-1] = Span(found[-1].start, end, ground)
            else:
                found.append(Span(start, end, ground))
        return tuple(found)


def gravest(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    """Put the spans of two bars of one act together: what bars it counts before what may."""
    both, found = (*one, *other), list[Span]()
    cuts = sorted({end for span in both for end in (span.start, span.end)})
    for start, end in pairwise(cuts):
        grounds = [span.ground for span in both if span.start <= start and end <= span.end]
        if not grounds:
            continue
        ground = max(grounds, key=lambda each: each.holds is Truth.YES)
        if found and found[-1].end == start and found[-1].ground == ground:
            found[-1] = Span(found[-1].start, end, ground)
        else:
            found.append(Span(start, end, ground))
    return tuple(found)


def periods(standing: Standing, remedy: Remedy, window: Window) -> tuple[int, ...]:
    """Give the positions of the days on which something changes, the first day being one."""
    days = [*days_of(standing), *([remedy.lifted_on] if remedy.lifted_on else [])]
    inside = {window.at(day) for day in days if window.since < day <= window.until}
    return tuple(sorted({0, *inside}))
