"""How a word of another script may stand in Latin letters.

Syllables have so many spellings that they can all be written out; words of which only the
consonants are written are held against a Latin word letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice, product
from typing import Any, NamedTuple

from navicert.parties import shipped
from navicert.parties.screening.navicert_1.marks import CHINESE, JAPANESE, KOREAN
from navicert.parties.screening.navicert_1.skeleton import skeleton
from navicert.parties.screening.navicert_1.words import PACKAGE

_MOST = 600
_SECTIONS: Mapping[str, str] = {CHINESE: "chinese", KOREAN: "korean", JAPANESE: "japanese"}
_VOWELS = "aeiou"
_LEAST_WITH_ARTICLE = 3
JOINT = "-"
"""Where two words of consonants were joined; an article may stand there."""


@lru_cache(maxsize=65_536)
def spellings(word: str, mark: str) -> frozenset[str]:
    r"""Give the ways to write a word of syllables, read in the language of the mark.

    >>> "hsiaoping" in spellings("xiaoping", CHINESE), "chan" in spellings("chen", CHINESE)
    (True, True)
    >>> "jongun" in spellings("jeongeun", KOREAN), "taro" in spellings("tarou", JAPANESE)
    (True, True)
    """
    section = _SECTIONS[mark]
    sounds, token = _sounds(section)
    parts = [sounds.get(one, (one.lstrip("^"),)) for one in token.findall(f"^{word}")]
    families = _table().get(f"{section}_names", {})
    return frozenset([word, *families.get(word, ()), *map("".join, islice(product(*parts), _MOST))])


def is_spelled(word: str, listed: str) -> bool:
    """Tell whether a Latin word can stand for a word of which only the consonants are written.

    Vowels may stand between any two consonants, and an article before the word; of two that are
    the same the second may be missing, and an "h" at the end.

    >>> is_spelled("mhmwd", "mahmoud"), is_spelled("mhmwd", "muhammad"), is_spelled("dvd", "david")
    (True, False, True)
    >>> is_spelled("bd-rhmn", "abdulrahman"), is_spelled("khld", "khaled"), is_spelled("ly", "lo")
    (True, True, False)
    """
    plan, text = _plan(word), _places(listed)
    places = 1 | text.article if len(plan) >= _LEAST_WITH_ARTICLE else 1
    for sound in plan:
        places = text.after_vowels(places)
        if sound.is_joint:
            places |= text.after_article(places)
            continue
        met = text.after(sound.written, places)
        for first, second in sound.parts:
            met |= text.after(second, text.after_vowels(text.after(first, places)))
        places = met | places if sound.is_silent else met
        if not places:
            return False
    return text.after_vowels(places) >> len(listed) == 1


def heard(word: str) -> tuple[str, ...]:
    """Give the skeletons under which the Latin spellings of written consonants are looked up.

    >>> "md" in heard("mhmwd"), "*bdl" in heard("bd-llh")
    (True, True)
    """
    changes: Mapping[str, list[str]] = _table()["heard"]
    parts = [changes.get(one, [one]) for one in _consonants(word)]
    found = dict.fromkeys(
        skeleton("".join(one)).lstrip("*") for one in islice(product(*parts), _MOST_HEARD)
    )
    joined = [f"l{one}" for one in found if len(one) >= _LEAST_WITH_ARTICLE]
    return tuple(start + one for one in (*found, *joined) if one for start in ("", "*"))


_MOST_HEARD = 16


def weighed(word: str) -> int:
    """Count the consonants that are written."""
    return len(_consonants(word))


@lru_cache(maxsize=65_536)
def _consonants(word: str) -> tuple[str, ...]:
    """Divide a word into sounds."""
    return tuple(_sounds("consonants")[1].findall(word))


class _Sound(NamedTuple):
    """A sound of a word, the ways to write it, and those of its two letters, each a sound too."""

    is_joint: bool
    written: tuple[str, ...]
    parts: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    is_silent: bool


@lru_cache(maxsize=16_384)
def _plan(word: str) -> tuple[_Sound, ...]:
    """Say what a Latin spelling of written consonants has, in order.

    Of two sounds that are the same the second may be missing, and an "h" at the end.
    """
    tokens, sounds = _consonants(word), _sounds("consonants")[0]
    plan = list[_Sound]()
    for number, token in enumerate(tokens):
        one, *other = (sounds.get(letter, (letter,)) for letter in token)
        twice = number > 0 and tokens[number - 1] == token
        silent = twice or (number == len(tokens) - 1 and token == "h")  # noqa: S105 - no secret
        parts = ((one, other[0]),) if other else ()
        plan.append(_Sound(token == JOINT, sounds.get(token, (token,)), parts, silent))
    return tuple(plan)


class _Places:
    """Where in a Latin word something may stand: sets of places as whole numbers, a bit a place."""

    __slots__ = ("_found", "_text", "_vowels", "article")

    def __init__(self, text: str) -> None:
        self._text = text
        found: dict[str, int] = {}
        bit = 1
        for letter in text:
            found[letter] = found[letter] | bit if letter in found else bit
            bit <<= 1
        self._found = found
        self._vowels = sum([found[letter] for letter in _VOWELS if letter in found])
        self.article = self.after_article(1)

    def after(self, written: tuple[str, ...], places: int) -> int:
        """Give where one of several spellings may end; its last letter may be doubled."""
        met, found = 0, self._found
        for one in written:
            if one[-1] not in found:
                continue
            last = found[one[-1]]
            begins = last if len(one) == 1 else self._of(one)
            ends = (begins & places) << len(one)
            met |= ends | (ends & last) << 1
        return met

    def _of(self, written: str) -> int:
        """Give the places at which two letters or more begin."""
        bits = self._found.get(written[0], 0)
        for place in range(1, len(written)):
            bits &= self._found.get(written[place], 0) >> place
        return bits

    def after_vowels(self, places: int) -> int:
        """Give the places, and those that only vowels part from one: a sum carries through them."""
        vowels = self._vowels
        return places | (((places & vowels) + vowels) ^ vowels)

    def after_article(self, places: int) -> int:
        """Give where an article may end."""
        met = 0
        for place in range(places.bit_length()):
            if places >> place & 1 and (found := _article().match(self._text, place)):
                met |= 1 << found.end()
        return met


@lru_cache(maxsize=4096)
def _places(text: str) -> _Places:
    return _Places(text)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(_table()["article"]["written"][0])


@cache
def _sounds(section: str) -> tuple[Mapping[str, tuple[str, ...]], re.Pattern[str]]:
    """Give the spellings of each sound, and what divides a word into sounds."""
    told = {one: tuple(all_) for one, all_ in _table()[section].items()}
    longest = sorted(told, key=len, reverse=True)
    return told, re.compile("|".join([*map(re.escape, longest), "[a-z0-9-]"]))


def _table() -> Mapping[str, Any]:
    return shipped.table(PACKAGE, "spellings.toml")
