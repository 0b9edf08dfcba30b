"""The door of the room: what the lists that were asked say of one party on one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Match, NameMet, OrderMatch, Standing, Strength
from navicert.parties.asking import Asking, Hit, hits, names_of
from navicert.parties.lists import needed
from navicert.parties.screening import explain
from navicert.parties.screening.evidence.evidence import moved
from navicert.parties.screening.evidence.weigh import weigh
from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.watch import Watch


def standing_of(party: Party, watch: Watch, day: date, least: float | None = None) -> Standing:
    """Ask every list of the watch for a party, by all names and numbers that lead to it.

    Asked are its own names, those it acts for and those who own it; names that score less than
    ``least``, else than the threshold of the matcher, are no match. ``screened`` is False when a
    list that the day needs was not asked, or when one of the names has nothing to compare: no
    letter or figure, or legal forms alone; what the lists that were asked say of the others is
    told all the same.
    """
    return _standing(party, Asking(watch, day, alert().threshold if least is None else least))


def screened(party: Party, watch: Watch, day: date, least: float) -> Standing:
    """Ask as ``standing_of`` does, and besides who is listed at the party's address."""
    return _standing(party, Asking(watch, day, least, at_address=True))


def _standing(party: Party, asking: Asking) -> Standing:
    watch, day, asked = asking.watch, asking.day, names_of(party)
    missing = needed.unasked(watch.asked, day)
    nameless = tuple(one.text for one in asked if not one.says_something)
    groups = tuple(_grouped(list(hits(party, asked, asking))))
    matches = [m for group in groups for m in _match(party, group, asking.least)]
    orders = [m for group in groups for m in _order_match(group)]
    standing = Standing(
        party,
        screened=not missing and not nameless,
        matches=tuple(sorted(matches, key=_rank_of_match)),
        orders=tuple(sorted(orders, key=_rank_of_order)),
        unasked=missing,
        nameless=nameless,
    )
    return _sifted(standing, watch, day)


def _sifted(standing: Standing, watch: Watch, day: date) -> Standing:
    """Put aside the matches that an officer decided are somebody else."""
    both: tuple[Match | OrderMatch, ...] = (*standing.orders, *standing.matches)
    found = (watch.clearings.found(standing.party, match, day) for match in both)
    cleared = tuple(one for one in found if one is not None)
    if not cleared:
        return standing
    gone = {id(one.match) for one in cleared}
    return replace(
        standing,
        matches=tuple(one for one in standing.matches if id(one) not in gone),
        orders=tuple(one for one in standing.orders if id(one) not in gone),
        cleared=cleared,
    )


def _grouped(hits: list[Hit]) -> Iterator[list[Hit]]:
    """Give the hits on one listing, or on one person of an order, in one capacity: best first."""
    groups: dict[tuple[int, int, Capacity], list[Hit]] = {}
    for hit in hits:
        key = (hit.subject.entry, hit.subject.person, hit.capacity)
        groups.setdefault(key, []).append(hit)
    for group in groups.values():
        yield sorted(group, key=_rank_of_hit)


def _match(party: Party, group: list[Hit], least: float) -> Iterator[Match]:
    best = group[0]
    listing = best.subject.said
    if not isinstance(listing, Listing):
        return
    found = weigh(party, listing) if best.capacity is Capacity.ITSELF else ()
    decided = any(one.decides for one in found)
    yield Match(
        listing=listing,
        strength=Strength.SAME if decided else best.result.strength,
        score=best.result.score,
        name=best.asked,
        listed_name=best.subject.text,
        how=_how(group, *(one.text for one in found)),
        capacity=best.capacity,
        words=best.result.words,
        evidence=found,
        names=_names(group),
        weighed=moved(best.result.score, found, least),
    )


def _order_match(group: list[Hit]) -> Iterator[OrderMatch]:
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
        words=best.result.words,
        names=_names(group),
    )


def _names(group: list[Hit]) -> tuple[NameMet, ...]:
    return tuple(
        NameMet(
            hit.asked, hit.subject.text, hit.subject.kind, hit.result.strength, hit.result.score
        )
        for hit in group
        if not hit.by_number
    )


def _how(group: list[Hit], *notes: str) -> str:
    best = group[0]
    met = dict.fromkeys(hit.subject.text for hit in group)
    others = tuple(text for text in met if text != best.subject.text)
    listed = (best.subject.text, best.subject.kind)
    return explain.sentence(best.asked, listed, best.result, (*notes, explain.others(others)))


def _rank_of_hit(hit: Hit) -> tuple[bool, float, str, str]:
    near = hit.result.strength is Strength.NEAR
    return near, -hit.result.score, hit.subject.text, hit.asked


def _rank_of_match(match: Match) -> tuple[bool, float, str, str, str, str]:
    listing = match.listing
    return (
        not match.is_sure,
        -match.shown,
        listing.list,
        listing.entry,
        match.listed_name,
        match.capacity,
    )


def _rank_of_order(match: OrderMatch) -> tuple[bool, float, str, str, str]:
    near = match.strength is Strength.NEAR
    return near, -match.score, match.order.reference, match.listed_name, match.capacity
