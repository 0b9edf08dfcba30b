"""The listed names that a name meets, with their scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from navicert.parties.screening.navicert_1.align import align
from navicert.parties.screening.navicert_1.asked import Asked
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.reading import Reading


class Found(NamedTuple):
    """A listed name, by its number in the index, and its score between 0 and 1."""

    name: int
    score: float


def matches(
    asked: Reading, index: NameIndex, persons: Sequence[bool], least: float = 0.0
) -> list[Found]:
    """Score the names worth comparing, the best first; those under ``least`` are left out.

    ``persons`` tells for each name whether it is a person's.
    """
    names = index.candidates(asked)
    if not names:
        return []
    card, scores = alert(), dict[tuple[tuple[str, ...], bool], float]()
    whole, near, found = Asked.of(asked), index.near(asked), list[Found]()
    for name in names:
        told = index.words(name), persons[name]
        if told not in scores:
            met = align(whole, told[0], near, of_person=told[1])
            scores[told] = card.score(features(met, of_person=told[1]))
        if scores[told] >= least:
            found.append(Found(name, scores[told]))
    found.sort(key=lambda one: (-one.score, one.name))
    return found
