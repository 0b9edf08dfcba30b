"""Types side by side: a person is not a ship."""

from __future__ import annotations

from collections.abc import Mapping

from navicert.facts.listing import Listing, PartyType
from navicert.parties.screening.evidence import evidence
from navicert.parties.screening.evidence.evidence import Evidence

_MEANT: Mapping[str, PartyType] = {
    "person": PartyType.PERSON,
    "individual": PartyType.PERSON,
    "company": PartyType.ENTITY,
    "entity": PartyType.ENTITY,
    "organization": PartyType.ENTITY,
    "vessel": PartyType.VESSEL,
    "ship": PartyType.VESSEL,
    "aircraft": PartyType.AIRCRAFT,
}

_CRAFT = frozenset({PartyType.VESSEL, PartyType.AIRCRAFT})


def type_of(asked: str) -> PartyType:
    """Read the type that was asked for; what is no word of ours is unknown.

    >>> type_of("Company"), type_of("trust")
    (<PartyType.ENTITY: 'entity'>, <PartyType.UNKNOWN: 'unknown'>)
    """
    return _MEANT.get(asked.strip().casefold()[:20], PartyType.UNKNOWN)


def weigh(asked: str, listing: Listing) -> tuple[Evidence, ...]:
    """Compare the type that was asked for with that of the entry.

    An entry that is an address says nothing of who sits there.
    """
    ours, theirs = type_of(asked), listing.type
    if ours is PartyType.UNKNOWN or theirs in {PartyType.UNKNOWN, PartyType.ADDRESS}:
        return ()
    if ours is theirs:
        return (evidence.of("type", "same", f"both of type {ours.value}"),)
    case = "other_craft" if _CRAFT & {ours, theirs} else "other"
    text = f"of type {ours.value}, the list says {theirs.value}: that does not clear it"
    return (evidence.of("type", case, text),)
