"""Stated figures held against computed ones: what a report says, what comes out, and why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from navicert.exposure.graph import EdgeKind, Figure
from navicert.exposure.range import Range
from navicert.exposure.result import (
    Compared,
    Computed,
    DayEstimate,
    Estimate,
    Result,
    Scenario,
)
from navicert.terms.truth import Truth

DIGITS = 2
"""To how many significant digits reports round: 3.7m, 42 percent, USD 2.3bn."""


def compared(result: Result) -> tuple[Compared, ...]:
    """Hold every figure that names a measure against it, in the order of the figures."""
    return tuple(
        _compared(figure, of(figure.measure, result))
        for figure in result.graph.figures
        if figure.measure
    )


def of(measure: str, result: Result) -> Computed:
    """Compute ``name[:node][@day]``; the day is the one on which a remedy lifts the bar."""
    said, _, lifted = measure.partition("@")
    name, _, node = said.partition(":")
    if name not in MEASURES:
        how = f"{measure!r}: no measure; they are {', '.join(sorted(MEASURES))}"
        return Computed(None, None, None, how)
    scenario = _scenario(lifted, result)
    if scenario is None:
        how = f"the remedy of {lifted} was not computed: ask for it with --lift {lifted}"
        return Computed(None, None, None, how)
    return MEASURES[name](scenario, node, result)


def _scenario(lifted: str, result: Result) -> Scenario | None:
    if not lifted:
        return result.scenarios[0]
    return next((one for one in result.scenarios if str(one.lifted_on) == lifted), None)


def _compared(figure: Figure, computed: Computed) -> Compared:
    if figure.value is None or computed.low is None or computed.high is None:
        return Compared(figure, computed, Truth.UNKNOWN)
    room = _rounding(figure.value)
    meets = figure.value.low - room <= computed.high and computed.low <= figure.value.high + room
    likely = computed.likely
    near = likely is not None and figure.value.low - room <= likely <= figure.value.high + room
    return Compared(figure, computed, Truth.YES if meets else Truth.NO, near)


def _rounding(stated: Range) -> Decimal:
    """Give half a unit of the last digit that a report keeps."""
    return (
        Decimal(5) * Decimal(10) ** (stated.likely.adjusted() - DIGITS)
        if stated.likely
        else Decimal(0)
    )


def _estimate(one: Estimate, how: str) -> Computed:
    known = [value for value in (one.p05, one.likely, one.worst, one.p95) if value is not None]
    return Computed(one.likely, min(known, default=None), max(known, default=None), how)


def _missing(node: str, what: str) -> Computed:
    return Computed(None, None, None, f"{what} {node or 'of the graph'} is not in the answer")


def _at_risk(scenario: Scenario, node: str, result: Result) -> Computed:
    within = f"sales that are cut from {result.since} to {result.until}"
    if not node:
        lost = scenario.totals.supplies
        return _estimate(
            Estimate(lost.lost, lost.worst, lost.draws.p05, None, lost.draws.p95), within
        )
    one = next((one for one in scenario.suppliers if one.node == node), None)
    return _missing(node, "the supplier") if one is None else _estimate(one.at_risk, within)


def _share(scenario: Scenario, node: str, _: Result) -> Computed:
    one = next((one for one in scenario.suppliers if one.node == node), None)
    how = "sales that are cut, in percent of all its revenue in the same time"
    return _missing(node, "the supplier") if one is None else _estimate(one.share, how)


def _users(scenario: Scenario, node: str, _: Result) -> Computed:
    one = next((one for one in scenario.countries if one.country == node), None)
    how = "users of what has lost support"
    return _missing(node, "the country") if one is None else _estimate(one.users, how)


def _population(scenario: Scenario, node: str, _: Result) -> Computed:
    one = next((one for one in scenario.countries if one.country == node), None)
    if one is None:
        return _missing(node, "the country")
    return _estimate(
        one.share, f"{_said(one.users.likely)} users of {_whole(one.population)} people, in percent"
    )


def _stops(scenario: Scenario, node: str, result: Result) -> Computed:
    line = next((one for one in scenario.lines if one.line == node), None)
    if line is None:
        return _missing(node, "the line")
    how = f"days from {result.since} until the stock is gone; first gone: {line.because}"
    return _estimate(_days(line.stops_on, result), how)


def _days(stop: DayEstimate, result: Result) -> Estimate:
    """Turn days of the calendar into days since the shock."""
    likely, worst, p05, p50, p95 = (
        None if day is None else Decimal((day - result.since).days)
        for day in (stop.likely, stop.worst, stop.p05, stop.p50, stop.p95)
    )
    return Estimate(likely, worst, p05, p50, p95)


def _revenue_lost(scenario: Scenario, _: str, result: Result) -> Computed:
    lost = scenario.totals.sales
    how = f"sales lost from {result.since} to {result.until}"
    return _estimate(Estimate(lost.lost, lost.worst, lost.draws.p05, None, lost.draws.p95), how)


def _jobs(_: Scenario, node: str, result: Result) -> Computed:
    stated = [
        edge.numbers.quantity
        for edge in result.graph.edges
        if edge.key.kind is EdgeKind.EMPLOYS and edge.key.tail == node
    ]
    known = [one for one in stated if one is not None]
    if not known or len(known) < len(stated):
        return _missing(node, "the number of jobs at")
    low, likely, high = (
        sum((getattr(one, end) for one in known), Decimal(0)) for end in ("low", "likely", "high")
    )
    return Computed(likely, low, high, "jobs that the graph has, all claims together")


def _whole(people: Range | None) -> str:
    if people is None or people.is_exact:
        return _said(people.low if people else None)
    return f"{people.low:,.0f} to {people.high:,.0f}"


def _said(value: Decimal | None) -> str:
    return "unknown" if value is None else f"{value:,.0f}"


MEASURES: Mapping[str, Callable[[Scenario, str, Result], Computed]] = {
    "at_risk": _at_risk,
    "jobs": _jobs,
    "population": _population,
    "revenue_lost": _revenue_lost,
    "share": _share,
    "stops": _stops,
    "users": _users,
}
"""The measures that a figure may name; docs/exposure.md says what each is."""
