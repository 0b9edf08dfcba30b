"""Sections of the EAR: which are decided, asked or not modelled, and which tables cite them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from navicert.errors import ShelfDamaged
from navicert.law.shelf import Shelf

DECIDED, ASKED, NOT_MODELLED = "decided", "asked", "not modelled"
STATUSES = (DECIDED, ASKED, NOT_MODELLED)
_SUPPLEMENT = re.compile(r"Supp\. (\d{1,2}) to (\d{3})")
_SECTION = re.compile(r"(?<![\d.])(7[3-7]\d\.\d{1,2})(?!\d)")
_PART = re.compile(r"\bpart (7[3-7]\d)\b")


@dataclass(frozen=True, slots=True)
class Section:
    """One section or supplement: its number, what it is, how far it is modelled, in our words.

    ``where`` is the module that answers where neither a rule nor a table cites the section.
    """

    number: str
    title: str
    status: str
    where: str
    says: str


def sections(shelf: Shelf) -> tuple[Section, ...]:
    """Give the sections in the order of the regulation, as the shelf lists them."""
    shelf.document("730/coverage.toml")
    return tuple(_section(cells) for cells in shelf.rows("730/coverage.csv"))


def _section(cells: Mapping[str, str]) -> Section:
    if cells["status"] not in STATUSES:
        message = f"law/ear/730/coverage.csv: {cells['section']}: no status {cells['status']!r}"
        raise ShelfDamaged(message)
    return Section(
        cells["section"], *(cells[name] for name in ("title", "status", "where", "says"))
    )


def named_in(citation: str) -> frozenset[str]:
    """Give the sections, supplements and parts that a citation names.

    >>> sorted(named_in("15 CFR Supp. 1 to 774 ECCN 3A001; 742.4(a)(1)"))
    ['742.4', 'Supp. 1 to 774']
    >>> named_in("15 CFR part 746")
    frozenset({'part 746'})
    """
    supplements = {f"Supp. {n} to {part}" for n, part in _SUPPLEMENT.findall(citation)}
    parts = {f"part {part}" for part in _PART.findall(citation)}
    return frozenset({*supplements, *_SECTION.findall(citation), *parts})


def part_of(number: str) -> str:
    """Give the part that a section or supplement belongs to.

    >>> part_of("746.8"), part_of("Supp. 4 to 746")
    ('part 746', 'part 746')
    """
    digits = number.rsplit(" ", 1)[-1].split(".", 1)[0]
    return f"part {digits}"


def speaks_of(citation: str, number: str) -> bool:
    """Tell whether a citation names a section, or the whole of its part."""
    return bool(named_in(citation) & {number, part_of(number)})


def citations_of_tables(shelf: Shelf) -> Mapping[str, frozenset[str]]:
    """Give for each table every section, supplement and part that it cites."""
    found: dict[str, frozenset[str]] = {}
    for address in shelf.addresses:
        table = address.rsplit(".", 1)[0]
        if table == "730/coverage":
            continue
        texts = _texts(shelf, address)
        found[table] = found.get(table, frozenset()).union(*map(named_in, texts))
    return found


def _texts(shelf: Shelf, address: str) -> Iterable[str]:
    if address.endswith(".csv"):
        rows = shelf.rows(address)
        return {row["citation"] for row in rows} if rows and "citation" in rows[0] else ()
    return _citations(shelf.document(address))


def _citations(node: object) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("citation"), str):
            yield node["citation"]
        for child in node.values():
            yield from _citations(child)
    elif isinstance(node, list):
        for child in node:
            yield from _citations(child)
