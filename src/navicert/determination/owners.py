"""Owners: who stands above the parties of an order, and what the listed ones among them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from navicert.errors import LawNotCovered
from navicert.facts.listing import Listing, PartyType
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Holding, Match, OwnershipRule, Standing, Strength
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.parties.ownership import majority
from navicert.parties.ownership.owners import owners_of
from navicert.terms.list_code import ListCode


def with_owners(party: Party, transaction: Transaction) -> Party:
    """Name every owner that the order's shares put above a party, so that each is screened."""
    above = owners_of(party.name, transaction.ownership)
    if not above:
        return party
    return replace(party, owned_by=tuple(dict.fromkeys((*party.owned_by, *above))))


def with_holdings(standing: Standing, transaction: Transaction, edition: Edition) -> Standing:
    """Say what the listed owners of a party hold of it together, under each rule."""
    if not transaction.ownership:
        return standing
    return replace(standing, holdings=tuple(_holdings(standing, transaction, edition)))


def _holdings(standing: Standing, transaction: Transaction, edition: Edition) -> Iterator[Holding]:
    counted: tuple[tuple[OwnershipRule, Callable[[Listing], bool]], ...] = (
        (OwnershipRule.AFFILIATES, lambda listing: _binds_affiliates(listing, edition)),
        (OwnershipRule.BLOCKED, lambda listing: listing.list is ListCode.SDN),
    )
    party, stakes = standing.party.name, transaction.ownership
    share = edition.part_744().majority
    for rule, counts in counted:
        matches = [match for match in _owners(standing) if counts(match.listing)]
        sure = [match.name for match in matches if match.strength is Strength.SAME]
        names = tuple(dict.fromkeys(match.name for match in matches))
        if matches:
            yield Holding(
                rule=rule,
                certain=majority.certain(stakes, sure, share).of(party),
                possible=majority.possible(stakes, names, share).of(party),
                owners=names,
            )


def _owners(standing: Standing) -> Iterator[Match]:
    return (match for match in standing.matches if match.capacity is Capacity.OWNED_BY)


def _binds_affiliates(listing: Listing, edition: Edition) -> bool:
    """Whose entries flow down: of the Entity List by name, the MEU List, and SDNs of 744.8."""
    if listing.list is ListCode.EL:
        return listing.type is not PartyType.ADDRESS and listing.relief_on(edition.day) is None
    if listing.list is ListCode.SDN:
        return _is_of_744_8(listing, edition)
    return listing.list is ListCode.MEU


def _is_of_744_8(listing: Listing, edition: Edition) -> bool:
    try:
        return bool(edition.part_744().programs(listing.programs))
    except LawNotCovered:
        return True
