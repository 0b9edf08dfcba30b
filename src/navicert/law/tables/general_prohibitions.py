"""The ten general prohibitions: which of them an exception can cure, and where transit counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf


class Cure(StrEnum):
    """What license exceptions can do for a prohibition (736.2(b), 740.1(a))."""

    FREE = "free"
    NAMED = "named"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class GeneralProhibition:
    """One of the ten; ``named_in`` is the part that names the exceptions it lets through."""

    number: int
    name: str
    exceptions: Cure
    named_in: str
    citation: str


@dataclass(frozen=True, slots=True)
class GeneralProhibitions:
    """All ten by number, and the countries of General Prohibition Eight."""

    by_number: Mapping[int, GeneralProhibition]
    transit: Dated[frozenset[str]]


def read(shelf: Shelf) -> GeneralProhibitions:
    """Read the prohibitions from the shelf."""
    document = shelf.document("736/general_prohibitions.toml")
    rows = (
        GeneralProhibition(
            row["number"],
            row["name"],
            Cure(row["exceptions"]),
            row.get("named_in", ""),
            row["citation"],
        )
        for row in document["prohibition"]
    )
    transit = document["transit"]
    value = Value(transit["since"], frozenset(transit["countries"]), transit["citation"])
    return GeneralProhibitions(
        MappingProxyType({row.number: row for row in rows}),
        dated("countries of General Prohibition Eight", (value,)),
    )
