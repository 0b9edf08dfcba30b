r"""Words of other scripts that are read by what they mean: trades, legal forms, places, companies.

A run of Chinese characters or of Hangul is divided into such words and what is left between them;
Arabic and Persian words stand for the Latin spelling by which words.toml compares them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from navicert.parties import shipped
from navicert.parties.screening.navicert_1.words import PACKAGE

_HANGUL = "\uac00"
_LEVELS = ("\u5e02", "\u7701")
"""What stands behind the name of a city or of a province, and is not said in English."""
_NAME_OF_COMPANY = 4
_LEFT_OF_COMPANY = 2
_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_VARIANTS: Mapping[int, int] = str.maketrans(
    "\u06cc\u0649\u06a9\u0623\u0625\u0622\u06c1\u06c0",
    "\u064a\u064a\u0643\u0627\u0627\u0627\u0647\u0647",
)
"""Letters of Arabic script that one hand writes for another; one for one, so that places stay."""


class Part(NamedTuple):
    """A piece of a run; ``meaning`` is empty for what is read by its sound.

    ``sure`` tells that it is read so even where the run may be the name of a person.
    """

    text: str
    meaning: str
    sure: bool


def parts(run: str, *, companies: bool = True) -> tuple[Part, ...]:
    r"""Divide a run, the longest words first; without ``companies`` these are read by sound.

    >>> [one.meaning for one in parts("\u4e2d\u5174\u901a\u8baf\u6709\u9650\u516c\u53f8")]
    ['zte', 'company limited']
    """
    return tuple(_parts(run, companies=companies))


def _parts(run: str, *, companies: bool) -> Iterator[Part]:
    script = "korean" if run[0] >= _HANGUL else "chinese"
    pattern, told = _table(script, companies)
    end = 0
    for found in pattern.finditer(run):
        if found.start() > end and run[end : found.start()] not in _LEVELS:
            yield Part(run[end : found.start()], "", sure=False)
        yield Part(found[0], *told[found[0]])
        end = found.end()
    if end < len(run):
        yield Part(run[end:], "", sure=False)


def is_company(found: tuple[Part, ...]) -> bool:
    """Tell whether a run is no person's name.

    Of two or three characters all must be sure; of four, two are left beside the word of a trade.
    """
    long = sum(len(one.text) for one in found)
    left = sum(len(one.text) for one in found if not one.meaning)
    if left == long or long > _NAME_OF_COMPANY:
        return left < long
    if not left:
        return long == _NAME_OF_COMPANY or all(one.sure for one in found)
    return long - left == left == _LEFT_OF_COMPANY and bool(found[-1].meaning)


def of_arabic(text: str, *, names: bool = True) -> str:
    r"""Put Latin words for the Arabic and Persian ones whose meaning, or spelling, is known.

    Spellings of names count where nothing else is left, since consonants are not compared with
    letters; without ``names`` they do not.

    >>> of_arabic("\u0645\u062d\u0645\u062f \u0639\u0644\u06cc")
    'muhammad ali'
    """
    if names and _LETTER.search(found := _put(text, ("arabic_words", "arabic_names"))) is None:
        return found
    return _put(text, ("arabic_words",))


def _put(text: str, sections: tuple[str, ...]) -> str:
    pattern, told = _arabic(sections)
    return _replaced(text, pattern.finditer(text.translate(_VARIANTS)), told)


def _replaced(text: str, all_: Iterator[re.Match[str]], told: Mapping[str, str]) -> str:
    pieces, end = list[str](), 0
    for found in all_:
        pieces += (text[end : found.start()], told[found[1]])
        end = found.end()
    return "".join((*pieces, text[end:]))


@cache
def _table(script: str, companies: bool) -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:  # noqa: FBT001 - cached
    told: dict[str, tuple[str, bool]] = {}
    for section, all_ in shipped.table(PACKAGE, "meanings.toml").items():
        if section.startswith(script) and (companies or not section.endswith("companies")):
            sure = section != script
            told.update({one: (meaning, sure) for meaning, some in all_.items() for one in some})
    return re.compile(_alternatives(told)), told


@cache
def _arabic(sections: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    tables = shipped.table(PACKAGE, "meanings.toml")
    told = {
        written.translate(_VARIANTS): meaning
        for section in sections
        for meaning, all_ in tables[section].items()
        for written in all_
    }
    return re.compile(rf"(?<!\w)(?:\u0627\u0644|\u0644\u0644)??({_alternatives(told)})(?!\w)"), told


def _alternatives(told: Mapping[str, object]) -> str:
    return "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
