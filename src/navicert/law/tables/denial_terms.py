"""The standard terms of a denial order, clause by clause (Supplement No. 1 to part 764)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf
from navicert.terms.activity import Activity


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: who may not do what, with which items, in which relation to the denied person.

    ``general`` marks words that lead others, which say more; ``open`` is what is not settled.
    """

    id: str
    who: str
    relation: str
    activities: frozenset[Activity]
    items: str
    or_service_uses: str
    located_in: str
    knowledge: str
    since: date
    citation: str
    gist: str
    general: bool = False
    open: str = ""


@dataclass(frozen=True, slots=True)
class DenialTerms:
    """First, its clauses A to C, and Second A to E, in that order."""

    clauses: tuple[Clause, ...]
    verified_from: date

    def on(self, day: date) -> tuple[Clause, ...]:
        """Give the clauses as they stood on a day; raise LawNotCovered before the first."""
        if day < self.verified_from:
            message = f"standard terms of denial orders: not verified for {day}"
            raise LawNotCovered(message)
        return tuple(clause for clause in self.clauses if clause.since <= day)


def read(shelf: Shelf) -> DenialTerms:
    """Read the clauses from the shelf."""
    document = shelf.document("764/denial_terms.toml")
    return DenialTerms(tuple(_clause(row) for row in document["clause"]), document["verified_from"])


def _clause(row: dict[str, Any]) -> Clause:
    return Clause(
        id=row["id"],
        who=row["who"],
        relation=row["relation"],
        activities=frozenset(Activity(name) for name in row["activities"]),
        items=row["items"],
        or_service_uses=row.get("or_service_uses", ""),
        located_in=row.get("located_in", ""),
        knowledge=row.get("knowledge", ""),
        since=row["since"],
        citation=row["citation"],
        gist=row["gist"],
        general=row.get("general", False),
        open=row.get("open", ""),
    )
