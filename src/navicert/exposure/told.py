"""One scenario told by name: what is severed, who sells less, what is frozen, which line stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from navicert.exposure.estimates import FINE, Estimates
from navicert.exposure.flow import NEVER, because
from navicert.exposure.graph import EdgeKind, Node, SupplyGraph
from navicert.exposure.inputs import Flags, Floats, Integers
from navicert.exposure.measures import Frame, Run
from navicert.exposure.plan import touched
from navicert.exposure.result import (
    FrozenStock,
    LineStop,
    SeveredEdge,
    SupplierLoss,
)
from navicert.exposure.shock import Shock


@dataclass(frozen=True, slots=True)
class Telling:
    """All that one scenario is told from: the likely run, sure and at worst, and the estimates."""

    graph: SupplyGraph
    sure: Run
    worst: Run
    frame: Frame
    estimates: Estimates
    x: Floats

    @property
    def shock(self) -> Shock:
        """The shock, which is the same for the sure case and the worst."""
        return self.sure.setting.shock

    def node(self, at: int) -> Node:
        """Give a node by its position."""
        return self.graph.nodes[at]

    def day(self, at: int) -> date:
        """Give the day of a position."""
        return self.shock.window.day(at)


def severed(told: Telling) -> Iterator[SeveredEdge]:
    """Give every edge that is barred or may be, span by span, in the order of the graph."""
    found: list[tuple[int, int]] = []
    for kind, spans in told.shock.edges.items():
        table = told.sure.setting.columns.tables[kind]
        rows = np.flatnonzero(spans >= 0)
        found += zip(table.edge[rows].tolist(), spans[rows].tolist(), strict=True)
    for place, spans_at in sorted(found):
        edge = told.graph.edges[place]
        for span in told.shock.spans[spans_at]:
            start, end = told.day(span.start), told.day(span.end - 1)
            yield SeveredEdge(edge.key, start, end, span.ground, edge.numbers.value)


def suppliers(told: Telling) -> Iterator[SupplierLoss]:
    """Give what each supplier loses, the most first."""
    found = []
    for column, at in enumerate(told.frame.suppliers.tolist()):
        node = told.node(at)
        loss = SupplierLoss(
            node.id,
            node.name,
            node.country,
            told.estimates.number("at_risk", column),
            told.estimates.number("share", column, FINE),
            node.revenue,
            _since(told, at),
        )
        found.append(loss)
    yield from sorted(found, key=lambda one: -(one.at_risk.worst or 0))


def _since(told: Telling, supplier: int) -> date | None:
    """Give the first day on which anything that a supplier sells is barred."""
    starts = []
    for kind in (EdgeKind.SUPPLIES, EdgeKind.UPDATES):
        table, spans = told.sure.setting.columns.tables[kind], told.shock.edges[kind]
        for place in np.unique(spans[(table.tail == supplier) & (spans >= 0)]).tolist():
            starts += [span.start for span in told.shock.spans[place]]
    return told.day(min(starts)) if starts else None


def frozen(told: Telling) -> Iterator[FrozenStock]:
    """Give every row of stock that may not be touched."""
    rows = told.worst.frozen
    names = {node.id: node.name for node in told.graph.nodes}
    for column, (place, spans) in enumerate(
        zip(rows.edge.tolist(), rows.spans.tolist(), strict=True)
    ):
        edge = told.graph.edges[place]
        stores = edge.key.kind is EdgeKind.STORES
        company, part = (edge.key.tail, edge.key.head) if stores else (edge.key.head, edge.key.item)
        span = told.shock.spans[spans][0]
        yield FrozenStock(
            company,
            part,
            names[part],
            edge.numbers.stock,
            "pieces" if stores or edge.numbers.use_per_day else "days",
            told.estimates.number("frozen", column),
            told.day(span.start),
            told.day(told.shock.spans[spans][-1].end - 1),
            span.ground,
        )


def lines(told: Telling) -> Iterator[LineStop]:
    """Give when each line stops and runs again, and why; the first to stop first."""
    reasons = _Reasons(told)
    estimates = told.estimates
    found = []
    for column, at in enumerate(told.frame.lines.tolist()):
        node, company = told.node(at), int(told.sure.setting.states.company_of_line[at])
        part, back_by = reasons.of(at, column)
        found.append(
            LineStop(
                node.id,
                node.name,
                told.node(company).id,
                estimates.day("slows", column),
                estimates.day("stops", column),
                estimates.day("back", column, early_is_worse=False),
                estimates.number("lost_days", column),
                part,
                back_by,
                reasons.barred_on(at),
                reasons.unknown(at),
                reasons.not_known(at),
            )
        )
    yield from sorted(found, key=lambda one: (one.stops_on.worst or date.max, one.line))


class _Reasons:
    """Why lines stop, found once for all of them."""

    def __init__(self, told: Telling) -> None:
        self.told = told
        self.sure = because(told.sure.setting, told.sure.flow)
        self.worst = because(told.worst.setting, told.worst.flow)

    def of(self, line: int, column: int) -> tuple[str, str]:
        """Give the part that runs out first, and what brings the line back."""
        for what, day in (self.sure, self.worst):
            states = self._states(line)
            short = [(int(day[at]), int(what[at])) for at in states.tolist() if what[at] >= 0]
            if short:
                state = min(short)[1]
                key = int(self.told.sure.setting.states.key[state])
                nodes = self.told.sure.setting.columns.nodes
                return self.told.node(key % nodes).id, self._back_by(state, column)
        return "", ""

    def _states(self, line: int) -> Integers:
        """Give the states that a line makes."""
        setting = self.told.sure.setting
        table = setting.columns.tables[EdgeKind.MADE_ON]
        made = setting.states.made_on[table.head == line]
        found: Integers = made[made >= 0]
        return found

    def _back_by(self, state: int, column: int) -> str:
        """Tell whether the bar had ended when the line ran again, or a substitute came."""
        back = int(self.told.estimates.sure.back[0, column])
        if back >= NEVER:
            return ""
        setting = self.told.sure.setting
        spans = setting.shock.edges[EdgeKind.SUPPLIES][setting.states.supply]
        mine = spans[(setting.states.into == state) & (spans >= 0)].tolist()
        if any(a <= back < b for at in mine for a, b in setting.bars.spans[at]):
            item = int(setting.states.key[state]) % setting.columns.nodes
            names = [
                one.substitute
                for one in self.told.graph.substitutes
                if one.item == self.told.node(item).id
            ]
            return f"substitute {', '.join(dict.fromkeys(names))}"
        ended = max((b for at in mine for _, b in setting.bars.spans[at] if b <= back), default=-1)
        day = self.told.day(ended)
        if setting.shock.remedy.lifted_on == day:
            return "the end of the bar: lifted"
        if day in setting.shock.ends:
            return f"the end of the order: {setting.shock.ends[day]}"
        permitted = any(ended == start for start, _ in setting.shock.permitted)
        return "an authorization" if permitted else "the end of the bar"

    def barred_on(self, line: int) -> date | None:
        """Give the first day on which the company may not use a part of the line."""
        setting = self.told.sure.setting
        within = self._within(line)
        own = setting.shock.own_use[setting.states.supply]
        starts = [
            setting.bars.spans[place][0][0]
            for place in np.unique(own[within[setting.states.into] & (own >= 0)]).tolist()
            if setting.bars.spans[place]
        ]
        return self.told.day(min(starts)) if starts else None

    def unknown(self, line: int) -> tuple[str, ...]:
        """Give the parts of a line that are cut and whose stock nobody states."""
        run = self.told.worst
        return self._parts(line, run.flow.short[0] < NEVER)

    def not_known(self, line: int) -> tuple[str, ...]:
        """Give those of them that are cut for sure: when the line stops is not known."""
        short = self.told.worst.flow.short[0] < NEVER
        return self._parts(line, short & touched(self.told.sure.setting))

    def _parts(self, line: int, chosen: Flags) -> tuple[str, ...]:
        """Give the parts of a line, of those chosen, whose stock nobody states."""
        run = self.told.worst
        hit = self._within(line) & run.setting.states.bought & run.flow.unknown & chosen
        nodes = run.setting.columns.nodes
        return tuple(
            self.told.node(int(key) % nodes).id for key in run.setting.states.key[hit].tolist()
        )

    def _within(self, line: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Tell which states a line is made of, down to the last part."""
        states = self.told.sure.setting.states
        found = np.zeros(len(states), dtype=bool)
        found[self._states(line)] = True
        starts = states.starts.tolist()
        for start, end in reversed(list(zip(starts, [*starts[1:], len(states)], strict=True))):
            low, high = np.searchsorted(states.parent, (start, end))
            found[states.child[low:high][found[states.parent[low:high]]]] = True
        return found
