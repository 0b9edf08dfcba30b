"""The first screen: what is cut, who loses what, when things stop, under which remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from navicert.adapters.exposure_report.cells import Cell, Table, amount, day, said
from navicert.adapters.exposure_report.given import Given, spans, worth
from navicert.adapters.exposure_report.words import (
    UNKNOWN,
    counted,
    day_or_never,
    days_spread,
    iso_day,
    listed,
    money,
    short,
    spread,
)
from navicert.exposure.losses import DayEstimate, Estimate
from navicert.exposure.result import Balance, Scenario, Totals
from navicert.terms.truth import Truth

MOST_NAMED = 3


def sentences(given: Given) -> tuple[tuple[str, str], ...]:
    """Give what an officer reads first: a word of what it is about, and a sentence."""
    parts = (
        ("What is cut", _cut(given)),
        ("Who loses what", _losers(given)),
        ("When it stops", _stops(given)),
        ("Whom it reaches", _people(given)),
        ("What helps", _remedies(given)),
        ("What is not known", _unknown(given)),
    )
    return tuple((head, told) for head, told in parts if told)


def comparison(given: Given) -> Table:
    """Put the totals of every remedy beside each other."""
    scenarios = given.result.scenarios
    rows = tuple(_compared(name, cell, scenarios) for name, cell in _measures(given))
    says = "The likely value, and below it what nine draws in ten lie between (p05 to p95)."
    heads = ("within the horizon", *(one.name for one in scenarios))
    return Table("remedies", "Under each remedy", says, heads, rows)


def _compared(
    name: str, cell: Callable[[Totals], Cell], scenarios: tuple[Scenario, ...]
) -> tuple[Cell, ...]:
    return (Cell(name), *(cell(one.totals) for one in scenarios))


def _measures(given: Given) -> Iterator[tuple[str, Callable[[Totals], Cell]]]:
    currency = given.result.currency

    def paid(value: Decimal | None) -> str:
        return money(value, currency)

    totals = given.first.totals
    yield "Supplies cut", lambda one: _lost(one.supplies, paid)
    yield "Sales lost", lambda one: _least(one, _lost(one.sales, paid))
    if totals.users.was:
        yield "Users without support, at most", lambda one: _lost(one.users, short)
        yield "User-days without support", lambda one: amount(one.user_days, short)
    if totals.jobs.was:
        yield "Jobs that hang on it", lambda one: _least(one, _lost(one.jobs, short))
    if totals.frozen.likely is None or totals.frozen.likely:
        yield "Frozen stock", lambda one: amount(one.frozen, paid)
    if totals.lines:
        yield (
            f"Lines stopped, of {totals.lines:,}",
            lambda one: _least(one, amount(one.lines_stopped, short)),
        )
        yield "First line stops", lambda one: _stop(one, one.first_stop)
        yield "Last line stops", lambda one: _stop(one, one.last_stop)


def _least(totals: Totals, cell: Cell) -> Cell:
    """Say that more may be lost where a line hangs on stock that nobody states."""
    return replace(cell, text=f"at least {cell.text}") if totals.at_least else cell


def _stop(totals: Totals, told: DayEstimate) -> Cell:
    """Give the day; None is not never where a line hangs on stock that nobody states."""
    found = day(told)
    return replace(found, text=UNKNOWN) if totals.at_least and told.likely is None else found


def _lost(balance: Balance, unit: Callable[[Decimal | None], str]) -> Cell:
    told = amount(
        Estimate(balance.lost, balance.worst, balance.draws.p05, None, balance.draws.p95), unit
    )
    of = f"of {short(balance.was)}"
    return Cell(told.text, said(of, *told.small), number=True)


def _cut(given: Given) -> str:
    found = spans(given.first)
    sure = sum(any(one.holds is Truth.YES for one in of) for of in found.values())
    edges = len(given.result.graph.edges)
    maybe = (
        f"; {counted(len(found) - sure, 'more may be', 'more may be')}" if len(found) > sure else ""
    )
    known = [pair for pair in found.items() if pair[1][0].value is not None]
    barred = [pair for pair in known if pair[1][0].holds is Truth.YES]
    biggest = sorted(barred, key=lambda pair: -worth(pair[1]))[:MOST_NAMED]
    named = [given.edge_name(key) for key, _ in biggest]
    told = f" The largest: {'; '.join(named)}." if named else ""
    return (
        f"From {iso_day(given.result.since)} the order bars {sure:,} of {edges:,} links{maybe}."
        f"{told}"
    )


def _losers(given: Given) -> str:
    rows = sorted(given.first.suppliers, key=lambda one: -(one.at_risk.likely or Decimal(0)))
    rows = [one for one in rows if one.at_risk.likely]
    if not rows:
        return ""
    currency = given.result.currency
    named = [f"{one.name} {money(one.at_risk.likely, currency)}" for one in rows]
    total = given.first.totals.supplies
    range_ = spread(total.draws)
    between = f" ({range_})" if range_ else ""
    told = (
        f"Suppliers may not sell {money(total.lost, currency)}{between} of "
        f"{money(total.was, currency)} within the horizon: {listed(named, MOST_NAMED)}."
    )
    hardest = max(rows, key=lambda one: one.share.likely or Decimal(0))
    if hardest.share.likely:
        told += f" Hardest hit: {hardest.name}, {short(hardest.share.likely)}% of its revenue."
    return told


def _stops(given: Given) -> str:
    if not given.first.totals.lines:
        return ""
    barred = [one.barred_on for one in given.first.lines if one.barred_on]
    told = _stopped(given)
    if barred:
        told += f" By the order itself parts in stock may not be used from {iso_day(min(barred))}."
    return told


def _stopped(given: Given) -> str:
    totals = given.first.totals
    open_ = [one for one in given.first.lines if one.is_open]
    if totals.first_stop.likely is not None:
        return _first_stop(given)
    if open_:
        parts = listed([given.name(part) for part in open_[0].not_known], MOST_NAMED)
        return f"When lines stop is not known: stock of {parts} is stated by nobody."
    return f"No line of {totals.lines:,} stops for want of parts within the horizon."


def _first_stop(given: Given) -> str:
    totals = given.first.totals
    early = days_spread(totals.first_stop)
    between = f" ({early})" if early else ""
    stopped = totals.lines_stopped.likely or Decimal(0)
    when = f"{day_or_never(totals.first_stop.likely)}{between}"
    last = day_or_never(totals.last_stop.likely)
    told = (
        f"{_of_lines(stopped, totals.lines)} on {when}, as parts run out."
        if stopped <= 1
        else f"{_of_lines(stopped, totals.lines)}, the first on {when}, the last on {last}, "
        "as parts run out."
    )
    first = min(
        (one for one in given.first.lines if one.stops_on.likely == totals.first_stop.likely),
        key=lambda one: one.line,
        default=None,
    )
    if first is not None and first.because:
        told += f" {first.name} waits for {given.name(first.because)}."
    return told


def _of_lines(stopped: Decimal, lines: int) -> str:
    if lines == 1:
        return "The line stops"
    return f"{short(stopped)} of {lines:,} lines stop{'s' if stopped == 1 else ''}"


def _people(given: Given) -> str:
    totals, told = given.first.totals, []
    if totals.users.lost:
        rows = sorted(given.first.countries, key=lambda one: -(one.users.likely or Decimal(0)))
        named = [
            f"{one.name or one.country} {short(one.users.likely)}"
            + (f" ({short(one.share.likely)}% of the population)" if one.share.likely else "")
            for one in rows
            if one.users.likely
        ]
        where = f": {listed(named, MOST_NAMED)}" if named else ""
        told.append(f"{short(totals.users.lost)} users lose support{_of_what(given)}{where}.")
    if totals.jobs.lost:
        told.append(f"{short(totals.jobs.lost)} of {short(totals.jobs.was)} jobs hang on it.")
    return " ".join(told)


def _of_what(given: Given) -> str:
    """Say of what they lose it: networks, and products that get no updates."""
    late = [one for one in given.first.products if one.without_updates_since]
    parts = [
        counted(len(given.first.networks), "network") if given.first.networks else "",
        counted(len(late), "product") + " without updates" if late else "",
    ]
    found = listed(filter(None, parts))
    return f" ({found})" if found else ""


def _remedies(given: Given) -> str:
    """Say what each remedy saves; one is named as the comparison names it."""
    first, *others = given.result.scenarios
    told = [
        f"{one.name[:1].upper()}{one.name[1:]}: {_saved(given, first.totals, one.totals)}"
        for one in others
    ]
    return f"Against the bar that stays, saved is: {'. '.join(told)}." if told else ""


def _saved(given: Given, stays: Totals, one: Totals) -> str:
    sales = stays.sales.lost - one.sales.lost
    supplies = stays.supplies.lost - one.supplies.lost
    days = (stays.user_days.likely or Decimal(0)) - (one.user_days.likely or Decimal(0))
    currency = given.result.currency
    parts = [
        f"{money(supplies, currency)} of supplies" if supplies else "",
        f"{money(sales, currency)} of sales" if sales else "",
        f"{short(days)} user-days of support" if days else "",
    ]
    return listed(filter(None, parts)) or "nothing that the figures tell"


def _unknown(given: Given) -> str:
    result = given.result
    parts = [
        counted(len(result.unknowns), "figure that nobody states", "figures that nobody states")
        if result.unknowns
        else "",
        counted(len(result.contradictions), "thing", "things")
        + " on which sources contradict each other"
        if result.contradictions
        else "",
    ]
    told = " and ".join(filter(None, parts))
    return f"{told}; all are listed below." if told else ""
