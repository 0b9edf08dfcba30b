"""What changed on the shelf between two days, read from its files as they are.

A row of a CSV file with ``since``, and a table of a TOML file with ``since``, is a dated value.
Values of one owner follow each other: the latest ``since`` counts, until its ``until``. Owners are
the first column of a CSV file, and in a list of a TOML file whatever names one value of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from navicert.law.coverage import Coverage
from navicert.law.shelf import Shelf, day_of

Cells = tuple[tuple[str, str], ...]
DAYS = frozenset({"since", "until", "review_by"})
NAMES = ("label", "id", "code", "section", "symbol", "kind", "name", "slug", "paragraph")
"""Keys that give a value in a list a name of its own, where it has no ``key``."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value of the shelf with its days: which table, whose, what it says."""

    table: str
    owner: str
    since: date
    until: date | None
    cells: Cells

    @property
    def citation(self) -> str:
        """The source that the value names; empty when its table alone does."""
        return dict(self.cells).get("citation", "")


@dataclass(frozen=True, slots=True)
class Change:
    """What one owner's values were on one day and on a later one.

    ``days`` are the days between on which a value began or was over; where ``before`` and
    ``after`` say the same, something else held in between.
    """

    table: str
    owner: str
    before: tuple[DatedValue, ...]
    after: tuple[DatedValue, ...]
    days: tuple[date, ...]


def changes_between(shelf: Shelf, earlier: date, later: date) -> tuple[Change, ...]:
    """Give every owner whose values changed between two days, in order of the shelf."""
    by_owner: dict[tuple[str, str], list[DatedValue]] = defaultdict(list)
    for value in dated_values(shelf):
        by_owner[value.table, value.owner].append(value)
    found = (
        Change(*whose, in_force(values, earlier), in_force(values, later), days)
        for whose, values in by_owner.items()
        if (days := _turning_days(values, earlier, later))
    )
    return tuple(found)


def _turning_days(values: list[DatedValue], earlier: date, later: date) -> tuple[date, ...]:
    """Give the days after the earlier one on which what holds is no longer what held before."""
    begun = {value.since for value in values}
    over = {value.until + ONE_DAY for value in values if value.until is not None}
    found: list[date] = []
    said = _said(in_force(values, earlier))
    for day in sorted(day for day in begun | over if earlier < day <= later):
        now = _said(in_force(values, day))
        if now != said:
            found.append(day)
        said = now
    return tuple(found)


def not_verified(coverages: Iterable[Coverage], days: tuple[date, ...]) -> tuple[Coverage, ...]:
    """Give the tables that as a whole were not verified for one of some days."""
    return tuple(one for one in coverages if not all(one.covers(day) for day in days))


def dated_values(shelf: Shelf) -> Iterator[DatedValue]:
    """Give every dated value of every file, in order of the addresses."""
    for address in shelf.addresses:
        if address.endswith(".csv"):
            yield from _of_rows(address.removesuffix(".csv"), shelf.rows(address))
        else:
            table = address.removesuffix(".toml")
            yield from _of_tables(table, "", shelf.document(address))


def in_force(values: Iterable[DatedValue], day: date) -> tuple[DatedValue, ...]:
    """Give what holds on a day."""
    begun = [value for value in values if value.since <= day]
    last = max((value.since for value in begun), default=None)
    return tuple(
        value
        for value in begun
        if value.since == last and (value.until is None or day <= value.until)
    )


def _said(values: tuple[DatedValue, ...]) -> frozenset[Cells]:
    """What the values say, whatever their source and their place in the table."""
    aside = {"citation", "row", "source", *DAYS}
    return frozenset(tuple(c for c in value.cells if c[0] not in aside) for value in values)


def _of_rows(table: str, rows: list[dict[str, str]]) -> Iterator[DatedValue]:
    for row in rows:
        if "since" not in row:
            return
        owner = next(iter(row.values()))
        until = day_of(row["until"]) if row.get("until") else None
        cells = tuple((name, cell) for name, cell in row.items() if cell)
        yield DatedValue(table, owner, day_of(row["since"]), until, cells)


def _of_tables(table: str, owner: str, node: object) -> Iterator[DatedValue]:
    if isinstance(node, Mapping):
        if isinstance(node.get("since"), date):
            yield _value(table, owner, node)
        for key, child in node.items():
            yield from _of_tables(table, f"{owner} {key}".strip(), child)
    elif isinstance(node, list):
        for child in node:
            yield from _of_list(table, owner, child)


def _of_list(table: str, owner: str, child: object) -> Iterator[DatedValue]:
    if not isinstance(child, Mapping):
        return
    whose = _named(child) or owner
    if isinstance(child.get("since"), date):
        yield _value(table, whose, child)
    for key, grandchild in child.items():
        yield from _of_tables(table, f"{whose} {key}".strip(), grandchild)


def _named(child: Mapping[str, Any]) -> str:
    if isinstance(child.get("key"), str):
        return str(child["key"])
    names = [str(child[key]) for key in NAMES if isinstance(child.get(key), str)]
    return " ".join([*names, *map(str, child.get("countries", ()))]) if names else ""


def _value(table: str, owner: str, node: Mapping[str, Any]) -> DatedValue:
    cells = tuple((key, _text(cell)) for key, cell in node.items() if not _nested(cell))
    last = [node[key] for key in ("until", "review_by") if isinstance(node.get(key), date)]
    until = min(last) if last else None
    return DatedValue(table, owner or table, node["since"], until, cells)


def _nested(cell: object) -> bool:
    deep = isinstance(cell, list) and any(isinstance(one, Mapping) for one in cell)
    return deep or isinstance(cell, Mapping)


def _text(cell: object) -> str:
    return " ".join(map(str, cell)) if isinstance(cell, list) else str(cell)
