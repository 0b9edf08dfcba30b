"""What a part of an entry tells of a party, and many such parts put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName
from navicert.facts.party import Address
from navicert.terms.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of a listing, gathered; ``rest`` are texts in which nobody found one."""

    names: tuple[ListedName, ...] = ()
    addresses: tuple[Address, ...] = ()
    births: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    citizenships: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    rest: tuple[str, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country in it, each once: of addresses, nationalities, citizenships and flags."""
        where = (one.country for one in self.addresses if one.country)
        all_of_them = (*where, *self.nationalities, *self.citizenships, *self.flags)
        return tuple(dict.fromkeys(all_of_them))


def together(parts: Iterable[Told]) -> Told:
    """Put parts together in their order; what is said twice is kept once."""
    gathered: dict[str, list[Any]] = {}
    for part in parts:
        for name in _FIELDS:
            if said := getattr(part, name):
                gathered.setdefault(name, []).extend(said)
    return Told(**{name: tuple(dict.fromkeys(said)) for name, said in gathered.items()})


_FIELDS = tuple(field.name for field in fields(Told))
