"""The Commerce Country Chart: which columns have an X for a destination (Supp. 1 to part 738)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from navicert.errors import LawNotCovered
from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf, day_of, parts_of

UNITED_STATES = "US"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row of the chart: the columns with an X, and the numbers of its footnotes."""

    country: str
    columns: frozenset[str]
    footnotes: frozenset[str]


@dataclass(frozen=True, slots=True)
class FootnoteRequirement:
    """A license requirement that a footnote of the chart adds for some entries."""

    footnote: str
    since: date
    until: date | None
    countries: frozenset[str]
    eccn: str
    paragraphs: tuple[str, ...]
    except_paragraphs: tuple[str, ...]
    conditions: tuple[str, ...]
    reason: str
    label: str
    citation: str

    def holds_on(self, day: date) -> bool:
        """Tell whether the footnote was printed so on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class ColumnScope:
    """For which destinations a section of part 742 says that a column requires a license."""

    destinations: frozenset[str]
    left_out: frozenset[str]
    silent: frozenset[str]

    def marks(self, country: str) -> bool | None:
        """Tell whether it requires one for a country; None where it says nothing of it."""
        if country in self.silent or (self.destinations and country not in self.destinations):
            return None
        return country not in self.left_out


@dataclass(frozen=True, slots=True)
class CountryChart:
    """Asked with an ISO code; a territory without a row of its own has its country's."""

    rows: dict[str, Dated[ChartRow]]
    columns: dict[str, Dated[ColumnScope]]
    territories: dict[str, Dated[str]]
    footnotes: tuple[Value[FootnoteRequirement], ...]

    def country_of(self, code: str, day: date) -> str:
        """Give the country whose row counts: China for Hong Kong, the United Kingdom for Cayman.

        Before the day from which that was verified a territory stands for itself, and has no row.
        """
        territory = self.territories.get(code)
        if territory is None or day < territory.values[0].since:
            return code
        return territory.at(day).value

    def has(self, code: str, day: date) -> bool:
        """Tell whether the chart has a row that counts for a place on some day."""
        return self.country_of(code, day) in self.rows

    def row(self, code: str, day: date) -> Value[ChartRow]:
        """Give the row that counts on a day; raise LawNotCovered where nobody verified one."""
        country = self.country_of(code, day)
        if country not in self.rows:
            message = f"Commerce Country Chart: no row for {code}; Supp. 1 to part 738 has none"
            raise LawNotCovered(message)
        return self.rows[country].at(day)

    def marks(self, code: str, column: str, day: date) -> bool:
        """Tell whether a column has an X: by the row, or by its section where no row is verified.

        Raises:
            LawNotCovered: where neither says it.
        """
        try:
            return column in self.row(code, day).value.columns
        except LawNotCovered:
            said = self._section_says(code, column, day)
            if said is None:
                raise
            return said

    def _section_says(self, code: str, column: str, day: date) -> bool | None:
        country, scope = self.country_of(code, day), self.columns.get(column)
        if country not in self.rows or scope is None or day < scope.values[0].since:
            return None
        return scope.at(day).value.marks(country)

    def footnote_requirements(
        self, code: str, symbol: str, day: date
    ) -> tuple[FootnoteRequirement, ...]:
        """Give what footnotes add for an entry to a destination.

        Raise LawNotCovered on a day between or before footnotes that name the entry, unless the
        row of the day was verified and prints none of them yet.
        """
        country = self.country_of(code, day)
        found = tuple(
            value
            for value in self.footnotes
            if value.value.eccn == symbol and country in value.value.countries
        )
        standing = tuple(value.value for value in found if value.value.holds_on(day))
        later = [value for value in found if value.since > day]
        if standing or not later:
            return standing
        if day < min(value.since for value in found):
            printed = self.row(code, day).value.footnotes
            if not printed & {value.value.footnote for value in found}:
                return ()
        message = (
            f"footnote {later[0].value.footnote} of the Commerce Country Chart, {symbol} to "
            f"{country}: nobody verified it for {day}; the first day is {later[0].since}"
        )
        raise LawNotCovered(message)


def read(shelf: Shelf) -> CountryChart:
    """Read chart, territories and footnotes from the shelf."""
    return CountryChart(_rows(shelf), _columns(shelf), _territories(shelf), _footnotes(shelf))


def _rows(shelf: Shelf) -> dict[str, Dated[ChartRow]]:
    values: dict[str, list[Value[ChartRow]]] = defaultdict(list)
    for cells in shelf.rows("738/country_chart.csv"):
        row = ChartRow(
            cells["country"],
            frozenset(parts_of(cells["columns"])),
            frozenset(parts_of(cells["footnotes"])),
        )
        values[row.country].append(Value(day_of(cells["since"]), row, cells["citation"]))
    return {
        code: dated(f"Commerce Country Chart, row {code}", rows) for code, rows in values.items()
    }


def _columns(shelf: Shelf) -> dict[str, Dated[ColumnScope]]:
    values: dict[str, list[Value[ColumnScope]]] = defaultdict(list)
    for cells in shelf.rows("738/columns.csv"):
        scope = ColumnScope(
            frozenset(parts_of(cells["destinations"])),
            frozenset(parts_of(cells["except"])),
            frozenset(parts_of(cells["silent"])),
        )
        values[cells["column"]].append(Value(day_of(cells["since"]), scope, cells["citation"]))
    return {name: dated(f"column {name} (15 CFR part 742)", rows) for name, rows in values.items()}


def _territories(shelf: Shelf) -> dict[str, Dated[str]]:
    values: dict[str, list[Value[str]]] = defaultdict(list)
    for cells in shelf.rows("738/territories.csv"):
        value = Value(day_of(cells["since"]), cells["follows"], cells["citation"])
        values[cells["territory"]].append(value)
    return {
        code: dated(f"territory {code} (15 CFR 738.3(b))", rows) for code, rows in values.items()
    }


def _footnotes(shelf: Shelf) -> tuple[Value[FootnoteRequirement], ...]:
    return tuple(
        Value(
            day_of(cells["since"]),
            FootnoteRequirement(
                cells["footnote"],
                day_of(cells["since"]),
                day_of(cells["until"]) if cells["until"] else None,
                frozenset(parts_of(cells["countries"])),
                cells["eccn"],
                parts_of(cells["paragraphs"]),
                parts_of(cells["except_paragraphs"]),
                parts_of(cells["conditions"]),
                cells["reason"],
                cells["label"],
                cells["citation"],
            ),
            cells["citation"],
        )
        for cells in shelf.rows("738/footnotes.csv")
    )
