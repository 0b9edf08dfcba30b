"""Addresses side by side, in parts: box, building, street and number, city."""

from __future__ import annotations

from enum import StrEnum

from rapidfuzz.distance import OSA

from navicert.facts.listing import Listing
from navicert.facts.party import Address, Party
from navicert.parties.screening.evidence import evidence, places
from navicert.parties.screening.evidence.countries import are_akin
from navicert.parties.screening.evidence.evidence import Evidence
from navicert.parties.screening.evidence.places import Place

_SHORTEST_TYPO = 5
_SHOWN = 80


class Grade(StrEnum):
    """How far two addresses are one, best first; the values are the cases of the weights."""

    PLACE = "same_place"
    BUILDING = "same_building"
    BOX = "same_box"
    OTHER_UNIT = "same_building_other_unit"
    STREET = "same_street"
    POSTAL_CODE = "same_postal_code"
    OTHER_NUMBER = "same_street_other_number"
    CITY = "same_city"
    COUNTRY = "same_country"
    OTHER_CITY = "other_city"
    APART = "apart"


_SAYS = {grade: grade.value.replace("_", " ") for grade in Grade} | {
    Grade.OTHER_UNIT: "same building, another unit",
    Grade.OTHER_NUMBER: "same street, another number",
    Grade.OTHER_CITY: "another city",
}

_ORDER = tuple(Grade)
_TELLS_NOTHING = frozenset({Grade.COUNTRY, Grade.APART})


def weigh(party: Party, listing: Listing) -> tuple[Evidence, ...]:
    """Compare the address with each that the list gives; the nearest of them stands.

    Another city contradicts a little, and only where every address of the list is in another.
    Countries are weighed by themselves.
    """
    if not places.read(party.address).is_told:
        return ()
    graded = [(grade(party.address, listed), listed) for listed in listing.addresses]
    if not graded:
        return ()
    best, listed = min(graded, key=lambda one: _ORDER.index(one[0]))
    if best in _TELLS_NOTHING:
        return ()
    text = f"address {_shown(party.address)}, the list says {_shown(listed)}: {_SAYS[best]}"
    return (evidence.of("address", best.value, text),)


def same_place(one: Address, other: Address) -> float:
    """Tell from 0 to 1 how surely two addresses are one place (744.16(f)).

    1 is the same building and unit, or one that has no units; a street with another number, or
    a city alone, is next to nothing. Numbers must agree.

    >>> there = Address("Flat 7, 12/F, 188 Changzhou Road, Guangzhou, CN")
    >>> same_place(Address("188 Changzhou Rd, 12th Floor, Flat 7, Guangzhou"), there)
    1.0
    >>> same_place(Address("189 Changzhou Rd, Guangzhou"), there)
    0.1
    """
    found = grade(one, other)
    return evidence.points_of("same_place", found.value)


def grade(one: Address, other: Address) -> Grade:
    """Tell how far two addresses are one; it is the same the other way round."""
    return _graded(places.read(one), places.read(other))


def _graded(one: Place, other: Place) -> Grade:
    if one == other and one.houses and one.street:
        return Grade.PLACE
    if _in_other_countries(one, other):
        return Grade.APART
    city = _same_city(one, other)
    postal = bool(one.postal & other.postal)
    if city is False and not postal:
        return Grade.OTHER_CITY
    if not (city or postal):
        return Grade.COUNTRY if one.country and other.country else Grade.APART
    return _within_a_city(one, other) or (
        Grade.POSTAL_CODE if postal else Grade.CITY if city else Grade.COUNTRY
    )


def _in_other_countries(one: Place, other: Place) -> bool:
    here, there = one.country, other.country
    return bool(here and there) and here != there and not are_akin(str(here), str(there))


def _within_a_city(one: Place, other: Place) -> Grade | None:
    if one.boxes and other.boxes and one.boxes & other.boxes:
        return Grade.BOX
    street = _alike(one.street, other.street)
    houses = _agree(one.houses, other.houses)
    blocks = _agree(one.blocks, other.blocks)
    building = _alike(one.building, other.building)
    if blocks is not False and street and houses:
        return _by_unit(one, other, Grade.PLACE)
    if blocks is not False and building and street is not False and houses is not False:
        return _by_unit(one, other, Grade.BUILDING)
    if street:
        apart = houses is False or blocks is False
        return Grade.OTHER_NUMBER if apart else Grade.STREET
    return None


def _by_unit(one: Place, other: Place, without: Grade) -> Grade:
    """Look at floors, rooms and flats; ``without`` is the grade where neither side has any."""
    if one.units & other.units:
        return Grade.PLACE
    if one.units and other.units:
        return Grade.OTHER_UNIT
    return Grade.BUILDING if one.units or other.units else without


def _same_city(one: Place, other: Place) -> bool | None:
    """Compare the cities; None where one of them does not tell its city apart."""
    if one.city and other.city:
        if _alike(one.city, other.city):
            return True
        near = _all_like(one.city, _beside(other)) or _all_like(other.city, _beside(one))
        crossed = set(one.city) & other.words or set(other.city) & one.words
        return True if near else None if crossed else False
    if one.city or other.city:
        city, words = (one.city, other.words) if one.city else (other.city, one.words)
        return True if _all_like(city, tuple(sorted(words))) else None
    shared = {*_beside(one)} & {*_beside(other)}
    return True if any(len(word) >= _SHORTEST_TYPO - 1 for word in shared) else None


def _beside(place: Place) -> tuple[str, ...]:
    """Give all words but those of its street, among which its city and area stand."""
    return tuple(sorted(place.words - {*place.street}))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Compare names by their words, or by their letters; None where one of them has none."""
    if not one or not other:
        return None
    if "".join(one) == "".join(other):
        return True
    if len(one) == len(other):
        return _all_like(one, other) or _all_like(other, one)
    return _all_like(*sorted((one, other), key=len))


def _all_like(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return all(any(_like(word, other) for other in many) for word in few)


def _like(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_TYPO or one[0] != other[0]:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _agree(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Numbers agree where one side has all of the other's; None where a side has none."""
    if not one or not other:
        return None
    return one <= other or other <= one


def _shown(address: Address) -> str:
    text = address.text or ", ".join(filter(None, (address.street, address.city)))
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + " ...")
