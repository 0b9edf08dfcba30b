"""The door of the room: a graph, who is cut off, and the remedies in; the whole answer out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from navicert.exposure import balance, doubts, people, told
from navicert.exposure.columns import Columns, columns_of
from navicert.exposure.draws import Chance, Progress, Simulation, likely, simulated
from navicert.exposure.estimates import WHOLE_ONE, Estimates
from navicert.exposure.graph import EdgeKey, NodeKind, SupplyGraph
from navicert.exposure.measures import Frame, Outcome, frame_of, outcome, run
from navicert.exposure.plan import SURE, WORST, Setting, bars_of
from navicert.exposure.remedies import Remedy
from navicert.exposure.result import (
    Digests,
    OrderTold,
    Result,
    Scenario,
    Totals,
    Unknown,
)
from navicert.exposure.shock import Terms, shock
from navicert.exposure.stated import compared
from navicert.exposure.states import States, states_of
from navicert.exposure.taken import taken
from navicert.exposure.timeline import timeline
from navicert.exposure.tornado import swings
from navicert.exposure.totals import with_totals
from navicert.terms.truth import Truth


def _silent(_what: str, _done: int, _all: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: the terms, the remedies, the draws, and how chance comes about.

    ``chance`` gives a fresh source for each scenario, so that all of them see the same draws.
    """

    terms: Terms
    remedies: tuple[Remedy, ...]
    chance: Callable[[], Chance]
    draws: int
    seed: int
    orders: tuple[OrderTold, ...] = ()
    digests: Digests = field(default_factory=Digests)
    progress: Progress = _silent


def expose(graph: SupplyGraph, request: Request) -> Result:
    """Compute the whole answer."""
    graph = with_totals(graph)
    columns = columns_of(graph)
    states = states_of(columns)
    scenarios = tuple(
        _Scenario(graph, columns, states, request, remedy).tell() for remedy in request.remedies
    )
    terms, severed = request.terms, _severed(scenarios)
    result = Result(
        title=graph.title,
        denied=tuple(graph.nodes[one.node].id for one in terms.denied),
        since=terms.window.since,
        until=terms.window.until,
        currency=graph.settings.currency,
        orders=request.orders,
        scenarios=scenarios,
        contradictions=doubts.contradictions(graph),
        unknowns=(
            *_undecided(scenarios),
            *doubts.unknowns(graph, severed),
        ),
        assumptions=(*graph.assumptions, *taken(graph, severed)),
        sources=graph.sources,
        draws=request.draws,
        seed=request.seed,
        graph=graph,
        digests=request.digests,
    )
    others = tuple(one for one in graph.figures if not one.measure)
    return replace(result, stated=compared(result), not_compared=others)


@dataclass(frozen=True, slots=True)
class _Scenario:
    """One remedy while it is computed."""

    graph: SupplyGraph
    columns: Columns
    states: States
    request: Request
    remedy: Remedy

    def tell(self) -> Scenario:
        """Compute the likely case, the worst, and the draws; then tell it."""
        x = likely(self.columns.inputs)
        hit = shock(self.columns, self.request.terms, self.remedy)
        settings = tuple(
            Setting(self.columns, self.states, hit, bars_of(hit, severs), severs)
            for severs in (SURE, WORST)
        )
        sure, worst = (run(setting, x) for setting in settings)
        frame = frame_of(worst)
        drawn = self._drawn(settings, frame)
        window = self.request.terms.window
        estimates = Estimates(window, outcome(sure, frame, x), outcome(worst, frame, x), *drawn)
        telling = told.Telling(self.graph, sure, worst, frame, estimates, x)
        return self._scenario(telling, settings[0])

    def _drawn(self, settings: tuple[Setting, ...], frame: Frame) -> tuple[Outcome, ...]:
        request = self.request
        if not request.draws:
            return ()
        simulation = Simulation(request.draws, request.chance(), request.progress)
        return simulated(settings, frame, simulation)

    def _scenario(self, telling: told.Telling, setting: Setting) -> Scenario:
        lines = tuple(told.lines(telling))
        open_lines = frozenset(one.line for one in lines if one.not_known)
        return Scenario(
            name=self.remedy.name,
            remedy=self.remedy.plain,
            lifted_on=self.remedy.lifted_on,
            authorizations=self.remedy.authorizations,
            severed=tuple(told.severed(telling)),
            suppliers=tuple(told.suppliers(telling)),
            frozen=tuple(told.frozen(telling)),
            lines=lines,
            products=tuple(people.products(telling, open_lines)),
            networks=tuple(people.networks(telling)),
            countries=tuple(people.countries(telling)),
            jobs=tuple(people.jobs(telling)),
            timeline=timeline(telling.sure, telling.x),
            totals=replace(_totals(telling), at_least=bool(open_lines)),
            tornado=swings(setting, telling.frame, self.graph, self.request.progress),
        )


def _totals(one: told.Telling) -> Totals:
    estimates, x = one.estimates, one.x
    return Totals(
        supplies=balance.supplies(one.sure, estimates),
        sales=balance.sales(one.sure, estimates),
        users=balance.users(one.sure, x, estimates),
        jobs=balance.jobs(one.sure, one.frame, x, estimates),
        frozen=estimates.number("frozen_total"),
        lines=_lines(one.sure.setting.columns),
        lines_stopped=estimates.number("lines_stopped", places=WHOLE_ONE),
        first_stop=estimates.day("first_stop"),
        last_stop=estimates.day("last_stop"),
        user_days=estimates.number("user_days", places=WHOLE_ONE),
    )


def _lines(columns: Columns) -> int:
    return int((columns.kinds == list(NodeKind).index(NodeKind.LINE)).sum())


def _severed(scenarios: tuple[Scenario, ...]) -> frozenset[EdgeKey]:
    return frozenset(one.edge for scenario in scenarios for one in scenario.severed)


def _undecided(scenarios: tuple[Scenario, ...]) -> Iterator[Unknown]:
    """Name every edge that may be severed, with what has to be known to decide it."""
    seen: set[EdgeKey] = set()
    for scenario in scenarios:
        for one in scenario.severed:
            if one.holds is Truth.UNKNOWN and one.edge not in seen:
                seen.add(one.edge)
                asked = " ".join(one.ground.missing)
                yield Unknown(
                    str(one.edge),
                    asked or "whether it is barred",
                    f"may be severed ({one.citation}): counted in the worst case alone",
                )
