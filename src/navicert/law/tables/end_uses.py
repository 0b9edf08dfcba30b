"""End uses that part 744 names: where, for which items, and what may overcome them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class EndUseControl:
    """One end use of part 744; ``items`` is any, listed or ask, ``slug`` the list that is meant."""

    kind: str
    section: str
    everywhere: bool
    countries: frozenset[str]
    except_countries: frozenset[str]
    groups: frozenset[str]
    items: str
    slug: str
    exceptions: frozenset[str]
    citation: str


@dataclass(frozen=True, slots=True)
class EndUses:
    """Asked with the kind of an end use."""

    controls: tuple[EndUseControl, ...]
    verified_from: date

    def of(self, kind: str) -> tuple[EndUseControl, ...]:
        """Give the controls on an end use."""
        return tuple(one for one in self.controls if one.kind == kind)


def read(shelf: Shelf) -> EndUses:
    """Read the end uses from the shelf."""
    document = shelf.document("744/end_uses.toml")
    return EndUses(
        tuple(
            EndUseControl(
                kind=row["kind"],
                section=row["section"],
                everywhere=row.get("everywhere", False),
                countries=frozenset(row.get("countries", ())),
                except_countries=frozenset(row.get("except_countries", ())),
                groups=frozenset(row.get("groups", ())),
                items=row["items"],
                slug=row.get("slug", ""),
                exceptions=frozenset(row["exceptions"]),
                citation=row["citation"],
            )
            for row in document["end_use"]
        ),
        document["verified_from"],
    )
