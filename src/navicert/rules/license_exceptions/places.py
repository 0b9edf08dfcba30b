"""Whether a place that a transaction names lies where part 740 says."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from navicert.errors import LawNotCovered
from navicert.law.edition import Edition
from navicert.law.tables.exception_reach import Places
from navicert.rules.license_exceptions import users
from navicert.rules.license_exceptions.case import ExceptionCase
from navicert.terms.truth import Truth, any_of, parse

PARTIES = MappingProxyType(
    {
        "headquarters": users.headquarters,
        "located": users.located,
        "end_user": users.homes,
        "exporter": users.exporter,
        "exporter_parent": users.exporter_parent,
    }
)
"""Places of parties, which an order may leave open."""


def lies_at(places: Places, where: str, case: ExceptionCase, edition: Edition) -> Truth:
    """Tell whether the destination, a party's home or where the item comes from lies in places."""
    transaction = case.transaction
    if where == "destination":
        return lies_in(places, transaction.destination.country, case.groups, edition)
    if where in PARTIES:
        codes = PARTIES[where](transaction)
        found = (_code_in(places, code, edition) for code in codes)
        return any_of(found) if codes else Truth.UNKNOWN
    code = transaction.exported_from if where == "exported_from" else case.line.item.origin
    return _code_in(places, code, edition)


def _code_in(places: Places, code: str | None, edition: Edition) -> Truth:
    if code is None:
        return Truth.UNKNOWN
    try:
        groups: frozenset[str] | None = edition.groups_of(code)
    except LawNotCovered:
        groups = None
    return lies_in(places, code, groups, edition)


def lies_in(places: Places, code: str, groups: frozenset[str] | None, edition: Edition) -> Truth:
    """Tell whether a country lies in places; a country that they name needs no group."""
    named = {code, *_counted(code, edition)}
    if named & places.except_countries:
        return Truth.NO
    if named & places.countries:
        return Truth.YES
    if not places.groups and not places.except_groups:
        return parse(not places.countries)
    if groups is None:
        return Truth.UNKNOWN
    inside = bool(groups & places.groups) or not (places.groups or places.countries)
    return parse(inside and not groups & places.except_groups)


def _counted(code: str, edition: Edition) -> Iterable[str]:
    """Give the country whose rules a territory follows, where that is verified."""
    try:
        return (edition.country_of(code),)
    except LawNotCovered:
        return ()
