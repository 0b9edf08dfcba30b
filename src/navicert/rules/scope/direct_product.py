"""General Prohibition Three: direct products of US technology, software and plants (734.9)."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.facts.standing import Standing
from navicert.law.tables.direct_products import DirectProductRule, Requirement
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.rules.scope.answer import NO, YES, Answer, both, either, stated
from navicert.rules.scope.bound_for import reach_of
from navicert.rules.scope.made_from import product_scope
from navicert.rules.scope.subject import ABROAD, is_foreign_and_abroad
from navicert.terms.truth import Truth, parse

CITATION = "15 CFR 734.3(a)(4), (5), 734.9"


@dataclass(frozen=True, slots=True)
class Reached:
    """A rule of 734.9 and whether it makes the item subject to the EAR."""

    rule: DirectProductRule
    answer: Answer


@cites("15 CFR 734.3(a)(4)", "15 CFR 734.3(a)(5)", "15 CFR 734.9", bears=ABROAD)
def direct_product(matter: Matter, standings: tuple[Standing, ...]) -> tuple[Finding, ...]:
    """A foreign-made item abroad is subject if a rule on direct products reaches it."""
    if not is_foreign_and_abroad(matter.transaction, matter.item):
        return ()
    try:
        reached = reached_by(matter, standings)
    except LawNotCovered as gap:
        question = f"{gap}. Is it the direct product of US technology, software or a plant?"
        missing = (MissingFact("us_technology", question, CITATION),)
        return (Finding(FindingKind.SCOPE, Truth.UNKNOWN, CITATION, str(gap), missing=missing),)
    if not reached:
        said = _said_of_no_rule(matter.item)
        return (Finding(FindingKind.SCOPE, Truth.NO, CITATION, said),)
    return tuple(_subject(one, matter.item) for one in reached)


@cites(
    "15 CFR 736.2(b)(3)",
    "15 CFR 744.11(a)(2)",
    "15 CFR 746.7(a)(1)",
    "15 CFR 746.8(a)",
    bears=ABROAD,
)
def direct_product_license(matter: Matter, standings: tuple[Standing, ...]) -> tuple[Finding, ...]:
    """Some rules on direct products carry a license requirement of their own."""
    if not is_foreign_and_abroad(matter.transaction, matter.item):
        return ()
    try:
        reached = reached_by(matter, standings)
    except LawNotCovered:
        return ()
    found = (
        _license(one.rule, one.rule.requirement, matter)
        for one in reached
        if one.rule.requirement and one.answer.holds is Truth.YES
    )
    return tuple(finding for finding in found if finding.holds is not Truth.NO)


def reached_by(matter: Matter, standings: tuple[Standing, ...]) -> tuple[Reached, ...]:
    """Give every rule that reaches the item or may reach it; raise LawNotCovered."""
    if matter.item.us_technology is Truth.NO and not _says_made_from(matter.item):
        return ()
    found = []
    for rule in matter.edition.direct_product_rules():
        product = product_scope(rule, matter)
        if product.holds is Truth.NO:
            continue
        answer = both((product, reach_of(rule, matter, standings)))
        if answer.holds is not Truth.NO:
            found.append(Reached(rule, answer))
    return tuple(found)


def replaced_requirements(matter: Matter, standings: tuple[Standing, ...]) -> frozenset[str]:
    """Give the labels whose place the rule's own requirement takes (746.7(a)(1)(ii), 746.8).

    Only for an item that nothing else makes subject: neither US content nor a rule without a
    requirement of its own.
    """
    item = matter.item
    if item.us_content is not Truth.NO or not is_foreign_and_abroad(matter.transaction, item):
        return frozenset()
    try:
        reached = reached_by(matter, standings)
    except LawNotCovered:
        return frozenset()
    replaced = [
        one.rule.requirement.instead_of if one.rule.requirement else frozenset() for one in reached
    ]
    return (
        frozenset[str]().union(*replaced[:1]).intersection(*replaced) if replaced else frozenset()
    )


def _subject(one: Reached, item: Item) -> Finding:
    rule = one.rule
    verb = "is" if one.answer.holds is Truth.YES else "may be"
    return Finding(
        FindingKind.SCOPE,
        one.answer.holds,
        rule.citation,
        f"{item.name!r} {verb} a direct product that the {rule.name} rule reaches",
        label=rule.label,
        general_prohibition=3,
        missing=one.answer.missing,
    )


def _says_made_from(item: Item) -> bool:
    """Whether the order names technology that the item comes from, whatever else it says."""
    return bool(item.direct_product_of or item.plant_direct_product_of)


def _said_of_no_rule(item: Item) -> str:
    if item.us_technology is Truth.NO and not _says_made_from(item):
        return "the order says that it is no product of US technology, software or plants"
    return "no rule on direct products reaches what it is made by and where it goes"


def _license(rule: DirectProductRule, needs: Requirement, matter: Matter) -> Finding:
    lifted = _lifted(needs, matter)
    return Finding(
        FindingKind.REQUIREMENT,
        ~lifted.holds,
        needs.citation,
        f"{matter.item.name!r} is subject to the EAR under {rule.label} ({rule.name})",
        label=needs.label,
        reason="FDP",
        general_prohibition=3,
        allows_exceptions=needs.exceptions,
        overcome_by=needs.satisfied_by or "a license",
        policy=needs.policy,
        missing=lifted.missing,
    )


def _lifted(needs: Requirement, matter: Matter) -> Answer:
    """Tell whether an exclusion of the section takes the requirement away."""
    transaction, item = matter.transaction, matter.item
    ear99 = item.eccn is not None and item.eccn.is_ear99
    elsewhere = bool(needs.countries) and matter.destination.country not in needs.countries
    plain = (
        elsewhere,
        ear99 and item.category in needs.except_ear99,
        bool(needs.satisfied_by and transaction.ofac_authorization),
    )
    asked = NO
    if needs.asks:
        fact = f"answers.{needs.asks}"
        asked = stated(transaction.answer(needs.asks), fact, needs.question, needs.citation)
    partner = _from_partner(needs, matter) if needs.not_from_partners else NO
    return YES if any(plain) else either((asked, partner))


def _from_partner(needs: Requirement, matter: Matter) -> Answer:
    """Tell whether the item leaves, or stays in, a country of supplement No. 3 to part 746."""
    country = matter.transaction.exported_from
    holds = parse(None if country is None else matter.edition.is_partner(country))
    return stated(holds, "from", "From which country does the item leave?", needs.citation)
