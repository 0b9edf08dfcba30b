"""Signs that goods go on to another place than the order says (732 supp. 3; part 746)."""

from __future__ import annotations

from collections.abc import Iterator

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding
from navicert.rules.flag import Flag, raised
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
WHOLE = frozenset({"all"})
WIDE = frozenset({"all", "ccl"})
"""How the shelf marks requirements of part 746 that reach every item, or every listed one."""
BY_WAY = "route_through_an_embargoed_place"


@cites("15 CFR Supp. 3 to 732", "15 CFR part 746")
def recipient_in_an_embargoed_place(
    transaction: Transaction, edition: Edition
) -> tuple[Finding, ...]:
    """A recipient in an embargoed place other than the destination may mean diversion."""
    home = edition.country_of(transaction.destination.country)
    return tuple(
        raised(_tied(party, place), transaction)
        for party in transaction.parties
        if RECEIVING & set(party.roles)
        for place in _embargoed_places(party, home, edition)
    )


@cites("15 CFR Supp. 3 to 732", "15 CFR part 746")
def route_through_an_embargoed_place(
    transaction: Transaction, edition: Edition
) -> tuple[Finding, ...]:
    """A route by way of an embargoed country, though it ends elsewhere, may mean diversion."""
    ends = {transaction.exported_from, transaction.destination.country}
    return tuple(
        raised(
            Flag(
                BY_WAY,
                f"the route goes through {place}, which is embargoed",
                f"route: {place}",
                f"Why does nothing stay in {place}, and what does OFAC say of the way through it?",
                "15 CFR Supp. 3 to 732; part 746",
            ),
            transaction,
        )
        for place in dict.fromkeys(transaction.route)
        if place not in ends and _is_embargoed(edition.country_of(place), edition, WHOLE)
    )


@cites("15 CFR 748.5(f)", "15 CFR Supp. 3 to 732")
def end_user_elsewhere(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """An item ends where its end user is: one in a third country means another destination."""
    if transaction.activity not in SENDING or transaction.is_deemed:
        return ()
    home = edition.country_of(transaction.destination.country)
    return tuple(
        raised(_ends_in(country, party, transaction), transaction)
        for party in transaction.parties
        if PartyRole.END_USER in party.roles
        for country in filter(None, (party.address.country,))
        if edition.country_of(country) != home
    )


def _stays(transaction: Transaction, _edition: Edition) -> bool:
    return transaction.activity not in SENDING


@cites("15 CFR 736.2(b)(10)", "15 CFR part 746", bears=Bearing(orders=_stays))
def item_in_an_embargoed_place(
    transaction: Transaction, item: Item, edition: Edition
) -> tuple[Finding, ...]:
    """Whoever uses, stores or services an item in an embargoed place asks how it got there."""
    if transaction.activity in SENDING:
        return ()
    places = (transaction.located_in, item.located_in, transaction.destination.country)
    counted = dict.fromkeys(edition.country_of(place) for place in places if place)
    return tuple(
        raised(_already_in(place, transaction), transaction)
        for place in counted
        if _is_embargoed(place, edition, WHOLE)
        and not (transaction.ofac_authorization and edition.agency_prohibitions_on(place))
    )


def _tied(party: Party, place: str) -> Flag:
    return Flag(
        SLUG,
        f"{party.name} is tied to {place}, which is embargoed, yet is not the destination",
        f"address, headquarters or parent of {party.name}: {place}",
        f"Why does nothing go on to {place}?",
        "15 CFR Supp. 3 to 732; part 746",
    )


def _ends_in(country: str, party: Party, transaction: Transaction) -> Flag:
    return Flag(
        ELSEWHERE,
        f"{party.name} is in {country}, yet the order goes to {transaction.destination}",
        f"address of the end user {party.name}: {country}",
        f"Why is {transaction.destination} the country where the item ends, and not {country}?",
        "15 CFR 748.5(f); Supp. 3 to 732",
    )


def _already_in(place: str, transaction: Transaction) -> Flag:
    return Flag(
        IN_PLACE,
        f"the item is in {place}, where every item needs a license",
        f"{transaction.activity.value} in {place}",
        f"By which license or exception did the item come to {place}?",
        "15 CFR 736.2(b)(10); part 746",
    )


def _embargoed_places(party: Party, home: str, edition: Edition) -> Iterator[str]:
    """Give the embargoed places that the order states of a party, but for the destination.

    Countries by their codes, for goods by the address and for ties only where every item needs a
    license; the occupied regions of a country by the words of the address.
    """
    address = party.address
    seats = {party.headquarters, party.ultimate_parent}
    for stated, items in (({address.country}, WIDE), (seats - {address.country}, WHOLE)):
        for code in sorted({edition.country_of(one) for one in stated if one} - {home}):
            if _is_embargoed(code, edition, items):
                yield code
    texts = [text for text in (address.region, address.city, address.text) if text]
    if not texts:
        return
    rows = [one for one in edition.regional_embargoes() if home not in one.countries]
    near = frozenset(
        region
        for one in rows
        if address.country in {None, *one.countries}
        for region in one.regions
    )
    for text in dict.fromkeys(texts):
        certain, possible = edition.regions_of(text) or (frozenset(), frozenset())
        if near & (certain | possible):
            yield text


def _is_embargoed(country: str, edition: Edition, items: frozenset[str]) -> bool:
    """Whether part 746 reaches whole lists of items, or forbids what another agency does."""
    try:
        found = edition.embargoes_on(country)
    except LawNotCovered:
        return False  # part 746 itself is uncertain on such a day, and holds the order
    whole = any(one.items in items and not one.regions for one in found)
    return whole or bool(edition.agency_prohibitions_on(country))
