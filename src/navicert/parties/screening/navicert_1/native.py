r"""Names in Chinese characters and in Hangul: the words that they are read as, in several ways.

What a run of characters is read as depends on whose name it is; a text alone does not tell. Each
word comes out behind the mark of the language that it was read in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import product

from anyascii import anyascii

from navicert.parties import shipped
from navicert.parties.screening.navicert_1.marks import CHINESE, JAPANESE, KOREAN
from navicert.parties.screening.navicert_1.meanings import Part, is_company, parts
from navicert.parties.screening.navicert_1.words import PACKAGE

Way = Callable[[str], tuple[str, ...]]
"""From a run of characters to marked words; none when it cannot be read so."""

_LONGEST_NAME = 4
"""Characters of a name of a person; more of them in a row are words of a company."""
_MOST_JAPANESE = 4
_HANGUL = "\uac00"


def usual(run: str) -> tuple[str, ...]:
    """Give the words of a company, else a family and a given name, else every syllable."""
    found = parts(run)
    return _of_company(found) if _is_company(run, found) else _of_person(run)


def by_sound(run: str) -> tuple[str, ...]:
    """Give the words of a company whose own name is read by its sound."""
    found = parts(run, companies=False)
    return _of_company(found) if is_company(found) else ()


def _is_company(run: str, found: tuple[Part, ...]) -> bool:
    """Tell whether this is no person's name; a family name of two characters begins one."""
    compound = len(run) <= _LONGEST_NAME and run[:2] in _names("chinese_compounds")
    return is_company(found) and not (compound and not found[0].meaning)


def of_person(run: str) -> tuple[str, ...]:
    """Read a short run as the name of a person, whatever it means."""
    return _of_person(run) if len(run) <= _LONGEST_NAME else ()


def meant(run: str) -> tuple[str, ...]:
    """Read a short run, which may be the name of a person, by its meaning."""
    found = parts(run)
    return _of_company(found) if all(one.meaning for one in found) else ()


def _of_company(found: tuple[Part, ...], *, joined: bool = True) -> tuple[str, ...]:
    """Give the words of a meaning, and what is left as one word where it is short."""
    words: list[str] = []
    for one in found:
        if one.meaning:
            words += one.meaning.split()
            continue
        mark, spoken = _syllables(one.text)
        whole = joined and len(spoken) <= _LONGEST_NAME
        words += [mark + "".join(spoken)] if whole else [mark + each for each in spoken]
    return tuple(words)


def _of_person(run: str) -> tuple[str, ...]:
    mark, spoken = _spoken(run)
    if len(run) > _LONGEST_NAME:
        return tuple(mark + one for one in spoken)
    words = (spoken[0], "".join(spoken[1:]))
    return tuple(mark + word for word in words if word)


def apart(run: str) -> tuple[str, ...]:
    """Give every syllable as a word of its own, but for those of a meaning."""
    found = parts(run, companies=False)
    if is_company(found):
        return _of_company(found, joined=False)
    mark, spoken = _spoken(run)
    return tuple(mark + one for one in spoken)


def korean(run: str) -> tuple[str, ...]:
    """Read Chinese characters as a Korean name, when all of them are frequent in such names."""
    spoken = _korean(run)
    return (KOREAN + spoken[0], KOREAN + "".join(spoken[1:])) if len(spoken) > 1 else ()


def korean_apart(run: str) -> tuple[str, ...]:
    """Read Chinese characters as a Korean name, every syllable as a word of its own."""
    return tuple(KOREAN + one for one in _korean(run))


def _japanese(place: int) -> Way:
    def read(run: str) -> tuple[str, ...]:
        found = japanese(run)
        return found[min(place, len(found) - 1)] if found else ()

    return read


def japanese(run: str) -> tuple[tuple[str, ...], ...]:
    """Give the readings of a Japanese family name, given name, or both, when they are common."""
    families, given = _names("japanese_families"), _names("japanese_given")
    alone = (*families.get(run, ()), *given.get(run, ()))
    found: list[tuple[str, ...]] = [(one,) for one in alone]
    for cut in range(1, len(run)):
        found += product(families.get(run[:cut], ()), given.get(run[cut:], ()))
    return tuple(tuple(JAPANESE + word for word in name) for name in found[:_MOST_JAPANESE])


OTHER_WAYS: tuple[Way, ...] = (
    *(by_sound, apart, of_person, meant, korean, korean_apart),
    *map(_japanese, range(_MOST_JAPANESE)),
)
"""What a run may be read as besides the usual."""


def _spoken(run: str) -> tuple[str, list[str]]:
    """Give the mark, the family name, and every other syllable; long texts have no family name."""
    mark, spoken = _syllables(run)
    if mark == KOREAN:
        return KOREAN, _family_of_two(spoken) if len(run) == _LONGEST_NAME else spoken
    if len(run) > _LONGEST_NAME:
        return CHINESE, spoken
    compound = _names("chinese_compounds").get(run[:2], ())
    if compound:
        return CHINESE, [compound[0], *spoken[2:]]
    spoken[0] = _characters("chinese_families").get(run[0], (spoken[0],))[0]
    return CHINESE, _family_of_two(spoken) if len(spoken) == _LONGEST_NAME else spoken


def _syllables(run: str) -> tuple[str, list[str]]:
    if run[0] >= _HANGUL:
        return KOREAN, [anyascii(character).lower() for character in run]
    return CHINESE, [one for one in map(_of_han, run) if one] or ["x"]


def _of_han(character: str) -> str:
    if told := _characters("chinese_sounds").get(character):
        return told[0]
    return "".join(filter(str.isalnum, anyascii(character).lower()))


def _family_of_two(spoken: list[str]) -> list[str]:
    return ["".join(spoken[:2]), *spoken[2:]]


def _korean(run: str) -> tuple[str, ...]:
    if len(run) > _LONGEST_NAME or run[0] >= _HANGUL:
        return ()
    families, given = _characters("korean_families"), _characters("korean_given")
    first = families.get(run[0]) or given.get(run[0])
    rest = [given.get(one) or families.get(one) for one in run[1:]]
    told = [one[0] for one in (first, *rest) if one]
    return tuple(told) if len(told) == len(run) else ()


@cache
def _characters(section: str) -> Mapping[str, tuple[str, ...]]:
    """Turn a table of readings over: for each character its readings."""
    return _turned((reading, tuple(all_)) for reading, all_ in _table(section).items())


@cache
def _names(section: str) -> Mapping[str, tuple[str, ...]]:
    """Turn a table of readings over: for each written name its readings."""
    return _turned(_table(section).items())


def _table(section: str) -> Mapping[str, Iterable[str]]:
    told: Mapping[str, Iterable[str]] = shipped.table(PACKAGE, "readings.toml")[section]
    return told


def _turned(told: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for reading, all_ in told:
        for written in all_:
            found[written] = (*found.get(written, ()), reading)
    return found
