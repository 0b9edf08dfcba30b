"""The skeleton of a word: its consonants, those alike that transliterations confuse."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_SOUNDS: Mapping[str, str] = {
    "sch": "s", "tch": "j", "dzh": "j", "kh": "k", "gh": "g", "zh": "j", "sh": "s", "ch": "j",
    "ph": "f", "ck": "k", "ts": "s", "tz": "s", "dj": "j", "th": "t", "dh": "d", "rh": "r",
    "wh": "w", "qu": "k", "x": "ks", "ce": "se", "ci": "si", "cy": "si", "ge": "je", "gi": "ji",
    "gy": "ji",
}  # fmt: skip
_SOUND = re.compile("|".join(_SOUNDS))
_LETTERS: Mapping[int, str] = str.maketrans({"c": "k", "q": "k", "z": "s", "v": "f", "w": "f"})
_SILENT: Mapping[int, int | None] = str.maketrans("", "", "aeiouyh")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Give the consonants of a word; a vowel at its start leaves a star.

    >>> skeleton("muhammad") == skeleton("mohamed"), skeleton("jalolov"), skeleton("zhalolov")
    (True, 'jlf', 'jlf')
    >>> skeleton("ahmad")
    '*md'
    """
    if not word:
        return ""
    sounds = _SOUND.sub(_sound, word).translate(_LETTERS)
    bones = _TWICE.sub(r"\1", sounds.translate(_SILENT))
    return f"*{bones}" if sounds[0] in "aeiouyh" else bones


def _sound(found: re.Match[str]) -> str:
    return _SOUNDS[found[0]]
