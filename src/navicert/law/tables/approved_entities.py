"""Parties that an authority approved, and which requirements that lifts (Supp. 8 to part 740)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Approval:
    """A mark that a party can carry, the destination, and the requirements that it lifts."""

    mark: str
    country: str
    labels: tuple[str, ...]
    since: date
    citation: str


@dataclass(frozen=True, slots=True)
class ApprovedEntities:
    """Asked with a requirement's label and a destination."""

    approvals: tuple[Approval, ...]

    def approval_for(self, label: str, country: str, day: date) -> str:
        """Give the mark that lifts a requirement to a destination, empty when there is none."""
        for one in self.approvals:
            if one.country == country and one.since <= day and label.startswith(one.labels):
                return one.mark
        return ""


def read(shelf: Shelf) -> ApprovedEntities:
    """Read the approvals from the shelf."""
    document = shelf.document("740/approved_entities.toml")
    return ApprovedEntities(
        tuple(
            Approval(
                row["mark"], row["country"], tuple(row["labels"]), row["since"], row["citation"]
            )
            for row in document["approval"]
        )
    )
