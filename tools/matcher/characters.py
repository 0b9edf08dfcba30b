"""Made-up names in Chinese characters: no list at hand has enough of them."""

from __future__ import annotations

import random

from navicert.parties import shipped
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.native import Way, japanese, korean, usual
from navicert.parties.screening.navicert_1.pair import aligned
from navicert.parties.screening.navicert_1.reading import Reading, read
from navicert.parties.screening.navicert_1.spellings import spellings
from navicert.parties.screening.navicert_1.words import PACKAGE
from tools.matcher.samples import Samples

CHINESE_FAMILIES = (
    "\u738b\u674e\u5f20\u5218\u9648\u6768\u9ec4\u8d75\u5468\u5434\u5f90\u5b59\u9a6c\u6731\u80e1"
    "\u90ed\u4f55\u9ad8\u6797\u90d1\u8c22\u5510\u8bb8\u9093\u51af\u97e9\u66f9\u66fe\u8096\u8463"
)
"""The most frequent family names of China."""
_JOINED = 0.5


def of_characters(count: int = 400) -> Samples:
    """Hold each made-up name against a Latin spelling of it, and of two that differ by one part."""
    chance, found = random.Random(11), Samples()  # noqa: S311 - the same every time is the point
    for number in range(count):
        for way in (usual, korean, _japanese):
            family, given = _parts(way)
            first, other = chance.sample(family, 2), chance.sample(given, 2)
            for one, two in ((0, 0), (0, 1), (1, 0)):
                native, latin = first[0] + other[0], _latin(first[one] + other[two], way, chance)
                for asked, listed in ((read(native, way), read(latin)),
                                      (read(latin), read(native, way))):  # fmt: skip
                    found.rows.append(features(aligned(asked, listed), of_person=True))
                    found.right.append(not (one or two))
                    found.weights.append(1.0)
                    found.groups.append(number)
    return found


def _parts(way: Way) -> tuple[list[str], list[str]]:
    """Give family names and given names as they are written."""
    told = shipped.table(PACKAGE, "readings.toml")
    if way is _japanese:
        families, given = told["japanese_families"], told["japanese_given"]
        return _written(families), _written(given)
    families = list(CHINESE_FAMILIES if way is usual else _written(told["korean_families"]))
    characters = _written(told["korean_given"])
    pairs = zip(characters, characters[7:] + characters[:7], strict=True)
    return families, [one + other for one, other in pairs]


def _written(table: dict[str, list[str]]) -> list[str]:
    return sorted({one for all_ in table.values() for one in all_})


def _japanese(run: str) -> tuple[str, ...]:
    return next((name for name in japanese(run) if len(name) > 1), ())


def _marked(reading: Reading) -> list[tuple[str, str]]:
    return list(zip(reading.words, reading.marks, strict=True))


def _latin(native: str, way: Way, chance: random.Random) -> str:
    """Spell a name in Latin letters, given names of two syllables joined or apart."""
    reading = read(native, way)
    words = [chance.choice(sorted(spellings(*one))) for one in _marked(reading)]
    if way is not _japanese and chance.random() >= _JOINED:
        syllables = way(native[:1] + native[1:2])[1:] + way(native[:1] + native[2:])[1:]
        words[1:] = [chance.choice(sorted(spellings(one[1:], one[0]))) for one in syllables]
    return " ".join(words)
