"""Countries (ISO 3166-1 alpha-2, and XK for Kosovo) and the regions the EAR treats apart.

Source of the codes and English names: Unicode CLDR, as the babel package ships it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale

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
