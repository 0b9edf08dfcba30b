"""Country Groups A:1 to E:2 (Supplement No. 1 to part 740)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navicert.errors import LawNotCovered
from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf, day_of, parts_of
from navicert.law.tables import country_chart


@dataclass(frozen=True, slots=True)
class CountryGroups:
    """Asked with an ISO code; a territory has the groups of the country that it follows."""

    rows: Mapping[str, Dated[frozenset[str]]]
    chart: country_chart.CountryChart

    def of(self, code: str, day: date) -> frozenset[str]:
        """Give the groups of a destination on a day; raise LawNotCovered where none is verified."""
        country = self.chart.country_of(code, day)
        for one in (country, code):
            if one in self.rows:
                return self.rows[one].at(day).value
        message = f"Country Groups: no row for {code}; Supp. 1 to part 740 has none"
        raise LawNotCovered(message)


def read(shelf: Shelf, chart: country_chart.CountryChart) -> CountryGroups:
    """Read the groups from the shelf."""
    values: dict[str, list[Value[frozenset[str]]]] = defaultdict(list)
    for cells in shelf.rows("740/country_groups.csv"):
        groups = frozenset(parts_of(cells["groups"]))
        values[cells["country"]].append(
            Value(day_of(cells["since"]), groups, cells["citation"])
        )
    rows = {code: dated(f"Country Groups, row {code}", row) for code, row in values.items()}
    return CountryGroups(rows, chart)
