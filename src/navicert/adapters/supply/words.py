"""Single words of a graph's tables: ids, countries, truths, ranges; what is wrong is noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from navicert.adapters.supply.table import Problems, Row
from navicert.errors import TermError
from navicert.exposure import range as ranges
from navicert.exposure.range import Range
from navicert.terms import country, eccn
from navicert.terms.truth import Truth

MOST_ID = 120
PERCENT = Decimal(100)
_ANSWERS: Mapping[str, Truth] = {
    "yes": Truth.YES,
    "true": Truth.YES,
    "no": Truth.NO,
    "false": Truth.NO,
    "unknown": Truth.UNKNOWN,
    "": Truth.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Words:
    """Reads the words of one row, and notes what is none."""

    row: Row
    problems: Problems

    def text(self, column: str) -> str:
        """Give a text as it stands."""
        return self.row.get(column)

    def id(self, column: str) -> str:
        """Give an id; one that is missing or too long is noted."""
        said = self.row.get(column)
        if not said:
            self.note(column, "is empty: name a node")
        elif len(said) > MOST_ID or not said.isprintable():
            self.note(column, f"{said[:40]!r} is no id: at most {MOST_ID} printable characters")
        return said[:MOST_ID]

    def number(self, column: str, most: Decimal | None = None) -> Range | None:
        """Give a number or a range of nought or more; None where nothing stands."""
        try:
            found = ranges.parse(self.row.get(column))
        except TermError as error:
            self.note(column, str(error))
            return None
        if found is not None and found.low < 0:
            self.note(column, f"{found} is less than nothing")
            return None
        if found is not None and most is not None and found.high > most:
            self.note(column, f"{found} is more than {most} percent")
            return None
        return found

    def percent(self, column: str) -> Range | None:
        """Give a share from 0 to 100."""
        return self.number(column, PERCENT)

    def truth(self, column: str) -> Truth:
        """Give yes, no or unknown; empty is unknown."""
        said = self.row.get(column)
        found = _ANSWERS.get(said.lower())
        if found is None:
            self.note(column, f"{said[:40]!r}: write yes, no or unknown")
            return Truth.UNKNOWN
        return found

    def country(self, column: str) -> str | None:
        """Give a country's code; None where nothing stands."""
        said = self.row.get(column)
        if not said:
            return None
        try:
            return country.parse(said)
        except TermError as error:
            self.note(column, str(error))
            return None

    def eccn(self, column: str) -> str:
        """Give an ECCN as it stands, once it is one."""
        said = self.row.get(column)
        if said:
            try:
                return str(eccn.parse(said))
            except TermError as error:
                self.note(column, str(error))
        return ""

    def note(self, column: str, message: str) -> None:
        """Note a problem with a column of this row."""
        self.problems.note(self.row.place, column, message)
