"""The red flags of Supplement No. 3 to part 732, as questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One red flag; ``raised_by`` is answer, facts, or the name of the rule that raises it.

    ``resolved_by`` is the one thing that resolves it, where the supplement names one.
    """

    number: int
    slug: str
    question: str
    raised_by: str
    since: date
    party_kinds: frozenset[str]
    groups: frozenset[str]
    resolved_by: str = ""

    @property
    def citation(self) -> str:
        """Where it stands."""
        return f"15 CFR Supp. 3 to 732, red flag {self.number}"


@dataclass(frozen=True, slots=True)
class RedFlags:
    """All that are held, by their numbers."""

    flags: tuple[RedFlag, ...]

    def on(self, day: date) -> tuple[RedFlag, ...]:
        """Give the red flags that the supplement names on a day."""
        return tuple(flag for flag in self.flags if flag.since <= day)


def read(shelf: Shelf) -> RedFlags:
    """Read the red flags from the shelf."""
    document = shelf.document("732/red_flags.toml")
    return RedFlags(
        tuple(
            RedFlag(
                number=row["number"],
                slug=row["slug"],
                question=row["question"],
                raised_by=row["raised_by"],
                since=row.get("since", document["verified_from"]),
                party_kinds=frozenset(row.get("party_kinds", ())),
                groups=frozenset(row.get("groups", ())),
                resolved_by=row.get("resolved_by", ""),
            )
            for row in document["flag"]
        )
    )
