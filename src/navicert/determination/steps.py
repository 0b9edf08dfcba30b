"""The conductor: the order of 15 CFR part 732, the one place that puts findings side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from navicert.determination.content import DeMinimis, de_minimis_to
from navicert.determination import part_744
from navicert.errors import LawNotCovered
from navicert.facts.destination import Destination
from navicert.facts.item import Item, Line
from navicert.facts.standing import Standing
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules import denial, general_prohibitions, license_policy, red_flags, screening
from navicert.rules.classification import entry as classification
from navicert.rules.controls import (
    anti_terrorism,
    country_chart,
    embargo,
    off_chart,
)
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.rules.scope import release, subject
from navicert.rules.scope.bill import Product, product_of
from navicert.rules.worth import Worth, worth_of
from navicert.terms.activity import SENDING
from navicert.terms.truth import Truth

CONTROLLED = "controlled"
OTHER_AGENCY = "other_agency"
OF_A_LINE = frozenset(
    {
        "eccn", "for_items", "columns", "characteristics", "origin", "us_content",
        "bill_of_materials", "figures",
        "us_technology", "published", "exported_from_us", "value",
    }
)  # fmt: skip
"""Facts that belong to a line of the order, not to the order as a whole."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What the lines of an order share: the order, its parties' standings, the law, its worth."""

    transaction: Transaction
    standings: tuple[Standing, ...]
    edition: Edition
    worth: tuple[Worth, ...]


@dataclass(frozen=True, slots=True)
class LineFindings:
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
    return Inquiry(transaction, standings, edition, worth_of(transaction))


def findings_for(inquiry: Inquiry, line: Line) -> LineFindings:
    """Walk steps 1 to 19 of part 732 for one line."""
    transaction, standings, edition = inquiry.transaction, inquiry.standings, inquiry.edition
    item = line.item
    entry, uncovered = _entry(item, edition)
    content = de_minimis_of(transaction, item, edition)
    scope = scope_of(transaction, item, entry, content)
    whether = subject_to_the_ear(scope)
    findings = [*scope, *uncovered]
    matter = Matter(transaction, item, entry, edition, inquiry.worth)
    if whether is not Truth.NO:
        findings += release.release_destination(transaction)
        findings += _classified(item, entry, edition)
        if transaction.activity in SENDING:
            findings += general_prohibitions.numbered(_requirements(matter, whether), scope)
            findings += part_744.end_uses(matter, standings)
            findings += _transit(matter)
        findings += part_744.end_users(matter, standings)
        findings += _people(matter, standings)
    findings += part_744.support(matter, whether)
    findings += _denials(denial.Act(transaction, item, whether), standings, edition)
    advised = [license_policy.advised(finding, matter) for finding in findings]
    return LineFindings(line, matter, whether, _at_line(advised, line))


def scope_of(
    transaction: Transaction, item: Item, entry: Entry | None, content: DeMinimis | None = None
) -> tuple[Finding, ...]:
    """Steps 1 to 6: whose jurisdiction, and whether the item is subject to the EAR at all."""
    agency = entry.agency if entry is not None and entry.status == OTHER_AGENCY else ""
    if content is not None:
        item = replace(item, us_content=content.subject)
    return (
        *subject.of_another_agency(item, agency),
        *subject.published(item),
        *subject.in_the_united_states(transaction, item),
        *subject.of_us_origin(item),
        *(content.findings if content is not None else ()),
        *subject.foreign_made(transaction, item),
    )


def de_minimis_of(transaction: Transaction, item: Item, edition: Edition) -> DeMinimis | None:
    """Step 4: the US content of a foreign-made item abroad, from its bill of materials."""
    places = (transaction.exported_from, transaction.located_in, item.located_in, item.origin)
    if item.bill_of_materials is None or subject.US in places:
        return None
    return de_minimis_for(product_of(item), transaction, edition)


def de_minimis_for(product: Product, transaction: Transaction, edition: Edition) -> DeMinimis:
    """Step 4 for an item that was taken apart before, so that many destinations share the work."""
    return de_minimis_to(product, transaction, edition, _license_findings)


def _license_findings(
    transaction: Transaction, item: Item, edition: Edition
) -> tuple[Matter, tuple[Finding, ...]]:
    """Ask what an item needs to the destination, by the chart, its entry and part 746 alone."""
    entry, uncovered = _entry(item, edition)
    matter = Matter(transaction, item, entry, edition)
    classified = _classified(item, entry, edition)
    return matter, (*uncovered, *classified, *_requirements(matter, Truth.YES))


def subject_to_the_ear(scope: tuple[Finding, ...]) -> Truth:
    """Put the findings of scope together: an exclusion decides, then any ground."""
    values = [finding.holds for finding in scope if finding.kind is FindingKind.SCOPE]
    if Truth.NO in values:
        return Truth.NO
    if any(f.holds is Truth.UNKNOWN and f.citation.startswith("15 CFR 734.7") for f in scope):
        return Truth.UNKNOWN
    return Truth.YES if Truth.YES in values else Truth.UNKNOWN


def _entry(item: Item, edition: Edition) -> tuple[Entry | None, list[Finding]]:
    """Step 7: the entry as it stood on the day; a gap is a finding, not a guess."""
    if item.eccn is None or item.eccn.is_ear99 or not edition.lists_entry(item.eccn.symbol):
        return None, []
    try:
        return edition.entry_of(item.eccn), []
    except LawNotCovered as gap:
        return None, list(classification.entry_not_verified(item, str(gap), edition))


def _classified(item: Item, entry: Entry | None, edition: Edition) -> list[Finding]:
    found = [
        *classification.classification_stated(item),
        *classification.entry_exists(item, edition),
        *classification.paragraph_exists(item, edition),
        *classification.group_agrees(item),
    ]
    if entry is not None:
        found += classification.described_elsewhere(item, entry)
        if entry.status not in {CONTROLLED, OTHER_AGENCY}:
            found += classification.entry_without_rows(item, entry)
    return found


def _requirements(matter: Matter, whether: Truth) -> list[Finding]:
    """Steps 8, 9 and 14: the chart, what is off the chart, and part 746."""
    return [
        *country_chart.country_chart(matter),
        *country_chart.stated_columns(matter),
        *country_chart.chart_footnotes(matter),
        *off_chart.off_chart(matter),
        *off_chart.arms_embargo(matter),
        *anti_terrorism.anti_terrorism(matter),
        *anti_terrorism.stated_anti_terrorism(matter),
        *embargo.embargo(matter),
        *embargo.forbidden_by_another_agency(matter.transaction, whether, matter.edition),
    ]


def _denials(act: denial.Act, standings: tuple[Standing, ...], edition: Edition) -> list[Finding]:
    """Step 12: denial orders."""
    found: list[Finding] = []
    for standing in standings:
        found += denial.denial(standing, act, edition)
        found += denial.suspended_denial(standing, edition)
        found += denial.owned_by_denied(standing, edition)
    return found


def _transit(matter: Matter) -> list[Finding]:
    """Step 16: listed countries on the way, each asked as if the item were sent there."""
    transaction, edition = matter.transaction, matter.edition
    found: list[Finding] = []
    for country in general_prohibitions.transit_countries(transaction, edition):
        there = replace(transaction, destination=Destination(country), route=())
        _, asked = _license_findings(there, matter.item, edition)
        needed = general_prohibitions.needed_among(asked)
        found += general_prohibitions.in_transit(country, needed, transaction)
    return found


def _people(matter: Matter, standings: tuple[Standing, ...]) -> list[Finding]:
    """Steps 17 and 18: terms to keep, whether anybody looked at the parties, what is known."""
    transaction, edition = matter.transaction, matter.edition
    found = [*general_prohibitions.terms_broken(transaction), *screening.parties_named(transaction)]
    for standing in standings:
        found += screening.screened(standing, transaction)
    found += red_flags.red_flags(transaction)
    found += red_flags.red_flags_answered(transaction, edition)
    found += red_flags.forwarder_as_destination(transaction, edition)
    found += red_flags.abnormal_route(transaction, edition)
    found += red_flags.military_item_towards_d5(transaction, matter.item, edition)
    found += red_flags.known_violation(transaction)
    return found


def _at_line(findings: list[Finding], line: Line) -> tuple[Finding, ...]:
    """Say in which line of the order a missing fact belongs."""
    return tuple(
        replace(finding, missing=tuple(_placed(fact, line) for fact in finding.missing))
        if finding.missing
        else finding
        for finding in findings
    )


def _placed(fact: MissingFact, line: Line) -> MissingFact:
    if fact.fact.split(".")[0] not in OF_A_LINE:
        return fact
    return replace(fact, fact=f"lines[{line.number}].{fact.fact}")
