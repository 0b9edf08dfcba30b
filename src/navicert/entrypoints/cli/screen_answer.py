"""A screening on the terminal: the answer first, then each match, then what was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from navicert.casework.screening import Screened, Screening
from navicert.casework.screening_document import totals
from navicert.entrypoints.cli import asked_lists, screen_match
from navicert.entrypoints.cli.terminal import plain
from navicert.parties.lists import denial
from navicert.terms import list_code
from navicert.terms.list_code import ListCode

_MOST_OF_ONE = 20
_MOST_OF_EACH = 5
_MOST_PARTIES = 50

CLEAN = "bold #ffffff on #0b6b2e"
LOOK = "bold #000000 on #f2c200"
SAME = "bold #ffffff on #b00020"


@dataclass(frozen=True, slots=True)
class Manner:
    """How to print: every word that met, and how many matches of a party."""

    explain: bool = False
    limit: int | None = None


def show(found: Screening, console: Console, manner: Manner) -> None:
    """Print a screening."""
    one = found.screened[0]
    single = len(found.screened) == 1 and not one.asked.line
    console.print(plain(*_answer(found)))
    most = manner.limit if manner.limit is not None else _MOST_OF_ONE if single else _MOST_OF_EACH
    worth = [each for each in found.screened if _is_worth(each, single=single)]
    for each in worth[:_MOST_PARTIES]:
        _party(each, found, console, Manner(manner.explain, most))
    if len(worth) > _MOST_PARTIES:
        more = f"and {len(worth) - _MOST_PARTIES:,} more parties: --out FILE.csv writes them all"
        console.print(plain(f"\n{more}", "bold"))
    console.print()
    console.print(_rests_on(found))


def _is_worth(one: Screened, *, single: bool) -> bool:
    standing = one.standing
    return single or bool(one.matches or standing.cleared or standing.nameless)


def _answer(found: Screening) -> tuple[str, str]:
    """Say in one line whether anybody must look, and how gravely."""
    if any(_has_same(one) for one in found.met):
        return f"MATCH: {_count(found)}", SAME
    if found.met:
        return f"LOOK: {_count(found)}", LOOK
    if found.is_clean:
        return f"CLEAR: {_count(found)}", CLEAN
    return f"NOT CLEAR: {_count(found)}, and that is in doubt", LOOK


def _has_same(one: Screened) -> bool:
    return any(match.is_sure for match in one.matches)


def _count(found: Screening) -> str:
    told = totals(found)
    met = f"{told['met']:,} met" if told["met"] else "nobody met a listed name"
    of = f"{told['screened']:,} screened, " if told["screened"] > 1 else ""
    if not of and told["met"]:
        same = sum(match.is_sure for match in found.screened[0].matches)
        met = f"{same:,} sure and {told['matches'] - same:,} near match(es)"
    return f"{of}{met} at {found.least:g} or more on {found.day}"


def _party(one: Screened, found: Screening, console: Console, manner: Manner) -> None:
    console.print(plain(f"\n{_called(one)}", "bold"))
    for text in one.standing.nameless:
        told = f"{text!r} has no letter or figure to compare: it was not screened"
        console.print(Padding(plain(told, "yellow"), (0, 0, 0, 2)))
    rows = _rows(one)
    if rows or one.standing.cleared:
        console.print(_table(one, rows[: manner.limit], found, manner))
    if manner.limit is not None and len(rows) > manner.limit:
        console.print(plain(f"and {len(rows) - manner.limit:,} more matches; --limit shows more"))


def _called(one: Screened) -> str:
    party, asked = one.asked.party, one.asked
    where = f" ({party.address.country})" if party.address.country else ""
    number = f"{asked.reference}: " if asked.reference else ""
    return f"{f'line {asked.line}: ' if asked.line else ''}{number}{party.name}{where}"


def _rows(one: Screened) -> list[screen_match.Row]:
    """Give the matches, the surest first; an order behind a row of its list is told with it."""
    behind = {
        denial.order_of(match.listing).reference
        for match in one.standing.matches
        if match.listing.list is ListCode.DPL
    }
    orders = [match for match in one.standing.orders if match.order.reference not in behind]
    both: list[screen_match.Row] = [*orders, *one.standing.matches]
    return sorted(both, key=lambda match: (not match.is_sure, -match.shown))


def _table(
    one: Screened, rows: Iterable[screen_match.Row], found: Screening, manner: Manner
) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("score", justify="right", no_wrap=True)
    for head in ("match", "list"):
        table.add_column(head, no_wrap=True)
    table.add_column("listed name, and what the list says", overflow="fold", ratio=1)
    for head in ("where", "listed"):
        table.add_column(head, overflow="fold", max_width=10)
    for match in rows:
        table.add_row(*screen_match.cells(match, found.day, explain=manner.explain))
    for cleared in one.standing.cleared:
        table.add_row(*screen_match.cleared_cells(cleared, found.day))
    return table


def _rests_on(found: Screening) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for doubt in (*found.doubts, *_unasked(found)):
        grid.add_row("but", plain(doubt, "bold red"))
    if len(found.screened) > 1:
        grid.add_row("met", plain(_by_list(found)))
    grid.add_row("lists", asked_lists.table(found.asked, found.day))
    grid.add_row("matcher", plain(f"{found.matcher}, {found.engine}"))
    kept = found.receipt
    told = f"number {kept.index}, {kept.recorded_at}" if kept else "not recorded"
    grid.add_row("record", plain(told, "" if kept else "yellow"))
    grid.add_row("", plain("This is not legal advice.", "dim italic"))
    return grid


def _unasked(found: Screening) -> tuple[str, ...]:
    codes = dict.fromkeys(code for one in found.screened for code in one.standing.unasked)
    if not codes:
        return ()
    return (f"not asked: {'; '.join(map(list_code.format, codes))}. {asked_lists.LOAD}",)


def _by_list(found: Screening) -> str:
    told = totals(found)
    by_list = ", ".join(f"{code} {count:,}" for code, count in told["by_list"].items()) or "nothing"
    cleared = f"; {told['cleared']:,} cleared before" if told["cleared"] else ""
    return f"{told['met']:,} of {told['screened']:,} parties: {by_list}{cleared}"
