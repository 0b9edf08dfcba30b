"""A screening: whom the lists were asked for, what they said, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from navicert import __version__
from navicert.casework.met import Row
from navicert.casework.screened_parties import Asked
from navicert.facts.ownership import RegisterAsked
from navicert.facts.standing import ListAsked, Standing
from navicert.parties.screening.navicert_1.card import VERSION
from navicert.records.record import Receipt
from navicert.terms.list_code import ListCode

KIND = "screening"
"""What the log calls an entry of this job, and under which key its content has the answer."""

LEAST = 0.3
"""The least score that counts, and that is shown where nobody says otherwise."""


class Verdict(StrEnum):
    """A name or number is the same, names are near, nothing met, or that is in doubt."""

    MATCH = "match"
    LOOK = "look"
    CLEAR = "clear"
    NOT_CLEAR = "not_clear"


@dataclass(frozen=True, slots=True)
class Screened:
    """One party and what the lists say of it.

    ``rows`` met it and were not cleared, ``cleared`` were: those that were asked for, by score
    and list. ``aside`` met it too, cleared or not, and are not shown; they count all the same.
    """

    asked: Asked
    standing: Standing
    rows: tuple[Row, ...] = ()
    cleared: tuple[Row, ...] = ()
    aside: tuple[Row, ...] = ()

    @property
    def met(self) -> tuple[Row, ...]:
        """All that met it and was not cleared, shown or not."""
        return (*self.rows, *(row for row in self.aside if row.clearing is None))


@dataclass(frozen=True, slots=True)
class Screening:
    """What was asked, of which lists, by which matcher, and what met.

    ``least`` and ``lists`` say what is shown; the verdict is of all that met at ``counted`` or
    more on any list. ``ignored`` are columns of the file that were not read. ``doubts`` say why
    the absence of a match proves nothing; ``registers`` are those of owners that were asked;
    ``receipt`` is None when nothing was recorded.
    """

    day: date
    known: datetime | None
    least: float
    lists: frozenset[ListCode]
    asked: tuple[ListAsked, ...]
    screened: tuple[Screened, ...]
    doubts: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    registers: tuple[RegisterAsked, ...] = ()
    receipt: Receipt | None = None
    matcher: str = VERSION
    engine: str = f"navicert {__version__}"

    @property
    def counted(self) -> float:
        """The least score that counts: one may ask for less, and never for more."""
        return min(self.least, LEAST)

    @property
    def met(self) -> tuple[Screened, ...]:
        """The parties that met something which nobody cleared."""
        return tuple(one for one in self.screened if one.met)

    @property
    def unscreened(self) -> tuple[Screened, ...]:
        """The parties that could not be screened: a list was not asked, or a name says nothing."""
        return tuple(one for one in self.screened if not one.standing.screened)

    @property
    def verdict(self) -> Verdict:
        """What to do about all parties together: the gravest of them."""
        if self.met:
            sure = any(row.is_sure for one in self.met for row in one.met)
            return Verdict.MATCH if sure else Verdict.LOOK
        return Verdict.NOT_CLEAR if self.unscreened or self.doubts else Verdict.CLEAR

    @property
    def is_clean(self) -> bool:
        """Whether every party was screened, and none met anything, without any doubt."""
        return self.verdict is Verdict.CLEAR
