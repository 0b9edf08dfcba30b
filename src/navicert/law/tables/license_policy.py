"""How BIS reviews applications: advice by section, reason and destination (parts 742 to 746)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from navicert.law.shelf import Shelf
from navicert.terms.eccn import Eccn
from navicert.terms.eccn import parse as eccn_of

KEPT = 1 << 10
"""How many pairs of label and reason are remembered; the shelf knows some two hundred."""


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


@dataclass(frozen=True, slots=True, eq=False)
class LicensePolicy:
    """All policies in the order in which they are tried."""

    policies: tuple[Policy, ...]
    verified_from: date

    def on(self, day: date, label: str, reason: str) -> tuple[Policy, ...]:
        """Give the policies for requirements of a label and a reason for control.

        None for days on which nobody verified them, since it is advice.
        """
        return _fitting(self, label, reason) if day >= self.verified_from else ()


@lru_cache(maxsize=KEPT)
def _fitting(told: LicensePolicy, label: str, reason: str) -> tuple[Policy, ...]:
    return tuple(
        one
        for one in told.policies
        if (not one.labels or label.startswith(one.labels))
        and (not one.reasons or reason in one.reasons)
    )


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
