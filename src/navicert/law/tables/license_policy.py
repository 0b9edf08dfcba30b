"""How BIS reviews applications: advice by section, reason and destination (parts 742 to 746)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from navicert.law.shelf import Shelf
from navicert.terms.eccn import Eccn
from navicert.terms.eccn import parse as eccn_of


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy: whom it concerns, what it says, where; an empty condition asks nothing."""

    labels: tuple[str, ...]
    reasons: frozenset[str]
    countries: frozenset[str]
    groups: frozenset[str]
    entries: tuple[Eccn, ...]
    categories: frozenset[str]
    military: bool
    military_end_use: bool
    says: str
    citation: str


@dataclass(frozen=True, slots=True)
class LicensePolicy:
    """All policies in the order in which they are tried."""

    policies: tuple[Policy, ...]
    verified_from: date

    def on(self, day: date) -> tuple[Policy, ...]:
        """Give the policies; none for days on which nobody verified them, since it is advice."""
        return self.policies if day >= self.verified_from else ()


def read(shelf: Shelf) -> LicensePolicy:
    """Read the policies from the shelf."""
    document = shelf.document("750/license_policy.toml")
    return LicensePolicy(
        tuple(_policy(row) for row in document["policy"]), document["verified_from"]
    )


def _policy(row: dict[str, Any]) -> Policy:
    return Policy(
        labels=tuple(row.get("labels", ())),
        reasons=frozenset(row.get("reasons", ())),
        countries=frozenset(row.get("countries", ())),
        groups=frozenset(row.get("groups", ())),
        entries=tuple(eccn_of(one) for one in row.get("entries", ())),
        categories=frozenset(row.get("categories", ())),
        military=row.get("military", False),
        military_end_use=row.get("military_end_use", False),
        says=row["says"],
        citation=row["citation"],
    )
