"""Destinations that the law cannot tell apart: what a piece needs to one, it needs to the other.

A computation over every destination asks once for all of a kind. Whatever some table names by
itself stands alone, so that only destinations that are known by columns, groups and scopes are one.
"""

from __future__ import annotations

from collections.abc import Hashable

from navicert.errors import LawNotCovered
from navicert.law.edition import Edition


def likeness(country: str, region: str | None, edition: Edition) -> Hashable:
    """Give what is equal for destinations that the law treats alike; the code where it is alone."""
    if region is not None or edition.country_of(country) != country:
        return country, region
    try:
        if _stands_alone(country, edition):
            return country
        row = edition.chart_row(country)
        groups = edition.groups_of(country)
        scopes = edition.tables.destination_scopes.scopes
        within = frozenset(code for code in scopes if edition.in_scope(code, country))
    except LawNotCovered:
        return country
    return row.columns, row.footnotes, groups, within


def _stands_alone(country: str, edition: Edition) -> bool:
    """Whether a table speaks of the country itself: embargoes, terrorism, footnotes, exceptions."""
    return bool(
        edition.embargoes_on(country)
        or edition.agency_prohibitions_on(country)
        or edition.under_arms_embargo(country)
        or edition.anti_terrorism_columns(country)
        or any(country in one.value.countries for one in edition.tables.country_chart.footnotes)
        or country in _named_by_exceptions(edition)
    )


def _named_by_exceptions(edition: Edition) -> frozenset[str]:
    reaches = [one for bar in edition.gate_of_exceptions() for one in bar.reaches]
    for symbol in sorted(edition.tables.de_minimis.exceptions_that_drop_content):
        reaches += edition.exception_terms(symbol).reaches
    return frozenset[str]().union(
        *(one.places.countries | one.places.except_countries for one in reaches)
    )
