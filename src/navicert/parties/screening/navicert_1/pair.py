"""Two names held against each other, without any list."""

from __future__ import annotations

from collections.abc import Mapping

from navicert.parties.screening.navicert_1.align import Alignment, align
from navicert.parties.screening.navicert_1.asked import Asked
from navicert.parties.screening.navicert_1.card import verdict
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.likeness import EXACT, Likeness, like
from navicert.parties.screening.navicert_1.reading import Reading, readings


def aligned(asked: Reading, listed: Reading, *, of_person: bool = True) -> Alignment:
    """Align two readings."""
    words = listed.marked
    near = [_near(word, mark, words) for word, mark in zip(asked.words, asked.marks, strict=True)]
    return align(Asked.of(asked), words, near, of_person=of_person)


def _near(word: str, mark: str, listed: tuple[str, ...]) -> Mapping[str, Likeness]:
    found: dict[str, Likeness] = {}
    for other in listed:
        likeness = EXACT if other == word else like(word, mark, other)
        if likeness is not None:
            found[other] = likeness
    return found


def compare(asked: str, listed: str, *, of_person: bool) -> float:
    """Give the score of the verdict card: are these two names one?

    Of a name that may be read in several ways the best reading counts.

    >>> compare("Kangxum Telecom", "KANGXUN TELECOM LTD", of_person=False) > 0.5
    True
    >>> compare("Samsung Electronics", "Samsung Heavy Industries", of_person=False) < 0.4
    True
    """
    card = verdict()
    scores = [
        card.score(features(aligned(one, other, of_person=of_person), of_person=of_person))
        for one in readings(asked)
        for other in readings(listed)
        if one.words and other.words
    ]
    return max(scores, default=0.0)
