"""Who gets an item in the end, as conditions of part 740 tell users apart."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.terms.party_role import ENTITY_LIST_ROLES, PartyRole
from navicert.terms.truth import Truth, any_of, parse

GETTING = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})
MILITARY = frozenset({EndUseKind.MILITARY, EndUseKind.MILITARY_INTELLIGENCE})


def users(transaction: Transaction) -> tuple[Party, ...]:
    """Give the ultimate consignee and the end user."""
    return tuple(one for one in transaction.parties if GETTING.intersection(one.roles))


def government(transaction: Transaction) -> Truth:
    """Tell whether one of them is a government; open where the order names none of them."""
    found = users(transaction)
    return any_of(one.government for one in found) if found else Truth.UNKNOWN


def military(transaction: Transaction) -> Truth:
    """Tell whether one of them is military, or the end use is."""
    found = users(transaction)
    kind = transaction.end_use.kind
    use = Truth.UNKNOWN if kind is None else parse(kind in MILITARY)
    return use | (any_of(one.military for one in found) if found else Truth.UNKNOWN)


def are(transaction: Transaction, kinds: frozenset[str]) -> Truth:
    """Tell whether one of them is of these kinds, in the order's own words."""
    said = [one.kind.strip().casefold() for one in users(transaction)]
    if any(kind in kinds for kind in said):
        return Truth.YES
    return parse(None if "" in said or not said else False)


def lacking(transaction: Transaction, mark: str) -> Truth:
    """Whether one of them is without an approval; unknown while none is named."""
    found = users(transaction)
    return parse(any(mark not in one.approvals for one in found)) if found else Truth.UNKNOWN


def headquarters(transaction: Transaction) -> tuple[str | None, ...]:
    """Where all who receive the item are headquartered, and their ultimate parents."""
    codes: list[str | None] = []
    for one in transaction.parties:
        if ENTITY_LIST_ROLES.intersection(one.roles):
            codes += [one.headquarters, one.ultimate_parent or one.headquarters]
    return tuple(codes)


def located(transaction: Transaction) -> tuple[str | None, ...]:
    """Where all who receive the item have their address."""
    return tuple(
        one.address.country
        for one in transaction.parties
        if ENTITY_LIST_ROLES.intersection(one.roles)
    )


def homes(transaction: Transaction) -> tuple[str | None, ...]:
    """Where the end user belongs: its seat, its parent's, its nationality."""
    codes: list[str | None] = []
    for one in transaction.parties:
        if PartyRole.END_USER in one.roles:
            codes += [one.headquarters, one.ultimate_parent, one.nationality]
    return tuple(codes)


def exporter(transaction: Transaction) -> tuple[str | None, ...]:
    """Where the exporter is headquartered."""
    named = (one for one in transaction.parties if PartyRole.APPLICANT in one.roles)
    return tuple(one.headquarters for one in named)


def exporter_parent(transaction: Transaction) -> tuple[str | None, ...]:
    """Where the ultimate parent of the exporter is headquartered; itself where it has none."""
    named = (one for one in transaction.parties if PartyRole.APPLICANT in one.roles)
    return tuple(one.ultimate_parent or one.headquarters for one in named)
