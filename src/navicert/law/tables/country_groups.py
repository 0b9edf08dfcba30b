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
    members: Mapping[str, Dated[frozenset[str]]]
    chart: country_chart.CountryChart

    def of(self, code: str, day: date) -> frozenset[str]:
        """Give the groups of a destination on a day; raise LawNotCovered where none is verified."""
        country = self.chart.country_of(code, day)
        for one in (country, code):
            if one in self.rows:
                return self.rows[one].at(day).value
        message = f"Country Groups: no row for {code}; Supp. 1 to part 740 has none"
        raise LawNotCovered(message)

    def has(self, code: str, group: str, day: date) -> bool:
        """Tell whether a destination is in a group; some groups are verified as a whole.

        A letter alone means all of its groups, as "Country Group E" means E:1 and E:2.
        """
        below = sorted(one for one in self.members if one.startswith(f"{group}:"))
        if below:
            return any(self.has(code, one, day) for one in below)
        country = self.chart.country_of(code, day)
        whole = self.members.get(group)
        if whole is not None and day >= whole.values[0].since:
            return country in whole.at(day).value
        of = self.of(code, day)
        return group in of or any(one.startswith(f"{group}:") for one in of)


def read(shelf: Shelf, chart: country_chart.CountryChart) -> CountryGroups:
    """Read the groups from the shelf."""
    rows = _dated(shelf, "740/country_groups.csv", "country", "groups")
    members = _dated(shelf, "740/group_members.csv", "group", "members")
    return CountryGroups(rows, members, chart)


def _dated(shelf: Shelf, address: str, key: str, cell: str) -> dict[str, Dated[frozenset[str]]]:
    values: dict[str, list[Value[frozenset[str]]]] = defaultdict(list)
    for cells in shelf.rows(address):
        value = Value(day_of(cells["since"]), frozenset(parts_of(cells[cell])), cells["citation"])
        values[cells[key]].append(value)
    return {one: dated(f"Country Groups, {one}", rows) for one, rows in values.items()}
