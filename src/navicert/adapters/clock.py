"""The clock of the machine."""

from __future__ import annotations

from datetime import UTC, date, datetime


class SystemClock:
    """Tell the time as the machine has it."""

    def now(self) -> datetime:
        """Give the moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Give the calendar day in the time zone of the machine (``TZ``)."""
        return datetime.now().astimezone().date()
