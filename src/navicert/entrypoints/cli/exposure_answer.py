"""An exposure on the terminal: what is cut, who loses what, when each line stops, what helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.console import Console

from navicert.casework.expose import Answer
from navicert.entrypoints.cli.exposure_words import amount, claimed, days, money, people, percent
from navicert.entrypoints.cli.terminal import cited, plain
from navicert.exposure.graph import ACTS
from navicert.exposure.names import Names
from navicert.exposure.result import LineStop, OrderTold, Result, Scenario, SeveredEdge, Totals
from navicert.terms.truth import Truth

MOST = 8
"""Rows of each kind that are printed; --json has all."""

_ON_LINES = frozenset({"revenue lost", "jobs that hang on it"})
"""What may be more where it is not known when a line stops."""

CAVEAT = "This is not legal advice. What each measure means: docs/exposure.md"


def show(answer: Answer, console: Console) -> None:
    """Print the summary: the bar, then each remedy, then what is not known."""
    result = answer.result
    console.print(plain(_title(result), "bold"))
    for order in result.orders:
        for line in _order(order):
            console.print(plain(line))
    if not any(one.severed for one in result.scenarios):
        console.print(plain("nothing is severed: no act of the graph is barred on any of the days"))
    first = result.scenarios[0]
    _scenario(result, first, console)
    for other in result.scenarios[1:]:
        console.print("")
        _against(result, other, console)
    console.print("")
    _stated(result, console)
    _open(result, console)
    for doubt in answer.doubts:
        console.print(plain(doubt, "yellow"))
    told = f"{result.draws:,} draws, seed {result.seed}" if result.draws else "no draws"
    ranges = "; ranges are of 5 to 95 percent of the draws" if result.draws else ""
    console.print(plain(f"{told}{ranges}. {CAVEAT}", "dim"))


def _title(result: Result) -> str:
    names = [node.name for node in result.graph.nodes if node.id in result.denied]
    return f"{result.title}: {', '.join(names)} cut off, {result.since} to {result.until}"


def _order(order: OrderTold) -> Iterator[str]:
    yield f"{order.kind}: {order.reference}"
    for one in order.periods:
        granted = f"; authorized: {', '.join(one.authorizations)}" if one.authorizations else ""
        cites = f" ({cited(one.citation)})" if one.citation else ""
        yield f"  {one.since} to {one.until}: {one.state}{cites}{granted}"


def _scenario(result: Result, one: Scenario, console: Console) -> None:
    console.print("")
    console.print(plain(f"{one.name}: {one.remedy}", "bold"))
    for line in (
        *_cut(one),
        *_suppliers(result, one),
        *_lines(one.lines),
        *_products(result, one),
        *_people(one),
        *_drivers(one, Names.of(result.graph)),
    ):
        console.print(plain(line))


def _cut(one: Scenario) -> Iterator[str]:
    yield "what is cut"
    grouped: Counter[tuple[str, str, str]] = Counter()
    for edge in dict.fromkeys(_first_of(one.severed)):
        truth = "severed" if edge.holds is Truth.YES else "may be severed"
        grouped[edge.edge.kind.value, truth, edge.citation] += 1
    for (kind, truth, citation), count in grouped.items():
        yield f"  {count:,} {kind}: {truth} ({cited(citation)})"
    if not grouped:
        yield f"  nothing; asked were {', '.join(sorted(ACTS))}"


def _first_of(severed: Iterable[SeveredEdge]) -> Iterator[SeveredEdge]:
    seen = set()
    for one in severed:
        if one.edge not in seen:
            seen.add(one.edge)
            yield one


def _suppliers(result: Result, one: Scenario) -> Iterator[str]:
    total = one.totals.supplies
    if one.suppliers:
        sums = f"{money(total.draws, result.currency)} of {amount(total.was)}"
        yield f"suppliers: revenue at risk {sums}"
    for loss in one.suppliers[:MOST]:
        share = loss.share.likely
        of_all = "" if share is None else f", {percent(share)} of its revenue"
        yield f"  {loss.name}: {money(loss.at_risk, result.currency)}{of_all}"
    yield from _more(len(one.suppliers))
    if one.frozen:
        worth = money(one.totals.frozen, result.currency)
        yield f"frozen stock: {len(one.frozen):,} parts, worth {worth}"


def _lines(lines: tuple[LineStop, ...]) -> Iterator[str]:
    if lines:
        yield "lines"
    for one in lines[:MOST]:
        yield f"  {_course(one)}"
        if one.barred_on is not None:
            yield f"    the order itself bars the use of its stock from {one.barred_on} on"
        if one.unknown and not one.is_open:
            yield f"    may stop earlier: stock unknown of {', '.join(one.unknown)}"
    yield from _more(len(lines))


def _course(one: LineStop) -> str:
    """Write when a line stops, or slows down, and when it runs again."""
    by = f", by {one.back_by}" if one.back_by else ""
    why = f": {one.because} runs out" if one.because else ""
    if one.stops_on.likely is not None:
        return f"{one.name} stops {days(one.stops_on)}{why}; runs again {days(one.back_on)}{by}"
    worst = "" if one.stops_on.worst is None else f"; at worst it stops {one.stops_on.worst}"
    if one.is_open:
        unstated = f"stock of {', '.join(one.not_known)} is stated by nobody"
        return f"{one.name}: when it stops is not known: {unstated}{worst}"
    if one.slows_on.likely is None:
        return f"{one.name} keeps running{worst}"
    return (
        f"{one.name} slows {days(one.slows_on)}{why}; in full again {days(one.back_on)}{by}{worst}"
    )


def _products(result: Result, one: Scenario) -> Iterator[str]:
    total = one.totals.sales
    if one.products:
        least = _least(one.totals)
        lost = f"{least}{money(total.draws, result.currency)} of {amount(total.was)}"
        yield f"products: revenue lost {lost}"
    for loss in one.products[:MOST]:
        late = loss.without_updates_since
        updates = f"; without updates from {late} on" if late else ""
        least = "at least " if loss.at_least else ""
        yield f"  {loss.name}: {least}{money(loss.revenue_lost, result.currency)}{updates}"
    yield from _more(len(one.products))


def _people(one: Scenario) -> Iterator[str]:
    if one.networks:
        yield "networks without support"
    for network in one.networks[:MOST]:
        spell = f"{network.days:,} days from {network.since} to {network.until}"
        yield f"  {network.name}: {people(network.users)} users, {spell}"
    yield from _more(len(one.networks))
    if one.countries:
        yield "users affected"
    for country in one.countries[:MOST]:
        share = country.share.likely
        against = "" if share is None else f", {percent(share)} of the population"
        yield f"  {country.name}: {people(country.users)}{against}"
    yield from _more(len(one.countries))
    if one.jobs:
        told = f"{people(one.totals.jobs.draws)} of {one.totals.jobs.was:,}"
        yield f"jobs that hang on it: {_least(one.totals)}{told}"


def _least(totals: Totals) -> str:
    """Say that more may be lost where a line hangs on stock that nobody states."""
    return "at least " if totals.at_least else ""


def _drivers(one: Scenario, names: Names) -> Iterator[str]:
    seen: dict[str, str] = {}
    for swing in one.tornado:
        if swing.measure not in seen:
            source = f" [{swing.source}]" if swing.source else ""
            told = f"{amount(swing.low)} to {amount(swing.high)}"
            seen[swing.measure] = f"  {swing.measure}: {names.told(swing.input)}{source}: {told}"
    if seen:
        yield "what drives it most"
    yield from seen.values()


def _against(result: Result, one: Scenario, console: Console) -> None:
    """Print what a remedy gives back against the bar that stays."""
    console.print(plain(f"{one.name}: {one.remedy}", "bold"))
    stays = result.scenarios[0].totals
    least = _least(one.totals)
    for name, before, after, unit in (
        ("suppliers' revenue at risk", stays.supplies.lost, one.totals.supplies.lost, True),
        ("revenue lost", stays.sales.lost, one.totals.sales.lost, True),
        ("users affected", stays.users.lost, one.totals.users.lost, False),
        ("user-days without support", *_user_days(stays, one.totals), False),
        ("jobs that hang on it", stays.jobs.lost, one.totals.jobs.lost, False),
    ):
        if before or after:
            may_be_more = least if name in _ON_LINES else ""
            told = f"{may_be_more}{_written(after, result, money_=unit)}, in place of"
            console.print(plain(f"  {name}: {told} {_written(before, result, money_=unit)}"))
    for line in one.lines[:MOST]:
        console.print(plain(f"  {_course(line)}"))


def _user_days(before: Totals, after: Totals) -> tuple[Decimal, Decimal]:
    return before.user_days.likely or Decimal(0), after.user_days.likely or Decimal(0)


def _written(value: Decimal, result: Result, *, money_: bool) -> str:
    return f"{amount(value)} {result.currency}" if money_ else f"{value:,.0f}"


def _stated(result: Result, console: Console) -> None:
    """Say of each figure that a report states how it stands to the computed one."""
    names = Names.of(result.graph)
    if result.stated:
        console.print(plain("what reports state, and what comes out"))
    for one in result.stated:
        figure, computed = one.figure, one.computed
        value = amount(figure.value.likely) if figure.value else "unknown"
        found = amount(computed.likely)
        if computed.low != computed.high:
            found += f" ({amount(computed.low)} to {amount(computed.high)})"
        about = f"{names.name(figure.of)}, {figure.what}: {value} {figure.unit}"
        differs = one.agrees is not Truth.YES
        stands = one.why if differs else one.stands
        told = f"  {about} [{figure.source}]; computed {found}: {stands}"
        console.print(plain(told, "yellow" if differs else ""))


def _open(result: Result, console: Console) -> None:
    names = Names.of(result.graph)
    for one in result.contradictions[:MOST]:
        said = "; ".join(
            f"{claimed(claim.value, one.unit)} [{claim.source or 'no source'}]"
            for claim in one.claims
        )
        console.print(plain(f"contradicting: {names.told(one.of)}, {one.what}: {said}", "yellow"))
    for line in _more(len(result.contradictions)):
        console.print(plain(line, "yellow"))
    for unknown in result.unknowns[:MOST]:
        what = f"{names.told(unknown.of)}: {unknown.what}; {unknown.effect}"
        console.print(plain(f"unknown: {what}", "yellow"))
    for line in _more(len(result.unknowns)):
        console.print(plain(line, "yellow"))


def _more(count: int) -> Iterator[str]:
    if count > MOST:
        yield f"  and {count - MOST:,} more: --json has all"
