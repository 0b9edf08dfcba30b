"""The Affiliates rule: whether 50 percent ownership by listed parties binds (15 CFR 744.11).

And the temporary general license that came with it (General Order No. 7, Supp. 1 to part 736).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class TemporaryLicense:
    """A general license on its days, both included, and where it may be used.

    ``to`` are the Country Groups in which it covers an affiliate without more, ``never`` those in
    which it covers none; elsewhere it needs what ``other`` says. It overcomes the requirements of
    the sections ``overcomes`` alone.
    """

    name: str
    since: date
    until: date
    citation: str
    overcomes: tuple[str, ...]
    to: frozenset[str]
    never: frozenset[str]
    other: str

    def is_valid(self, day: date) -> bool:
        """Tell whether it may be used on a day."""
        return self.since <= day <= self.until


def licenses(shelf: Shelf) -> tuple[TemporaryLicense, ...]:
    """Read the general licenses of the rule."""
    return tuple(
        TemporaryLicense(
            row["name"],
            row["since"],
            row["until"],
            row["citation"],
            tuple(row["overcomes"]),
            frozenset(row["to"]),
            frozenset(row["never"]),
            row["other"],
        )
        for row in shelf.document("744/affiliates.toml")["license"]
    )


def read(shelf: Shelf) -> Dated[bool]:
    """Read since when the rule is in force, stayed or unknown."""
    document = shelf.document("744/affiliates.toml")
    return dated(
        "Affiliates rule (15 CFR 744.11)",
        (
            Value(row["since"], row["in_force"], row["citation"], row.get("review_by"))
            for row in document["value"]
        ),
    )
