"""Countries as lists write them, by name or code, to ISO 3166-1; an unknown name stays unknown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from navicert.parties import shipped
from navicert.terms import country

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200


@lru_cache(maxsize=4096)
def code_of(text: str) -> str | None:
    """Give the code of a country by its code or name; None when it is neither.

    A code counts in capitals alone: ``No`` and ``Is`` are words.

    >>> code_of("NO"), code_of("Côte d'Ivoire"), code_of("Iran (Islamic Republic of)")
    ('NO', 'CI', 'IR')
    >>> code_of("St. Kitts & Nevis"), code_of("Korea, North"), code_of("Atlantis")
    ('KN', 'KP', None)
    """
    stripped = text.strip()
    if stripped in country.names():
        return stripped
    return _names().get(_plain(stripped)) if len(stripped) <= _LONGEST else None


def codes_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the codes of those that are known, each once, in their order.

    >>> codes_of(["Norway", "nowhere", "NA", "Norway"])
    ('NO', 'NA')
    """
    return tuple(dict.fromkeys(code for text in texts if (code := code_of(text))))


def code_at_end(address: str) -> str | None:
    """Give the code of the country that an address ends with.

    >>> code_at_end("Potonggang, Pyongyang, Korea, North"), code_at_end("12 Main St, Solon")
    ('KP', None)
    """
    before, _, last = address.rpartition(",")
    return code_of(last) or code_of(f"{before.rpartition(',')[2]}, {last}")


@cache
def _names() -> Mapping[str, str]:
    ours: Mapping[str, str] = shipped.table("navicert.parties.lists", "country_names.toml")["names"]
    return {_plain(name): code for code, name in country.names().items()} | dict(ours)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    spelled = letters.replace("&", " and ").replace("\u0131", "i")
    words = ("saint" if word == "st" else word for word in _WORD.findall(spelled))
    return " ".join(word for word in words if word != "the")
