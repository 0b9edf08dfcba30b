"""The law on the terminal: what changed on the shelf between two days."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from rich.console import Console
from rich.padding import Padding

from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.errors import MalformedDate
from navicert.law.changes import Change, DatedValue, changes_between, not_verified
from navicert.law.coverage import Coverage
from navicert.law.shelf import Shelf

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two days, and what was not verified on one of them.

    ``verified`` counts for each table the values that are known only from the day on which the
    table as a whole was verified: knowledge that began, not law.
    """

    earlier: date
    later: date
    changes: tuple[Change, ...]
    verified: tuple[tuple[str, int], ...]
    gaps: tuple[Coverage, ...]


def difference(shelf: Shelf, earlier: date, later: date) -> Difference:
    """Hold two days of the shelf against each other; MalformedDate when they are swapped."""
    if later < earlier:
        message = f"--from {earlier} is later than --to {later}; swap the two days"
        raise MalformedDate(message)
    coverages = shelf.coverages()
    first = {one.table: one.verified_from for one in coverages}
    every = changes_between(shelf, earlier, later)
    began = [one for one in every if not one.before and one.days == (first[one.table],)]
    changes = tuple(one for one in every if one not in began)
    counted = Counter(one.table for one in began)
    gaps = not_verified(coverages, (earlier, later))
    return Difference(earlier, later, changes, tuple(sorted(counted.items())), gaps)


def document(found: Difference) -> dict[str, Any]:
    """Give the difference as a plain document."""
    return {
        "from": found.earlier.isoformat(),
        "to": found.later.isoformat(),
        "changes": [
            {
                "table": one.table,
                "of": one.owner,
                "days": [day.isoformat() for day in one.days],
                "before": [_value(value) for value in one.before],
                "after": [_value(value) for value in one.after],
            }
            for one in found.changes
        ],
        "first_verified": [{"table": table, "values": n} for table, n in found.verified],
        "not_verified": [msgspec.to_builtins(one) for one in found.gaps],
    }


def show(found: Difference, console: Console) -> None:
    """Lay out what changed, then what nobody verified."""
    for one in found.changes:
        days = " ".join(map(str, one.days))
        console.print(joined(plain(f"{days}  ", "bold"), plain(f"{one.table}  {one.owner}")))
        for sign, style, lines in zip("-+", ("red", "green"), _words(one), strict=True):
            _list(console, sign, style, lines)
    if not found.changes:
        console.print(plain(f"no dated value changed from {found.earlier} to {found.later}"))
    for name, count in found.verified:
        words = f"{name}: {count:,} values are known from the day that it was verified"
        console.print(plain(words, "dim"))
    for gap in found.gaps:
        words = f"not verified before {gap.verified_from}: {gap.table} ({cited(gap.citation)})"
        console.print(plain(words, "yellow"))


def _value(value: DatedValue) -> dict[str, Any]:
    until = value.until.isoformat() if value.until else None
    return {"since": value.since.isoformat(), "until": until} | dict(value.cells)


def _list(console: Console, sign: str, style: str, lines: list[str]) -> None:
    for line in lines[:MOST_LINES]:
        console.print(Padding(plain(f"{sign} {line}", style), (0, 0, 0, 2)))
    if len(lines) > MOST_LINES:
        more = f"{sign} and {len(lines) - MOST_LINES} more: --json has all"
        console.print(Padding(plain(more, "dim"), (0, 0, 0, 2)))


def _words(change: Change) -> tuple[list[str], list[str]]:
    """Say what differs alone, with the source of what came."""
    before = {_said(value): "" for value in change.before}
    after = {_said(value): cited(value.citation) for value in change.after}
    if before.keys() == after.keys():
        return [], ["as before; something else held in between"]
    gone = [said for said in before if said not in after]
    came = [
        f"{said} [{source}]" if source else said
        for said, source in after.items()
        if said not in before
    ]
    return gone, came


def _said(value: DatedValue) -> str:
    aside = {"citation", "source", "since", "until", "review_by", "row", "policy", "key"}
    own = [cell for cell in value.cells if cell[0] not in aside and cell[1] != value.owner]
    return ", ".join(f"{name} {cell}" for name, cell in own) or "in force"
