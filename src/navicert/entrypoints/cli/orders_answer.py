"""What was read of orders of the Federal Register, for people and as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import msgspec
from rich.console import Console

from navicert.casework.read_orders import FileRead
from navicert.entrypoints.cli import terminal
from navicert.entrypoints.cli.refusals import printable
from navicert.undertakings.federal_register.notice import (
    ClauseRead,
    DayRead,
    OrderNotice,
    OtherNotice,
    Respondent,
    Verdict,
)
from navicert.undertakings.federal_register.watch_form import toml_of


def document(found: FileRead) -> dict[str, Any]:
    """Give a file's orders as JSON."""
    return {
        "file": found.file,
        "orders": [_order(one) for one in found.orders],
        "refused": [msgspec.to_builtins(one) for one in found.others],
        "unreadable": found.unreadable,
    }


def _order(order: OrderNotice) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(order)
    return told | {"standard_terms": order.standard_terms, "complete": order.is_complete}


def write_toml(found: tuple[FileRead, ...]) -> None:
    """Print the orders of every file in the form of a watch."""
    orders = tuple(order for one in found for order in one.orders)
    sys.stdout.write(toml_of(orders, "Denial orders read from the Federal Register"))
    for told in (told for one in found for told in _refusals(one)):
        print(printable(told), file=sys.stderr)  # noqa: T201 - beside the file, not in it


def show(found: tuple[FileRead, ...], console: Console) -> None:
    """Print every order, field by field."""
    for one in found:
        for order in one.orders:
            _show(order, console)
        for told in _refusals(one):
            console.print(terminal.plain(told, "bold red"))


def _refusals(found: FileRead) -> Iterator[str]:
    if found.unreadable:
        yield found.unreadable
    for other in found.others:
        yield _refusal(found, other)


def _refusal(found: FileRead, other: OtherNotice) -> str:
    place = f"{found.file}:{other.line}" if other.line else found.file
    article = "an" if other.what[:1] in "aeiou" else "a"
    return (
        f"{place}: no order on export privileges, but {article} {other.what}: {other.beginning!r}"
    )


def _show(order: OrderNotice, console: Console) -> None:
    name = f"FR Doc. {order.document}" if order.document else "an order without a number"
    console.print(terminal.plain(f"{name}: {order.title or 'order'}", "bold"))
    for label, text in _fields(order):
        console.print(
            terminal.joined(terminal.plain(f"  {label:<12}", "dim"), terminal.plain(text))
        )
    for clause in order.clauses:
        for line in _clause(clause):
            console.print(terminal.plain(f"  {line}"))
    for doubt in order.doubts:
        console.print(terminal.plain(f"  in doubt: {doubt}", "yellow"))
    for gone in order.unread:
        place = f" (line {gone.line})" if gone.line else ""
        console.print(terminal.plain(f"  not read: {gone.field}: {gone.reason}{place}", "yellow"))


def _fields(order: OrderNotice) -> Iterator[tuple[str, str]]:
    yield "kind", str(order.kind or "not read").replace("_", " ")
    for person in order.respondents:
        yield "denied", _person(person)
    for person in order.related_persons:
        yield "related", _person(person)
    for one in order.convictions:
        yield (
            "convicted",
            f"{one.day or 'day not read'}: {', '.join(one.statutes)} (line {one.line})",
        )
    yield "effective", _day(order.effective)
    yield "end", _day(order.end)
    if order.suspended:
        yield "suspended", order.suspended
    if order.aircraft:
        yield "aircraft", ", ".join(order.aircraft)
    terms = {True: "the standard ones", False: "not the standard ones", None: "not read whole"}
    yield "terms", terms[order.standard_terms]
    for extra in order.extra:
        if not extra.about:
            yield "also", f"{extra.label}: {extra.beginning} (line {extra.line})"


def _person(person: Respondent) -> str:
    parts = [person.name, *(f"a/k/a {alias}" for alias in person.aliases)]
    parts += [f"inmate number {number}" for number in person.inmate_numbers]
    return "; ".join((*parts, *person.addresses))


def _day(day: DayRead | None) -> str:
    return "not read" if day is None else f"{day.day} ({day.basis}, line {day.line})"


def _clause(clause: ClauseRead) -> Iterator[str]:
    if clause.verdict is Verdict.MISSING:
        yield f"{clause.id}: missing: the order's own numbering goes on without it"
    for difference in clause.difference:
        yield f"{clause.id} (line {clause.line}): {difference}"
