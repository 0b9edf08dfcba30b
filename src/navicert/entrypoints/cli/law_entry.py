"""The law on the terminal: one entry of the Commerce Control List, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from navicert.adapters.law_texts.library import LawTexts
from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.law.dated import Value
from navicert.law.shelf import Shelf
from navicert.law.tables import control_list
from navicert.law.tables.control_list import ControlList, ControlRow, Eligibility, Entry, Limits
from navicert.terms.eccn import Eccn, parse

ADDRESS = "774/entries.csv"


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as the shelf has it on its days, newest first, with the official words."""

    asked: Eccn
    heading: str | None
    text: str | None
    values: tuple[Value[Entry], ...]
    questions: ControlList


def has(shelf: Shelf, address: str) -> bool:
    """Tell whether the list on the shelf has the entry."""
    symbol = parse(address).symbol
    return any(row["eccn"] == symbol for row in shelf.rows(ADDRESS))


def find(address: str, shelf: Shelf, texts: LawTexts) -> Shown:
    """Find an entry; a paragraph narrows it to the rows that may speak of it."""
    asked = parse(address)
    known = control_list.read(shelf)
    values = tuple(reversed(known.entries[asked.symbol].values))
    return Shown(asked, texts.heading_of(asked.symbol), texts.text_of(asked.symbol), values, known)


def show(found: Shown, console: Console) -> None:
    """Print the entry: official words first, then its rows and exceptions on each of its days."""
    heading = found.heading or "no official text imported: navicert law import FILE"
    console.print(joined(plain(f"{found.asked}  ", "bold"), plain(heading)))
    if found.text:
        console.print(plain(found.text))
    for value in found.values:
        words = f"{_days(value)}: {value.value.status}, {cited(value.citation)}"
        console.print(plain(words, "cyan"))
        console.print(_table(found, value.value))
    for slug in _slugs(found):
        question = found.questions.question(slug)
        console.print(joined(plain(f"{slug}: ", "dim"), plain(question)))


def document(found: Shown) -> dict[str, Any]:
    """Give the entry as a plain document."""
    return {
        "address": str(found.asked),
        "heading": found.heading,
        "text": found.text,
        "entries": [_entry(found, value) for value in found.values],
        "conditions": {slug: found.questions.question(slug) for slug in _slugs(found)},
    }


def _entry(found: Shown, value: Value[Entry]) -> dict[str, Any]:
    entry = value.value
    return {
        "since": value.since.isoformat(),
        "until": value.review_by.isoformat() if value.review_by else None,
        "status": entry.status,
        "agency": entry.agency,
        "family": entry.family,
        "known_for": [str(one) for one in entry.known_for],
        "citation": value.citation,
        "rows": [
            {
                "reason": row.reason,
                "columns": list(row.columns),
                "destinations": row.destinations,
                "for": _scope(row.limits),
                "label": row.label,
                "citation": row.citation,
            }
            for row in _rows(found, entry)
        ],
        "exceptions": [
            {
                "symbol": line.symbol,
                "allowed": line.allowed,
                "amount_usd": line.amount,
                "for": _scope(line.limits),
                "only_to": line.only_to,
                "not_to": line.not_to,
            }
            for line in _lines(found, entry)
        ],
    }


def _table(found: Shown, entry: Entry) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for row in _rows(found, entry):
        where = " ".join(row.columns) or row.destinations
        table.add_row(*map(plain, (row.reason, where, _scope(row.limits))))
    for line in _lines(found, entry):
        amount = f" up to ${line.amount:,}" if line.amount is not None else ""
        said = ("yes" if line.allowed else "no") + amount
        to = "".join(f", {word} {code}" for word, code in _destinations(line))
        table.add_row(*map(plain, (line.symbol, said, _scope(line.limits) + to)))
    return table


def _destinations(line: Eligibility) -> list[tuple[str, str]]:
    pairs = (("only to", line.only_to), ("not to", line.not_to))
    return [(word, code) for word, code in pairs if code]


def _rows(found: Shown, entry: Entry) -> list[ControlRow]:
    return [row for row in entry.rows if _may_cover(row.limits, found.asked)]


def _lines(found: Shown, entry: Entry) -> list[Eligibility]:
    return [line for line in entry.eligibility if _may_cover(line.limits, found.asked)]


def _may_cover(limits: Limits, asked: Eccn) -> bool:
    """Tell whether a row can speak of what was asked; a bare entry is about all of its rows."""
    if any(asked.is_within(path) for path in limits.except_paragraphs):
        return False
    near = (asked.is_within(path) or path.is_within(asked) for path in limits.paragraphs)
    return not limits.paragraphs or any(near)


def _scope(limits: Limits) -> str:
    only = " ".join(f".{'.'.join(one.paragraph)}" for one in limits.paragraphs)
    less = " ".join(f".{'.'.join(one.paragraph)}" for one in limits.except_paragraphs)
    parts = (
        only or "entire entry",
        f"except {less}" if less else "",
        f"for {' '.join(map(str, limits.for_items))}" if limits.for_items else "",
        f"where that is controlled for {limits.for_reason}" if limits.for_reason else "",
        f"if {' and '.join(limits.conditions)}" if limits.conditions else "",
        f"unless {' or '.join(limits.unless)}" if limits.unless else "",
    )
    return ", ".join(filter(None, parts))


def _slugs(found: Shown) -> list[str]:
    entries = [value.value for value in found.values]
    limits = [row.limits for entry in entries for row in _rows(found, entry)]
    limits += [line.limits for entry in entries for line in _lines(found, entry)]
    return sorted({slug for one in limits for slug in (*one.conditions, *one.unless)})


def _days(value: Value[Entry]) -> str:
    until = f" until {value.review_by}" if value.review_by else ""
    known = " ".join(map(str, value.value.known_for))
    return f"since {value.since}{until}" + (f", {known} alone" if known else "")
