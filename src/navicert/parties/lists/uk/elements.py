"""The XML form of the UK Sanctions List: ``Designations/Designation``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from lxml.etree import _Element as Element

from navicert.errors import ListRowRefused, Problem, TermError
from navicert.facts.listing import Listing
from navicert.parties.lists import sources
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.uk.designation import Cells, Designation, day_of
from navicert.parties.lists.xml_records import XmlForm, XmlRecords, name, plain, text

ROOT = "Designations"
_GENERATED = "DateGenerated"
_INDICATORS = "SanctionsImposedIndicators/"


def read(file: str, content: bytes) -> Contents:
    """Read the whole file.

    Raises ``UnreadableFile``, ``FileTooLarge`` or ``ListRowRefused``; it is read whole or not.
    """
    form = XmlForm("Designation", _known(), frozenset({_GENERATED}))
    records = XmlRecords(file, content, form)
    listings = tuple(_listing(file, one) for one in records)
    made = records.beside.get(_GENERATED, "")
    try:
        return Contents(listings, as_of=day_of(made) if made else None)
    except TermError as error:
        raise ListRowRefused(str(Problem(file, 0, _GENERATED, str(error)))) from error


def _listing(file: str, one: Element) -> Listing:
    entry = text(one, "UniqueID")
    line = one.sourceline or 0
    if not entry:
        message = "a designation without it"
        raise ListRowRefused(str(Problem(file, line, "UniqueID", message)))
    try:
        return Designation(entry, tuple(_rows(one))).listing()
    except TermError as error:
        raise ListRowRefused(str(Problem(file, line, entry, str(error)))) from error


def _rows(one: Element) -> Iterator[Cells]:
    """Bring a designation to rows, in one walk over its elements."""
    columns, groups = sources.words("uk", "elements"), _groups()
    marks = []
    for path, element in _below(one, ""):
        if path in groups:
            said = {name(part): part for part in element}
            yield {groups[path][key]: plain(part) for key, part in said.items()}
        elif path in columns:
            yield {columns[path]: plain(element)}
        elif path.startswith(_INDICATORS) and plain(element) == "true":
            marks.append(path.removeprefix(_INDICATORS))
    if marks and not text(one, "SanctionsImposed"):
        yield {"Sanctions Imposed": "|".join(marks)}


def _below(element: Element, path: str) -> Iterator[tuple[str, Element]]:
    for child in element:
        at = f"{path}/{name(child)}".removeprefix("/")
        yield at, child
        yield from _below(child, at)


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """Every path below a designation, those that hold others too."""
    leaves = list(sources.words("uk", "elements"))
    leaves += [f"{path}/{part}" for path, parts in _groups().items() for part in parts]
    for path, marks in sources.words("uk", "indicators").items():
        leaves += [f"{path}/{mark}" for mark in marks.split()]
    steps = [leaf.split("/") for leaf in leaves]
    found = {"/".join(parts[:length]) for parts in steps for length in range(len(parts) + 1)}
    return dict.fromkeys(sorted(found), frozenset[str]())


def _groups() -> Mapping[str, Mapping[str, str]]:
    told: Mapping[str, Any] = sources.words("uk", "groups")
    return told
