"""The law on the terminal: coverage, and what the shelf says of one address."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from navicert.adapters.law_texts.library import LawTexts
from navicert.casework.law_index import rules_citing
from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.errors import UnreadableFile
from navicert.law.changes import DatedValue, dated_values
from navicert.law.coverage import Coverage
from navicert.law.sections import NOT_MODELLED, STATUSES, Section, named_in, sections
from navicert.law.shelf import Shelf
from navicert.rules.cites import Registered

MOST_ROWS = 60
SECTIONS = "730/coverage.csv"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table on the shelf that speaks of the address."""

    table: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of an address: its official words, the tables that cite it, their rows."""

    address: str
    heading: str | None
    text: str | None
    tables: tuple[Coverage, ...]
    rows: tuple[Row, ...]
    section: Section | None = None
    rules: tuple[Registered, ...] = ()


def find(address: str, shelf: Shelf, texts: LawTexts) -> Found:
    """Find everything about an address; UnreadableFile when there is nothing."""
    wanted = address.strip().removeprefix("15 CFR ").removeprefix("§").strip()
    found = Found(
        address=wanted,
        heading=texts.heading_of(wanted),
        text=texts.text_of(wanted),
        tables=tuple(one for one in shelf.coverages() if _speaks_of(one.citation, wanted)),
        rows=(*_rows(shelf, wanted), *_values(shelf, wanted)),
        section=next((one for one in sections(shelf) if one.number == wanted), None),
        rules=rules_citing(wanted) if named_in(wanted) else (),
    )
    known = found.heading or found.text or found.tables or found.rows
    if not (known or found.section or found.rules):
        message = (
            f"{address!r}: nothing on the shelf and no imported text speaks of it; give an ECCN, "
            "a section such as 744.11 or a country code, or import texts: navicert law import FILE"
        )
        raise UnreadableFile(message)
    return found


def show_found(found: Found, console: Console) -> None:
    """Print an address: official words first, then the shelf."""
    heading = found.heading or "no official text imported: navicert law import FILE"
    console.print(joined(plain(f"{found.address}  ", "bold"), plain(heading)))
    if found.text:
        console.print(plain(found.text))
    if found.section:
        console.print(plain(f"{found.section.status}: {found.section.says}", "cyan"))
    for rule in found.rules:
        console.print(joined(plain(f"rule {rule.name}: ", "dim"), plain(rule.sentence)))
    for one in found.tables:
        words = f"{one.table}: {one.title} ({one.citation}), verified from {one.verified_from}"
        console.print(plain(words, "cyan"))
    for row in found.rows[:MOST_ROWS]:
        console.print(joined(plain(f"{row.table}: ", "dim"), plain(_line(row))))
    if len(found.rows) > MOST_ROWS:
        console.print(plain(f"and {len(found.rows) - MOST_ROWS:,} more rows: --json has all"))


def found_document(found: Found) -> dict[str, Any]:
    """Give what was found as a plain document."""
    return {
        "address": found.address,
        "heading": found.heading,
        "text": found.text,
        "section": msgspec.to_builtins(found.section),
        "rules": [msgspec.to_builtins(one) for one in found.rules],
        "tables": [msgspec.to_builtins(one) for one in found.tables],
        "rows": [{"table": row.table} | dict(row.cells) for row in found.rows],
    }


@dataclass(frozen=True, slots=True)
class Extent:
    """How far the shelf reaches: its tables with their days, its sections with their status."""

    digest: str
    coverages: tuple[Coverage, ...]
    sections: tuple[Section, ...]


def extent(shelf: Shelf) -> Extent:
    """Read how far the shelf reaches."""
    return Extent(shelf.digest, shelf.coverages(), sections(shelf))


def show_coverage(law: Extent, console: Console) -> None:
    """Lay out every table with its days, and what is not modelled."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("verified from", "last looked at", "table", "citation"):
        table.add_column(head, overflow="fold", no_wrap=head.startswith(("verified", "last")))
    for one in law.coverages:
        cells = (one.verified_from, one.last_looked_at, one.title, cited(one.citation))
        table.add_row(*map(plain, cells))
    console.print(table)
    counts = Counter(one.status for one in law.sections)
    words = ", ".join(f"{counts[status]} {status}" for status in STATUSES)
    console.print(plain(f"sections: {words}"))
    for section in law.sections:
        if section.status == NOT_MODELLED:
            words = f"not modelled: {section.number} {section.title}: {section.says}"
            console.print(plain(words, "yellow"))
    console.print(plain(f"digest {law.digest}", "dim"))


def coverage_document(law: Extent) -> dict[str, Any]:
    """Give the coverage as a plain document."""
    return {
        "digest": law.digest,
        "tables": [msgspec.to_builtins(one) for one in law.coverages],
        "sections": [msgspec.to_builtins(one) for one in law.sections],
    }


def _rows(shelf: Shelf, wanted: str) -> list[Row]:
    return [
        Row(address.removesuffix(".csv"), tuple(row.items()))
        for address in shelf.addresses
        if address.endswith(".csv") and address != SECTIONS
        for row in shelf.rows(address)
        if any(_speaks_of(cell, wanted) for cell in _cells(row, wanted))
    ]


def _values(shelf: Shelf, wanted: str) -> list[Row]:
    """Give values of TOML files whose citation speaks of the address, or that name a country."""
    return [
        Row(value.table, (("of", value.owner), *value.cells))
        for value in dated_values(shelf)
        if f"{value.table}.toml" in shelf.contents
        and f"{value.table}.csv" not in shelf.contents
        and (_speaks_of(value.citation, wanted) or _is_on(value, wanted))
    ]


def _is_on(value: DatedValue, wanted: str) -> bool:
    """Tell whether a value is on a country, such as an embargo."""
    named = dict(value.cells).get("countries", "").split()
    return _COUNTRY.fullmatch(wanted) is not None and wanted.upper() in named


def _cells(row: dict[str, str], wanted: str) -> list[str]:
    """Give the cells to look into; two letters are a country, and no reason for control."""
    if _COUNTRY.fullmatch(wanted):
        return [row[name] for name in ("country", "territory", "follows") if name in row]
    return list(row.values())


def _speaks_of(cell: str, wanted: str) -> bool:
    """Tell whether a cell is the address, or a list or citation that names it or a part of it."""
    whole = rf"(?<![A-Za-z0-9.]){re.escape(wanted)}(?![A-Za-z0-9])"
    return re.search(whole, cell, re.IGNORECASE) is not None


_COUNTRY = re.compile(r"[A-Za-z]{2}")


def _line(row: Row) -> str:
    return ", ".join(f"{name} {cell}" for name, cell in row.cells if cell)
