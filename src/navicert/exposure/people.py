"""One scenario told by name: what no longer sells, who has no support, whose job hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from navicert.exposure.estimates import FINE, WHOLE_ONE
from navicert.exposure.graph import EdgeKind, SupplyGraph
from navicert.exposure.measures import all_jobs
from navicert.exposure.range import Range, exactly
from navicert.exposure.result import (
    CountryLoss,
    Estimate,
    Ground,
    JobLoss,
    NetworkLoss,
    ProductLoss,
)
from navicert.exposure.support import Without
from navicert.exposure.told import Telling


def products(told: Telling, open_lines: frozenset[str]) -> Iterator[ProductLoss]:
    """Give what each product loses, the most first; when ``open_lines`` stop is not known."""
    least = {
        edge.key.tail
        for edge in told.graph.edges
        if edge.key.kind is EdgeKind.MADE_ON and edge.key.head in open_lines
    }
    outdated = {int(at): row for row, at in enumerate(told.frame.outdated)}
    found = []
    for column, at in enumerate(told.frame.products.tolist()):
        node, row = told.node(at), outdated.get(at)
        base = told.estimates.number("product_base", column)
        found.append(
            ProductLoss(
                node.id,
                node.name,
                told.estimates.day("product_stops", column),
                told.estimates.day("product_back", column, early_is_worse=False),
                base.likely,
                told.estimates.number("product_lost", column),
                None if row is None else _began(told, told.worst.without[1], at),
                None if row is None else told.estimates.number("outdated_users", row, WHOLE_ONE),
                node.id in least,
            )
        )
    yield from sorted(found, key=lambda one: -(one.revenue_lost.worst or 0))


def _began(told: Telling, without: Without, node: int) -> date | None:
    row = int(np.searchsorted(without.of, node))
    return told.day(int(without.days[row].argmax()))


def networks(told: Telling) -> Iterator[NetworkLoss]:
    """Give every network that is left without support, in the order of the graph."""
    surely = set(told.sure.without[0].of.tolist())
    for column, at in enumerate(told.frame.networks.tolist()):
        node, days = told.node(at), told.worst.without[0].days[column]
        last = len(days) - 1 - int(days[::-1].argmax())
        users = told.estimates.number("network_users", column, WHOLE_ONE)
        yield NetworkLoss(
            node.id,
            node.name,
            node.country,
            told.day(int(days.argmax())),
            told.day(last),
            users if at in surely else Estimate(WHOLE_ONE * 0, users.worst),
            _ground(told, at),
            int(days.sum()),
        )


def _ground(told: Telling, network: int) -> Ground:
    """Give the gravest ground among the edges that uphold a network."""
    grounds = []
    for kind in (EdgeKind.MAINTAINS, EdgeKind.UPDATES):
        table, spans = told.sure.setting.columns.tables[kind], told.shock.edges[kind]
        places = np.unique(spans[(table.head == network) & (spans >= 0)]).tolist()
        grounds += [told.shock.spans[place][0].ground for place in places]
    sure = [one for one in grounds if one.holds in told.sure.setting.severs]
    gravest: Ground = (sure or grounds)[0]
    return gravest


def countries(told: Telling) -> Iterator[CountryLoss]:
    """Give users by country, and against its population, the most first."""
    found, homes = [], _homes(told.graph)
    for column, at in enumerate(told.frame.places.tolist()):
        node = told.node(at)
        users = told.estimates.number("place_users", column, WHOLE_ONE)
        population = node.population or homes.get(node.country or "")
        found.append(
            CountryLoss(node.id, node.name, users, population, _against(users, population))
        )
    yield from sorted(found, key=lambda one: -(one.users.worst or 0))


def _homes(graph: SupplyGraph) -> dict[str, Range]:
    """Give the population of each country, as the first node of it that states any does."""
    found: dict[str, Range] = {}
    for one in graph.nodes:
        if one.population is not None and one.country is not None:
            found.setdefault(one.country, one.population)
    return found


def _against(users: Estimate, population: Range | None) -> Estimate:
    """Give percent of the likely population."""
    if population is None or not population.likely:
        return Estimate(None, None)
    parts = (users.likely, users.worst, users.p05, users.p50, users.p95)
    return Estimate(
        *(None if one is None else (one * 100 / population.likely).quantize(FINE) for one in parts)
    )


def jobs(told: Telling) -> Iterator[JobLoss]:
    """Give jobs that hang on what is cut, the most first; who keeps all of them is left out."""
    columns = told.sure.setting.columns
    whole = all_jobs(columns, told.frame.employers, told.x)
    by_edges = set(columns.tables[EdgeKind.EMPLOYS].tail.tolist())
    found = []
    for column, at in enumerate(told.frame.employers.tolist()):
        estimate = told.estimates.number("jobs", column, WHOLE_ONE)
        if estimate.worst is None or estimate.worst > 0:
            node = told.node(at)
            stated = None if at in by_edges else node.employees
            many = stated or exactly(WHOLE_ONE * round(float(whole[0, column])))
            found.append(JobLoss(node.id, node.name, many, estimate))
    yield from sorted(found, key=lambda one: -(one.at_risk.worst or 0))
