"""Countries, nationalities and flags side by side; another country is weak evidence against."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from navicert.facts.listing import Listing, PartyType
from navicert.facts.party import Party
from navicert.parties import shipped
from navicert.parties.screening.evidence import evidence
from navicert.parties.screening.evidence.evidence import Evidence


def weigh(party: Party, listing: Listing) -> tuple[Evidence, ...]:
    """Compare where the party is, and whose national it is, with what the list says.

    Neutral where either side says nothing. A seat or a parent in a listed country agrees; that
    they are elsewhere contradicts nothing by itself.
    """
    return (*_place(party, listing), *_nationality(party, listing))


def are_akin(one: str, other: str) -> bool:
    """Tell whether one party may have both codes: a region and its country, or a former name.

    >>> are_akin("HK", "CN"), are_akin("RU", "SU"), are_akin("NA", "NO")
    (True, True, False)
    """
    return other in _akin().get(one, frozenset())


def _place(party: Party, listing: Listing) -> tuple[Evidence, ...]:
    here = party.address.country
    if listing.type is PartyType.VESSEL and listing.flag:
        return _compared("flag", (here or party.nationality,), (listing.flag,))
    found = _compared("country", (here,), listing.countries)
    if found and found[0].points > 0:
        return found
    elsewhere = _compared("country", (party.headquarters, party.ultimate_parent), listing.countries)
    return elsewhere if elsewhere and elsewhere[0].points > 0 else found


def _nationality(party: Party, listing: Listing) -> tuple[Evidence, ...]:
    return _compared(
        "nationality", (party.nationality,), (*listing.nationalities, *listing.citizenships)
    )


def _compared(
    what: str, asked: tuple[str | None, ...], listed: tuple[str, ...]
) -> tuple[Evidence, ...]:
    ours = tuple(dict.fromkeys(code for code in asked if code))
    theirs = tuple(dict.fromkeys(code for code in listed if code))
    if not ours or not theirs:
        return ()
    said = ", ".join(theirs)
    for code in ours:
        if code in theirs:
            return (evidence.of(what, "same", f"the same {what}, {code}"),)
    for code in ours:
        if any(are_akin(code, other) for other in theirs):
            return (evidence.of(what, "akin", f"{what} {code}, the list says {said}: akin"),)
    text = f"{what} {', '.join(ours)}, the list says {said}: that does not clear it"
    return (evidence.of(what, "other", text),)


@cache
def _akin() -> Mapping[str, frozenset[str]]:
    table = shipped.table("navicert.parties.screening.evidence", "countries.toml")
    pairs = [tuple(pair) for pair in table["akin"]["pairs"]]
    pairs += [(old, new) for old, later in table["former"].items() for new in later]
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {code: frozenset(others) for code, others in found.items()}
