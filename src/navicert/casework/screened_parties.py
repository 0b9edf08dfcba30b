"""The parties to screen, as a table or the terminal names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navicert.casework.order import keys
from navicert.casework.order.document import OrderDocument
from navicert.casework.order.notes import Notes
from navicert.casework.order.parties import known_of
from navicert.casework.order.section import Section
from navicert.errors import EmptyTable, OrderRefused, PartiesRefused
from navicert.facts.party import Party

MOST_SCREENED = 100_000
"""Parties of one table."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One party to screen: its line in the file (0 for none) and the reader's own number for it."""

    party: Party
    line: int = 0
    reference: str = ""


def parties(document: OrderDocument) -> tuple[Asked, ...]:
    """Read the parties under ``parties`` of a plain document.

    Raises:
        EmptyTable: when there is none.
        PartiesRefused: with every malformed, unknown and missing term, each with its line.
    """
    if document.content.get("parties", []) in ([], None) and not document.problems:
        raise EmptyTable(f"{document.file}: no party stands in it, so there is nothing to screen")
    try:
        found = _read(document)
    except OrderRefused as refused:
        raise PartiesRefused(refused.problems) from None
    lines = document.locate([("parties", at) for at in range(len(found))])
    return tuple(
        Asked(party, place.line, reference)
        for (party, reference), place in zip(found, lines, strict=True)
    )


def _read(document: OrderDocument) -> tuple[tuple[Party, str], ...]:
    notes = Notes(document)
    found = tuple(_each(Section(notes, document.content)))
    notes.settle()
    return found


def _each(whole: Section) -> Iterator[tuple[Party, str]]:
    for section in whole.sections("parties", MOST_SCREENED):
        section.only(keys.SCREENED)
        yield known_of(section), section.name("reference")
