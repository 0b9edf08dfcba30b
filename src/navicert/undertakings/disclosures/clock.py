"""The narrative's clock: when it is due, which extensions count, and what is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navicert.law.edition import Edition
from navicert.rules.duties import disclosure as rules
from navicert.rules.duties.answer import Answer
from navicert.terms.truth import Truth
from navicert.undertakings.disclosures.case import Case, Extension, fact_of


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for more time: whether it is considered, and the deadline after it."""

    extension: Extension
    considered: Answer[Truth]
    due: date | None


@dataclass(frozen=True, slots=True)
class Clock:
    """The deadline of the narrative with all that was asked and granted; None before it runs."""

    due: Answer[date | None]
    asked: tuple[Asked, ...]
    in_time: Answer[Truth]
    review_from: Answer[date | None]


def clock_of(case: Case, edition: Edition) -> Clock:
    """Reckon the clock by the rules of 764.5(d); raises LawNotCovered before the rule of 2024.

    Extra time counts only where its request came before the deadline that it was to move; none
    shortens the time that there was.
    """
    asked = tuple(_asked(case, edition))
    until = asked[-1].due if asked else None
    original = rules.narrative_due(fact_of(case), edition)
    fact = fact_of(case, extended_until=None if until == original.value else until)
    return Clock(
        rules.narrative_due(fact, edition),
        asked,
        rules.in_time(fact, edition),
        rules.review_from(fact_of(case, notified=_first(case)), edition),
    )


def _first(case: Case) -> date | None:
    return None if case.notification is None else case.notification.received


def _asked(case: Case, edition: Edition) -> Iterator[Asked]:
    until: date | None = None
    sent = ((one.requested, one) for one in case.extension if one.requested is not None)
    for requested, one in sorted(sent, key=lambda extension: extension[0]):
        fact = fact_of(case, extended_until=until, extension_requested=requested)
        considered = rules.extension_considered(fact, edition)
        before = rules.narrative_due(fact_of(case, extended_until=until), edition).value
        if considered.value is Truth.YES and _later(one.granted_until, before):
            until = one.granted_until
        due = rules.narrative_due(fact_of(case, extended_until=until), edition).value
        yield Asked(one, considered, due)


def _later(until: date | None, before: date | None) -> bool:
    return until is not None and (before is None or until > before)
