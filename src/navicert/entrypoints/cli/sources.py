"""What an answer rests on, on the terminal: parties, lists, law, record, and what it is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from navicert.casework.check_order import Answer
from navicert.determination.result import LawAsked
from navicert.entrypoints.cli import asked_lists
from navicert.entrypoints.cli.asked_lists import SHORT
from navicert.entrypoints.cli.terminal import joined, plain
from navicert.facts.standing import Match, OrderMatch, Standing, Strength
from navicert.law.coverage import Coverage
from navicert.terms import list_code, party_role


def show(answer: Answer, console: Console, *, explain: bool = False) -> None:
    """Print what an answer rests on; every table of the law only when asked for."""
    found = answer.determination
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    grid.add_row("parties", _parties(answer))
    grid.add_row("lists", asked_lists.table(found.lists, found.day))
    if found.registers:
        grid.add_row("owners", asked_lists.registers(found.registers, found.day))
    grid.add_row("law", _law(found.law, explain=explain))
    grid.add_row("record", _record(answer))
    for note in found.notes:
        grid.add_row("note", plain(note, "italic"))
    console.print(grid)


def _parties(answer: Answer) -> RenderableType:
    found, elsewhere = answer.determination, answer.transaction.screened_elsewhere
    rows: list[RenderableType] = [_party(one, elsewhere=elsewhere) for one in found.standings]
    if not found.standings:
        rows.append(plain("the order names none", "yellow"))
    if not elsewhere and any(_is_unscreened(standing) for standing in found.standings):
        rows.extend(
            plain(told, "cyan") for told in (*_not_asked(found.standings), asked_lists.load())
        )
    if elsewhere and not found.lists:
        rows.append(plain(f"all {found.screening}"))
    return Group(*rows)


def _not_asked(standings: tuple[Standing, ...]) -> tuple[str, ...]:
    codes = dict.fromkeys(code for standing in standings for code in standing.unasked)
    return (f"not asked: {'; '.join(map(list_code.format, codes))}",) if codes else ()


def _is_unscreened(standing: Standing) -> bool:
    return not standing.screened and not standing.party.screened_elsewhere


def _party(standing: Standing, *, elsewhere: str) -> RenderableType:
    party = standing.party
    roles = ", ".join(party_role.format(role) for role in party.roles)
    said = _screening(standing, elsewhere=elsewhere)
    matches: tuple[OrderMatch | Match, ...] = (*standing.orders, *standing.matches)
    return Group(joined(plain(f"{party.name} ({roles})"), said), *map(_match, matches))


def _screening(standing: Standing, *, elsewhere: str) -> Text:
    met = standing.matches or standing.orders
    if standing.screened:
        return plain("" if met else ": no match", "green")
    if standing.nameless:
        return plain(
            f": {', '.join(map(repr, standing.nameless))} has nothing to compare", "yellow"
        )
    if told := standing.party.screened_elsewhere:
        return plain(f": screened elsewhere, {told}", "dim")
    return plain("" if elsewhere else ": unscreened", "yellow")


def _match(match: OrderMatch | Match) -> Padding:
    where = match.order.reference if isinstance(match, OrderMatch) else match.listing.list.value
    color = "bold red" if match.strength is Strength.SAME else "yellow"
    return Padding(plain(f"{where}: {match.how}", color), (0, 0, 0, 2))


def _law(law: LawAsked, *, explain: bool) -> RenderableType:
    head = f"15 CFR 730-774 as on the shelf, opened at {law.day}, digest {law.digest[:SHORT]}"
    if explain:
        return Group(plain(head), *(plain(_table(one, law.day), "dim") for one in law.coverages))
    return Group(plain(head), *_days(law.coverages, law.day))


def _days(tables: tuple[Coverage, ...], day: date) -> list[Text]:
    """Say what is not verified for the day, and what was last looked at before it, and when."""
    late = [one for one in tables if not one.covers(day)]
    aged = [one for one in tables if one.covers(day) and one.age_on(day)]
    told = [
        plain(f"not verified before {since}, so not for this day: {titles}", "yellow")
        for since, titles in _grouped((one.verified_from, one.title) for one in late)
    ]
    told += [
        plain(f"last looked at {looked}{asked_lists.age(looked, day)}: {titles}")
        for looked, titles in _grouped((one.last_looked_at, one.title) for one in aged)
    ]
    rest = [one for one in tables if one not in late and one not in aged]
    if rest:
        since = max(one.verified_from for one in rest)
        looked = min(one.last_looked_at for one in rest)
        words = f"{len(rest)} tables verified from {since} or before, looked at {looked} or after"
        told.append(plain(f"{words}; --explain lists all", "dim"))
    return told


def _grouped(pairs: Iterable[tuple[date, str]]) -> list[tuple[date, str]]:
    groups: defaultdict[date, list[str]] = defaultdict(list)
    for day, title in pairs:
        groups[day].append(title)
    return [(day, "; ".join(titles)) for day, titles in sorted(groups.items())]


def _table(one: Coverage, day: date) -> str:
    looked = f"last looked at {one.last_looked_at}{asked_lists.age(one.last_looked_at, day)}"
    return f"{one.title}: verified from {one.verified_from}, {looked}"


def _record(answer: Answer) -> Text:
    if answer.receipt is None:
        return plain("not recorded", "bold red")
    kept = answer.receipt
    return plain(f"number {kept.index}, root {kept.root.hex()[:SHORT]}, {kept.recorded_at}")
