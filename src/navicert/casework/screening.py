"""A screening: whom the lists were asked for, what they said, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from navicert import __version__
from navicert.casework.screened_parties import Asked
from navicert.facts.standing import ListAsked, Match, OrderMatch, Standing
from navicert.parties.screening.navicert_1.card import VERSION
from navicert.records.record import Receipt
from navicert.terms.list_code import ListCode

KIND = "screening"
"""What the log calls an entry of this job, and under which key its content has the answer."""

LEAST = 0.3
"""The least score that is shown; about one clean name in a hundred reaches it."""


@dataclass(frozen=True, slots=True)
class Screened:
    """One party and what the lists say of it."""

    asked: Asked
    standing: Standing

    @property
    def matches(self) -> tuple[OrderMatch | Match, ...]:
        """All that met it and was not cleared, orders first."""
        return (*self.standing.orders, *self.standing.matches)


@dataclass(frozen=True, slots=True)
class Screening:
    """What was asked, of which lists, by which matcher, and what met.

    ``doubts`` say why the absence of a match proves nothing; ``receipt`` is None when nothing
    was recorded.
    """

    day: date
    known: datetime | None
    least: float
    lists: frozenset[ListCode]
    asked: tuple[ListAsked, ...]
    screened: tuple[Screened, ...]
    doubts: tuple[str, ...] = ()
    receipt: Receipt | None = None
    matcher: str = VERSION
    engine: str = f"navicert {__version__}"

    @property
    def met(self) -> tuple[Screened, ...]:
        """The parties that met something which nobody cleared."""
        return tuple(one for one in self.screened if one.matches)

    @property
    def unscreened(self) -> tuple[Screened, ...]:
        """The parties that could not be screened: a list was not asked, or a name says nothing."""
        return tuple(one for one in self.screened if not one.standing.screened)

    @property
    def is_clean(self) -> bool:
        """Whether every party was screened, and none met anything, without any doubt."""
        return not (self.met or self.unscreened or self.doubts)
