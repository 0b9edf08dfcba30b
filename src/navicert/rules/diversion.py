"""Signs that goods go on to another place than the order says (732 supp. 3; part 746)."""

from __future__ import annotations

from collections.abc import Iterator

from navicert.errors import LawNotCovered
from navicert.facts.party import Party
from navicert.rules.cites import cites
from navicert.rules.finding import Finding
from navicert.rules.flag import Flag, raised
from navicert.rules.matter import Matter
from navicert.terms.activity import SENDING
from navicert.terms.party_role import PartyRole

RECEIVING = frozenset(
    {
        PartyRole.PURCHASER,
        PartyRole.INTERMEDIATE_CONSIGNEE,
        PartyRole.ULTIMATE_CONSIGNEE,
        PartyRole.END_USER,
    }
)
SLUG = "recipient_in_an_embargoed_place"
"""The name by which an order resolves the flag."""
ELSEWHERE = "end_user_elsewhere"
IN_PLACE = "item_in_an_embargoed_place"
WHOLE = "all"
"""How the shelf marks a requirement of part 746 that reaches every item."""


@cites("15 CFR Supp. 3 to 732", "15 CFR part 746")
def recipient_in_an_embargoed_place(matter: Matter) -> tuple[Finding, ...]:
    """A recipient in an embargoed place other than the destination may mean diversion."""
    return tuple(
        raised(_tied(party, place), matter.transaction)
        for party in matter.transaction.parties
        if RECEIVING & set(party.roles)
        for place in (*_embargoed_countries(party, matter), *_occupied_regions(party, matter))
    )


@cites("15 CFR 748.5(f)", "15 CFR Supp. 3 to 732")
def end_user_elsewhere(matter: Matter) -> tuple[Finding, ...]:
    """An item ends where its end user is: one in a third country means another destination."""
    transaction = matter.transaction
    if transaction.activity not in SENDING or transaction.is_deemed:
        return ()
    home = matter.edition.country_of(matter.destination.country)
    return tuple(
        raised(_ends_in(country, party, matter), transaction)
        for party in transaction.parties
        if PartyRole.END_USER in party.roles
        for country in filter(None, (party.address.country,))
        if matter.edition.country_of(country) != home
    )


@cites("15 CFR 736.2(b)(10)", "15 CFR part 746")
def item_in_an_embargoed_place(matter: Matter) -> tuple[Finding, ...]:
    """Whoever uses, stores or services an item in an embargoed place asks how it got there."""
    transaction = matter.transaction
    if transaction.activity in SENDING or matter.is_authorized_elsewhere:
        return ()
    places = (transaction.located_in, matter.item.located_in, matter.destination.country)
    return tuple(
        raised(_already_in(place, matter), transaction)
        for place in dict.fromkeys(filter(None, places))
        if _is_embargoed(matter.edition.country_of(place), matter)
    )


def _tied(party: Party, place: str) -> Flag:
    return Flag(
        SLUG,
        f"{party.name} is tied to {place}, which is embargoed, yet is not the destination",
        f"address, headquarters or parent of {party.name}: {place}",
        f"Why does nothing go on to {place}?",
        "15 CFR Supp. 3 to 732; part 746",
    )


def _ends_in(country: str, party: Party, matter: Matter) -> Flag:
    return Flag(
        ELSEWHERE,
        f"{party.name} is in {country}, yet the order goes to {matter.destination}",
        f"address of the end user {party.name}: {country}",
        f"Why is {matter.destination} the country where the item ends, and not {country}?",
        "15 CFR 748.5(f); Supp. 3 to 732",
    )


def _already_in(place: str, matter: Matter) -> Flag:
    return Flag(
        IN_PLACE,
        f"the item is in {place}, where every item needs a license",
        f"{matter.transaction.activity.value} in {place}",
        f"By which license or exception did the item come to {place}?",
        "15 CFR 736.2(b)(10); part 746",
    )


def _embargoed_countries(party: Party, matter: Matter) -> Iterator[str]:
    """Give the embargoed countries that the order states of a party, but for the destination."""
    stated = (party.address.country, party.headquarters, party.ultimate_parent)
    home = matter.edition.country_of(matter.destination.country)
    counted = (matter.edition.country_of(code) for code in stated if code)
    for code in dict.fromkeys(code for code in counted if code != home):
        if _is_embargoed(code, matter):
            yield code


def _occupied_regions(party: Party, matter: Matter) -> Iterator[str]:
    """Give what an address says of an occupied region, where the order goes to another country."""
    address, home = party.address, matter.destination.country
    rows = [
        one
        for one in matter.edition.regional_embargoes()
        if home not in one.countries and address.country in {None, *one.countries}
    ]
    for text in dict.fromkeys(filter(None, (address.region, address.city, address.text))):
        certain, possible = matter.edition.regions_of(text) or (frozenset(), frozenset())
        if any(one.regions & (certain | possible) for one in rows):
            yield text


def _is_embargoed(country: str, matter: Matter) -> bool:
    """Whether part 746 reaches every item to the country, or forbids what another agency does."""
    try:
        found = matter.edition.embargoes_on(country)
    except LawNotCovered:
        return False  # part 746 itself is uncertain on such a day, and holds the order
    whole = any(one.items == WHOLE and not one.regions for one in found)
    return whole or bool(matter.edition.agency_prohibitions_on(country))
