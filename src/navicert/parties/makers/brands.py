"""Brands and names of companies, and which named company stands behind each, by a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from navicert.facts.equipment import Relation
from navicert.parties import shipped
from navicert.parties.screening.compare import is_typo
from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.navicert_1.words import known

_MOST_WORDS = 32
"""Words of a name that are looked at; no company has more."""
_KEPT = 1 << 10
"""Names whose words are remembered: the listed ones are read for every maker."""
_LONGEST = 4
"""Words that a brand or a company's name of the tables may have."""

_KINDS: Mapping[Relation, str] = {
    Relation.BRAND: "a brand",
    Relation.ITSELF: "another name",
    Relation.SUBSIDIARY: "a subsidiary",
    Relation.AFFILIATE: "an affiliate",
}


@dataclass(frozen=True, slots=True)
class Brand:
    """One brand or company; not ``sure`` where no official or named source settles who it is."""

    brand: str
    maker: str
    sure: bool
    source: str
    relation: Relation = Relation.BRAND

    @property
    def said(self) -> str:
        """What it is to its maker, in words."""
        return f"{_KINDS[self.relation]} of {self.maker}"


@dataclass(frozen=True, slots=True)
class Borne:
    """A brand that a name bears: ``whole`` if it says nothing else, ``near`` if a letter is off."""

    brand: Brand
    whole: bool
    near: bool = False


@cache
def brands() -> tuple[Brand, ...]:
    """Give every brand and company that the house knows, in the order of their files."""
    told = shipped.table("navicert.parties.makers", "brands.toml")["brand"]
    companies = shipped.table("navicert.parties.makers", "names.toml")["company"]
    return (
        *(Brand(**row) for row in told),
        *(
            Brand(row["name"], row["maker"], row["sure"], row["source"], Relation(row["relation"]))
            for row in companies
        ),
    )


def borne_by(name: str) -> tuple[Borne, ...]:
    """Find the brands that a name bears; case, spaces and legal forms do not count.

    >>> [(one.brand.brand, one.whole) for one in borne_by("EZVIZ Inc.")]
    [('EZVIZ', True)]
    >>> [(one.brand.brand, one.whole) for one in borne_by("Hangzhou Ez-viz Network Co.")]
    [('EZVIZ', False)]
    >>> [(one.brand.brand, one.near) for one in borne_by("Ezvizz")], borne_by("Acme")
    ([('EZVIZ', True)], ())
    """
    return tuple(_borne(_core(name)[:_MOST_WORDS]))


def _borne(words: tuple[str, ...]) -> Iterator[Borne]:
    parts = frozenset(
        "".join(words[at : at + count])
        for count in range(1, _LONGEST + 1)
        for at in range(len(words) - count + 1)
    )
    for brand, key in _keys():
        if key in parts:
            yield Borne(brand, whole=key == "".join(words))
        elif any(is_typo(one, key) for one in parts):
            yield Borne(brand, whole=False, near=True)


@cache
def _keys() -> tuple[tuple[Brand, str], ...]:
    return tuple((one, "".join(_core(one.brand))) for one in brands())


def _core(name: str) -> tuple[str, ...]:
    """Give the words of a name, without legal forms unless it has nothing else."""
    every = words(name)
    return tuple(one for one in every if one not in known().forms) or every


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a name as the matcher reads them, for comparing single ones.

    >>> words("ZTE (USA) Inc.")
    ('zte', 'usa', 'incorporated')
    """
    return read(text).words
