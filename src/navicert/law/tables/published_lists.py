"""Lists of parties that are law or published tables: the Covered List, sections 889 and 1260H.

With them the military-intelligence end users that 744.22(f)(2) names. None of the four is in the
Consolidated Screening List.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from navicert.law.shelf import Shelf, day_of, parts_of
from navicert.terms.list_code import ListCode

TABLES = ("fcc/covered_list", "ndaa/section_889", "ndaa/section_1260h")
INTELLIGENCE = "744/named_intelligence"


@dataclass(frozen=True, slots=True)
class NamedParty:
    """One party that a list names; both days are included.

    ``scope`` is which of its goods or services the list means, empty for all. ``verified`` is
    False where nobody read the official text for this row.
    """

    name: str
    also: tuple[str, ...]
    since: date
    until: date | None
    citation: str
    country: str | None = None
    scope: str = ""
    verified: bool = True

    def holds_on(self, day: date) -> bool:
        """Tell whether the list named the party on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class PublishedList:
    """One list; ``effect`` is what it does to a party, ``content`` the file that has its rows."""

    code: ListCode
    title: str
    authority: str
    effect: str
    source: str
    looked_at: date
    parties: tuple[NamedParty, ...]
    content: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 (hexadecimal) of the file."""
        return hashlib.sha256(self.content).hexdigest()

    def on(self, day: date) -> tuple[NamedParty, ...]:
        """Give the parties that it named on a day."""
        return tuple(party for party in self.parties if party.holds_on(day))


def read(shelf: Shelf) -> tuple[PublishedList, ...]:
    """Read every list from a shelf, in order of its address."""
    return (_intelligence(shelf), *(_table(shelf, table) for table in TABLES))


def _table(shelf: Shelf, table: str) -> PublishedList:
    head = shelf.document(f"{table}.toml")
    parties = tuple(_party(row, head.get("country")) for row in shelf.rows(f"{table}.csv"))
    return _list(head, parties, shelf.contents[f"{table}.csv"])


def _party(row: Mapping[str, str], country: str | None) -> NamedParty:
    return NamedParty(
        name=row["name"],
        also=parts_of(row["also"]),
        since=day_of(row["since"]),
        until=day_of(row["until"]) if row["until"] else None,
        citation=row["citation"],
        country=country,
        scope=row["scope"],
        verified=row["verified"] == "yes",
    )


def _intelligence(shelf: Shelf) -> PublishedList:
    """Read the services; a bare abbreviation is left out, since many firms are called so."""
    head = shelf.document(f"{INTELLIGENCE}.toml")
    parties = tuple(
        NamedParty(
            name=user["names"][0],
            also=tuple(name for name in user["names"][1:] if " " in name),
            since=user["since"],
            until=None,
            citation=head["citation"],
            country=user["country"],
        )
        for user in head["user"]
    )
    return _list(head, parties, shelf.contents[f"{INTELLIGENCE}.toml"])


def _list(
    head: Mapping[str, Any], parties: tuple[NamedParty, ...], content: bytes
) -> PublishedList:
    return PublishedList(
        code=ListCode(head["list"]),
        title=head["title"],
        authority=head["authority"],
        effect=head["effect"],
        source=head["source"],
        looked_at=head["last_looked_at"],
        parties=parties,
        content=content,
    )
