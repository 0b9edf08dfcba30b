"""The tables of the page: one row a thing, one column a remedy, each with its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from navicert.adapters.exposure_report.cells import Cell, Table, amount, day, said
from navicert.adapters.exposure_report.given import Beside, Given, beside, spans, worth
from navicert.adapters.exposure_report.words import (
    HOLDS,
    UNKNOWN,
    iso_day,
    money,
    ranged,
    short,
)
from navicert.exposure.losses import (
    CountryLoss,
    FrozenStock,
    JobLoss,
    LineStop,
    NetworkLoss,
    ProductLoss,
    SeveredEdge,
    SupplierLoss,
)

MOST_ROWS = 25
NOTHING = "nothing"

Row = TypeVar("Row")


def tables(given: Given) -> tuple[Table, ...]:
    """Give every table that has a row."""
    makers = (_suppliers, _lines, _products, _networks, _countries, _jobs, _frozen, _severed)
    return tuple(table for table in (make(given) for make in makers) if table.rows)


def _table(given: Given, about: tuple[str, str, str, tuple[str, ...]], rows: list[_Told]) -> Table:
    """Put rows together: what a thing is, then a cell for each remedy, then its sources."""
    id_, title, says, heads = about
    remedies = tuple(one.name for one in given.result.scenarios)
    shown = tuple((*row.first, *row.cells, _cited(row.sources)) for row in rows[:MOST_ROWS])
    left_out = max(0, len(rows) - MOST_ROWS)
    return Table(id_, title, says, (*heads, *remedies, "sources"), shown, left_out)


@dataclass(frozen=True, slots=True)
class _Told:
    """One row: its weight for the order, what it is, a cell for each remedy, and sources."""

    weight: Decimal
    first: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    sources: tuple[str, ...]


def _sorted(rows: Iterable[_Told]) -> list[_Told]:
    return sorted(rows, key=lambda one: -one.weight)


def _under(row: Beside, kind: type[Row], cell: Callable[[Row], Cell]) -> tuple[Cell, ...]:
    return tuple(cell(one) if isinstance(one, kind) else Cell(NOTHING) for one in row.under)


def _weight(row: Beside, kind: type[Row], of: Callable[[Row], Decimal | None]) -> Decimal:
    found = [of(one) for one in row.under if isinstance(one, kind)]
    return max((value for value in found if value is not None), default=Decimal(-1))


def _any(row: Beside, kind: type[Row]) -> Row:
    return next(one for one in row.under if isinstance(one, kind))


def _suppliers(given: Given) -> Table:
    currency = given.result.currency

    def cell(one: SupplierLoss) -> Cell:
        told = amount(one.at_risk, lambda value: money(value, currency))
        share = "" if one.share.likely is None else f"{short(one.share.likely)}% of its revenue"
        return Cell(told.text, said(share, *told.small), number=True)

    rows = []
    for row in beside(given.result, lambda s: s.suppliers, lambda one: one.node):
        some = _any(row, SupplierLoss)
        first = (Cell(some.name, said(some.country or "")), Cell(ranged(some.revenue), number=True))
        weight = _weight(row, SupplierLoss, lambda one: one.at_risk.likely)
        cells = _under(row, SupplierLoss, cell)
        rows.append(_Told(weight, first, cells, given.sources(row.id)))
    says = "What each supplier may not sell within the horizon, and its share of its revenue then."
    heads = ("supplier", f"revenue a year, {currency}")
    return _table(given, ("suppliers", "Who loses sales", says, heads), _sorted(rows))


def _lines(given: Given) -> Table:
    rows = []
    for row in beside(given.result, lambda s: s.lines, lambda one: one.line):
        some = _any(row, LineStop)
        weight = _weight(row, LineStop, lambda one: one.lost_days.likely)
        first = (Cell(some.name, said(given.name(some.company))), _because(given, some))
        rows.append(_Told(weight, first, _under(row, LineStop, _stop), given.sources(row.id)))
    says = "The day on which each line stops, since a part is used up, and when it runs again."
    heads = ("line", "runs out first")
    return _table(given, ("lines", "When lines stop", says, heads), _sorted(rows))


def _stop(one: LineStop) -> Cell:
    stop = day(one.stops_on)
    parts = [*stop.small]
    if one.is_open:
        worst = one.stops_on.worst
        stop, parts = Cell(UNKNOWN), [f"at worst {iso_day(worst)}" if worst else "", *parts]
    elif one.stops_on.likely is None and one.slows_on.likely:
        stop, parts = Cell("slows"), [f"from {iso_day(one.slows_on.likely)}"]
    if one.barred_on:
        parts.append(f"by the order itself from {iso_day(one.barred_on)}")
    if one.back_on.likely:
        by = f", by {one.back_by}" if one.back_by else ""
        parts.append(f"in full again {iso_day(one.back_on.likely)}{by}")
    return Cell(stop.text, said(*parts))


def _because(given: Given, one: LineStop) -> Cell:
    """Say what runs out first, and of which stock nobody knows when it does."""
    unknown = ", ".join(given.name(part) for part in one.unknown)
    effect = "when it stops is not known" if one.is_open else "may stop earlier"
    note = f"stock of {unknown} not stated: {effect}" if unknown else ""
    nothing = UNKNOWN if one.is_open else "nothing runs out"
    return Cell(given.name(one.because) if one.because and not one.is_open else nothing, said(note))


def _products(given: Given) -> Table:
    currency = given.result.currency

    def cell(one: ProductLoss) -> Cell:
        told = amount(one.revenue_lost, lambda value: money(value, currency))
        stops = one.stops_on.likely
        parts = [f"stops {iso_day(stops)}" if stops else "", *told.small]
        if one.without_updates_since:
            parts.append(f"no updates since {iso_day(one.without_updates_since)}")
        text = f"at least {told.text}" if one.at_least else told.text
        return Cell(text, said(*parts), number=True)

    rows = []
    for row in beside(given.result, lambda s: s.products, lambda one: one.product):
        some = _any(row, ProductLoss)
        first = (Cell(some.name), Cell(money(some.revenue, currency), number=True))
        weight = _weight(row, ProductLoss, lambda one: one.revenue_lost.likely)
        rows.append(_Told(weight, first, _under(row, ProductLoss, cell), given.sources(row.id)))
    says = "Revenue lost within the horizon with what is no longer made or may not be sold."
    heads = ("product", "sold in a year")
    return _table(given, ("products", "What is no longer made or sold", says, heads), _sorted(rows))


def _networks(given: Given) -> Table:
    def cell(one: NetworkLoss) -> Cell:
        told = amount(one.users, short)
        span = f"{one.days:,} days, {iso_day(one.since)} to {iso_day(one.until)}"
        clause = f"{HOLDS[one.ground.holds]}, {one.ground.clause}" if one.ground.clause else ""
        return Cell(told.text, said(span, *told.small, clause), number=True)

    rows = []
    for row in beside(given.result, lambda s: s.networks, lambda one: one.network):
        some = _any(row, NetworkLoss)
        weight = _weight(row, NetworkLoss, lambda one: one.users.likely)
        first = (Cell(some.name, said(some.country or "")),)
        rows.append(_Told(weight, first, _under(row, NetworkLoss, cell), given.sources(row.id)))
    says = "Users of each network while nobody may maintain or update it as before."
    about = ("networks", "Networks without support", says, ("network",))
    return _table(given, about, _sorted(rows))


def _countries(given: Given) -> Table:
    def cell(one: CountryLoss) -> Cell:
        told = amount(one.users, short)
        share = "" if one.share.likely is None else f"{short(one.share.likely)}% of the population"
        return Cell(told.text, said(share, *told.small), number=True)

    rows = []
    for row in beside(given.result, lambda s: s.countries, lambda one: one.country):
        some = _any(row, CountryLoss)
        first = (Cell(some.name or some.country), Cell(ranged(some.population), number=True))
        weight = _weight(row, CountryLoss, lambda one: one.users.likely)
        rows.append(_Told(weight, first, _under(row, CountryLoss, cell), given.sources(row.id)))
    says = "Users of what has lost support, at most at any time, against the population."
    heads = ("country", "population")
    return _table(given, ("countries", "Users by country", says, heads), _sorted(rows))


def _jobs(given: Given) -> Table:
    rows = []
    for row in beside(given.result, lambda s: s.jobs, lambda one: one.node):
        some = _any(row, JobLoss)
        weight = _weight(row, JobLoss, lambda one: one.at_risk.likely)
        first = (Cell(some.name), Cell(ranged(some.jobs), number=True))
        cells = _under(row, JobLoss, lambda one: amount(one.at_risk, short))
        rows.append(_Told(weight, first, cells, given.sources(row.id)))
    says = "Jobs times the share of the business that is cut; no forecast of dismissals."
    return _table(given, ("jobs", "Jobs that hang on it", says, ("of", "jobs")), _sorted(rows))


def _frozen(given: Given) -> Table:
    currency = given.result.currency

    def cell(one: FrozenStock) -> Cell:
        told = amount(one.value, lambda value: money(value, currency))
        stock = "" if one.stock is None else f"{ranged(one.stock)} {one.unit}"
        span = f"{iso_day(one.since)} to {iso_day(one.until)}"
        clause = f"{HOLDS[one.ground.holds]}, {one.ground.clause}"
        return Cell(told.text, said(stock, span, *told.small, clause), number=True)

    rows = []
    for row in beside(given.result, lambda s: s.frozen, lambda one: f"{one.company}\0{one.part}"):
        some = _any(row, FrozenStock)
        weight = _weight(row, FrozenStock, lambda one: one.value.likely)
        first = (Cell(some.name or given.name(some.part), said(given.name(some.company))),)
        sources = given.sources(some.part)
        rows.append(_Told(weight, first, _under(row, FrozenStock, cell), sources))
    says = "Stock that the denied person itself may not move, store, sell or dispose of."
    return _table(given, ("frozen", "Frozen stock", says, ("stock",)), _sorted(rows))


def _severed(given: Given) -> Table:
    by_scenario = [spans(one) for one in given.result.scenarios]
    keys = dict.fromkeys(key for found in by_scenario for key in found)
    rows = []
    for key in keys:
        first = next(found[key] for found in by_scenario if key in found)
        value = first[0].value
        told = (
            Cell(given.edge_name(key), _grounds(first)),
            Cell(ranged(value), number=True),
        )
        cells = tuple(_spans(found.get(key, ())) for found in by_scenario)
        rows.append(_Told(worth(first), told, cells, given.edge_sources(key)))
    says = "Every act that the order bars, or may bar, with the clause that does; value a year."
    heads = ("act", f"worth a year, {given.result.currency}")
    return _table(
        given, ("severed", "What is cut, and by which clause", says, heads), _sorted(rows)
    )


def _grounds(found: Sequence[SeveredEdge]) -> tuple[str, ...]:
    told = dict.fromkeys(
        " ".join(filter(None, (one.clause, f"({one.citation})" if one.citation else "")))
        for one in found
    )
    asked = dict.fromkeys(question for one in found for question in one.ground.missing)
    return said(*told, *asked)


def _spans(found: Sequence[SeveredEdge]) -> Cell:
    if not found:
        return Cell("stays")
    told = (f"{iso_day(one.from_day)} to {iso_day(one.to_day)}" for one in found)
    return Cell(HOLDS[found[0].holds], said(*told))


def _cited(sources: tuple[str, ...]) -> Cell:
    return Cell("" if sources else "none stated", (), sources)
