"""How two names met: the same or near, how near, and why, as data and as one readable line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from navicert.facts.evidence import WordMatch
from navicert.facts.standing import Strength
from navicert.parties.screening.navicert_1.align import Alignment
from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.navicert_1.scripts import plain
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import core
from navicert.parties.screening.navicert_1.written import written

_SAME = 0.99
_SAME_LETTERS = 1.0
_SHORTEST_ALONE = 5
_TELLING = 0.55
"""The weight of words together, forms aside, under which they name nobody by themselves."""

_WAYS: Mapping[str, str] = {
    "ocr": "{asked!r} looks like {listed!r}",
    "typo1": "{asked!r} for {listed!r} is one typing error",
    "typo2": "{asked!r} for {listed!r} is two typing errors",
    "phon": "{asked!r} sounds like {listed!r}",
    "vowel": "{asked!r} is {listed!r} without its vowels",
    "abjad": "{asked!r} has the consonants of {listed!r}",
    "prefix": "{asked!r} is the beginning of {listed!r}",
    "join": "{asked!r} and {listed!r} are divided in another way",
    "init": "{asked!r} and {listed!r} begin alike",
    "trunc": "{asked!r} is {listed!r} cut short",
    "fuzzy": "{asked!r} is somewhat like {listed!r}",
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A listed name that a name met; ``how`` says it in words."""

    strength: Strength
    score: float
    how: str
    words: tuple[WordMatch, ...]


def meeting(asked: str, listed: str, found: Alignment, score: float) -> Meeting:
    """Describe how two names met, from their alignment and their score.

    The same are two names of the same words, their order and legal forms aside, unless they are
    too short or general to be sure; all others are near.
    """
    words = tuple(_words(found, asked, listed))
    if asked == listed:
        return Meeting(Strength.SAME, _SAME_LETTERS, "letter for letter", words)
    own, other = core(found.asked.words), core(found.listed)
    if own != other or any(found.asked.marks):
        return Meeting(Strength.NEAR, min(score, 0.9899), _told(words), words)
    if sorted(found.asked.words) == sorted(found.listed):
        return Meeting(Strength.SAME, _SAME, _with_others(_SAME_WORDS, words), words)
    if _names_somebody(own):
        return Meeting(Strength.SAME, _SAME, _with_others(_BUT_FORMS, words), words)
    told = _with_others(_TOO_GENERAL, words)
    return Meeting(Strength.NEAR, min(max(score, 0.95), 0.9899), told, words)


_SAME_WORDS = "the same words, but for case, punctuation, accents, abbreviations or order"
_BUT_FORMS = "the same words, the legal form aside"
_TOO_GENERAL = "the same words, too general or short to be sure while the legal forms differ"


def _names_somebody(own: list[str]) -> bool:
    if len(own) == 1 and len(own[0]) < _SHORTEST_ALONE:
        return False
    return sum(map(weight, own)) >= _TELLING


def _words(found: Alignment, asked_text: str, listed_text: str) -> Iterator[WordMatch]:
    """Tell of each word how it was written, not the word under which it is compared."""
    words = found.asked.words
    asked = written(asked_text, map(str.__add__, found.asked.marks, words))
    listed = written(listed_text, found.listed)
    for i, j, degree, how in sorted(found.pairs):
        yield WordMatch(asked[i], listed[j], how, round(degree, 4), weight(found.listed[j]))
    for i in found.left():
        yield WordMatch(asked[i], "", "", 0.0, weight(words[i]))
    for j in found.unmet():
        yield WordMatch("", listed[j], "", 0.0, weight(found.listed[j]))


def _told(words: tuple[WordMatch, ...]) -> str:
    same = [one.asked for one in words if one.way == "exact" and not _is_other(one)]
    told = [_way(one).format(asked=one.asked, listed=one.listed)
            for one in words if one.way in _WAYS or _is_other(one)]  # fmt: skip
    extra = [one.asked for one in words if not one.listed]
    missing = [one.listed for one in words if not one.asked]
    parts = (
        _listed("the same word", same),
        *dict.fromkeys(told),
        _listed("not in the listed name:", extra),
        _listed("only in the listed name:", missing),
    )
    return "; ".join(filter(None, parts))


def _way(one: WordMatch) -> str:
    """Say how two words are alike; a slip that leaves the beginning is an abbreviation."""
    if one.way == "exact":
        return _ONE_WORD
    asked, listed = one.asked.casefold(), one.listed.casefold()
    if one.way in _SLIPS and asked.startswith(listed):
        return _LONGER
    return _WAYS["prefix" if one.way in _SLIPS and listed.startswith(asked) else one.way]


_ONE_WORD, _SLIPS = "{asked!r} and {listed!r} count as one word", frozenset({"typo1", "typo2"})
_LONGER = "{listed!r} is the beginning of {asked!r}"


def _is_other(one: WordMatch) -> bool:
    """Tell whether two words that count as one were written otherwise."""
    return one.way == "exact" and plain(one.asked) != plain(one.listed)


def _with_others(how: str, words: tuple[WordMatch, ...]) -> str:
    told = dict.fromkeys(
        _ONE_WORD.format(asked=one.asked, listed=one.listed) for one in words if _is_other(one)
    )
    return "; ".join((how, *told))


def _listed(what: str, words: list[str]) -> str:
    return f"{what} {', '.join(map(repr, dict.fromkeys(words)))}" if words else ""


def is_readable(text: str) -> bool:
    """Tell whether a name has a letter or figure that can be compared."""
    return bool(read(text).words)
