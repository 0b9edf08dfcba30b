"""The Commerce Control List: an entry's control rows and exceptions (Supp. 1 to part 774).

The shelf holds codes, columns, paragraph scopes and conditions; the sentences stay in the
official text, which ``navicert law import`` keeps beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from navicert.errors import LawNotCovered
from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf, day_of, parts_of
from navicert.law.tables import paragraphs
from navicert.terms.eccn import Eccn, parse

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """To which part of an entry something applies; empty tuples limit nothing.

    ``for_items`` are the items that technology or software must be for, ``for_reason`` the
    reason for which those must be controlled; every one of ``conditions`` must be true and
    none of ``unless``.
    """

    paragraphs: tuple[Eccn, ...]
    except_paragraphs: tuple[Eccn, ...]
    for_items: tuple[Eccn, ...] = ()
    for_reason: str = ""
    conditions: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One row of an entry's license requirements: a chart column, or destinations of its own."""

    eccn: str
    number: int
    reason: str
    columns: tuple[str, ...]
    destinations: str
    limits: Limits
    label: str
    citation: str


@dataclass(frozen=True, slots=True)
class Eligibility:
    """One line of an entry's list-based license exceptions; the first that matches decides."""

    symbol: str
    allowed: bool
    amount: int | None
    limits: Limits
    only_to: str
    not_to: str
    citation: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list: what it is, its control rows, its list-based exceptions.

    ``known_for`` are the only paragraphs whose rows were found for the day; empty means all.
    ``elsewhere`` are those that it gives to an agency or to another entry.
    """

    symbol: str
    status: str
    agency: str
    family: str
    rows: tuple[ControlRow, ...]
    eligibility: tuple[Eligibility, ...]
    known_for: tuple[Eccn, ...] = ()
    elsewhere: tuple[paragraphs.Elsewhere, ...] = ()

    def agency_for(self, eccn: Eccn) -> str:
        """Name the agency that has a paragraph of the entry to itself; empty if none."""
        given = (one for one in self.elsewhere if one.agency and not one.partly)
        return next((o.agency for o in given if any(eccn.is_within(p) for p in o.paths)), "")

    def eligibility_for(self, symbol: str) -> tuple[Eligibility, ...]:
        """Give the lines for one license exception, in order."""
        return tuple(line for line in self.eligibility if line.symbol == symbol)


@dataclass(frozen=True, slots=True)
class ControlList:
    """Asked with the five characters of an ECCN."""

    entries: Mapping[str, Dated[Entry]]
    questions: Mapping[str, str]
    paragraphs: paragraphs.Paragraphs

    def has(self, symbol: str) -> bool:
        """Tell whether the list has the entry at all."""
        return symbol in self.entries

    def entry(self, symbol: str, day: date) -> Value[Entry]:
        """Give the entry as it was on a day; KeyError when the list has none."""
        return self.entries[symbol].at(day)

    def entry_of(self, eccn: Eccn, day: date) -> Value[Entry]:
        """Give the entry of an item; LawNotCovered where its paragraph is not known for the day."""
        found = self.entry(eccn.symbol, day)
        known = found.value.known_for
        if known and not any(eccn.is_within(path) for path in known):
            message = (
                f"ECCN {eccn}: for {day} only {', '.join(map(str, known))} was found "
                f"({found.citation})"
            )
            raise LawNotCovered(message)
        agency = found.value.agency_for(eccn)
        if not agency:
            return found
        of_agency = replace(found.value, status="other_agency", agency=agency)
        return replace(found, value=of_agency)

    def question(self, slug: str) -> str:
        """Give the question that a condition asks."""
        return self.questions.get(slug, slug.replace("_", " ") + "?")


def read(shelf: Shelf) -> ControlList:
    """Read entries with their rows, eligibility, conditions and paragraphs from the shelf."""
    rows = _by_entry(shelf, "774/control_rows.csv", _control_row)
    eligibility = _by_entry(shelf, "774/eligibility.csv", _eligibility)
    known_paragraphs = paragraphs.read(shelf)
    entries: dict[str, list[Value[Entry]]] = defaultdict(list)
    for cells in shelf.rows("774/entries.csv"):
        key = (cells["eccn"], cells["since"])
        entry = Entry(
            cells["eccn"],
            cells["status"],
            cells["agency"],
            cells["family"],
            tuple(rows.get(key, ())),
            tuple(eligibility.get(key, ())),
            _paths(cells["eccn"], cells["paragraphs"]),
            known_paragraphs.elsewhere.get(cells["eccn"], ()),
        )
        until = day_of(cells["until"]) if cells["until"] else None
        value = Value(day_of(cells["since"]), entry, cells["citation"], until)
        entries[entry.symbol].append(value)
    questions = {c["slug"]: c["question"] for c in shelf.rows("774/conditions.csv")}
    return ControlList(
        {symbol: dated(f"ECCN {symbol}", values) for symbol, values in entries.items()},
        questions,
        known_paragraphs,
    )


def _by_entry(
    shelf: Shelf, address: str, make: Callable[[dict[str, str]], T]
) -> dict[tuple[str, str], list[T]]:
    found: dict[tuple[str, str], list[T]] = defaultdict(list)
    for cells in shelf.rows(address):
        found[cells["eccn"], cells["since"]].append(make(cells))
    return found


def _limits(cells: dict[str, str]) -> Limits:
    symbol = cells["eccn"]
    return Limits(
        paragraphs=_paths(symbol, cells["paragraphs"]),
        except_paragraphs=_paths(symbol, cells["except_paragraphs"]),
        for_items=tuple(parse(item) for item in parts_of(cells["for_items"]) if item != "*"),
        for_reason=cells.get("for_items_reason", ""),
        conditions=parts_of(cells["conditions"]),
        unless=parts_of(cells["unless"]),
    )


def _paths(symbol: str, cell: str) -> tuple[Eccn, ...]:
    return tuple(Eccn(symbol, tuple(path.split("."))) for path in parts_of(cell))


def _control_row(cells: dict[str, str]) -> ControlRow:
    return ControlRow(
        eccn=cells["eccn"],
        number=int(cells["row"]),
        reason=cells["reason"],
        columns=parts_of(cells["columns"]),
        destinations=cells["destinations"],
        limits=_limits(cells),
        label=cells["label"],
        citation=cells["citation"],
    )


def _eligibility(cells: dict[str, str]) -> Eligibility:
    return Eligibility(
        symbol=cells["symbol"],
        allowed=cells["verdict"] == "yes",
        amount=int(cells["amount_usd"]) if cells["amount_usd"] else None,
        limits=_limits(cells),
        only_to=cells["only_to"],
        not_to=cells["not_to"],
        citation=cells["citation"],
    )
