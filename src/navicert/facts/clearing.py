"""A clearing: an officer's decision that a party is not the listed one whose name it met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.terms.list_code import ListCode


class ClearingScope(StrEnum):
    """What must be the same about a party for a clearing to be of it."""

    NAME = "name"
    COUNTRY = "name+country"
    PARTY = "name+country+birth_date"


@dataclass(frozen=True, slots=True)
class ClearedEntry:
    """An entry of a list, and the digest of what it said when it was cleared.

    ``entry`` is the number of the entry, or the reference of a denial order.
    """

    list: ListCode
    entry: str
    digest: str


@dataclass(frozen=True, slots=True)
class Clearing:
    """Who is not whom, as far as ``scope`` goes, by whose decision and why.

    ``name`` is the party's as it was asked, ``country`` and ``birth_date`` what was known of it
    then, empty where nothing was. It holds from ``since`` to ``until``, both included; without
    an end it holds until the entry or the party changes, or somebody revokes it.
    """

    number: int
    name: str
    scope: ClearingScope
    entries: tuple[ClearedEntry, ...]
    listed_name: str
    reason: str
    by: str
    since: date
    until: date | None = None
    country: str = ""
    birth_date: str = ""

    def has_expired_on(self, day: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and day > self.until
