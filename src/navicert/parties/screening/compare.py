"""The comparison ``navicert-0``: the same name, or one near enough that a person must look.

Frozen with its version: a better one is a new module beside it, so that a past score can be
reproduced. Scores are between 0 and 1, and order matches of one strength.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from navicert.facts.standing import Strength
from navicert.parties.screening.names import Name

VERSION = "navicert-0"

SHORTEST_TYPO = 5
"""Letters a word must have for one wrong letter in it to be a typing error: in shorter words one
letter makes another word (Iran, Iraq; Li, Lu)."""

LEAST_AGREEMENT = 86.0
"""Percent of letters that must agree when no rule below explains the difference.

Measured on 2,756 listed names written otherwise and 5,013 clean ones: at 86 the comparison finds
73% and alerts on 0.12%; at 84 it finds 74% and alerts on 0.20%; at 90 it finds 67%.
"""

SHORTEST_ALONE = 5
"""Letters that a single word must have to name somebody by itself."""

SHORTEST_JOINED = 6


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two names compare; ``how`` says it in words."""

    strength: Strength
    score: float
    how: str


def compare(asked: Name, listed: Name) -> Comparison | None:
    """Compare two names; None when they are neither the same nor near.

    >>> from navicert.parties.screening.names import read
    >>> compare(read("Kangxum Telecom"), read("KANGXUN TELECOM LTD")).how
    "'kangxum' for 'kangxun' is one typing error"
    >>> compare(read("Plant 7 Ltd"), read("Plant 9 Ltd")) is None
    True
    """
    if not asked.core or not listed.core:
        return None
    if asked.core == listed.core:
        return _same(asked, listed)
    if asked.is_generic or listed.is_generic or _numbers(asked) != _numbers(listed):
        return None
    return _joined(asked, listed) or _typo(asked, listed) or _agreement(asked, listed)


def _same(asked: Name, listed: Name) -> Comparison:
    if asked.text == listed.text:
        return Comparison(Strength.SAME, 1.0, "letter for letter")
    if asked.forms == listed.forms:
        how = "the same words, but for case, punctuation, accents or order"
        return Comparison(Strength.SAME, 1.0, how)
    if listed.is_generic or _is_short(listed):
        how = "the same words, too general or short to be sure while the legal forms differ"
        return Comparison(Strength.NEAR, 0.95, how)
    return Comparison(Strength.SAME, 0.99, "the same words, the legal form aside")


def _joined(asked: Name, listed: Name) -> Comparison | None:
    joined = joined_core(asked)
    if len(joined) < SHORTEST_JOINED or joined != joined_core(listed):
        return None
    return Comparison(Strength.NEAR, 0.97, "the same letters, divided into words in another way")


def joined_core(name: Name) -> str:
    """Give the core words in the order they were written, as one word.

    >>> from navicert.parties.screening.names import read
    >>> joined_core(read("Zhong Xing Ltd"))
    'zhongxing'
    """
    if len(name.core) == len(name.words):
        return "".join(name.words)
    return "".join(word for word in name.words if word in name.core)


def _typo(asked: Name, listed: Name) -> Comparison | None:
    """Find one typing error: among the core words, or among all, so also in a legal form."""
    found = _one_wrong(frozenset(asked.core), frozenset(listed.core))
    if found is None:
        found = _one_wrong(frozenset(asked.words), frozenset(listed.words))
    if found is None:
        return None
    letters = sum(map(len, listed.core))
    how = f"{found[0]!r} for {found[1]!r} is one typing error"
    return Comparison(Strength.NEAR, round(1 - 1 / (letters + 1), 4), how)


def _one_wrong(asked: frozenset[str], listed: frozenset[str]) -> tuple[str, str] | None:
    extra, missing = asked - listed, listed - asked
    if len(extra) != 1 or len(missing) != 1:
        return None
    wrong, right = min(extra), min(missing)
    return (wrong, right) if is_typo(wrong, right) else None


def is_typo(wrong: str, right: str) -> bool:
    """Tell whether a word is another with one letter added, lost, changed, or two swapped.

    >>> is_typo("kangxnu", "kangxun"), is_typo("iran", "iraq")
    (True, False)
    """
    return len(right) >= SHORTEST_TYPO and OSA.distance(wrong, right, score_cutoff=1) <= 1


def _agreement(asked: Name, listed: Name) -> Comparison | None:
    if len(listed.core) == 1 or len(asked.core) == 1:
        return None
    percent = fuzz.ratio(asked.line, listed.line, score_cutoff=LEAST_AGREEMENT)
    if not percent:
        return None
    how = f"{percent:.0f}% of the letters agree"
    return Comparison(Strength.NEAR, min(round(percent / 100, 4), 0.96), how)


def _is_short(name: Name) -> bool:
    return len(name.core) == 1 and len(name.core[0]) < SHORTEST_ALONE


def _numbers(name: Name) -> frozenset[str]:
    """Give the words that number something; a figure in a long word is a slip of the pen."""
    return frozenset(
        word
        for word in name.core
        if not word.isalpha() and (word[0].isdigit() or len(word) < SHORTEST_TYPO)
    )
