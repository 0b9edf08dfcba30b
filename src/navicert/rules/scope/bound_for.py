"""Where a foreign-made item goes, to whom and for what: the other scope of 734.9."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Match, Standing, Strength
from navicert.law.tables.direct_products import DirectProductRule
from navicert.rules.matter import Matter
from navicert.rules.scope.answer import NO, YES, Answer, either, stated
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth, any_of, parse


def reach_of(rule: DirectProductRule, matter: Matter, standings: tuple[Standing, ...]) -> Answer:
    """Tell whether destination, parties or use bring the item within the rule."""
    if rule.reach.everywhere:
        return YES
    return either(
        (
            _destination(rule, matter),
            _footnote(rule, standings),
            _government(rule, matter),
            _headquarters(rule, matter),
            _end_use(rule, matter),
            *(_known(slug, rule, matter) for slug in rule.reach.knowledge),
        )
    )


def in_places(country: str, places: frozenset[str], matter: Matter) -> Truth:
    """Tell whether a country is one of some countries and groups (``MO``, ``D:5``)."""
    groups = frozenset(one for one in places if ":" in one)
    if {country, matter.edition.country_of(country)} & places:
        return Truth.YES
    return matter.edition.is_in_group(country, groups) if groups else Truth.NO


def _destination(rule: DirectProductRule, matter: Matter) -> Answer:
    reach, there = rule.reach, matter.destination
    named = in_places(there.country, reach.countries | reach.groups, matter)
    if reach.except_groups and there.country not in reach.countries:
        named = named & ~matter.edition.is_in_group(there.country, reach.except_groups)
    question = f"{there} was in which Country Groups on {matter.edition.day}?"
    answers = [stated(named, "law", question, rule.citation)]
    if reach.regions and there.country == "UA":
        region = parse(None if there.region is None else there.region.upper() in reach.regions)
        asked = "Which region of Ukraine is it (CRIMEA, DNR, LNR, or another)?"
        answers.append(stated(region, "destination.region", asked, rule.citation))
    return either(answers)


def _footnote(rule: DirectProductRule, standings: tuple[Standing, ...]) -> Answer:
    footnote = rule.reach.footnote
    if footnote is None:
        return NO
    holds = any_of(_carries(one, footnote) for one in standings) if standings else Truth.UNKNOWN
    question = f"Is a party on the Entity List with footnote {footnote}?"
    return stated(holds, "parties", question, rule.citation)


def _carries(standing: Standing, footnote: int) -> Truth:
    """Screening that was done elsewhere says of no footnote; then only a list can tell."""
    if not standing.screened and not standing.matches:
        return Truth.UNKNOWN
    return any_of(_marked(match, footnote) for match in standing.matches)


def _marked(match: Match, footnote: int) -> Truth:
    """A near match, an owner, or an entry whose text was not read, leave it open."""
    if match.listing.list is not ListCode.EL:
        return Truth.NO
    scope = match.listing.scope
    if scope is None or (not scope.is_read and not scope.footnotes):
        return Truth.UNKNOWN
    sure = match.strength is Strength.SAME and match.capacity is not Capacity.OWNED_BY
    return parse((sure or None) if footnote in scope.footnotes else False)


def _government(rule: DirectProductRule, matter: Matter) -> Answer:
    places = rule.reach.government_of
    if not places:
        return NO
    holds = any_of(_governs(one, places) for one in matter.transaction.parties)
    question = f"Is a party the government of {', '.join(sorted(places))}?"
    return stated(holds, "parties", question, rule.citation)


def _governs(party: Party, places: frozenset[str]) -> Truth:
    where = party.headquarters or party.address.country or party.nationality
    return party.government & parse(None if where is None else where in places)


def _headquarters(rule: DirectProductRule, matter: Matter) -> Answer:
    places = rule.reach.headquarters_in
    if not places:
        return NO
    parties = matter.transaction.parties
    holds = any_of(_seat(one, places, matter) for one in parties) if parties else Truth.UNKNOWN
    question = "In which country has each party its headquarters, and its ultimate parent?"
    return stated(holds, "parties", question, rule.citation)


def _seat(party: Party, places: frozenset[str], matter: Matter) -> Truth:
    seats = (party.headquarters, party.ultimate_parent)
    return any_of(
        Truth.UNKNOWN if seat is None else in_places(seat, places, matter) for seat in seats
    )


def _end_use(rule: DirectProductRule, matter: Matter) -> Answer:
    reach, use = rule.reach, matter.transaction.end_use
    if not reach.end_use or use.kind is not EndUseKind(reach.end_use):
        return NO
    return Answer(in_places(matter.destination.country, reach.end_use_in, matter))


def _known(slug: str, rule: DirectProductRule, matter: Matter) -> Answer:
    question = matter.edition.direct_product_question(slug)
    holds = matter.transaction.end_use.characteristic(slug)
    return stated(holds, f"end_use.characteristics.{slug}", question, rule.citation)
