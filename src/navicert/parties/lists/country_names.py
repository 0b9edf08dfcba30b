"""Countries by the names that authorities write, where they write no code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from navicert.parties import shipped
from navicert.terms import country


def code_of(name: str) -> str | None:
    """Give the ISO 3166-1 code of a country's name; None for a name that nobody put here.

    A code is no name: ``na`` is how a list writes that it does not know.

    >>> code_of("Korea, North"), code_of("NAMIBIA"), code_of("na"), code_of("undetermined")
    ('KP', 'NA', None, None)
    """
    return _codes().get(_folded(name))


@cache
def _codes() -> Mapping[str, str]:
    told: Mapping[str, str] = shipped.table("navicert.parties.lists", "country_names.toml")["names"]
    codes = {_folded(name): code for code, name in country.names().items()}
    return codes | {_folded(name): code for name, code in told.items()}


def _folded(name: str) -> str:
    return " ".join(name.replace("\u2019", "'").replace("&", "and").casefold().split())
