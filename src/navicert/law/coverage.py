"""Coverage as data: which table was verified from which day, and when somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known of one table of the shelf.

    ``verified_from`` is the first day for which the table as a whole was verified (single rows
    may reach further back, each with its own source); ``last_looked_at`` the last day on which
    somebody held it against the official text.
    """

    table: str
    title: str
    citation: str
    source: str
    verified_from: date
    last_looked_at: date
    note: str = ""

    def age_on(self, day: date) -> int:
        """Give the days between the last look and a later day; 0 when the look is not older."""
        return max(0, (day - self.last_looked_at).days)

    def covers(self, day: date) -> bool:
        """Tell whether the table as a whole was verified for that day."""
        return day >= self.verified_from
