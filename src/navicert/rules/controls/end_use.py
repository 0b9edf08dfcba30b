"""General Prohibition Five: end uses of part 744."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.end_uses import EndUseControl
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth


@cites("15 CFR part 744", "15 CFR 732.3(h)")
def end_use(transaction: Transaction, item: Item, edition: Edition) -> tuple[Finding, ...]:
    """An end use that part 744 names can need a license, for listed items or for any."""
    found = (
        _control(one, transaction, item, edition)
        for kind in _kinds(transaction)
        for one in edition.end_uses(kind.value)
        if _there(one, transaction.destination.country, edition)
    )
    return tuple(finding for finding in found if finding.holds is not Truth.NO)


@cites("15 CFR 732.3(m)", "15 CFR Supp. 3 to 732")
def end_use_stated(transaction: Transaction) -> tuple[Finding, ...]:
    """Nobody may proceed without knowing what the item is for."""
    if transaction.end_use.kind is not None:
        return ()
    question = "What is the end use: civil, military, nuclear, missile, chemical_biological ...?"
    citation = "15 CFR part 744; Supp. 3 to 732"
    return (
        Finding(
            FindingKind.RED_FLAG,
            Truth.UNKNOWN,
            citation,
            "no end use is stated",
            general_prohibition=5,
            missing=(MissingFact("end_use.kind", question, citation),),
        ),
    )


def _there(one: EndUseControl, country: str, edition: Edition) -> bool:
    counted = edition.country_of(country)
    if one.everywhere:
        return counted not in one.except_countries
    return counted in one.countries or edition.in_group(counted, one.groups)


def _kinds(transaction: Transaction) -> tuple[EndUseKind, ...]:
    """What the item is for: the stated end use, and a military one where a party is military."""
    stated = transaction.end_use.kind
    kinds = [] if stated is None or stated is EndUseKind.CIVIL else [stated]
    if any(party.military is Truth.YES for party in transaction.parties):
        kinds.append(EndUseKind.MILITARY)
    return tuple(dict.fromkeys(kinds))


def _control(one: EndUseControl, transaction: Transaction, item: Item, edition: Edition) -> Finding:
    holds = _reaches(one, item) if edition.end_uses_verified() else Truth.UNKNOWN
    said = one.kind.replace("_", " ")
    return Finding(
        FindingKind.REQUIREMENT,
        holds,
        one.citation,
        f"the order states a {said} end use or end user; destination {transaction.destination}",
        label=one.section,
        reason="END_USE",
        general_prohibition=5,
        allows_exceptions=one.exceptions,
        overcome_by="a license; exceptions only as part 744 says",
        missing=() if holds is not Truth.UNKNOWN else (_asked(one),),
    )


def _reaches(one: EndUseControl, item: Item) -> Truth:
    if one.items == "any":
        return Truth.YES
    if one.items != "listed":
        return Truth.UNKNOWN
    if item.eccn is not None and item.eccn.is_ear99:
        return Truth.NO
    return item.characteristic(one.slug)


def _asked(one: EndUseControl) -> MissingFact:
    if one.slug:
        question = f"Is the item described in the supplement that {one.citation} names?"
        return MissingFact(f"characteristics.{one.slug}", question, one.citation)
    question = f"Does {one.citation} require a license for this end use? Ask counsel; record why."
    return MissingFact("end_use", question, one.citation)
