"""The result as a workbook: every row of every remedy, numbers as numbers, days as days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from navicert.adapters.exposure_report.given import Given
from navicert.adapters.exposure_report.stated import SHEET, stated_rows
from navicert.adapters.sheets.workbook import Cell, Sheet, content_of, write
from navicert.exposure.losses import DayEstimate, Estimate, SeveredEdge
from navicert.exposure.range import Range
from navicert.exposure.result import Balance, Result, Scenario

Row = tuple[Cell, ...]

NOTE = "Not legal advice."


def write_book(result: Result, path: Path) -> None:
    """Write it; UnreadableFile when the file is there already or cannot be written."""
    write(path, sheets(result))


def book(result: Result) -> bytes:
    """Give its bytes; the same result gives the same bytes."""
    return content_of(sheets(result))


def sheets(result: Result) -> tuple[Sheet, ...]:
    """Give every sheet, in the order in which a reader asks."""
    given = Given.of(result)
    return (
        Sheet("Summary", _SUMMARY, list(_summary(result))),
        _each(result, "Severed edges", _SEVERED, lambda one: _severed(given, one)),
        _each(result, "Suppliers", _SUPPLIERS, lambda one: _suppliers(given, one)),
        _each(result, "Lines", _LINES, lambda one: _lines(given, one)),
        _each(result, "Products", _PRODUCTS, _products),
        _each(result, "Networks", _NETWORKS, _networks),
        _each(result, "Countries", _COUNTRIES, _countries),
        _each(result, "Jobs", _JOBS, _jobs),
        _each(result, "Frozen stock", _FROZEN, lambda one: _frozen(given, one)),
        _each(result, "Time line", _TIMELINE, _timeline),
        _each(result, "Tornado", _TORNADO, lambda one: _tornado(given, one)),
        Sheet("Stated", SHEET, list(stated_rows(given))),
        Sheet("Contradictions", _CONTRADICTIONS, list(_contradictions(given))),
        Sheet("Unknowns", ("of", "what", "effect", "place"), list(_unknowns(given))),
        Sheet("Assumptions", ("id", "text", "source"), list(_assumptions(result))),
        Sheet("Orders", _ORDERS, list(_orders(result))),
        Sheet("Sources", _SOURCES, list(_sources(result))),
    )


def _each(
    result: Result, name: str, header: tuple[str, ...], rows: Callable[[Scenario], Iterable[Row]]
) -> Sheet:
    """Put the rows of every scenario below each other, each with its remedy."""
    told = [(one.name, *row) for one in result.scenarios for row in rows(one)]
    return Sheet(name, ("remedy", *header), told)


def _spread(name: str) -> tuple[str, ...]:
    return (name, f"{name}_worst", f"{name}_p05", f"{name}_p50", f"{name}_p95")


def _range(name: str) -> tuple[str, ...]:
    return (f"{name}_low", name, f"{name}_high")


def _of(estimate: Estimate | DayEstimate) -> Row:
    one = estimate
    return one.likely, one.worst, one.p05, one.p50, one.p95


def _of_range(value: Range | None) -> Row:
    return (None, None, None) if value is None else (value.low, value.likely, value.high)


_SUMMARY = ("remedy", "measure", "unit", "was", *_spread("lost"), "remains", "day_likely",
            "day_worst", "day_p05", "day_p50", "day_p95")  # fmt: skip
_SEVERED = ("from", "kind", "to", "item", "act", "from_day", "to_day", "holds", "clause",
            "citation", *_range("value"), "questions", "sources")  # fmt: skip
_SUPPLIERS = ("id", "supplier", "country", *_spread("at_risk"), *_spread("share_percent"),
              *_range("revenue"), "since", "sources")  # fmt: skip
_LINES = ("id", "line", "company", *_spread("slows_on"), *_spread("stops_on"),
          *_spread("back_on"), *_spread("lost_days"), "runs_out_first", "back_by", "barred_on",
          "stock_unknown_of", "stop_not_known_for")  # fmt: skip
_PRODUCTS = ("id", "product", *_spread("stops_on"), *_spread("back_on"), "revenue",
             *_spread("revenue_lost"), "without_updates_since", *_spread("users"))  # fmt: skip
_NETWORKS = ("id", "network", "country", "since", "until", "days", *_spread("users"), "holds",
             "clause", "citation")  # fmt: skip
_COUNTRIES = ("id", "country", *_spread("users"), *_range("population"),
              *_spread("share_percent"))  # fmt: skip
_JOBS = ("id", "of", *_range("jobs"), *_spread("at_risk"))
_FROZEN = ("company", "part", "name", *_range("stock"), "unit", *_spread("value"), "since",
           "until", "holds", "clause", "citation")  # fmt: skip
_TIMELINE = ("day", "severed", "may_be_severed", "lines_running", "supply_per_day",
             "revenue_per_day", "users_served")  # fmt: skip
_TORNADO = ("input", "source", *_range("range"), "measure", "low", "high", "base")
_CONTRADICTIONS = ("of", "what", "unit", "says", "source", "place", "note", "computed_with")
_ORDERS = ("reference", "kind", "supposed", "names", "since", "until", "state", "citation",
           "authorizations")  # fmt: skip
_SOURCES = ("id", "title", "publisher", "day", "url", "note")


def _summary(result: Result) -> Iterator[Row]:
    for one in result.scenarios:
        totals = one.totals
        yield one.name, "supplies", result.currency, *_balance(totals.supplies)
        yield one.name, "sales", result.currency, *_balance(totals.sales)
        yield one.name, "users", "people", *_balance(totals.users)
        yield one.name, "jobs", "jobs", *_balance(totals.jobs)
        yield one.name, "days without support", "user-days", None, *_of(totals.user_days)
        yield one.name, "frozen stock", result.currency, None, *_of(totals.frozen)
        yield one.name, "lines stopped", "lines", totals.lines, *_of(totals.lines_stopped)
        yield one.name, "first line stops", "day", *(None,) * 7, *_of(totals.first_stop)
        yield one.name, "last line stops", "day", *(None,) * 7, *_of(totals.last_stop)
        if totals.at_least:
            yield one.name, "at least, since stock is not known", "sales, jobs, lines stopped"
    yield from (("", *row) for row in _about(result))


def _balance(one: Balance) -> Row:
    return one.was, one.lost, one.worst, one.draws.p05, one.draws.p50, one.draws.p95, one.remains


def _about(result: Result) -> Iterator[Row]:
    yield "title", result.title
    yield "denied", "; ".join(map(Given.of(result).name, result.denied))
    yield "draws", "", result.draws
    yield "seed", "", result.seed
    yield "since", "", *(None,) * 7, result.since
    yield "until", "", *(None,) * 7, result.until
    yield "digest of the graph", result.digests.graph
    yield "digest of the orders", result.digests.orders
    yield "digest of the law", result.digests.law
    yield "note", NOTE


def _severed(given: Given, scenario: Scenario) -> Iterator[Row]:
    for one in scenario.severed:
        key = one.edge
        yield (
            key.tail,
            key.kind.value,
            key.head,
            key.item,
            given.edge_name(key),
            one.from_day,
            one.to_day,
            one.holds.value,
            one.clause,
            one.citation,
            *_of_range(one.value),
            _questions(one),
            "; ".join(given.edge_sources(key)),
        )


def _questions(one: SeveredEdge) -> str:
    return " ".join(one.ground.missing)


def _suppliers(given: Given, scenario: Scenario) -> Iterator[Row]:
    for one in scenario.suppliers:
        estimates = *_of(one.at_risk), *_of(one.share), *_of_range(one.revenue)
        sources = "; ".join(given.sources(one.node))
        yield one.node, one.name, one.country, *estimates, one.since, sources


def _lines(given: Given, scenario: Scenario) -> Iterator[Row]:
    for one in scenario.lines:
        yield (
            one.line,
            one.name,
            one.company,
            *_of(one.slows_on),
            *_of(one.stops_on),
            *_of(one.back_on),
            *_of(one.lost_days),
            given.name(one.because),
            one.back_by,
            one.barred_on,
            "; ".join(map(given.name, one.unknown)),
            "; ".join(map(given.name, one.not_known)),
        )


def _products(scenario: Scenario) -> Iterator[Row]:
    nothing = Estimate(None, None)
    for one in scenario.products:
        days = *_of(one.stops_on), *_of(one.back_on)
        lost = one.revenue, *_of(one.revenue_lost), one.without_updates_since
        yield one.product, one.name, *days, *lost, *_of(one.users or nothing)


def _networks(scenario: Scenario) -> Iterator[Row]:
    for one in scenario.networks:
        ground = one.ground.holds.value, one.ground.clause, one.ground.citation
        where = one.network, one.name, one.country, one.since, one.until, one.days
        yield *where, *_of(one.users), *ground


def _countries(scenario: Scenario) -> Iterator[Row]:
    for one in scenario.countries:
        users = *_of(one.users), *_of_range(one.population), *_of(one.share)
        yield one.country, one.name, *users


def _jobs(scenario: Scenario) -> Iterator[Row]:
    for one in scenario.jobs:
        yield one.node, one.name, *_of_range(one.jobs), *_of(one.at_risk)


def _frozen(given: Given, scenario: Scenario) -> Iterator[Row]:
    for one in scenario.frozen:
        ground = one.ground.holds.value, one.ground.clause, one.ground.citation
        stock = *_of_range(one.stock), one.unit, *_of(one.value), one.since, one.until
        yield given.name(one.company), one.part, one.name, *stock, *ground


def _timeline(scenario: Scenario) -> Iterator[Row]:
    for one in scenario.timeline:
        yield (
            one.day,
            one.severed,
            one.may_be_severed,
            one.lines_running,
            one.supply_per_day,
            one.revenue_per_day,
            one.users_served,
        )


def _tornado(given: Given, scenario: Scenario) -> Iterator[Row]:
    for one in scenario.tornado:
        swing = one.measure, one.low, one.high, one.base
        yield given.told(one.input), one.source, *_of_range(one.range), *swing


def _contradictions(given: Given) -> Iterator[Row]:
    for one in given.result.contradictions:
        for claim in one.claims:
            about = given.told(one.of), one.what, one.unit, claim.value
            yield *about, claim.source, claim.place, claim.note, one.taken


def _unknowns(given: Given) -> Iterator[Row]:
    for one in given.result.unknowns:
        yield given.told(one.of), one.what, one.effect, one.place


def _assumptions(result: Result) -> Iterator[Row]:
    for one in result.assumptions:
        yield one.id, one.text, one.source


def _orders(result: Result) -> Iterator[Row]:
    for order in result.orders:
        supposed = "yes" if order.hypothetical else "no"
        about = order.reference, order.kind, supposed, "; ".join(order.names)
        for one in order.periods:
            told = one.since, one.until, one.state, one.citation, "; ".join(one.authorizations)
            yield *about, *told


def _sources(result: Result) -> Iterator[Row]:
    for one in result.sources:
        yield one.id, one.title, one.publisher, one.day, one.url, one.note
