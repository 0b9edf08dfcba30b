"""What BIS says of how it reviews applications: advice beside a requirement, never a decision."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from navicert.errors import LawNotCovered
from navicert.facts.end_use import EndUseKind
from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.license_policy import Policy
from navicert.rules.alike import Alike
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.terms.eccn import Eccn

KEPT = 1 << 13
"""How many requirements to how many destinations are remembered."""
MILITARY = frozenset({EndUseKind.MILITARY, EndUseKind.MILITARY_INTELLIGENCE})


def advised(finding: Finding, matter: Matter) -> Finding:
    """Put the license policy on a requirement; one that already says its own keeps it."""
    if finding.kind is not FindingKind.REQUIREMENT or finding.policy:
        return finding
    deal = matter.transaction
    used = deal.end_use.kind in MILITARY
    asked = (finding.label, finding.reason, deal.destination.country)
    law = (matter.edition.tables, matter.edition.day)
    for policy in _there(Alike.of((*law, *asked, used), (asked, used, matter.edition))):
        if _is_of(policy, matter.item):
            return replace(finding, policy=f"{policy.says} ({policy.citation})")
    return finding


@lru_cache(maxsize=KEPT)
def _there(asked: Alike[tuple[tuple[str, str, str], bool, Edition]]) -> tuple[Policy, ...]:
    """Give the policies that concern a destination and its use, whatever the item is.

    They end where nobody knows the groups of the place: the next policy would be a guess.
    """
    (label, reason, code), is_military, edition = asked.opened()
    country, found = edition.country_of(code), []
    for one in edition.license_policies(label, reason):
        if one.countries and country not in one.countries:
            continue
        try:
            if one.groups and not one.groups & edition.groups_of(country):
                continue
        except LawNotCovered:
            break
        if is_military or not one.military_end_use:
            found.append(one)
    return tuple(found)


def _is_of(policy: Policy, item: Item) -> bool:
    if policy.categories and item.category not in policy.categories:
        return False
    return _is_item(policy, item.eccn)


def _is_item(policy: Policy, eccn: Eccn | None) -> bool:
    if not policy.entries and not policy.military:
        return True
    if eccn is None:
        return False
    if policy.military and not (eccn.is_600_series or eccn.is_9x515):
        return False
    return not policy.entries or any(eccn.is_within(entry) for entry in policy.entries)
