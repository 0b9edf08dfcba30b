"""What is no export, reexport, transfer or deemed reexport (734.18 to 734.20)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Activities:
    """Places and days that the sections name, and what to ask by slug.

    ``storage`` are countries and groups where encrypted data must not be stored on purpose;
    ``transit`` the countries whose own traffic may pass through the United States.
    """

    storage: frozenset[str]
    deemed_reexport_groups: frozenset[str]
    transit: frozenset[str]
    access_since: date
    questions: Mapping[str, str]


def read(shelf: Shelf) -> Activities:
    """Read the activities from the shelf."""
    document = shelf.document("734/activities.toml")
    end_to_end = document["end_to_end"]
    return Activities(
        storage=frozenset(end_to_end["storage_groups"] + end_to_end["storage_countries"]),
        deemed_reexport_groups=frozenset(document["deemed_reexport"]["groups"]),
        transit=frozenset(document["transit"]["countries"]),
        access_since=document["access"]["since"],
        questions=document["questions"],
    )
