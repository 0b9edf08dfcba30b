"""Countries (ISO 3166-1 alpha-2, and XK for Kosovo) and the regions the EAR treats apart.

Source of the codes and English names: Unicode CLDR, as the babel package ships it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.localedata import locale_identifiers

from navicert.errors import UnknownCountry

NOT_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
"""CLDR's territories that ISO 3166-1 does not list: reserved codes, groups, placeholders."""


@cache
def names() -> dict[str, str]:
    """Every code with its English name.

    >>> names()["NA"], names()["NO"]
    ('Namibia', 'Norway')
    """
    territories = Locale("en").territories
    return {
        code: str(territories[code])
        for code in sorted(territories)
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES  # noqa: PLR2004 - alpha-2
    }


def is_valid(value: str) -> bool:
    """Tell whether this is a code of the list.

    >>> is_valid("XK"), is_valid("EU"), is_valid("uk")
    (True, False, False)
    """
    return value.strip().upper() in names()


def parse(value: str) -> str:
    """Read an alpha-2 code; names and alpha-3 codes are refused, since they can be misread.

    >>> parse(" de ")
    'DE'
    >>> parse("UK")
    Traceback (most recent call last):
    ...
    navicert.errors.UnknownCountry: 'UK' is not an ISO 3166-1 alpha-2 code; did you mean 'GB'?
    """
    code = value.strip().upper()
    if code in names():
        return code
    message = f"{value!r} is not an ISO 3166-1 alpha-2 code"
    meant = _meant(value.strip())
    raise UnknownCountry(f"{message}; did you mean {meant!r}?" if meant else message)


def format(code: str) -> str:  # noqa: A001 - the verb that every term has
    """Write a code as people read it.

    >>> format("TR")
    'Türkiye (TR)'
    """
    return f"{names().get(code, 'unknown country')} ({code})"


def in_any_language(name: str) -> str | None:
    """Give the code of a country by its name in a language that CLDR knows; None where none is.

    A name that means another country in another language is none, and neither is a short word.

    >>> in_any_language("Deutschland"), in_any_language("\u4e2d\u56fd"), in_any_language("Kongo")
    ('DE', 'CN', None)
    """
    codes = _abroad().get(_folded(name), frozenset())
    return next(iter(codes)) if len(codes) == 1 else None


@cache
def _abroad() -> Mapping[str, frozenset[str]]:
    """Sort every name of every country in every language and script; takes a second or two."""
    known, found = names(), dict[str, set[str]]()
    for language in filter(_is_of_no_place, locale_identifiers()):
        for code, name in Locale.parse(language).territories.items():
            folded = _folded(str(name))
            if code in known and not (folded.isascii() and len(folded) < _SHORTEST):
                found.setdefault(folded, set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


_SHORTEST = 4


def _is_of_no_place(language: str) -> bool:
    """Tell whether a locale is a language, or one in a script: ``zh_Hant``, and not ``de_AT``."""
    return all(part.istitle() and part.isalpha() for part in language.split("_")[1:])


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _meant(value: str) -> str | None:
    if value.upper() in _OFTEN_WRITTEN:
        return _OFTEN_WRITTEN[value.upper()]
    by_name = {name.casefold(): code for code, name in names().items()}
    return by_name.get(value.casefold())


_OFTEN_WRITTEN: Mapping[str, str] = {
    "UK": "GB",
    "EL": "GR",
    "USA": "US",
    "PRC": "CN",
    "ROC": "TW",
    "UAE": "AE",
}
