"""All tables of a shelf, read once."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.law.dated import Dated
from navicert.law.sections import Section, sections
from navicert.law.shelf import Shelf
from navicert.law.tables import (
    activities,
    affiliates,
    anti_terrorism,
    approved_entities,
    arms_embargoes,
    clearance,
    control_list,
    country_chart,
    country_groups,
    de_minimis,
    denial_terms,
    denial_words,
    destination_scopes,
    direct_products,
    duties,
    embargoes,
    exclusions,
    general_prohibitions,
    license_exceptions,
    license_policy,
    order_of_review,
    part_744,
    procurement,
    published_lists,
    red_flags,
    words,
)
from navicert.law.tables.affiliates import TemporaryLicense


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Every table of one shelf, read once; the tables of two readings are never the same."""

    country_chart: country_chart.CountryChart
    country_groups: country_groups.CountryGroups
    control_list: control_list.ControlList
    destination_scopes: destination_scopes.DestinationScopes
    anti_terrorism: anti_terrorism.AntiTerrorism
    arms_embargoes: arms_embargoes.ArmsEmbargoes
    embargoes: embargoes.Embargoes
    exclusions: exclusions.Exclusions
    activities: activities.Activities
    direct_products: direct_products.DirectProducts
    de_minimis: de_minimis.DeMinimis
    denial_terms: denial_terms.DenialTerms
    denial_words: denial_words.DenialWords
    affiliates: Dated[bool]
    affiliates_licenses: tuple[TemporaryLicense, ...]
    approved_entities: approved_entities.ApprovedEntities
    clearance: clearance.Clearance
    general_prohibitions: general_prohibitions.GeneralProhibitions
    red_flags: red_flags.RedFlags
    words: words.WordsOfArms
    license_policy: license_policy.LicensePolicy
    duties: duties.Duties
    license_exceptions: license_exceptions.LicenseExceptions
    part_744: part_744.Part744
    order_of_review: order_of_review.OrderOfReview
    published_lists: tuple[published_lists.PublishedList, ...]
    procurement: procurement.Procurement
    sections: tuple[Section, ...]


def read(shelf: Shelf) -> Tables:
    """Read every table of a shelf."""
    chart = country_chart.read(shelf)
    groups = country_groups.read(shelf, chart)
    lists = published_lists.read(shelf)
    return Tables(
        country_chart=chart,
        country_groups=groups,
        control_list=control_list.read(shelf),
        destination_scopes=destination_scopes.read(shelf, groups),
        anti_terrorism=anti_terrorism.read(shelf),
        arms_embargoes=arms_embargoes.read(shelf),
        embargoes=embargoes.read(shelf),
        exclusions=exclusions.read(shelf),
        activities=activities.read(shelf),
        direct_products=direct_products.read(shelf),
        de_minimis=de_minimis.read(shelf),
        denial_terms=denial_terms.read(shelf),
        denial_words=denial_words.read(shelf),
        affiliates=affiliates.read(shelf),
        affiliates_licenses=affiliates.licenses(shelf),
        approved_entities=approved_entities.read(shelf),
        clearance=clearance.read(shelf),
        general_prohibitions=general_prohibitions.read(shelf),
        red_flags=red_flags.read(shelf),
        words=words.read(shelf),
        license_policy=license_policy.read(shelf),
        duties=duties.read(shelf),
        license_exceptions=license_exceptions.read(shelf),
        part_744=part_744.read(shelf, groups),
        order_of_review=order_of_review.read(shelf),
        published_lists=lists,
        procurement=procurement.read(shelf, lists),
        sections=sections(shelf),
    )
