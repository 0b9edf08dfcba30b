"""How a word of another script may stand in Latin letters.

Syllables have so many spellings that they can all be written out; words of which only the
consonants are written are held against a Latin word letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, product
from typing import Any

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
    tokens = _consonants(word)
    places = {0} | (_after_article({0}, listed) if len(tokens) >= _LEAST_WITH_ARTICLE else set())
    for number, token in enumerate(tokens):
        places = _after_vowels(places, listed)
        if token == JOINT:
            places |= _after_article(places, listed)
            continue
        met = _after(token, places, listed)
        last, twice = number == len(tokens) - 1, tokens[number - 1 : number] == (token,)
        silent = twice or (last and token == "h")  # noqa: S105 - a sound, no secret
        places = met | places if silent else met
        if not places:
            return False
    return len(listed) in _after_vowels(places, listed)


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


def _after(token: str, places: set[int], listed: str) -> set[int]:
    """Give where a sound may end; what looks like one sound of two letters may be two sounds."""
    met = {end for place in places for end in _ends(token, listed, place)}
    if len(token) > 1:
        met |= _after(token[1], _after_vowels(_after(token[0], places, listed), listed), listed)
    return met


def _ends(token: str, listed: str, place: int) -> Iterator[int]:
    """Give where a consonant that begins here may end; a letter may be doubled."""
    for written in _sounds("consonants")[0].get(token, (token,)):
        if listed.startswith(written, place):
            end = place + len(written)
            yield end
            if listed.startswith(written[-1], end):
                yield end + 1


def _after_vowels(places: set[int], listed: str) -> set[int]:
    found = set(places)
    for place in places:
        end = place
        while end < len(listed) and listed[end] in _VOWELS:
            end += 1
            found.add(end)
    return found


def _after_article(places: set[int], listed: str) -> set[int]:
    article = _article()
    return {met.end() for place in places if (met := article.match(listed, place))}


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
