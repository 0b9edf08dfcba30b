"""Military-intelligence end uses and end users (744.22)."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.party import Party
from navicert.facts.standing import Match, Standing, Strength
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.bearing import Bearing, stating
from navicert.rules.cites import cites
from navicert.rules.controls.end_uses.reach import asked, is_for, reach, requirement, where
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

NAMED = "named_in_744_22_f_2"


@cites("15 CFR 744.22(a)", bears=stating(EndUseKind.MILITARY_INTELLIGENCE))
def military_intelligence(matter: Matter) -> tuple[Finding, ...]:
    """Any item needs a license for military intelligence in the countries that 744.22 names."""
    if not is_for(matter.transaction, EndUseKind.MILITARY_INTELLIGENCE):
        return ()
    law = matter.edition.part_744()
    found = reach("744.22(a)", where(matter), law)
    if found.there is not Truth.NO:
        return requirement(found, Truth.YES, _trigger(matter))
    elsewhere = reach("744.22(f)(2)", where(matter), law)
    stated = matter.transaction.end_use.characteristic(NAMED)
    if stated is Truth.UNKNOWN and not elsewhere.not_yet:
        return (_who_is_it(matter),)
    return requirement(elsewhere, stated, _trigger(matter))


def _names_service(transaction: Transaction, edition: Edition) -> bool:
    law = edition.part_744()
    return any(
        law.intelligence_service(name)
        for party in transaction.parties
        for name in _known_names(party)
    )


@cites("15 CFR 744.22(f)(2)", bears=Bearing(orders=_names_service))
def named_intelligence_user(matter: Matter) -> tuple[Finding, ...]:
    """Any item needs a license for a military-intelligence end user that 744.22 names, anywhere."""
    law = matter.edition.part_744()
    findings: list[Finding] = []
    for party in matter.transaction.parties:
        countries = [one for one in map(law.intelligence_service, _known_names(party)) if one]
        if countries:
            found = reach("744.22(f)(2)", where(matter), law)
            trigger = f"{party.name} is named as a military-intelligence end user of {countries[0]}"
            findings += requirement(found, Truth.YES, trigger)
    return tuple(findings)


@cites("15 CFR 744.22(f)(2)")
def listed_intelligence_user(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """A party that is near the name of a service of 744.22 holds until a person has looked."""
    law = matter.edition.part_744()
    matches = [m for m in standing.matches if m.listing.list is ListCode.MIEU]
    if any(map(law.intelligence_service, _known_names(standing.party))):
        return ()
    found = reach("744.22(f)(2)", where(matter), law)
    return tuple(
        one
        for match in matches
        for one in requirement(found, _sure(match), f"{standing.party.name}: {match.how}")
    )


def _known_names(party: Party) -> tuple[str, ...]:
    return tuple(dict.fromkeys((party.name, *party.aliases, *party.on_behalf_of)))


def _sure(match: Match) -> Truth:
    return Truth.YES if match.strength is Strength.SAME else Truth.UNKNOWN


def _who_is_it(matter: Matter) -> Finding:
    law = matter.edition.part_744()
    citation = law.first_words("744.22(f)(2)").citation
    return Finding(
        FindingKind.RED_FLAG,
        Truth.UNKNOWN,
        citation,
        _trigger(matter),
        label="744.22",
        general_prohibition=5,
        overcome_by="say whether the end user is one that 744.22(f)(2) names",
        missing=tuple(asked(matter.transaction.end_use, (NAMED,), law, citation)),
    )


def _trigger(matter: Matter) -> str:
    return f"the order states a military-intelligence end use; destination {matter.destination}"
