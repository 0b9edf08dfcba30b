"""Occupied regions of Ukraine, by whatever name an order gives the place (15 CFR 746.6)."""

from __future__ import annotations

from navicert.law.tables.embargoes import EmbargoRequirement
from navicert.rules.controls.recipients import recipients
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth, any_of


def in_region(one: EmbargoRequirement, matter: Matter) -> Truth:
    """Whether the destination lies in a region of the row, by any name that the shelf knows."""
    if not one.regions:
        return Truth.YES
    place = matter.destination.region or ""
    said = _named(one, place, matter)
    if said is None:
        said = Truth.NO if matter.destination.country not in one.home else Truth.UNKNOWN
    written = (_named(one, text, matter) for text in _delivered_to(one, matter))
    addresses = [found for found in written if found is not None]
    if place.casefold().startswith("not "):
        addresses = [found for found in addresses if found is Truth.YES]
    return any_of((said, *addresses))


def _named(one: EmbargoRequirement, place: str, matter: Matter) -> Truth | None:
    """Whether a name means a region of the row; None for a name that nobody knows."""
    named = matter.edition.regions_of(place)
    if named is None:
        return None
    certain, possible = named
    if one.regions & certain:
        return Truth.YES
    return Truth.UNKNOWN if one.regions & possible else Truth.NO


def _delivered_to(one: EmbargoRequirement, matter: Matter) -> tuple[str, ...]:
    """Give what the addresses of those who receive the item say of its place."""
    there = (
        party.address
        for party in recipients(matter.transaction)
        if party.address.country in {None, *one.countries}
    )
    return tuple(text for each in there for text in (each.region, each.city, each.text) if text)
