"""A screening on the terminal: the answer first, then each match, then what was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from navicert.casework.met import Row
from navicert.casework.screening import Screened, Screening, Verdict
from navicert.casework.screening_document import totals
from navicert.entrypoints.cli import asked_lists, screen_match
from navicert.entrypoints.cli.terminal import plain
from navicert.terms import list_code

_MOST_OF_ONE = 20
_MOST_OF_EACH = 5
_MOST_PARTIES = 50

CLEAN = "bold #ffffff on #0b6b2e"
LOOK = "bold #000000 on #f2c200"
SAME = "bold #ffffff on #b00020"
_VERDICTS = {
    Verdict.MATCH: ("MATCH", SAME),
    Verdict.LOOK: ("LOOK", LOOK),
    Verdict.CLEAR: ("CLEAR", CLEAN),
    Verdict.NOT_CLEAR: ("NOT CLEAR", LOOK),
}
_JOB = "screening"
_NOTHING = "nothing to compare (no letter or figure, or legal forms alone)"


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
    return single or bool(one.met or one.cleared or one.aside or one.standing.nameless)


def _answer(found: Screening) -> tuple[str, str]:
    """Say in one line whether anybody must look, and how gravely."""
    words, style = _VERDICTS[found.verdict]
    doubt = ", and that is in doubt" if found.verdict is Verdict.NOT_CLEAR else ""
    return f"{words}: {_count(found)}{doubt}{_also(found)}", style


def _count(found: Screening) -> str:
    told = totals(found)
    of = f"{told['screened']:,} screened, " if told["screened"] > 1 else ""
    met = f"{told['met']:,} met" if of else _sure_and_near(found.screened[0])
    if not found.met:
        but = " that was not cleared before" if _cleared(found) else ""
        met = f"nobody met a listed name{but}"
    return f"{of}{met} at {found.counted:g} or more on {found.day}"


def _cleared(found: Screening) -> int:
    """Count what an officer cleared, shown or not."""
    aside = (row for one in found.screened for row in one.aside)
    shown: int = totals(found)["cleared"]
    return shown + sum(row.clearing is not None for row in aside)


def _sure_and_near(one: Screened) -> str:
    sure = sum(row.is_sure for row in one.met)
    return f"{sure:,} sure and {len(one.met) - sure:,} near match(es)"


def _also(found: Screening) -> str:
    """Say what was cleared before, and what is not shown."""
    hidden = sum(totals(found)["not_shown"].values())
    cleared = f"; {_cleared(found):,} match(es) cleared before" if _cleared(found) else ""
    return cleared + (f"; {hidden:,} match(es) not shown" if hidden else "")


def _hidden(one: Screened, found: Screening) -> str:
    """Say what met and is left out, of which lists, and by which option."""
    counts = Counter(row.code.value for row in one.aside)
    lists = ", ".join(f"{code} {count:,}" for code, count in sorted(counts.items()))
    options = [f"--min-score {found.least:g}"] if found.least > found.counted else []
    options += [f"--lists {','.join(sorted(found.lists))}"] if found.lists else []
    return f"{len(one.aside):,} match(es) not shown, because of {' and '.join(options)}: {lists}"


def _party(one: Screened, found: Screening, console: Console, manner: Manner) -> None:
    console.print(plain(f"\n{_called(one)}", "bold"))
    for text in one.standing.nameless:
        told = f"{text!r} has {_NOTHING}: it was not screened"
        console.print(Padding(plain(told, "yellow"), (0, 0, 0, 2)))
    shown = (*one.rows[: manner.limit], *one.cleared)
    if shown:
        console.print(_table(shown, found, manner))
    if manner.limit is not None and len(one.rows) > manner.limit:
        more = f"and {len(one.rows) - manner.limit:,} more matches; --limit shows more"
        console.print(plain(more))
    if one.aside:
        console.print(plain(_hidden(one, found), "bold yellow"))


def _called(one: Screened) -> str:
    party, asked = one.asked.party, one.asked
    where = f" ({party.address.country})" if party.address.country else ""
    number = f"{asked.reference}: " if asked.reference else ""
    return f"{f'line {asked.line}: ' if asked.line else ''}{number}{party.name}{where}"


def _table(rows: Iterable[Row], found: Screening, manner: Manner) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("score", justify="right", no_wrap=True)
    for head in ("match", "list"):
        table.add_column(head, no_wrap=True)
    table.add_column("listed name, and what the list says", overflow="fold", ratio=1)
    for head in ("where", "listed"):
        table.add_column(head, overflow="fold", max_width=10)
    for row in rows:
        table.add_row(*screen_match.cells(row, found.day, explain=manner.explain))
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
    if found.registers:
        grid.add_row("owners", asked_lists.registers(found.registers, found.day))
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
    return (f"not asked: {'; '.join(map(list_code.format, codes))}. {asked_lists.load(_JOB)}",)


def _by_list(found: Screening) -> str:
    told = totals(found)
    by_list = ", ".join(f"{code} {count:,}" for code, count in told["by_list"].items()) or "nothing"
    cleared = f"; {told['cleared']:,} cleared before" if told["cleared"] else ""
    return f"{told['met']:,} of {told['screened']:,} parties: {by_list}{cleared}"
