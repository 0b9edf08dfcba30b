"""Identifiers of the Consolidated Screening List: ``country, expiry, issue, number, kind; ...``.

Each part but number and kind may be missing. Remarks stand among them, such as the risk of
secondary sanctions; they are no identifiers and stay in the details of the listing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from navicert.facts.identifier import Identifier
from navicert.parties import shipped
from navicert.parties.lists import country_names
from navicert.terms.identifier_kind import IdentifierKind

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_IMO = re.compile(r"^IMO\s*:?\s*(?=\d)", re.IGNORECASE)
_LEI = re.compile(r"[A-Z0-9]{18}\d{2}")
_BOTH_DAYS = 2


@dataclass(frozen=True, slots=True)
class GivenId:
    """One identifier as the list gives it; ``kind`` is the list's own name for it."""

    kind: str
    number: str
    country: str = ""
    days: str = ""


def parse(cell: str) -> tuple[GivenId, ...]:
    """Read every identifier and remark of a cell.

    >>> parse("JO, 2014-08-30, 2009-08-31, K475336, Passport; Male, Gender")[0]
    GivenId(kind='Passport', number='K475336', country='JO', \
days='expires 2014-08-30, issued 2009-08-31')
    >>> parse("D1234, Iran, Passport")[0].country
    'Iran'
    """
    return tuple(_given(piece.strip()) for piece in cell.split(";") if piece.strip())


def cell(given: GivenId) -> str:
    """Write one as a cell of the CSV form has it.

    >>> cell(GivenId("Passport", "D1", "IR"))
    'IR, D1, Passport'
    """
    days = given.days.replace("expires ", "").replace("issued ", "")
    return ", ".join(filter(None, (given.country, days, given.number, given.kind)))


def identifiers(given: Iterable[GivenId]) -> tuple[Identifier, ...]:
    """Give those that are identifiers of a known kind, each once.

    >>> [(one.kind.value, one.number) for one in identifiers(parse("IMO 8898831, \
Vessel Registration Identification; Female, Gender"))]
    [('imo', '8898831')]
    """
    found = (_identifier(one) for one in given)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def unread(given: Iterable[GivenId]) -> tuple[str, ...]:
    """Give the kinds that are neither an identifier's nor a remark's that we know.

    >>> unread(parse("12, Library Card; Male, Gender"))
    ('Library Card',)
    """
    remarks = tuple(_table()["remarks"]["begins"])
    return tuple(
        one.kind for one in given if kind_of(one.kind) is None and not one.kind.startswith(remarks)
    )


def kind_of(word: str) -> IdentifierKind | None:
    """Give our kind for the list's name of one; None when it is none that we know."""
    for kind, begins in _table()["begins"].items():
        if word.startswith(tuple(begins)):
            return IdentifierKind(kind)
    return _kinds().get(word.casefold())


def _given(piece: str) -> GivenId:
    *parts, kind = (part.strip() for part in piece.split(","))
    country = ""
    if len(parts) > 1 and country_names.code_of(parts[0]) == parts[0]:
        country = parts.pop(0)
    elif len(parts) > 1 and country_names.code_of(parts[-1]):
        country = parts.pop()
    days = [part for part in parts[:-1] if _DAY.fullmatch(part)][:_BOTH_DAYS]
    number = ", ".join(part for part in parts if part not in days)
    return GivenId(kind, number, country, _told(days))


def _told(days: list[str]) -> str:
    if len(days) == _BOTH_DAYS:
        return f"expires {days[0]}, issued {days[1]}"
    return f"dated {days[0]}" if days else ""


def _identifier(given: GivenId) -> Identifier | None:
    kind = kind_of(given.kind)
    if kind is None or not any(map(str.isalnum, given.number)):
        return None
    number = _IMO.sub("", given.number) if kind is IdentifierKind.IMO else given.number
    if kind is IdentifierKind.REGISTRATION and given.kind == "Legal Entity Number":
        kind = IdentifierKind.LEI if _LEI.fullmatch(number) else kind
    note = ", ".join(filter(None, (given.kind, given.days)))
    return Identifier(kind, number, country_names.code_of(given.country), note)


@cache
def _kinds() -> Mapping[str, IdentifierKind]:
    return {
        word.casefold(): IdentifierKind(kind)
        for kind, words in _table()["kinds"].items()
        for word in words
    }


def _table() -> Mapping[str, Any]:
    return shipped.table("navicert.parties.lists.csl", "id_kinds.toml")
