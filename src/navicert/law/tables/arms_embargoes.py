"""Countries under United Nations arms embargoes, for items with the UN reason (15 CFR 746.1(b))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf, day_of


@dataclass(frozen=True, slots=True)
class ArmsEmbargoes:
    """Asked with an ISO country code."""

    since: Mapping[str, date]
    verified_from: date

    def has(self, country: str, day: date) -> bool:
        """Tell whether 746.1(b)(2) names the country; raise LawNotCovered before that is known."""
        if country not in self.since:
            return False
        if day < self.since[country]:
            message = f"746.1(b)(2): not verified for {country} on {day}"
            raise LawNotCovered(message)
        return True


def read(shelf: Shelf) -> ArmsEmbargoes:
    """Read the list of 746.1(b)(2) from the shelf."""
    rows = shelf.rows("746/un_arms_embargo.csv")
    since = {cells["country"]: day_of(cells["since"]) for cells in rows}
    return ArmsEmbargoes(since, shelf.document("746/un_arms_embargo.toml")["verified_from"])
