"""What the Consolidated Screening List says of one party, whatever form it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from navicert.errors import TermError
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, PartyType
from navicert.facts.party import Address
from navicert.parties.lists import (
    addresses,
    births,
    citations,
    country_names,
    license_requirement,
    sources,
)
from navicert.parties.lists.csl import ids
from navicert.parties.lists.csl.ids import GivenId
from navicert.terms import country, list_code
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

DETAILS = (
    *("entity_number", "title", "call_sign", "vessel_type", "gross_tonnage"),
    *("gross_registered_tonnage", "vessel_flag", "vessel_owner", "source_list_url"),
    *("dates_of_birth", "places_of_birth", "source_information_url", "ids"),
)
"""What each form keeps by its own name besides, in this order."""

_T = TypeVar("_T")

_TYPES: Mapping[str, PartyType] = {
    "": PartyType.UNKNOWN,
    "Individual": PartyType.PERSON,
    "Entity": PartyType.ENTITY,
    "Vessel": PartyType.VESSEL,
    "Aircraft": PartyType.AIRCRAFT,
}
_STANDARD: Mapping[str, Truth] = {"": Truth.UNKNOWN, "Y": Truth.YES, "N": Truth.NO}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry; texts are as they came, ``details`` are those of ``DETAILS`` that it has."""

    list: ListCode
    entry: str
    names: tuple[ListedName, ...]
    type: PartyType
    details: Mapping[str, str]
    addresses: tuple[Address, ...] = ()
    countries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    notice: str = ""
    license_requirement: str = ""
    license_policy: str = ""
    since: date | None = None
    until: date | None = None
    standard_order: Truth = Truth.UNKNOWN
    remarks: str = ""
    nationalities: tuple[str, ...] = ()
    citizenships: tuple[str, ...] = ()
    given_ids: tuple[GivenId, ...] = ()


def listing(told: Told) -> Listing:
    """Make the listing of one entry."""
    nationalities, citizenships = _codes(told.nationalities), _codes(told.citizenships)
    flag = country_names.code_of(told.details.get("vessel_flag", ""))
    return Listing(
        list=told.list,
        entry=told.entry,
        names=told.names,
        type=told.type,
        addresses=told.addresses,
        countries=_countries(told, (*nationalities, *citizenships), flag),
        programs=told.programs,
        license_requirement=told.license_requirement,
        license_policy=told.license_policy,
        citations=citations.parse(told.notice),
        since=told.since,
        until=told.until,
        standard_order=told.standard_order,
        remarks=told.remarks,
        details=_details(told),
        scope=license_requirement.read(told.license_requirement),
        identifiers=_identifiers(told),
        births=births.parse(parts(told.details.get("dates_of_birth", ""))),
        birth_places=parts(told.details.get("places_of_birth", "")),
        nationalities=nationalities,
        citizenships=citizenships,
        flag=flag,
    )


def list_of(title: str) -> ListCode:
    """Read the list that an entry's source names; raises ``TermError``.

    >>> list_of("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department")
    <ListCode.MBS: 'MBS'>
    """
    within = title.rpartition("(")[2].partition(")")[0]
    return list_code.parse(sources.words("csl", "codes").get(within, title))


def type_of(word: str) -> PartyType:
    """Read what kind of party it is; raises ``TermError``."""
    return _known(word, _TYPES)


def standard_order_of(word: str) -> Truth:
    """Read whether a denial order has the standard terms; raises ``TermError``."""
    return _known(word, _STANDARD)


def parts(cell: str) -> tuple[str, ...]:
    """Give the parts of a cell that semicolons divide.

    >>> parts("ONE; TWO;")
    ('ONE', 'TWO')
    """
    return tuple(text for part in cell.split(";") if (text := part.strip()))


def _known(word: str, words: Mapping[str, _T]) -> _T:
    for known, meant in words.items():
        if word.casefold() == known.casefold():
            return meant
    raise TermError(f"{word[:40]!r} is none of {', '.join(filter(None, words))}")


def _codes(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text in country.names()))


def _countries(told: Told, persons_of: tuple[str, ...], flag: str | None) -> tuple[str, ...]:
    where = (
        *addresses.countries(told.addresses),
        *country_names.codes_of(told.countries),
        *persons_of,
    )
    return tuple(dict.fromkeys((*where, *((flag,) if flag else ()))))


def _details(told: Told) -> tuple[tuple[str, str], ...]:
    persons_of = "; ".join((*told.nationalities, *told.citizenships))
    own = (("federal_register_notice", told.notice), ("nationalities", persons_of))
    kept = ((key, told.details.get(key, "")) for key in DETAILS)
    rest = ((key, text) for key, text in told.details.items() if key not in DETAILS)
    return tuple((key, text) for key, text in (*own, *kept, *rest) if text)


def _identifiers(told: Told) -> tuple[Identifier, ...]:
    sign = told.details.get("call_sign", "")
    signs = (Identifier(IdentifierKind.CALL_SIGN, sign, note="call_sign"),) if sign else ()
    return (*ids.identifiers(told.given_ids), *signs)
