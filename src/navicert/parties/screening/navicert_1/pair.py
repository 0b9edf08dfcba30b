"""Two names held against each other, without any list."""

from __future__ import annotations

from collections.abc import Mapping

from navicert.parties.screening.navicert_1.align import Alignment, align
from navicert.parties.screening.navicert_1.card import verdict
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.likeness import EXACT, Likeness, like
from navicert.parties.screening.navicert_1.reading import Reading, read


def aligned(asked: Reading, listed: Reading) -> Alignment:
    """Align two readings; a listed word of another script is compared from its own side."""
    marks = dict(zip(listed.words, listed.marks, strict=True))

    def similar(word: str, mark: str) -> Mapping[str, Likeness]:
        found: dict[str, Likeness] = {}
        for other, its_mark in marks.items():
            likeness = EXACT if other == word else like(word, mark, other)
            if likeness is None and its_mark and not mark:
                likeness = like(other, its_mark, word)
            if likeness is not None:
                found[other] = likeness
        return found

    return align(asked, listed.words, similar)


def compare(asked: str, listed: str, *, of_person: bool) -> float:
    """Give the score of the verdict card: are these two names one?

    >>> compare("Kangxum Telecom", "KANGXUN TELECOM LTD", of_person=False) > 0.5
    True
    >>> compare("Plant 7 Ltd", "Plant 9 Ltd", of_person=False) < 0.5
    True
    """
    one, other = read(asked), read(listed)
    if not one.words or not other.words:
        return 0.0
    return verdict().score(features(aligned(one, other), of_person=of_person))
