"""Instruments on the terminal: what is barred and carved out on a day, what is owed, and when."""

from __future__ import annotations

from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from navicert.casework.promises.show_orders import Shown
from navicert.entrypoints.cli import owed_table
from navicert.entrypoints.cli.order_document import document, list_document
from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.facts.denial_order import Authorization, OrderState
from navicert.terms import money
from navicert.undertakings.instruments.on_day import DenialOnDay, Move, SumOnDay
from navicert.undertakings.instruments.penalty import PenaltyState
from navicert.undertakings.instruments.timeline import Entry

__all__ = ["document", "list_document", "show", "show_list"]

_STYLE = {
    OrderState.ACTIVE: "bold white on red",
    OrderState.SUSPENDED: "bold black on yellow",
}
_QUIET = "dim"
_NONE_LOADED = "no instrument was loaded here: see 'navicert undertakings load'"


def show(found: Shown, console: Console) -> None:
    """Print the denials, the penalties, and the timeline with the day asked for in it."""
    day = found.on_day.day
    ids = ", ".join(one.id for one in found.instruments) or "no instrument was signed by then"
    console.print(plain(f"{found.asked} on {day}: {ids}", "bold"))
    for one in found.instruments:
        if over := found.superseded.get(one.id):
            told = f"{one.id}: superseded by {over.by} since {over.day} ({cited(over.citation)})"
            console.print(plain(told, "yellow"))
    if found.on_day.denials and not found.on_day.bars:
        console.print(plain("No denial of these instruments bars anything on this day."))
    for denial in found.on_day.denials:
        _show_denial(denial, day, console)
    _show_sums(found.on_day.sums, console)
    owed_table.show(found.owed, console)
    _show_timeline(found.timeline, day, console)


def show_list(found: Shown, console: Console) -> None:
    """Print a line for each instrument."""
    if not found.instruments:
        none = "none that was loaded here was signed by then" if found.later else _NONE_LOADED
        console.print(plain(none))
        return
    table = _table("id", "title", "signed", "denial", "penalties")
    for one in found.instruments:
        denials = [d for d in found.on_day.denials if d.instrument == one.id]
        sums = [s for s in found.on_day.sums if s.instrument == one.id]
        table.add_row(
            plain(one.id, "bold"),
            plain(f"{one.title}\n{'; '.join(names[0] for names in one.parties)}"),
            plain(one.day),
            plain("\n".join(_listed(d) for d in denials) or "-"),
            plain("\n".join(f"{money.format(s.penalty.sum)} {_sum_state(s)}" for s in sums) or "-"),
        )
    console.print(plain(f"On {found.on_day.day}", _QUIET))
    console.print(table)


def _listed(one: DenialOnDay) -> str:
    return f"{_state(one)}, in doubt: see orders show" if one.doubts else _state(one)


def _show_denial(one: DenialOnDay, day: date, console: Console) -> None:
    console.print()
    band = plain(f" {_state(one).upper()} ", _STYLE.get(one.state, "bold"))
    console.print(joined(band, plain(f" {one.order.reference}", "bold")))
    grid = _grid()
    grid.add_row("by", plain(cited(one.citation) or "nothing happened yet"))
    persons = "; ".join(names[0] for names in one.order.persons)
    alone = "" if one.order.related_persons else "; nobody else is named"
    grid.add_row("names", plain(f"{persons}{alone}"))
    if one.order.related_persons:
        related = "; ".join(names[0] for names in one.order.related_persons)
        grid.add_row("related", plain(related))
    for doubt in one.doubts:
        grid.add_row("but", plain(doubt, "yellow"))
    _add_moves(grid, one.moves)
    console.print(grid)
    if one.state is OrderState.ACTIVE:
        _show_barred(one, day, console)


def _show_barred(one: DenialOnDay, day: date, console: Console) -> None:
    table = _table("clause", "barred on this day", "")
    before = ""
    for clause in one.clauses:
        name = "" if clause.id == before else clause.id.replace(".", " ")
        before = clause.id
        doubt = plain(f"\nin doubt: {clause.open}" if clause.open else "", "yellow")
        said = joined(plain(clause.gist), doubt)
        table.add_row(plain(name, "bold"), said, plain(cited(clause.citation), _QUIET))
    if one.clauses:
        console.print(table)
        console.print(plain("No license exception helps; EAR99 and software are reached too."))
    if not one.permits:
        console.print(plain(f"Carved out on {day}: nothing."))
    for permit in one.permits:
        _show_permit(permit, console)


def _show_permit(one: Authorization, console: Console) -> None:
    grid = _grid()
    grid.add_row("carved out", plain(one.note or "as the authorization says", "green"))
    grid.add_row("when", plain(f"{one.since} to {one.until}, both included"))
    if one.activities:
        grid.add_row("acts", plain(_words(one.activities)))
    if one.purposes:
        grid.add_row("purposes", plain(_words(one.purposes)))
    if one.excluded_groups:
        groups = ", ".join(sorted(one.excluded_groups))
        grid.add_row("not for", plain(f"anybody in Country Group {groups}", "red"))
    grid.add_row("by", plain(cited(one.citation), _QUIET))
    console.print(grid)


def _show_sums(sums: tuple[SumOnDay, ...], console: Console) -> None:
    if not sums:
        return
    console.print()
    table = _table("penalty", "amount", "state", "why")
    table.columns[0].no_wrap = False
    table.columns[1].no_wrap = table.columns[2].no_wrap = True
    table.columns[1].justify = "right"
    for one in sums:
        table.add_row(
            plain(one.penalty.title),
            plain(money.format(one.penalty.sum)),
            plain(_sum_state(one), "red" if one.is_overdue else "bold"),
            _why(one),
        )
    console.print(table)


def _why(one: SumOnDay) -> Text:
    event = one.now.event
    if event is None:
        return plain("")
    remark = event.basis.remark
    told = [f"{cited(event.citation)}{f' ({remark})' if remark else ''}", event.note]
    if one.now.by_end_of_probation:
        told = ["by the end of the probation; no violation or revocation is on record here"]
    told += [f"may be {move.what} ({cited(move.citation)})" for move in one.moves]
    return plain("\n".join(filter(None, told)), _QUIET)


def _sum_state(one: SumOnDay) -> str:
    if one.now.state is PenaltyState.NONE:
        return "not imposed yet"
    state = one.now.state.value.replace("_", " ")
    if one.is_overdue and one.now.event:
        return f"{state}, overdue since {one.now.event.due}"
    last = one.now.event.due if one.now.event and not one.now.by_end_of_probation else None
    return f"{state}, by {last}" if last else state


def _show_timeline(entries: tuple[Entry, ...], day: date, console: Console) -> None:
    console.print()
    table = _table("day", "what happened until then", "")
    marked = False
    for one in entries:
        if one.day > day and not marked:
            _mark(table, day)
            _head_later(table)
            marked = True
        remark = one.basis.remark
        what = f"{one.what}{f' ({remark})' if remark else ''}"
        style = _QUIET if one.day > day else ""
        table.add_row(plain(one.day, style), plain(what, style), plain(cited(one.citation), _QUIET))
    if not marked:
        _mark(table, day)
    console.print(table)


def _mark(table: Table, day: date) -> None:
    table.add_row(plain(day, "bold reverse"), plain("<- the day asked for", "bold reverse"), "")


def _head_later(table: Table) -> None:
    table.add_section()
    table.add_row("", plain("what happened since, or is stated for later", _QUIET), "")


def _state(one: DenialOnDay) -> str:
    if one.state is OrderState.NONE:
        return "not in force yet"
    if one.state is OrderState.ACTIVE:
        return f"active until {one.end}" if one.end else "active"
    return f"suspended until {one.end}" if _suspended(one) else one.state.value


def _suspended(one: DenialOnDay) -> bool:
    return one.state is OrderState.SUSPENDED and one.end is not None


def _add_moves(grid: Table, moves: tuple[Move, ...]) -> None:
    for move in moves:
        grid.add_row(
            "may be" if move.what.startswith("activated") else "else",
            plain(f"{move.what} ({cited(move.citation)})"),
        )


def _words(of: frozenset[str]) -> str:
    return ", ".join(sorted(str(one).replace("_", " ") for one in of))


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in heads:
        table.add_column(head, overflow="fold")
    table.columns[0].no_wrap = True
    return table


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid
