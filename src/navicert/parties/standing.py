"""The door of the room: what the lists that were asked say of one party on one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navicert.facts.denial_order import DenialOrder, OrderState
from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Match, OrderMatch, Standing, Strength
from navicert.parties.lists import needed
from navicert.parties.screening import explain
from navicert.parties.screening.evidence.evidence import total
from navicert.parties.screening.evidence.weigh import weigh
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.meeting import Meeting, meeting
from navicert.parties.screening.navicert_1.reading import Reading, readings
from navicert.parties.watch import Subject, Watch

_IN_FORCE = frozenset({OrderState.ACTIVE, OrderState.SUSPENDED})
"""A suspended sanction is a state, not an absence: it is reported, and a rule says what follows."""


@dataclass(frozen=True, slots=True)
class _Hit:
    capacity: Capacity
    asked: str
    subject: Subject
    result: Meeting


def standing_of(party: Party, watch: Watch, day: date) -> Standing:
    """Ask every list of the watch for a party, by all names that lead to it.

    Asked are its own names, those it acts for and those who own it. ``screened`` is False when a
    list that the day needs was not asked, or when one of the names has no letter or figure to
    compare; what the lists that were asked say of the others is told all the same.
    """
    asked = tuple((capacity, text, readings(text)) for capacity, text in _names_of(party))
    missing = needed.unasked(watch.asked, day)
    nameless = tuple(text for _, text, all_ in asked if not all_[0].words)
    hits = [hit for one in asked for hit in _hits(one, watch, day)]
    groups = tuple(_grouped(hits))
    matches = [m for group in groups for m in _match(party, group)]
    orders = [m for group in groups for m in _order_match(group)]
    return Standing(
        party,
        screened=not missing and not nameless,
        matches=tuple(sorted(matches, key=_rank_of_match)),
        orders=tuple(sorted(orders, key=_rank_of_order)),
        unasked=missing,
        nameless=nameless,
    )


def _names_of(party: Party) -> Iterator[tuple[Capacity, str]]:
    for text in (party.name, *party.aliases):
        yield Capacity.ITSELF, text
    for text in party.on_behalf_of:
        yield Capacity.ON_BEHALF_OF, text
    for text in party.owned_by:
        yield Capacity.OWNED_BY, text
    if any(map(str.isalnum, party.address.text)):
        yield Capacity.AT_ADDRESS, party.address.text


def _hits(
    asked: tuple[Capacity, str, tuple[Reading, ...]], watch: Watch, day: date
) -> Iterator[_Hit]:
    capacity, text, all_ = asked
    if not all_[0].words:
        return
    for position, score, met in watch.segments.search_all(all_, alert().threshold):
        subject = watch.subjects[position]
        if capacity is Capacity.AT_ADDRESS and not subject.is_address:
            continue
        if _in_force(subject.said, day):
            result = meeting(text, subject.text, met, score)
            yield _Hit(capacity, text, subject, explain.weighed(result, subject.kind))


def _in_force(said: Listing | DenialOrder, day: date) -> bool:
    if isinstance(said, Listing):
        return said.holds_on(day)
    return said.state_on(day) in _IN_FORCE


def _grouped(hits: list[_Hit]) -> Iterator[list[_Hit]]:
    """Give the hits on one listing, or on one person of an order, in one capacity: best first."""
    groups: dict[tuple[int, int, Capacity], list[_Hit]] = {}
    for hit in hits:
        key = (hit.subject.entry, hit.subject.person, hit.capacity)
        groups.setdefault(key, []).append(hit)
    for group in groups.values():
        yield sorted(group, key=_rank_of_hit)


def _match(party: Party, group: list[_Hit]) -> Iterator[Match]:
    best = group[0]
    listing = best.subject.said
    if not isinstance(listing, Listing):
        return
    found = weigh(party, listing) if best.capacity is Capacity.ITSELF else ()
    yield Match(
        listing=listing,
        strength=best.result.strength,
        score=best.result.score,
        name=best.asked,
        listed_name=best.subject.text,
        how=_how(group, *(one.text for one in found)),
        capacity=best.capacity,
        words=best.result.words,
        evidence=found,
    )


def _order_match(group: list[_Hit]) -> Iterator[OrderMatch]:
    best = group[0]
    order = best.subject.said
    if not isinstance(order, DenialOrder):
        return
    related = best.subject.related and best.capacity is Capacity.ITSELF
    yield OrderMatch(
        order=order,
        strength=best.result.strength,
        score=best.result.score,
        name=best.asked,
        listed_name=best.subject.text,
        how=_how(group, "added to the order as a related person" if best.subject.related else ""),
        capacity=Capacity.RELATED_PERSON if related else best.capacity,
    )


def _how(group: list[_Hit], *notes: str) -> str:
    best = group[0]
    met = dict.fromkeys(hit.subject.text for hit in group)
    others = tuple(text for text in met if text != best.subject.text)
    listed = (best.subject.text, best.subject.kind)
    return explain.sentence(best.asked, listed, best.result, (*notes, explain.others(others)))


def _rank_of_hit(hit: _Hit) -> tuple[bool, float, str, str]:
    near = hit.result.strength is Strength.NEAR
    return near, -hit.result.score, hit.subject.text, hit.asked


def _rank_of_match(match: Match) -> tuple[bool, float, str, str, str, str]:
    near = match.strength is Strength.NEAR
    listing = match.listing
    better = match.score + total(match.evidence)
    return near, -better, listing.list, listing.entry, match.listed_name, match.capacity


def _rank_of_order(match: OrderMatch) -> tuple[bool, float, str, str, str]:
    near = match.strength is Strength.NEAR
    return near, -match.score, match.order.reference, match.listed_name, match.capacity
