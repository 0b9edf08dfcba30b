"""What became of an export: the events from which records are kept (15 CFR 762.6(a))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class ExportHistory:
    """The export, or the service for a proliferator; and what came after it, as far as known.

    ``known_reexport`` is the last known reexport, transfer, transshipment or diversion,
    ``termination`` the end of the transaction by any other means, ``boycott_request`` the
    receipt of a boycott request (part 760). ``asked_for`` says whether an agency asked for the
    records (762.6(b)).
    """

    export: date
    known_reexport: date | None = None
    termination: date | None = None
    boycott_request: date | None = None
    asked_for: Truth = Truth.NO

    def events(self) -> tuple[date, ...]:
        """Give the days of all events that are known."""
        later = (self.known_reexport, self.termination, self.boycott_request)
        return (self.export, *(day for day in later if day is not None))
