"""Owners: who stands above the parties of an order, and what the listed ones among them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from navicert.errors import LawNotCovered
from navicert.facts.listing import Listing, PartyType
from navicert.facts.ownership import Stake, key
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Holding, Match, OwnershipRule, Standing, Strength
from navicert.law.edition import Edition
from navicert.parties.ownership.majority import Question, bound_in
from navicert.parties.ownership.owners import owners_of
from navicert.parties.ownership.shares import graph_of
from navicert.terms.list_code import ListCode


def with_owners(party: Party, stakes: tuple[Stake, ...], day: date) -> Party:
    """Name every owner that the shares of a day put above a party, so that each is screened."""
    held = tuple(stake for stake in stakes if stake.holds_on(day))
    above = owners_of(party.name, held)
    if not above:
        return party
    return replace(party, owned_by=tuple(dict.fromkeys((*party.owned_by, *above))))


def with_holdings(standing: Standing, stakes: tuple[Stake, ...], edition: Edition) -> Standing:
    """Say what the listed owners of a party hold of it together, under each rule."""
    if not stakes:
        return standing
    return replace(standing, holdings=tuple(_holdings(standing, stakes, edition)))


def questions(standing: Standing, edition: Edition) -> Iterator[tuple[OwnershipRule, Question]]:
    """Give what is to be asked under each rule that an owner of a party is listed for.

    The first of two under a rule is of those that are surely listed, the second of all.
    """
    share = edition.part_744().majority
    for rule, counts in _counted(edition):
        matches = [match for match in _owners(standing) if counts(match.listing)]
        sure = [match.name for match in matches if match.strength is Strength.SAME]
        names = tuple(dict.fromkeys(match.name for match in matches))
        if matches:
            yield rule, Question(tuple(dict.fromkeys(sure)), share)
            yield rule, Question(names, share, at_most=True)


def _holdings(standing: Standing, stakes: tuple[Stake, ...], edition: Edition) -> Iterator[Holding]:
    graph = graph_of(stakes, edition.day)
    ties = [one for one in stakes if not one.counts and one.holds_on(edition.day)]
    asked = iter(questions(standing, edition))
    node = key(standing.party.name)
    for (rule, certain), (_, possible) in zip(asked, asked, strict=True):
        most = bound_in(graph, possible)
        control = (one.owner for one in ties if one.lower == node and one.upper in most.bound)
        yield Holding(
            rule=rule,
            certain=bound_in(graph, certain).of(node),
            possible=most.of(node),
            owners=possible.listed,
            controls=tuple(dict.fromkeys(control)),
        )


def _counted(
    edition: Edition,
) -> tuple[tuple[OwnershipRule, Callable[[Listing], bool]], ...]:
    return (
        (OwnershipRule.AFFILIATES, lambda listing: binds_affiliates(listing, edition)),
        (OwnershipRule.BLOCKED, lambda listing: listing.list is ListCode.SDN),
    )


def _owners(standing: Standing) -> Iterator[Match]:
    return (match for match in standing.matches if match.capacity is Capacity.OWNED_BY)


def binds_affiliates(listing: Listing, edition: Edition) -> bool:
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
