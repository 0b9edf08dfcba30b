"""What happens to a denial order: who acts in the proceeding, and on which days (part 766)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.terms.truth import Truth


class Actor(StrEnum):
    """Who acts against an order: whom it is made against, or a person added to it (766.23)."""

    RESPONDENT = "respondent"
    RELATED_PERSON = "related_person"


@dataclass(frozen=True, slots=True)
class Renewal:
    """A renewal of a temporary denial order: its day, and whether it rests on a pattern.

    ``pattern`` says whether repeated, ongoing or continuous apparent violations were shown.
    """

    signed: date
    pattern: Truth = Truth.UNKNOWN
