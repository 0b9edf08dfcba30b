"""Tables of the law on fixed days, as text that people can read and git can compare.

Run this file to write them anew after a change of the law that was meant:

    .venv/bin/python -m tests.snapshots.law.tables

Then read the difference line by line, and hold it against the regulation before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from navicert.errors import LawNotCovered
from navicert.law.edition import Edition, standard_law
from navicert.terms.reason_for_control import COLUMNS

A = TypeVar("A")
T = TypeVar("T")

FOLDER = Path(__file__).parent
DAYS = (
    date(2016, 3, 10),
    date(2018, 5, 14),
    date(2024, 4, 18),
    date(2024, 4, 19),
    date(2026, 7, 22),
    date(2026, 7, 30),
)
COUNTRIES = ("AE", "AU", "CA", "CN", "CU", "DE", "GB", "HK", "IN", "IR", "MO", "RU", "SD", "TW")
UNDER_PART_746 = ("BY", "CU", "IQ", "IR", "KP", "RU", "SY", "UA", "DE")
ENTRIES = ("3A001", "3A090", "3B001", "5A002", "9A610")
NOT_VERIFIED = "not verified"


def chart(edition: Edition) -> Iterator[str]:
    for code in COUNTRIES:
        row = _or_gap(edition.chart_row, code)
        if row is None:
            yield f"{code}  {NOT_VERIFIED}"
            continue
        columns = " ".join(column for column in COLUMNS if column in row.columns)
        notes = " ".join(sorted(row.footnotes, key=int))
        yield f"{code}  {columns or 'no mark'}" + (f"  (footnotes {notes})" if notes else "")


def groups(edition: Edition) -> Iterator[str]:
    for code in COUNTRIES:
        of = _or_gap(edition.groups_of, code)
        yield f"{code}  {NOT_VERIFIED if of is None else ' '.join(sorted(of)) or 'none'}"


def anti_terrorism(edition: Edition) -> Iterator[str]:
    for code in sorted({*COUNTRIES, "KP", "SY"}):
        yield f"{code}  {' '.join(sorted(edition.anti_terrorism_columns(code))) or 'none'}"


def embargoes(edition: Edition) -> Iterator[str]:
    for code in UNDER_PART_746:
        found = edition.embargoes_on(code)
        yield f"{code}" + ("" if found else "  none")
        for one in found:
            where = f" in {', '.join(sorted(one.regions))}" if one.regions else ""
            open_ = " ".join(sorted(one.exceptions)) or "no exception"
            yield f"    {one.label}{where}: {one.items}; {open_}"
        for bar in edition.agency_prohibitions_on(code):
            yield f"    {bar.label}: barred by {bar.agency}"


def denial_clauses(edition: Edition) -> Iterator[str]:
    for clause in edition.denial_clauses():
        acts = " ".join(sorted(clause.activities))
        yield f"{clause.id}  {clause.who}, {clause.relation}, items {clause.items}: {acts}"


def control_rows(edition: Edition) -> Iterator[str]:
    for symbol in ENTRIES:
        entry = _or_gap(edition.entry, symbol)
        if entry is None:
            yield f"{symbol}  {NOT_VERIFIED}"
            continue
        yield symbol
        for row in entry.rows:
            to = " ".join(row.columns) or row.destinations
            only = " ".join(".".join(one.paragraph) for one in row.limits.paragraphs)
            less = " ".join(".".join(one.paragraph) for one in row.limits.except_paragraphs)
            scope = (f" only {only}" if only else "") + (f" less {less}" if less else "")
            yield f"    {row.reason} {to}{scope}"


def affiliates(edition: Edition) -> Iterator[str]:
    rule = _or_gap(lambda one: one.affiliates_rule(), edition)
    yield NOT_VERIFIED if rule is None else "in force" if rule else "not in force"


def procurement(edition: Edition) -> Iterator[str]:
    law = _or_gap(lambda one: one.procurement(), edition)
    if law is None:
        yield NOT_VERIFIED
        return
    for part in law.parts:
        reached = [name for name in part.named if part.reaches(name, edition.day)]
        acts, money = " ".join(sorted(part.acts)), " ".join(sorted(part.money))
        yield f"{part.id}  {acts}, money {money}: {len(reached)} companies"
        yield from (f"    {name} since {part.named[name]}" for name in reached)


TABLES: dict[str, Callable[[Edition], Iterator[str]]] = {
    "Commerce Country Chart": chart,
    "Country Groups": groups,
    "Anti-terrorism columns": anti_terrorism,
    "Part 746": embargoes,
    "Standard terms of denial orders": denial_clauses,
    "Control rows": control_rows,
    "Affiliates rule": affiliates,
    "Restricted procurement": procurement,
}


def text_on(day: date) -> str:
    """Every table of a day."""
    edition = standard_law().open_at(day)
    parts = (f"{title}\n\n" + "\n".join(table(edition)) for title, table in TABLES.items())
    return f"The law on {day}\n\n" + "\n\n\n".join(parts) + "\n"


def path_of(day: date) -> Path:
    return FOLDER / f"{day}.txt"


def write() -> None:
    """Write every snapshot anew."""
    for day in DAYS:
        path_of(day).write_text(text_on(day), encoding="utf-8")


def _or_gap(ask: Callable[[A], T], about: A) -> T | None:
    try:
        return ask(about)
    except LawNotCovered:
        return None


if __name__ == "__main__":
    write()
