"""What BIS says of how it reviews applications: advice beside a requirement, never a decision."""

from __future__ import annotations

from msgspec.structs import replace

from navicert.errors import LawNotCovered
from navicert.facts.end_use import EndUseKind
from navicert.law.tables.license_policy import Policy
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.terms.eccn import Eccn

MILITARY = frozenset({EndUseKind.MILITARY, EndUseKind.MILITARY_INTELLIGENCE})


def advised(finding: Finding, matter: Matter) -> Finding:
    """Put the license policy on a requirement; one that already says its own keeps it."""
    if finding.kind is not FindingKind.REQUIREMENT or finding.policy:
        return finding
    try:
        for policy in matter.edition.license_policies(finding.label, finding.reason):
            if _concerns(policy, matter):
                return replace(finding, policy=f"{policy.says} ({policy.citation})")
    except LawNotCovered:
        # Whose groups nobody knows gets no advice: the next row would be a guess.
        return finding
    return finding


def _concerns(policy: Policy, matter: Matter) -> bool:
    """Tell whether destination, item and end use are those of the policy."""
    country = matter.edition.country_of(matter.destination.country)
    if policy.countries and country not in policy.countries:
        return False
    if policy.groups and not policy.groups & matter.edition.groups_of(country):
        return False
    if policy.categories and matter.item.category not in policy.categories:
        return False
    if policy.military_end_use and matter.transaction.end_use.kind not in MILITARY:
        return False
    return _is_item(policy, matter.item.eccn)


def _is_item(policy: Policy, eccn: Eccn | None) -> bool:
    if not policy.entries and not policy.military:
        return True
    if eccn is None:
        return False
    if policy.military and not (eccn.is_600_series or eccn.is_9x515):
        return False
    return not policy.entries or any(eccn.is_within(entry) for entry in policy.entries)
