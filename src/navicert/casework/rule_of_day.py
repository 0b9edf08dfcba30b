"""Whether a rule on owners is in force on a day: never made yet, in force, stayed, or not known."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.errors import LawNotCovered
from navicert.facts.standing import OwnershipRule
from navicert.law.edition import Edition
from navicert.terms.truth import Truth

NOT_IN_FORCE = "the rule is not in force on this day"
NOT_VERIFIED = "nobody verified whether the rule is in force on this day"
_ASSUMED = ", as assumed and not verified"
_A_FLAG = "ownership alone is a red flag"


@dataclass(frozen=True, slots=True)
class RuleOfDay:
    """Whether a rule is in force; ``said`` is why not, or what it asks for, empty for OFAC's."""

    in_force: Truth = Truth.YES
    said: str = ""


def rule_of_day(rule: OwnershipRule | None, edition: Edition) -> RuleOfDay:
    """Tell of the Affiliates rule what it is on the day; that of OFAC is in force on every one."""
    if rule is not OwnershipRule.AFFILIATES:
        return RuleOfDay()
    try:
        in_force = edition.affiliates_rule()
    except LawNotCovered as gap:
        both = (
            "if it is in force, a license is required from half or more on; if it is still "
            f"stayed, {_A_FLAG}"
        )
        return RuleOfDay(Truth.UNKNOWN, f"{both}; {gap}")
    said = _ASSUMED if edition.assumes_affiliates() else ""
    if in_force:
        return RuleOfDay(Truth.YES, f"in force{said}: a license is required from half or more on")
    why = said or f": {_why_not(edition)}"
    return RuleOfDay(Truth.NO, f"not in force on this day{why}; {_A_FLAG}")


def _why_not(edition: Edition) -> str:
    """Say since when it is stayed, or that there was no rule yet."""
    values = edition.tables.affiliates.values
    made = next(one for one in values if one.value)
    if edition.day < made.since:
        return f"there was no such rule before {made.since} ({made.citation})"
    stayed = edition.tables.affiliates.at(edition.day)
    return f"stayed since {stayed.since} ({stayed.citation})"


_WOULD = {"bound": "would be bound", "is bound": "would be bound", "may be bound": "might be bound"}


def of_day(word: str, in_force: Truth) -> str:
    """Say "bound" or "may be bound" as it is on a day on which the rule may not be in force.

    >>> of_day("bound", Truth.NO), of_day("bound", Truth.YES)
    ('would be bound; the rule is not in force on this day', 'bound')
    """
    if in_force is Truth.YES:
        return word
    why = NOT_IN_FORCE if in_force is Truth.NO else NOT_VERIFIED
    return f"{_WOULD.get(word, word)}; {why}"
