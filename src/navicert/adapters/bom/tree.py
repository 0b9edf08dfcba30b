"""Rows become a tree of parts: uses in order, no cycle, no part worth more than its assembly.

Nothing here recurses; a part that stands in several assemblies is made once with its own parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from navicert.adapters.bom.facts import Facts, again, facts_of
from navicert.adapters.bom.rows import PRODUCT, Bill, Problems, Row
from navicert.facts.item import Item, Part

US = "US"
SHOWN = 6
"""Parts of a cycle that a message names."""


def product(bill: Bill, lists: Callable[[str], bool]) -> Item:
    """Put the foreign-made item together.

    Raises:
        BillRefused: with every problem of the bill and its line.
    """
    problems = Problems(bill, [])
    graph = _graph(bill, problems, lists)
    problems.settle()
    order = _from_the_leaves(graph, problems)
    problems.settle()
    _values(graph, problems)
    problems.settle()
    return _item(graph, order)


@dataclass(frozen=True, slots=True)
class _Graph:
    """Facts of each part by its id, its uses by the id of the assembly, and the product's row."""

    facts: dict[str, Facts]
    uses: dict[str, list[tuple[Row, Facts]]]
    top: Row


def _graph(bill: Bill, problems: Problems, lists: Callable[[str], bool]) -> _Graph:
    facts: dict[str, Facts] = {}
    uses: dict[str, list[tuple[Row, Facts]]] = defaultdict(list)
    tops: list[Row] = []
    for row in bill.rows:
        if not row.id:
            problems.note(row, "id", "every part has an id")
            continue
        first = facts.get(row.id)
        found = facts_of(row, problems, lists) if first is None else again(first, row, problems)
        if first is None:
            facts[row.id] = found
        elif not _is_bare(row) and not first.agrees(facts_of(row, problems, lists)):
            problems.note(row, row.id[:80], "says something else than the part's first row")
        (tops.append(row) if row.parent == PRODUCT else uses[row.parent].append((row, found)))
    for parent in uses.keys() - facts.keys():
        problems.note(uses[parent][0][0], "parent", f"no row has the id {parent[:80]!r}")
    for row in tops[1:] if tops else bill.rows[:1]:
        message = "a bill has one row without a parent: the product itself"
        problems.note(row, "parent", message)
    return _Graph(facts, uses, tops[0] if tops else bill.rows[0])


def _is_bare(row: Row) -> bool:
    """Whether a row tells of a use alone: the part itself is told of elsewhere."""
    return row.says.keys() <= {"id", "parent", "quantity"}


def _from_the_leaves(graph: _Graph, problems: Problems) -> list[str]:
    """Give every part after all that it is assembled from; note a cycle with its parts."""
    waiting = {part: len(graph.uses.get(part, ())) for part in graph.facts}
    held_by: dict[str, list[str]] = defaultdict(list)
    for whole, uses in graph.uses.items():
        for row, _ in uses:
            held_by[row.id].append(whole)
    ready = [part for part, count in waiting.items() if not count]
    for part in ready:
        for whole in held_by[part]:
            waiting[whole] -= 1
            if not waiting[whole]:
                ready.append(whole)
    if len(ready) < len(graph.facts):
        _note_cycle(graph, set(ready), problems)
    return ready


def _note_cycle(graph: _Graph, placed: set[str], problems: Problems) -> None:
    """Walk down among what could not be placed until a part comes back."""
    at = next(part for part in graph.facts if part not in placed)
    way: dict[str, Row] = {}
    while at not in way:
        row = next(row for row, _ in graph.uses[at] if row.id not in placed)
        way[at], at = row, row.id
    names = list(way)
    circle = names[names.index(at) :]
    shown = " > ".join((*(name[:40] for name in circle[:SHOWN]), at[:40]))
    more = f" ({len(circle):,} parts)" if len(circle) > SHOWN else ""
    message = f"a cycle: {shown}{more}; no part can hold itself: take one of these uses out"
    problems.note(way[circle[-1]], "parent", message)


def _values(graph: _Graph, problems: Problems) -> None:
    """See that what the computation needs is there, and that no part outweighs its assembly."""
    top = graph.facts[graph.top.id]
    if top.value is None or not top.value.amount:
        message = "the fair market value of the product is missing, or zero: say it in value"
        problems.note(graph.top, "value", message)
    if top.origin is None or top.origin == US:
        message = "where was the product made? Only foreign-made items have a de minimis level"
        problems.note(graph.top, "origin", message)
    for whole, uses in graph.uses.items():
        for row, used in uses:
            _value_of_use(row, used, graph.facts[whole], problems)
            if top.value and used.value and used.value.currency != top.value.currency:
                message = (
                    f"{used.value.currency}, but the product's value is in {top.value.currency}"
                )
                problems.note(row, "currency", f"{message}: one currency for the whole bill")
            if used.origin in {None, US} and used.value is None:
                message = "a part of US or unstated origin needs its fair market value"
                problems.note(row, "value", f"{row.id[:80]}: {message}, of one piece")


def _value_of_use(row: Row, used: Facts, whole: Facts, problems: Problems) -> None:
    if used.value is None or whole.value is None:
        return
    worth = used.value.amount * used.quantity
    if used.value.currency == whole.value.currency and worth > whole.value.amount:
        message = (
            f"{row.id[:80]}: {used.quantity:f} at {used.value} are worth more than the assembly "
            f"{row.parent[:80]} ({whole.value}); mend one of the values"
        )
        problems.note(row, "value", message)


def _item(graph: _Graph, order: list[str]) -> Item:
    below: dict[str, tuple[Part, ...]] = {}
    for part in order:
        below[part] = tuple(
            replace(used.part, quantity=used.quantity, parts=below[row.id])
            for row, used in graph.uses.get(part, ())
        )
    top = graph.facts[graph.top.id]
    return replace(top.item, bill_of_materials=below[graph.top.id])
