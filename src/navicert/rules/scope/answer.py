"""An answer with its questions: yes, no or unknown, and what to ask where it is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navicert.rules.finding import MissingFact
from navicert.terms.truth import Truth, all_of, any_of


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether something holds; ``missing`` are the facts that would settle an unknown."""

    holds: Truth
    missing: tuple[MissingFact, ...] = ()


YES = Answer(Truth.YES)
NO = Answer(Truth.NO)


def both(answers: Iterable[Answer]) -> Answer:
    """Every one must hold; where one certainly does not, nothing is asked."""
    given = tuple(answers)
    return _settled(all_of(one.holds for one in given), given)


def either(answers: Iterable[Answer]) -> Answer:
    """One must hold; where one certainly does, nothing is asked."""
    given = tuple(answers)
    return _settled(any_of(one.holds for one in given), given)


def stated(holds: Truth, fact: str, question: str, citation: str) -> Answer:
    """Take an answer that the order states; ask where it states none."""
    missing = (MissingFact(fact, question, citation),) if holds is Truth.UNKNOWN else ()
    return Answer(holds, missing)


def _settled(holds: Truth, given: tuple[Answer, ...]) -> Answer:
    if holds is not Truth.UNKNOWN:
        return Answer(holds)
    asked = (fact for one in given if one.holds is Truth.UNKNOWN for fact in one.missing)
    return Answer(holds, tuple(dict.fromkeys(asked)))
