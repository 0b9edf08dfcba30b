"""The XML form of the UK Sanctions List: ``Designations/Designation``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from lxml.etree import _Element as Element

from navicert.errors import ListRowRefused, Problem, TermError
from navicert.facts.listing import Listing
from navicert.parties.lists import sources, xml_stream
from navicert.parties.lists.list_file import LARGEST, ListFile
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.uk.designation import Cells, Designation, day_of
from navicert.parties.lists.xml_paths import Paths, below, check, name, plain, text
from navicert.parties.lists.xml_stream import Form

ROOT = "Designations"
_DESIGNATION = "Designation"
_GENERATED = "DateGenerated"
FORM = Form(ROOT, frozenset(), frozenset({_DESIGNATION, _GENERATED}))
_INDICATORS = "SanctionsImposedIndicators/"


def read(file: ListFile) -> Contents:
    """Read the whole file.

    Raises ``UnreadableFile``, ``FileTooLarge`` or ``ListRowRefused``; it is read whole or not.
    """
    listings: list[Listing] = []
    made: set[date] = set()
    records = xml_stream.records(file.name, file.pieces(LARGEST), FORM)
    next(records)
    for record in records:
        if name(record) == _DESIGNATION:
            listings.append(_listing(file.name, record))
        else:
            made.add(_day(file.name, record))
    return Contents(tuple(listings), as_of=max(made, default=None))


def _day(file: str, generated: Element) -> date:
    try:
        return day_of(plain(generated))
    except TermError as error:
        line = generated.sourceline or 0
        raise ListRowRefused(str(Problem(file, line, _GENERATED, str(error)))) from error


def _listing(file: str, one: Element) -> Listing:
    check(file, one, _known())
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
    for path, element in below(one):
        if path in groups:
            said = {name(part): part for part in element}
            yield {groups[path][key]: plain(part) for key, part in said.items()}
        elif path in columns:
            yield {columns[path]: plain(element)}
        elif path.startswith(_INDICATORS) and plain(element) == "true":
            marks.append(path.removeprefix(_INDICATORS))
    if marks and not text(one, "SanctionsImposed"):
        yield {"Sanctions Imposed": "|".join(marks)}


@cache
def _known() -> Paths:
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
