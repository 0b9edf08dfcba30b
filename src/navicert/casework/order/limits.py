"""How much an order may hold; more is refused with the limit named, never cut."""

from __future__ import annotations

from datetime import date

FIRST_DAY = date(1980, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""Days of an order beyond these are slips of the pen."""

MOST_NAME = 500
"""Characters of a name, or of any other text on one line."""

MOST_TEXT = 5_000
"""Characters of a text that tells something."""

MOST_TERM = 200
"""Characters of a term of the trade; no code is longer."""

MOST_LINES = 100_000
MOST_PARTIES = 1_000
MOST_ROUTE = 50
MOST_ENTRIES = 1_000
"""Entries of any other list."""

MOST_PARTS = 200_000
"""Parts of all bills of materials of one order."""

MOST_DEPTH = 200
"""Levels of assemblies within assemblies."""

MOST_PROBLEMS = 1_000
"""Problems told of one document; whoever has more has another kind of problem."""
