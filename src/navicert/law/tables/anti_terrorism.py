"""Where anti-terrorism controls require a license although the chart has no X (15 CFR 742)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navicert.errors import LawNotCovered
from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf, day_of, parts_of


@dataclass(frozen=True, slots=True)
class AntiTerrorism:
    """AT columns by country: 742.8 Iran, 742.9 Syria, 742.19 North Korea, once 742.10 Sudan."""

    rows: Mapping[str, Dated[frozenset[str]]]
    verified_from: date

    def columns(self, country: str, day: date) -> Value[frozenset[str]]:
        """Give the AT columns that need a license to a country; none for most countries.

        No country has an X under AT1 or AT2 on the chart; raise LawNotCovered before the day
        from which that was verified.
        """
        if day < self.verified_from:
            message = f"anti-terrorism columns: not verified for {day}"
            raise LawNotCovered(message)
        if country not in self.rows:
            return Value(self.verified_from, frozenset(), "15 CFR Supp. 1 to 738")
        return self.rows[country].at(day)


def read(shelf: Shelf) -> AntiTerrorism:
    """Read the anti-terrorism rows from the shelf."""
    values: dict[str, list[Value[frozenset[str]]]] = defaultdict(list)
    for cells in shelf.rows("742/anti_terrorism.csv"):
        value = Value(
            day_of(cells["since"]), frozenset(parts_of(cells["columns"])), cells["citation"]
        )
        values[cells["country"]].append(value)
    rows = {code: dated(f"anti-terrorism controls, {code}", row) for code, row in values.items()}
    return AntiTerrorism(rows, shelf.document("742/anti_terrorism.toml")["verified_from"])
