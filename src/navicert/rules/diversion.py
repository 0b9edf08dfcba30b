"""Signs that goods go on to an embargoed place: who receives them sits there (732 supp. 3)."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.party import Party
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

CITATION = "15 CFR Supp. 3 to 732; part 746"
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
WHOLE = "all"
"""How the shelf marks a requirement of part 746 that reaches every item."""


@cites("15 CFR Supp. 3 to 732", "15 CFR part 746")
def recipient_in_an_embargoed_place(matter: Matter) -> tuple[Finding, ...]:
    """A recipient in an embargoed country other than the destination may mean diversion."""
    reason = dict(matter.transaction.knowledge.resolved).get(SLUG, "")
    return tuple(
        _flag(party, country, reason)
        for party in matter.transaction.parties
        if RECEIVING & set(party.roles)
        for country in _elsewhere(party, matter)
        if _is_embargoed(country, matter)
    )


def _elsewhere(party: Party, matter: Matter) -> tuple[str, ...]:
    """Give the countries that the order states of a party, but for the destination itself."""
    stated = (party.address.country, party.headquarters, party.ultimate_parent)
    home = matter.edition.country_of(matter.destination.country)
    counted = (matter.edition.country_of(code) for code in stated if code)
    return tuple(dict.fromkeys(code for code in counted if code != home))


def _is_embargoed(country: str, matter: Matter) -> bool:
    """Whether part 746 reaches every item to the country, or forbids what another agency does."""
    try:
        found = matter.edition.embargoes_on(country)
    except LawNotCovered:
        return False  # part 746 itself is uncertain on such a day, and holds the order
    whole = any(one.items == WHOLE and not one.regions for one in found)
    return whole or bool(matter.edition.agency_prohibitions_on(country))


def _flag(party: Party, country: str, reason: str) -> Finding:
    said = f"{party.name} is tied to {country}, which is embargoed, yet is not the destination"
    if reason:
        return Finding(FindingKind.NOTE, Truth.YES, CITATION, f"{said}: resolved, {reason}")
    question = f"Why does nothing go on to {country}? Resolve the flag {SLUG} with the reason."
    return Finding(
        FindingKind.RED_FLAG,
        Truth.YES,
        CITATION,
        f"address, headquarters or parent of {party.name}: {country}",
        general_prohibition=10,
        overcome_by=f"find out where the items stay; knowledge.resolved, flag {SLUG}",
        plain=said,
        missing=(MissingFact("knowledge.resolved", question, CITATION),),
    )
