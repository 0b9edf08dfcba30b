"""Whether the parties were named and screened (15 CFR 732.3(g) and (h), 748.5, Supp. 3 to 732)."""

from __future__ import annotations

from navicert.facts.denial_order import OrderState
from navicert.facts.standing import Match, OrderMatch, Standing, Strength
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.cites import cites
from navicert.rules.controls.end_users.published_lists import PUBLISHED
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms import list_code
from navicert.terms.activity import DEEMED, SENDING
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

CITATION = "15 CFR 732.3(g), (h)"
PARTIES = "15 CFR 748.5(c)-(f)"
HOW = (
    "load the Consolidated Screening List, which has all of them: 'navicert lists load FILE "
    "--as-of DAY'; or name lists for this order with '--watch FILE'"
)
LAST_STOPS = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})
SENDERS = frozenset({PartyRole.APPLICANT, PartyRole.OTHER_PARTY_AUTHORIZED, PartyRole.FINANCIER})
"""Roles of those who send, or pay; nobody receives technology by them alone."""


@cites("15 CFR 732.3(g)", "15 CFR 732.3(h)")
def screened(standing: Standing, transaction: Transaction) -> tuple[Finding, ...]:
    """No party goes unscreened: each list that is needed was asked, or somebody says who did it."""
    if standing.screened:
        return ()
    name = standing.party.name
    elsewhere = standing.party.screened_elsewhere or transaction.screened_elsewhere
    if elsewhere:
        said = f"{name}: screened elsewhere, as the order says: {elsewhere}"
        return (Finding(FindingKind.NOTE, Truth.YES, CITATION, said),)
    found = [_incomparable(name, text) for text in standing.nameless]
    if standing.unasked:
        lists = "; ".join(map(list_code.format, standing.unasked))
        told = f"{name} is unscreened: not asked: {lists}"
        found.append(_unscreened(told, f"Is {name!r} on one of these lists: {lists}? {HOW}."))
    return tuple(found)


@cites("15 CFR 748.5", "15 CFR 732.3(g)")
def parties_named(transaction: Transaction) -> tuple[Finding, ...]:
    """The parties must be named before anybody can say whether they may be dealt with."""
    if not transaction.parties:
        question = "Who are the purchaser, the consignees and the end user?"
        return (_unnamed("the order names no party", question),)
    if transaction.activity not in SENDING:
        return ()
    roles = {role for party in transaction.parties for role in party.roles}
    if transaction.activity in DEEMED:
        question = "Who is the person that receives the technology or source code?"
        return () if roles - SENDERS else (_unnamed("nobody is named who receives", question),)
    if roles & LAST_STOPS:
        return ()
    question = "Who is the ultimate consignee, and who the end user? Give a party that role."
    return (_unnamed("neither an ultimate consignee nor an end user is named", question),)


@cites("15 CFR 732.3(g)", "15 CFR 736.2(b)(4)")
def listed_beyond_the_ear(standing: Standing, edition: Edition) -> tuple[Finding, ...]:
    """A person looks at a listed or denied party, though the item is not subject to the EAR."""
    active = (
        match for match in standing.orders if match.order.state_on(edition.day) is OrderState.ACTIVE
    )
    return (
        *(_met(standing, match) for match in active),
        *(
            _met(standing, match)
            for match in standing.matches
            if match.listing.list not in PUBLISHED
        ),
    )


def _met(standing: Standing, match: Match | OrderMatch) -> Finding:
    where = match.order.reference if isinstance(match, OrderMatch) else match.listing.list
    met = Truth.YES if match.strength is Strength.SAME else Truth.UNKNOWN
    name = standing.party.name
    question = f"Is {name!r} the {match.listed_name!r} of {where}?"
    return Finding(
        FindingKind.SCREENING,
        met,
        CITATION,
        f"{name}: {match.how} ({where})",
        label="listed party",
        overcome_by="a person who decides whether to deal with the party",
        plain=f"{name} is named by {where}: a person must look",
        missing=() if met is Truth.YES else (MissingFact("parties", question, CITATION),),
    )


def _incomparable(name: str, text: str) -> Finding:
    told = f"{name} is unscreened: the name {text!r} has nothing to compare, no letter or figure"
    return _unscreened(told, f"By which name is {name!r} known? {text!r} has nothing to compare.")


def _unscreened(told: str, question: str) -> Finding:
    return Finding(
        FindingKind.SCREENING,
        Truth.UNKNOWN,
        CITATION,
        told,
        overcome_by=HOW,
        missing=(MissingFact("parties", question, CITATION),),
    )


def _unnamed(told: str, question: str) -> Finding:
    return Finding(
        FindingKind.SCREENING,
        Truth.UNKNOWN,
        PARTIES,
        told,
        missing=(MissingFact("parties", question, PARTIES),),
    )
