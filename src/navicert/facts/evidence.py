"""What a party and a listing both say of one thing, and how far it speaks for or against."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.terms.truth import Truth

MOST = 1.0
"""What decides by itself: the same number of a kind that names one party alone."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a party and a listing both say of one thing.

    ``what`` is the thing: country, nationality, flag, address, birth, identifier or type.
    ``agrees`` is YES where they agree and NO where they contradict each other; UNKNOWN is worth
    telling and decides nothing. ``points`` is how far it moves a score, from -1 to 1, and never
    against ``agrees``. ``text`` is half a sentence for a reader.
    """

    what: str
    agrees: Truth
    points: float
    text: str

    @property
    def decides(self) -> bool:
        """Whether the party is the listed one whatever the names are."""
        return self.agrees is Truth.YES and self.points >= MOST

    @property
    def contradicts(self) -> bool:
        """Whether one party cannot be both: another date of birth, another type."""
        return self.agrees is Truth.NO and self.what in _OF_ONE_PARTY


_OF_ONE_PARTY = frozenset({"birth", "type"})


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word of the name asked for, the listed word that it met, and how; empty for nobody.

    ``way`` is how they are alike (exact, typo1, phon ...), ``degree`` how much, between 0 and 1,
    ``weight`` how much the listed word tells, between 0 and 1.
    """

    asked: str
    listed: str
    way: str
    degree: float
    weight: float
