"""General Prohibition Five: parties that part 744 names (744.11, 744.15, 744.16, 744.21, 744.8)."""

from __future__ import annotations

import re

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.facts.listing import PartyType
from navicert.facts.standing import Capacity, Match, Standing, Strength
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.activity import SENDING
from navicert.terms.list_code import ListCode
from navicert.terms.list_code import format as title_of
from navicert.terms.party_role import ENTITY_LIST_ROLES
from navicert.terms.party_role import format as role_name
from navicert.terms.truth import Truth

EVERYTHING = re.compile(
    r"(for )?all items subject to the ear\.?(\s*\(see [^()]*(\([^()]*\)[^()]*)*\)\.?)?",
    re.IGNORECASE,
)
"""The plain text of most entries, with or without a pointer in brackets."""
OTHER_LISTS = frozenset(ListCode) - {ListCode.EL, ListCode.DPL, ListCode.UVL, ListCode.MEU}


@cites("15 CFR 744.11(a)", "15 CFR 744.16")
def entity_list(
    standing: Standing, transaction: Transaction, edition: Edition
) -> tuple[Finding, ...]:
    """A license is required when a party on the Entity List is purchaser, consignee or end user."""
    return tuple(
        finding
        for match in _on(standing, ListCode.EL)
        for finding in _entity(match, standing, transaction, edition)
    )


@cites("15 CFR 744.15")
def unverified_list(standing: Standing, transaction: Transaction) -> tuple[Finding, ...]:
    """A party on the Unverified List must give a statement first, and no exception may be used."""
    return tuple(
        Finding(
            FindingKind.RED_FLAG,
            _sure(match) & ~transaction.answer("UVL.statement"),
            "15 CFR 744.15(b)",
            _who(match, standing),
            label="744.15",
            general_prohibition=5,
            overcome_by="the UVL statement of 744.15(b); then answer UVL.statement in the order",
            missing=(
                MissingFact(
                    "answers.UVL.statement",
                    "Did you obtain the UVL statement before the export?",
                    "15 CFR 744.15(b)",
                ),
            ),
        )
        for match in _on(standing, ListCode.UVL)
        if transaction.answer("UVL.statement") is not Truth.YES
    )


@cites("15 CFR 744.21(b)")
def military_end_user_list(standing: Standing, item: Item) -> tuple[Finding, ...]:
    """A party on the Military End User List needs a license for the items of Supplement No. 2."""
    listed = _in_supplement_2(item)
    if listed is Truth.NO:
        return ()
    question = "Is the item described in Supplement No. 2 to part 744?"
    citation = "15 CFR 744.21(a), (b); Supp. 7 to 744"
    return tuple(
        Finding(
            FindingKind.REQUIREMENT,
            _sure(match) & listed,
            citation,
            _who(match, standing),
            label="744.21",
            reason="END_USER",
            general_prohibition=5,
            allows_exceptions=frozenset({"GOV"}),
            overcome_by="a license; GOV as 744.21(c) says",
            missing=()
            if listed is Truth.YES
            else (MissingFact("characteristics.in_744_supp_2", question, citation),),
        )
        for match in _on(standing, ListCode.MEU)
    )


def _in_supplement_2(item: Item) -> Truth:
    """Whether Supplement No. 2 to part 744 lists the item; it lists no EAR99."""
    if item.eccn is not None and item.eccn.is_ear99:
        return Truth.NO
    return item.characteristic("in_744_supp_2")


@cites("15 CFR 744.8", "15 CFR 732.3(h)")
def other_lists(standing: Standing) -> tuple[Finding, ...]:
    """A party on any other list stops the order until the agency that keeps the list is asked."""
    return tuple(
        Finding(
            FindingKind.SCREENING,
            _sure(match),
            "15 CFR 744.8; 31 CFR chapter V",
            _who(match, standing),
            label=match.listing.list.value,
            general_prohibition=5,
            overcome_by=f"an authorization of who keeps the {title_of(match.listing.list)}",
            agency=title_of(match.listing.list),
        )
        for match in standing.matches
        if match.listing.list in OTHER_LISTS
    )


@cites("15 CFR 744.11(a)(1)", "15 CFR Supp. 3 to 732")
def owned_by_listed(standing: Standing, edition: Edition) -> tuple[Finding, ...]:
    """Ownership by a listed party binds, is a red flag, or is unknown, as the day has it."""
    return tuple(
        _owned(match, standing, edition)
        for match in standing.matches
        if match.capacity is Capacity.OWNED_BY
        and match.listing.list in {ListCode.EL, ListCode.MEU}
        and match.listing.relief_on(edition.day) is None
    )


def _entity(
    match: Match, standing: Standing, transaction: Transaction, edition: Edition
) -> tuple[Finding, ...]:
    roles = ENTITY_LIST_ROLES.intersection(standing.party.roles)
    who = _who(match, standing)
    relief = match.listing.relief_on(edition.day)
    if relief is not None:
        return (_relieved(who, relief.citation, relief.note),)
    if transaction.actor == standing.party.name:
        return ()
    if not roles or transaction.activity not in SENDING:
        said = (
            f"{standing.party.name} is on the Entity List, though neither purchaser, consignee nor "
            "end user of what is sent"
        )
        return (_flag(who, said, _sure(match)),)
    address_only = match.listing.type is PartyType.ADDRESS
    return (
        Finding(
            FindingKind.REQUIREMENT,
            _sure(match) & _scope(match),
            "; ".join(
                (
                    "15 CFR 744.16(f)" if address_only else "15 CFR 744.11(a)",
                    *match.listing.citations,
                )
            ),
            f"{who}; {transaction.day}: {match.listing.license_requirement or 'scope not stated'}",
            label="744.16(f)" if address_only else "744.11",
            reason="ENTITY_LIST",
            general_prohibition=5,
            allows_exceptions=frozenset(),
            overcome_by="a license; no license exception unless the entry names one",
            policy=match.listing.license_policy,
            plain=f"{standing.party.name} is on the Entity List "
            f"({', '.join(match.listing.citations) or match.listing.entry}): "
            f"{match.listing.license_requirement or 'its entry is silent on the scope'}",
            missing=_scope_missing(match),
        ),
    )


def _scope(match: Match) -> Truth:
    """Read the entry's own text as far as it is plain; an entry that is silent binds all items."""
    text = " ".join(match.listing.license_requirement.split())
    return Truth.YES if not text or EVERYTHING.fullmatch(text) else Truth.UNKNOWN


def _scope_missing(match: Match) -> tuple[MissingFact, ...]:
    if _scope(match) is Truth.YES and match.strength is Strength.SAME:
        return ()
    question = (
        f"Is {match.name!r} the listed {match.listed_name!r}, and does the entry's license "
        "requirement reach this item? Record who decided, and why."
    )
    return (MissingFact("parties", question, "15 CFR 744.11(a)"),)


def _owned(match: Match, standing: Standing, edition: Edition) -> Finding:
    who = _who(match, standing)
    try:
        binds = Truth.YES if edition.affiliates_rule() else Truth.NO
        said = (
            "the Affiliates rule is in force"
            if binds is Truth.YES
            else "ownership alone does not bind on this day; a red flag"
        )
    except LawNotCovered as gap:
        binds, said = Truth.UNKNOWN, str(gap)
    if binds is Truth.NO:
        owned = f"{standing.party.name} is owned by {match.name}, which is listed; {said}"
        return _flag(who, owned, Truth.YES)
    return Finding(
        FindingKind.REQUIREMENT,
        Truth.UNKNOWN,
        "15 CFR 744.11(a)(1); 90 FR 47201; 90 FR 50857",
        f"{who}; {said}",
        label="744.11",
        reason="ENTITY_LIST",
        general_prohibition=5,
        allows_exceptions=frozenset(),
        overcome_by="a license, or proof that listed parties own less than the rule's share",
        missing=(
            MissingFact(
                "parties.owned_by",
                "What percentage do listed parties own, directly and indirectly, together?",
                "90 FR 47201",
            ),
        ),
    )


def _flag(trigger: str, plain: str, holds: Truth) -> Finding:
    return Finding(
        FindingKind.RED_FLAG,
        holds,
        "15 CFR Supp. 3 to 732",
        trigger,
        overcome_by="resolve the red flag, and write the reason into the order",
        plain=plain,
    )


def _relieved(who: str, citation: str, note: str) -> Finding:
    return Finding(
        FindingKind.NOTE,
        Truth.YES,
        citation,
        f"{who}; a temporary general license holds: {note}",
        label="TGL",
        plain=f"a temporary general license is in force ({citation}): {note}",
    )


def _on(standing: Standing, code: ListCode) -> tuple[Match, ...]:
    return tuple(
        match
        for match in standing.matches
        if match.listing.list is code and match.capacity is not Capacity.OWNED_BY
    )


def _sure(match: Match) -> Truth:
    return Truth.YES if match.strength is Strength.SAME else Truth.UNKNOWN


def _who(match: Match, standing: Standing) -> str:
    roles = ", ".join(role_name(role) for role in standing.party.roles)
    return f"{standing.party.name} ({roles}): {match.how}"
