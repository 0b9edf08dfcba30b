"""What the rules on listed parties share: which matches count, how sure, and who it is."""

from __future__ import annotations

from navicert.facts.listing import Relief
from navicert.facts.standing import Capacity, Match, Standing, Strength
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.list_code import ListCode
from navicert.terms.party_role import ENTITY_LIST_ROLES
from navicert.terms.party_role import format as role_name
from navicert.terms.truth import Truth


def on(standing: Standing, code: ListCode) -> tuple[Match, ...]:
    """Give the matches of a list that are not through an owner."""
    return tuple(
        match
        for match in standing.matches
        if match.listing.list is code and match.capacity is not Capacity.OWNED_BY
    )


def owners(standing: Standing) -> tuple[Match, ...]:
    """Give the matches of a party's owners."""
    return tuple(match for match in standing.matches if match.capacity is Capacity.OWNED_BY)


def sure(match: Match) -> Truth:
    """Tell how sure a match is; a near name is for a person to decide."""
    return Truth.YES if match.strength is Strength.SAME else Truth.UNKNOWN


def is_party(standing: Standing) -> bool:
    """Tell whether it is purchaser, consignee or end user (748.5(c) to (f))."""
    return bool(ENTITY_LIST_ROLES.intersection(standing.party.roles))


def who(match: Match, standing: Standing) -> str:
    """Name the party, its roles, and how it met the list."""
    return f"{named(standing)}: {match.how}"


def named(standing: Standing) -> str:
    """Name the party and its roles."""
    roles = ", ".join(role_name(role) for role in standing.party.roles)
    return f"{standing.party.name} ({roles})"


def flag(trigger: str, plain: str, holds: Truth) -> Finding:
    """Hold an order over a listed party until a person has looked."""
    return Finding(
        FindingKind.RED_FLAG,
        holds,
        "15 CFR Supp. 3 to 732",
        trigger,
        overcome_by="resolve the red flag, and write the reason into the order",
        plain=plain,
    )


def relieved(trigger: str, relief: Relief) -> Finding:
    """Say that a temporary general license holds."""
    return Finding(
        FindingKind.NOTE,
        Truth.YES,
        relief.citation,
        f"{trigger}; a temporary general license holds: {relief.note}",
        label="TGL",
        plain=f"a temporary general license is in force ({relief.citation}): {relief.note}",
    )
