"""The conductor: the order of 15 CFR part 732, the one place that puts findings side by side."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from navicert.determination import part_744
from navicert.determination.at_line import at_line
from navicert.determination.classified import classified, entry_of
from navicert.determination.content import Asking, DeMinimis, Verdicts, de_minimis_to
from navicert.determination.scope import Scope, scope_of
from navicert.facts.destination import Destination
from navicert.facts.item import Item, Line
from navicert.facts.standing import Standing
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules import (
    contradictions,
    denial,
    diversion,
    general_prohibitions,
    license_policy,
    red_flags,
    screening,
)
from navicert.rules.cites import Rules
from navicert.rules.controls import (
    anti_terrorism,
    country_chart,
    embargo,
    off_chart,
)
from navicert.rules.described import as_described
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.rules.scope import access, direct_product, release, subject, territories, underlying
from navicert.rules.scope.bill import Product, product_of
from navicert.rules.silence import NONE, Silence, together
from navicert.rules.silence import of_order as silent_of_order
from navicert.rules.worth import Worth, worth_of
from navicert.terms.activity import SENDING
from navicert.terms.truth import Truth


class Inquiry(msgspec.Struct, frozen=True):
    """What the lines of an order share: the order, its parties' standings, the law, its worth.

    ``transaction`` is the shipment that the order is about, ``act`` the order as it was written,
    ``shared`` what was found of the order whatever the line, ``around`` that an act around the
    shipment is asked as the shipment itself. ``silent`` are rules that would find nothing,
    ``transit`` the listed countries on the way.
    """

    transaction: Transaction
    act: Transaction
    standings: tuple[Standing, ...]
    edition: Edition
    worth: tuple[Worth, ...]
    shared: tuple[Finding, ...]
    around: tuple[Finding, ...]
    silent: Rules
    transit: tuple[str, ...]


class LineFindings(msgspec.Struct, frozen=True):
    """What every step found for one line; ``subject`` is whether it is subject to the EAR."""

    line: Line
    matter: Matter
    subject: Truth
    findings: tuple[Finding, ...]


def inquiry_into(
    transaction: Transaction, standings: tuple[Standing, ...], edition: Edition
) -> Inquiry:
    """Open an order: a release goes where the person belongs, and the lines are added up."""
    nationality = transaction.release_nationality
    if transaction.is_deemed and nationality is not None:
        transaction = replace(transaction, destination=Destination(nationality))
    transaction = territories.seen_from_home(transaction, edition)
    shipment = underlying.underlying(transaction)
    shared = (
        *screening.parties_named(underlying.whose_parties(transaction)),
        *_people(shipment, standings, edition),
    )
    return Inquiry(
        transaction=shipment,
        act=transaction,
        standings=standings,
        edition=edition,
        worth=worth_of(transaction),
        shared=shared,
        around=underlying.asked_as_a_shipment(transaction),
        silent=silent_of_order(shipment, edition),
        transit=general_prohibitions.transit_countries(shipment, edition),
    )


def findings_for(inquiry: Inquiry, line: Line) -> LineFindings:
    """Walk steps 1 to 19 of part 732 for one line."""
    standings, edition = inquiry.standings, inquiry.edition
    opens = access.as_what_it_opens(line.item, edition)
    key = () if opens is line.item else access.software_key(line.item, edition)
    item = territories.made_at_home(opens, edition)
    line = line if item is line.item else replace(line, item=item)
    matter, scope, silence, uncovered = _opened(inquiry, line.item)
    findings = [*scope.findings, *key, *inquiry.around, *uncovered]
    if scope.subject is not Truth.NO:
        findings += _asked_of_what_is_subject(inquiry, matter, scope, silence)
    else:
        findings += [
            one for each in standings for one in screening.listed_beyond_the_ear(each, edition)
        ]
    findings += inquiry.shared
    findings += silence.ask(red_flags.military_item_towards_d5, *matter.deal)
    findings += part_744.support(matter, scope.subject, silence)
    findings += _denials(inquiry, matter.item, scope.subject)
    required = FindingKind.REQUIREMENT
    advised = [
        license_policy.advised(finding, matter) if finding.kind is required else finding
        for finding in findings
    ]
    return LineFindings(line, matter, scope.subject, at_line(advised, line))


def _opened(inquiry: Inquiry, item: Item) -> tuple[Matter, Scope, Silence, list[Finding]]:
    """Steps 1 to 7: the matter with its entry, and whether the item is subject to the EAR."""
    transaction, edition = inquiry.transaction, inquiry.edition
    content = de_minimis_of(transaction, item, edition)
    if content is not None:
        item = replace(item, us_content=content.subject)
    entry, uncovered = entry_of(item, edition)
    described = as_described(item, entry, edition)
    matter = Matter(transaction, item, entry, edition, inquiry.worth, described)
    computed = () if content is None else content.findings
    silence = together(inquiry.silent, described.silent)
    return matter, scope_of(matter, inquiry.standings, computed, silence), silence, uncovered


def _asked_of_what_is_subject(
    inquiry: Inquiry, matter: Matter, scope: Scope, silence: Silence
) -> list[Finding]:
    """Steps 8 to 18; what is no export needs no license, but its parties are still looked at."""
    transaction, standings = matter.transaction, inquiry.standings
    found = [] if silence.has_all(MOVES) else _moves(matter, silence)
    if not (scope.is_no_export or scope.passes_through):
        found += classified(matter, silence)
    if transaction.activity in SENDING and not scope.is_no_export:
        required = _required(matter, standings, scope, silence)
        found += general_prohibitions.numbered(required, scope.findings)
        found += part_744.end_uses(matter, standings, silence)
        found += _transit(matter, inquiry.transit)
    found += _sent_to(part_744.end_users(matter, standings), scope)
    return found


MOVES: Rules = frozenset(
    {
        release.release_destination,
        contradictions.nationality_of_a_release,
        contradictions.place_of_departure,
        contradictions.recipient_of_another_nationality,
        diversion.item_in_an_embargoed_place,
    }
)
"""Where the item is, and whose a release is: of most orders none of them finds anything."""


def _moves(matter: Matter, silence: Silence) -> list[Finding]:
    ask = silence.ask
    return [
        *ask(release.release_destination, matter.transaction),
        *ask(contradictions.nationality_of_a_release, matter.transaction),
        *ask(contradictions.place_of_departure, *matter.deal),
        *ask(contradictions.recipient_of_another_nationality, *matter.deal),
        *ask(diversion.item_in_an_embargoed_place, *matter.deal),
    ]


def de_minimis_of(transaction: Transaction, item: Item, edition: Edition) -> DeMinimis | None:
    """Step 4: the US content of a foreign-made item abroad, from its bill of materials."""
    places = (transaction.exported_from, transaction.located_in, item.located_in, item.origin)
    if item.bill_of_materials is None or subject.US in places:
        return None
    return de_minimis_for(product_of(item), transaction, edition)


def de_minimis_for(
    product: Product, transaction: Transaction, edition: Edition, known: Verdicts | None = None
) -> DeMinimis:
    """Step 4 for an item that was taken apart before; ``known`` lets destinations share work."""
    asking = Asking(_license_findings, {} if known is None else known)
    return de_minimis_to(product, transaction, edition, asking)


def _license_findings(
    transaction: Transaction, item: Item, edition: Edition
) -> tuple[Matter, tuple[Finding, ...]]:
    """Ask what an item needs to the destination, by the chart, its entry and part 746 alone."""
    entry, uncovered = entry_of(item, edition)
    matter = Matter(transaction, item, entry, edition)
    asked = (*classified(matter, NONE), *_requirements(matter, Truth.YES, NONE))
    return matter, (*uncovered, *asked)


def _required(
    matter: Matter, standings: tuple[Standing, ...], scope: Scope, silence: Silence
) -> list[Finding]:
    """Steps 8 to 11 and 14; a direct product may have a requirement in place of others."""
    replaced = direct_product.replaced_requirements(matter, standings)
    found = [
        *_requirements(matter, scope.subject, silence),
        *silence.ask(direct_product.direct_product_license, matter, standings),
    ]
    if scope.passes_through:
        return [one for one in found if one.kind is FindingKind.PROHIBITION]
    return [one for one in found if one.label not in replaced]


def _sent_to(found: list[Finding], scope: Scope) -> list[Finding]:
    """License requirements on parties attach to exports alone; what else is known stays."""
    if not scope.is_no_export:
        return found
    return [one for one in found if one.kind is not FindingKind.REQUIREMENT]


CONTROLS = (
    country_chart.country_chart,
    country_chart.stated_columns,
    country_chart.chart_footnotes,
    off_chart.off_chart,
    off_chart.arms_embargo,
    anti_terrorism.anti_terrorism,
    anti_terrorism.stated_anti_terrorism,
    embargo.embargo,
)
"""Steps 8, 9 and 14, rule by rule, in their order."""


def _requirements(matter: Matter, whether: Truth, silence: Silence) -> list[Finding]:
    """Steps 8, 9 and 14: the chart, what is off the chart, and part 746."""
    found: list[Finding] = []
    for rule in silence.left(CONTROLS):
        found += rule(matter)
    found += silence.ask(
        embargo.forbidden_by_another_agency, matter.transaction, whether, matter.edition
    )
    return found


def _denials(inquiry: Inquiry, item: Item, subject: Truth) -> list[Finding]:
    """Step 12: denial orders."""
    named = [one for one in inquiry.standings if one.orders]
    if not named:
        return []
    act, edition = denial.Act(inquiry.act, item, subject), inquiry.edition
    found: list[Finding] = []
    for standing in named:
        found += denial.denial(standing, act, edition)
        found += denial.suspended_denial(standing, edition)
        found += denial.owned_by_denied(standing, edition)
    return found


def _transit(matter: Matter, countries: tuple[str, ...]) -> list[Finding]:
    """Step 16: listed countries on the way, each asked as if the item were sent there."""
    transaction, edition = matter.transaction, matter.edition
    found: list[Finding] = []
    for country in countries:
        there = replace(transaction, destination=Destination(country), route=())
        _, asked = _license_findings(there, matter.item, edition)
        needed = general_prohibitions.needed_among(asked)
        found += general_prohibitions.in_transit(country, needed, transaction)
    return found


def _people(
    transaction: Transaction, standings: tuple[Standing, ...], edition: Edition
) -> list[Finding]:
    """Steps 17 and 18: terms to keep, whether anybody looked at the parties, what is known."""
    found = [*general_prohibitions.terms_broken(transaction)]
    for standing in standings:
        found += screening.screened(standing, transaction)
    found += red_flags.red_flags(transaction)
    found += red_flags.red_flags_answered(transaction, edition)
    found += red_flags.forwarder_as_destination(transaction, edition)
    found += red_flags.abnormal_route(transaction, edition)
    found += red_flags.known_violation(transaction)
    found += diversion.recipient_in_an_embargoed_place(transaction, edition)
    found += diversion.route_through_an_embargoed_place(transaction, edition)
    found += diversion.end_user_elsewhere(transaction, edition)
    found += contradictions.end_use_in_words(transaction, edition)
    found += contradictions.end_use_in_answers(transaction, edition)
    return found
