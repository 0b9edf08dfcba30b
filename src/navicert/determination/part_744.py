"""Steps 13 and 15: end uses and end users of part 744, and what U.S. persons may not support."""

from __future__ import annotations

from navicert.facts.standing import Standing
from navicert.rules.cites import Rules
from navicert.rules.controls.end_users import (
    affiliates,
    entity_list,
    other_lists,
    published_lists,
)
from navicert.rules.controls.end_uses import (
    advanced_computing,
    intelligence,
    military,
    proliferation,
    semiconductors,
    stated,
    us_persons,
)
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter
from navicert.rules.silence import Silence
from navicert.terms.truth import Truth

END_USES: Rules = frozenset(
    {
        proliferation.nuclear,
        proliferation.missile,
        proliferation.chemical_or_biological,
        proliferation.maritime_nuclear,
        stated.vessels_and_aircraft,
        military.cameras,
        military.microprocessors,
        military.military_listed_items,
        military.military_any_item,
        intelligence.military_intelligence,
        intelligence.named_intelligence_user,
        semiconductors.supercomputer,
        semiconductors.advanced_node,
        semiconductors.design,
        advanced_computing.for_entities_of_macau_or_d5,
        advanced_computing.technology_developed_in_d5,
        semiconductors.equipment,
        stated.another_end_use,
        stated.end_use_stated,
    }
)
"""What the item is for, rule by rule: of most orders none of them finds anything."""


def end_uses(matter: Matter, standings: tuple[Standing, ...], silence: Silence) -> list[Finding]:
    """Step 13, what the item is for."""
    if silence.has_all(END_USES):
        return []
    return [
        *silence.ask(proliferation.nuclear, matter),
        *silence.ask(proliferation.missile, matter),
        *silence.ask(proliferation.chemical_or_biological, matter),
        *silence.ask(proliferation.maritime_nuclear, matter),
        *silence.ask(stated.vessels_and_aircraft, matter),
        *silence.ask(military.cameras, matter),
        *silence.ask(military.microprocessors, matter),
        *silence.ask(military.military_listed_items, matter),
        *silence.ask(military.military_any_item, matter),
        *silence.ask(intelligence.military_intelligence, matter),
        *silence.ask(intelligence.named_intelligence_user, matter),
        *silence.ask(semiconductors.supercomputer, matter),
        *silence.ask(semiconductors.advanced_node, matter, standings),
        *silence.ask(semiconductors.design, matter),
        *silence.ask(advanced_computing.for_entities_of_macau_or_d5, matter),
        *silence.ask(advanced_computing.technology_developed_in_d5, matter),
        *silence.ask(semiconductors.equipment, matter),
        *silence.ask(stated.another_end_use, matter),
        *silence.ask(stated.end_use_stated, matter.transaction),
    ]


def end_users(matter: Matter, standings: tuple[Standing, ...]) -> list[Finding]:
    """Step 13, whom it is for."""
    found: list[Finding] = []
    for standing in standings:
        if not (standing.matches or standing.holdings):
            continue
        found += entity_list.entity_list(standing, matter)
        found += entity_list.is_informed(standing, matter)
        found += other_lists.unverified_list(standing, matter)
        found += other_lists.military_end_user_list(standing, matter)
        found += other_lists.blocked_persons(standing, matter)
        found += other_lists.other_lists(standing, matter)
        found += intelligence.listed_intelligence_user(standing, matter)
        found += published_lists.procurement_lists(standing)
        found += published_lists.chinese_military_companies(standing, matter)
        found += affiliates.owned_by_listed(standing, matter)
        found += affiliates.owned_by_blocked(standing, matter)
        found += affiliates.owned_without_effect(standing, matter)
    return found


def support(matter: Matter, subject: Truth, silence: Silence) -> list[Finding]:
    """Step 15: what a U.S. person may not support, whatever the item."""
    return [
        *silence.ask(us_persons.support, matter, subject),
        *silence.ask(us_persons.advanced_semiconductors, matter, subject),
    ]
