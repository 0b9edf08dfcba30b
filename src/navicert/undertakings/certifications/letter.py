"""A letter to an authority: paragraphs, of which some are statements bound to a check.

A statement has no words of its own: it says what its check says, so that nothing can be certified
which the check does not prove. All other paragraphs are free text, and are marked as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.undertakings.checks.check import Check


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Free text, or a statement: then ``check`` proves it and ``text`` is what the check says."""

    text: str
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it would be signed; ``day`` is the day that it bears."""

    id: str
    title: str
    day: date
    sender: str
    recipient: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def checks(self) -> tuple[Check, ...]:
        """Give the checks of its statements, in their order."""
        return tuple(one.check for one in self.paragraphs if one.check is not None)
