"""How like two words are: the same sound, a slip of the pen, vowels left out, a word cut short."""

from __future__ import annotations

from rapidfuzz.distance import OSA, JaroWinkler

from navicert.parties.screening.navicert_1.marks import CONSONANTS, unmarked
from navicert.parties.screening.navicert_1.skeleton import skeleton
from navicert.parties.screening.navicert_1.spellings import is_spelled, spellings, weighed
from navicert.parties.screening.navicert_1.weights import is_known
from navicert.parties.screening.navicert_1.words import known

Likeness = tuple[float, str]
"""How like, between 0 and 1, and in which way."""

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
    return _of_letters(word, listed)


def _of_marked(word: str, mark: str, listed: str) -> Likeness | None:
    if not mark:
        other, its_mark = unmarked(listed)
        return _of_native(other, its_mark, word)
    return EXACT if mark + word == listed else None


def _of_native(word: str, mark: str, latin: str) -> Likeness | None:
    """Tell whether a Latin word is a spelling of one of another script; the longer, the surer."""
    if mark == CONSONANTS:
        sure = _SURE_CONSONANTS[min(weighed(word), len(_SURE_CONSONANTS) - 1)]
        return (sure, "abjad") if is_spelled(word, latin) else None
    if word == latin:
        return EXACT
    return (_SPELLED, "phon") if latin in spellings(word, mark) else None


_SURE_CONSONANTS, _SPELLED = (0.0, 0.7, 0.8, 0.87, 0.92, 0.95), 0.92


def _of_letters(word: str, listed: str) -> Likeness | None:
    doubt = is_known(word)
    best = _slip(word, listed, doubt=doubt)
    if best is not None and best[1] == "ocr" and best[0] > _SURE:
        return best
    sound = _sound(word, listed, doubt=doubt)
    if sound is not None and (best is None or sound[0] > best[0]):
        best = sound
    if best is None and len(word) >= _LEAST_PREFIX and listed.startswith(word):
        best = (0.6 + 0.3 * len(word) / len(listed), "prefix")
    return best


_SURE = 0.94


def _slip(word: str, listed: str, *, doubt: bool) -> Likeness | None:
    """Find a misread letter, or one or two letters wrong."""
    figures = not word.isalpha() and not word.isdigit()
    meant = word.translate(known().figures) if figures else word
    if figures and (meant == listed or meant.replace("l", "i") == listed):
        return 0.95, "ocr"
    wrong = min(OSA.distance(one, listed, score_cutoff=2) for one in {word, meant})
    if not 0 < wrong <= _MOST_WRONG:
        return None
    if _is_misread(word, listed):
        return (0.85 if doubt else 0.93), "ocr"
    return _typo(word, listed, wrong, doubt=doubt)


_MOST_WRONG = 2


def _typo(word: str, listed: str, wrong: int, *, doubt: bool) -> Likeness | None:
    short, long = sorted((len(word), len(listed)))
    if wrong > (1 if short < _LONG else _MOST_WRONG):
        return None
    if short <= _SHORT and not _is_short_typo(word, listed):
        return None
    likeness = 1 - 0.9 * wrong / long - (0.1 if long == _SHORT else 0.0)
    return likeness * (_DOUBT if doubt else 1), f"typo{wrong}"


def _is_short_typo(word: str, listed: str) -> bool:
    """In three letters one wrong letter is another word, unless little else changed."""
    if sorted(word) == sorted(listed):
        return True
    short, long = sorted((len(word), len(listed)))
    return short == _SHORT and (long == short + 1 or (long == short and word[0] == listed[0]))


def _is_misread(word: str, listed: str) -> bool:
    """Tell whether one pair of letters that look alike explains the difference."""
    for seen, meant in known().confusions:
        if seen in word and len(word) + len(meant) - len(seen) == len(listed):
            place = word.find(seen)
            while place >= 0:
                if word[:place] + meant + word[place + len(seen) :] == listed:
                    return True
                place = word.find(seen, place + 1)
            if word.replace(seen, meant) == listed:
                return True
    return False


def _sound(word: str, listed: str, *, doubt: bool) -> Likeness | None:
    """Find the same consonants: another transliteration, or vowels that were left out."""
    bones = skeleton(word)
    if len(bones) < _LEAST_BONES or bones != skeleton(listed):
        return None
    if not _VOWELS.intersection(word):
        letters = iter(listed)
        if len(listed) <= 2 * len(word) + 2 and all(letter in letters for letter in word):
            return 0.72 + 0.05 * min(len(word), 5), "vowel"
    if min(len(word), len(listed)) < _SHORT:
        return None
    similar = JaroWinkler.similarity(word, listed)
    if similar < _LEAST_SIMILAR:
        return None
    likeness = 0.5 + 0.45 * similar if len(bones) > _LEAST_BONES else 0.3 + 0.5 * similar
    return likeness * (0.93 if doubt else 1), "phon"


_LEAST_BONES, _LEAST_SIMILAR = 2, 0.6
_VOWELS = frozenset("aeiou")
