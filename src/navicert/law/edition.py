"""Editions: the law as it stood on a day, with the digest of the shelf that says so."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from datetime import date
from functools import cache

from navicert.errors import LawNotCovered
from navicert.law import library
from navicert.law.coverage import Coverage
from navicert.law.library import Tables
from navicert.law.shelf import Shelf, standard_shelf
from navicert.law.tables import (
    affiliates,
    clearance,
    control_list,
    country_chart,
    de_minimis,
    denial_terms,
    direct_products,
    duties,
    embargoes,
    general_prohibitions,
    license_exceptions,
    license_policy,
    order_of_review,
    part_744,
    procurement,
    red_flags,
)
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse


@dataclass(frozen=True, slots=True)
class Edition:
    """The law opened at one day; rules ask it and never look at a date themselves.

    ``assumed_affiliates`` is what whoever asks takes the Affiliates rule for where the shelf ends.
    """

    day: date
    digest: str
    tables: Tables
    coverages: tuple[Coverage, ...]
    assumed_affiliates: bool | None = None

    def chart_row(self, country: str) -> country_chart.ChartRow:
        """Give a destination's row of the Commerce Country Chart."""
        return self.tables.country_chart.row(country, self.day).value

    def chart_marks(self, country: str, column: str) -> bool:
        """Tell whether a column of the chart has an X for a destination."""
        return self.tables.country_chart.marks(country, column, self.day)

    def country_of(self, code: str) -> str:
        """Give the country whose rules a territory follows (738.3(b))."""
        return self.tables.country_chart.country_of(code, self.day)

    def footnotes(self, country: str, symbol: str) -> tuple[country_chart.FootnoteRequirement, ...]:
        """Give what footnotes of the chart add for an entry to a destination."""
        return self.tables.country_chart.footnote_requirements(country, symbol, self.day)

    def groups_of(self, country: str) -> frozenset[str]:
        """Give the Country Groups of a destination."""
        return self.tables.country_groups.of(country, self.day)

    def lists_entry(self, symbol: str) -> bool:
        """Tell whether the Commerce Control List has this entry at all."""
        return self.tables.control_list.has(symbol)

    def entry(self, symbol: str) -> control_list.Entry:
        """Give an entry of the Commerce Control List."""
        return self.tables.control_list.entry(symbol, self.day).value

    def entry_of(self, eccn: Eccn) -> control_list.Entry:
        """Give the entry of an item; of some entries only some paragraphs are known for a day."""
        return self.tables.control_list.entry_of(eccn, self.day).value

    def known_entry(self, symbol: str) -> control_list.Entry:
        """Give an entry as it is known at all, for days on which nobody verified it."""
        return self.tables.control_list.entries[symbol].values[-1].value

    def order_of_review(self) -> order_of_review.OrderOfReview:
        """Give what an exporter asks before saying EAR99."""
        return self.tables.order_of_review

    def question(self, slug: str) -> str:
        """Give the question that a condition of a control row asks."""
        return self.tables.control_list.question(slug)

    def in_scope(self, code: str, country: str) -> bool:
        """Tell whether a destination lies in a named scope, such as Macau or D:5."""
        return self.tables.destination_scopes.has(code, country, self.day)

    def anti_terrorism_columns(self, country: str) -> frozenset[str]:
        """Give the AT columns that need a license to a country."""
        return self.tables.anti_terrorism.columns(self.country_of(country), self.day).value

    def anti_terrorism_citation(self, country: str) -> str:
        """Give the section that requires a license to a country for anti-terrorism reasons."""
        return self.tables.anti_terrorism.columns(self.country_of(country), self.day).citation

    def in_group(self, country: str, groups: frozenset[str]) -> bool:
        """Tell whether a country is in one of some groups; what is not verified counts as in.

        For what a permission leaves barred: a gap must not widen it.
        """
        try:
            return any(
                self.tables.country_groups.has(country, group, self.day) for group in sorted(groups)
            )
        except LawNotCovered:
            return True

    def is_in_group(self, country: str, groups: frozenset[str]) -> Truth:
        """Tell whether a country is in one of some groups; unknown where nobody verified it."""
        try:
            found = (self.tables.country_groups.has(country, one, self.day) for one in groups)
            return parse(any(found))
        except LawNotCovered:
            return Truth.UNKNOWN

    def approval_for(self, label: str, country: str) -> str:
        """Give the approval of a party that lifts a requirement to a destination; empty if none."""
        return self.tables.approved_entities.approval_for(label, country, self.day)

    def under_arms_embargo(self, country: str) -> bool:
        """Tell whether the United Nations arms embargoes of 746.1(b)(2) name the country."""
        return self.tables.arms_embargoes.has(country, self.day)

    def embargoes_on(self, country: str) -> tuple[embargoes.EmbargoRequirement, ...]:
        """Give the requirements of part 746 for a country."""
        return self.tables.embargoes.on(country, self.day)

    def regional_embargoes(self) -> tuple[embargoes.EmbargoRequirement, ...]:
        """Give the requirements for regions of a country that are in force."""
        return self.tables.embargoes.of_regions(self.day)

    def regions_of(self, name: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """Give the regions of 746.6 that a place surely lies in, and may lie in."""
        return self.tables.embargoes.regions_of(name)

    def agency_prohibitions_on(self, country: str) -> tuple[embargoes.AgencyProhibition, ...]:
        """Give what part 746 forbids because another agency forbids it."""
        return self.tables.embargoes.prohibitions_on(country, self.day)

    def de_minimis(self) -> de_minimis.DeMinimis:
        """Give what 734.4 says of US content; raise LawNotCovered before that was verified."""
        self.tables.de_minimis.check(self.day)
        return self.tables.de_minimis

    def direct_product_rules(self) -> tuple[direct_products.DirectProductRule, ...]:
        """Give the rules of 734.9 in force; raise LawNotCovered before they were verified."""
        return self.tables.direct_products.on(self.day)

    def direct_product_question(self, slug: str) -> str:
        """Give the question that a rule of 734.9 asks."""
        return self.tables.direct_products.questions[slug]

    def is_partner(self, country: str) -> bool:
        """Tell whether supplement No. 3 to part 746 names a country."""
        return self.tables.de_minimis.partner(country, self.day)

    def denial_clauses(self) -> tuple[denial_terms.Clause, ...]:
        """Give the standard terms of denial orders."""
        return self.tables.denial_terms.on(self.day)

    def clearance(self) -> clearance.Clearance:
        """Give the thresholds and periods of parts 758 and 762."""
        return self.tables.clearance

    def general_prohibition(self, number: int) -> general_prohibitions.GeneralProhibition:
        """Give one of the ten general prohibitions."""
        return self.tables.general_prohibitions.by_number[number]

    def transit_countries(self) -> frozenset[str]:
        """Give the countries that General Prohibition Eight names."""
        return self.tables.general_prohibitions.transit.at(self.day).value

    def words_of_arms(self, text: str, destination: str) -> str:
        """Give the first word of a text that tells of arms or of a place further on, or nothing."""
        return self.tables.words.found_in(text, destination)

    def red_flags(self) -> tuple[red_flags.RedFlag, ...]:
        """Give the red flags of Supplement No. 3 to part 732."""
        return self.tables.red_flags.on(self.day)

    def license_policies(self, label: str, reason: str) -> tuple[license_policy.Policy, ...]:
        """Give how BIS reviews applications for a requirement, in the order to try."""
        return self.tables.license_policy.on(self.day, label, reason)

    def duties(self) -> duties.Duties:
        """Give the deadlines and procedures of parts 740, 750, 764 and 766."""
        return self.tables.duties

    def procurement(self) -> procurement.Procurement:
        """Give what federal money may not buy; raise LawNotCovered before it was verified."""
        self.tables.procurement.check(self.day)
        return self.tables.procurement

    def part_744(self) -> part_744.OnADay:
        """Open part 744: end uses and end users."""
        return self.tables.part_744.on(self.day)

    def affiliates_rule(self) -> bool:
        """Tell whether the Affiliates rule is in force, as verified, or else as assumed."""
        if self.assumes_affiliates() and self.assumed_affiliates is not None:
            return self.assumed_affiliates
        return self.tables.affiliates.at(self.day).value

    def assumes_affiliates(self) -> bool:
        """Tell whether something is assumed of that rule, and the day is after all verified."""
        if self.assumed_affiliates is None:
            return False
        last = self.tables.affiliates.values[-1]
        return last.review_by is not None and self.day > last.review_by

    def affiliates_license(self, country: str) -> affiliates.TemporaryLicense | None:
        """Give the general license that may cover an affiliate in a destination on the day."""
        for one in self.tables.affiliates_licenses:
            if one.is_valid(self.day) and self.is_in_group(country, one.never) is not Truth.YES:
                return one
        return None

    def gate_of_exceptions(self) -> tuple[license_exceptions.Bar, ...]:
        """Give the restrictions of 740.2 in force."""
        return self.tables.license_exceptions.gate_on(self.day)

    def exception_terms(self, symbol: str) -> license_exceptions.Terms:
        """Give the terms of a license exception."""
        return self.tables.license_exceptions.of(symbol)

    def exceptions_verified(self) -> bool:
        """Tell whether part 740 was verified for the day."""
        return self.day >= self.tables.license_exceptions.verified_from


@dataclass(frozen=True, slots=True)
class Law:
    """A shelf with its tables; ``open_at`` is the one place that asks the date."""

    digest: str
    tables: Tables
    coverages: tuple[Coverage, ...]

    def open_at(self, day: date) -> Edition:
        """Open the law at a day."""
        return Edition(day, self.digest, self.tables, self.coverages)


def law_of(shelf: Shelf) -> Law:
    """Read every table of a shelf."""
    return Law(shelf.digest, library.read(shelf), shelf.coverages())


@cache
def standard_law() -> Law:
    """Read the law that the package carries, once a process.

    It stays until the process ends, so the collector need not look through it again.
    """
    law = law_of(standard_shelf())
    gc.freeze()
    return law
