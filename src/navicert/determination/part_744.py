"""Steps 13 and 15: end uses and end users of part 744, and what U.S. persons may not support."""

from __future__ import annotations

from navicert.facts.standing import Standing
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
from navicert.terms.truth import Truth


def end_uses(matter: Matter, standings: tuple[Standing, ...]) -> list[Finding]:
    """Step 13, what the item is for."""
    return [
        *proliferation.nuclear(matter),
        *proliferation.missile(matter),
        *proliferation.chemical_or_biological(matter),
        *proliferation.maritime_nuclear(matter),
        *stated.vessels_and_aircraft(matter),
        *military.cameras(matter),
        *military.microprocessors(matter),
        *military.military_listed_items(matter),
        *military.military_any_item(matter),
        *intelligence.military_intelligence(matter),
        *intelligence.named_intelligence_user(matter),
        *semiconductors.supercomputer(matter),
        *semiconductors.advanced_node(matter, standings),
        *semiconductors.design(matter),
        *advanced_computing.for_entities_of_macau_or_d5(matter),
        *advanced_computing.technology_developed_in_d5(matter),
        *semiconductors.equipment(matter),
        *stated.another_end_use(matter),
        *stated.end_use_stated(matter.transaction),
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


def support(matter: Matter, subject: Truth) -> list[Finding]:
    """Step 15: what a U.S. person may not support, whatever the item."""
    return [
        *us_persons.support(matter, subject),
        *us_persons.advanced_semiconductors(matter, subject),
    ]
