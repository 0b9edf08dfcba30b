"""How like two words are: the same sound, a slip of the pen, vowels left out, a word cut short."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from navicert.parties.screening.navicert_1.marks import CONSONANTS, unmarked
from navicert.parties.screening.navicert_1.skeleton import skeleton
from navicert.parties.screening.navicert_1.spellings import is_spelled, spellings, weighed
from navicert.parties.screening.navicert_1.weights import is_known
from navicert.parties.screening.navicert_1.words import known

Likeness = tuple[float, str]
"""How like, between 0 and 1, and in which way."""

WAYS = (
    *("exact", "ocr", "typo1", "typo2", "phon", "vowel", "abjad", "prefix", "join", "init"),
    *("trunc", "fuzzy"),
)
"""The ways in which two words can be alike."""

EXACT: Likeness = (1.0, "exact")
_SHORT, _LONG, _LEAST_PREFIX = 3, 6, 4
_DOUBT = 0.9
"""A word that many have is less likely a slip for another one."""


def like(word: str, mark: str, listed: str) -> Likeness | None:
    """Compare a word that was asked for with another, listed one; None when they are not alike.

    The listed one stands behind its mark, when it has one.

    >>> like("kangxum", "", "kangxun")[1], like("g0che", "", "goche")[1]
    ('typo1', 'ocr')
    >>> like("mhmd", CONSONANTS, "muhammad")[1], like("ptrchmcl", "", "petrochemical")[1]
    ('abjad', 'vowel')
    >>> like("iran", "", "irak") is None, like("7", "", "9") is None
    (False, True)
    """
    if not word or not listed or word.isdigit() or listed.isdigit():
        return None
    if listed < " ":
        return _of_marked(word, mark, listed)
    if mark:
        return _of_native(word, mark, listed)
    return letters(word).like(listed)


def _of_marked(word: str, mark: str, listed: str) -> Likeness | None:
    if not mark:
        other, its_mark = unmarked(listed)
        return _of_native(other, its_mark, word)
    return EXACT if mark + word == listed else None


def _of_native(word: str, mark: str, latin: str) -> Likeness | None:
    """Tell whether a Latin word is a spelling of one of another script; the longer, the surer."""
    if mark == CONSONANTS:
        if not is_spelled(word, latin):
            return None
        return _SURE_CONSONANTS[min(weighed(word), len(_SURE_CONSONANTS) - 1)], "abjad"
    if word == latin:
        return EXACT
    return (_SPELLED, "phon") if latin in spellings(word, mark) else None


_SURE_CONSONANTS, _SPELLED = (0.0, 0.7, 0.8, 0.87, 0.92, 0.95), 0.92


@lru_cache(maxsize=1024)
def letters(word: str) -> Letters:
    """Give a word of letters, ready to be compared with many."""
    return Letters(word)


class Letters:
    """A word of letters that was asked for, and what its comparison with any other word needs."""

    __slots__ = ("bones", "doubt", "figures", "meant", "misread", "voweled", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.doubt = is_known(word)
        self.figures = not word.isalpha() and not word.isdigit()
        self.meant = word.translate(known().figures) if self.figures else word
        self.misread = frozenset(_misread(word))
        self.bones = skeleton(word)
        self.voweled = not _VOWELS.isdisjoint(word)

    def like(self, listed: str, *, sounds: bool | None = None) -> Likeness | None:
        """Compare with a listed word in every way; ``sounds``: whether its consonants are these."""
        slip = self.slip(listed)
        if slip is not None and slip[1] == "ocr" and slip[0] > _SURE:
            return slip
        if sounds is None:
            sounds = skeleton(listed) == self.bones
        sound = self._sound(listed) if sounds else None
        if sound is None or (slip is not None and slip[1] != "prefix" and slip[0] >= sound[0]):
            return slip
        return sound

    def slip(self, listed: str) -> Likeness | None:
        """Find a misread letter, one or two letters wrong, or else a word that goes on."""
        wrong = OSA.distance(self.word, listed, score_cutoff=_MOST_WRONG)
        if self.figures:
            if listed in {self.meant, self.meant.replace("l", "i")}:
                return 0.95, "ocr"
            wrong = min(wrong, OSA.distance(self.meant, listed, score_cutoff=_MOST_WRONG))
        found = None
        if 0 < wrong <= _MOST_WRONG:
            if listed in self.misread:
                return (0.85 if self.doubt else 0.93), "ocr"
            found = self._typo(listed, wrong)
        if found is None and len(self.word) >= _LEAST_PREFIX and listed.startswith(self.word):
            return (0.6 + 0.3 * len(self.word) / len(listed), "prefix")
        return found

    def _typo(self, listed: str, wrong: int) -> Likeness | None:
        short, long = len(self.word), len(listed)
        if short > long:
            short, long = long, short
        if wrong > 1 and short < _LONG:
            return None
        if short <= _SHORT and not _is_short_typo(self.word, listed):
            return None
        likeness = 1 - 0.9 * wrong / long - (0.1 if long == _SHORT else 0.0)
        return likeness * (_DOUBT if self.doubt else 1), _TYPOS[wrong]

    def _sound(self, listed: str) -> Likeness | None:
        """Tell two words of the same consonants: other letters, or vowels that were left out."""
        word, bones = self.word, self.bones
        if len(bones) < _LEAST_BONES:
            return None
        if not self.voweled:
            rest = iter(listed)
            if len(listed) <= 2 * len(word) + 2 and all(letter in rest for letter in word):
                return 0.72 + 0.05 * min(len(word), 5), "vowel"
        if len(word) < _SHORT or len(listed) < _SHORT:
            return None
        similar = JaroWinkler.similarity(word, listed)
        if similar < _LEAST_SIMILAR:
            return None
        likeness = 0.5 + 0.45 * similar if len(bones) > _LEAST_BONES else 0.3 + 0.5 * similar
        return likeness * (0.93 if self.doubt else 1), "phon"


_SURE = 0.94
_MOST_WRONG, _TYPOS = 2, ("", "typo1", "typo2")
_LEAST_BONES, _LEAST_SIMILAR = 2, 0.6
_VOWELS = frozenset("aeiou")


def _is_short_typo(word: str, listed: str) -> bool:
    """In three letters one wrong letter is another word, unless little else changed."""
    if sorted(word) == sorted(listed):
        return True
    short, long = sorted((len(word), len(listed)))
    return short == _SHORT and (long == short + 1 or (long == short and word[0] == listed[0]))


def _misread(word: str) -> Iterator[str]:
    """Give what the word may be when one pair of letters that look alike was misread."""
    for seen, meant in known().confusions:
        if seen not in word:
            continue
        place = word.find(seen)
        while place >= 0:
            yield word[:place] + meant + word[place + len(seen) :]
            place = word.find(seen, place + 1)
        if len(seen) == len(meant):
            yield word.replace(seen, meant)
