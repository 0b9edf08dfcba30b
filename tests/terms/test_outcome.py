from __future__ import annotations

import pytest

from navicert.terms import outcome
from navicert.terms.outcome import SEVERITY, WORDS, Outcome


def test_every_outcome_has_words_and_a_place_in_the_order_of_gravity() -> None:
    assert set(Outcome) == set(SEVERITY) == set(WORDS)
    assert len(SEVERITY) == len(set(SEVERITY))


@pytest.mark.parametrize(
    ("outcomes", "gravest"),
    [
        ((Outcome.NLR,), Outcome.NLR),
        ((Outcome.NEED_FACTS, Outcome.EXCEPTION), Outcome.NEED_FACTS),
        ((Outcome.NLR, Outcome.PROHIBITED, Outcome.LICENSE), Outcome.PROHIBITED),
        ((Outcome.NOT_SUBJECT, Outcome.NLR), Outcome.NLR),
    ],
)
def test_the_gravest_outcome_is_that_of_the_order(
    outcomes: tuple[Outcome, ...], gravest: Outcome
) -> None:
    assert gravest is outcome.gravest(outcomes)
    assert gravest is outcome.gravest(tuple(reversed(outcomes)))
