"""Whether a transaction is one that a restriction or a paragraph of part 740 is about."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from navicert.errors import LawNotCovered
from navicert.law.edition import Edition
from navicert.law.tables.exception_reach import Places, Reach
from navicert.rules.classification.coverage import within_any
from navicert.rules.license_exceptions.case import ExceptionCase
from navicert.terms.activity import Activity
from navicert.terms.eccn import Eccn
from navicert.terms.party_role import ENTITY_LIST_ROLES, PartyRole
from navicert.terms.truth import Truth, all_of, any_of, parse

UNDEEMED = (
    (Activity.DEEMED_EXPORT, Activity.EXPORT),
    (Activity.DEEMED_REEXPORT, Activity.REEXPORT),
)
APPROVED_ROLES = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})


@dataclass(frozen=True, slots=True)
class Look:
    """One test of a reach, all of a case that it looks at, and which reaches it can deny."""

    test: Callable[[Reach, ExceptionCase, Edition], Truth]
    sees: Callable[[ExceptionCase], Hashable]
    limits: Callable[[Reach], bool]


def reaches(reach: Reach, case: ExceptionCase, edition: Edition) -> Truth:
    """Tell whether everything that a reach names is so; the first certain no ends it."""
    if case.reached is not None:
        return case.reached.truth(reach)
    result = value_reached(reach, case)
    for look in LOOKS:
        found = look.test(reach, case, edition)
        if found is Truth.NO:
            return found
        if found is Truth.UNKNOWN:
            result = found
    return result


def value_reached(reach: Reach, case: ExceptionCase) -> Truth:
    """Tell whether the order's own lines reach the amount; a contract may hold more."""
    if reach.at_least_usd is None:
        return Truth.YES
    total = sum(
        (one.stated for one in case.order_worth() if _listed(reach, one.eccn) is Truth.YES),
        Decimal(0),
    )
    return parse(total >= reach.at_least_usd or None)


def _item(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    named = bool(reach.eccns or reach.series or reach.ear99)
    if not named and not reach.except_eccns:
        return Truth.YES
    eccn = case.line.item.eccn
    if eccn is None:
        return Truth.UNKNOWN
    listed = _listed(reach, eccn) if named else Truth.YES
    if listed is Truth.NO or eccn.symbol not in reach.symbols:
        return listed
    return listed & ~within_any(eccn, reach.except_eccns)


def _listed(reach: Reach, eccn: Eccn) -> Truth:
    if eccn.is_ear99:
        return parse(reach.ear99)
    if any(_in_series(eccn, series) for series in reach.series):
        return Truth.YES
    return within_any(eccn, reach.eccns) if eccn.symbol in reach.symbols else Truth.NO


def _in_series(eccn: Eccn, series: str) -> bool:
    members = {
        "600": eccn.is_600_series,
        "9x515": eccn.is_9x515,
        "0Y521": eccn.symbol[0] == "0" and eccn.symbol[2:] == "521",
    }
    return members[series]


def _for_items(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if not reach.for_items:
        return Truth.YES
    related = case.line.item.for_items
    if not related:
        return Truth.UNKNOWN
    return any_of(within_any(one, reach.for_items) for one in related)


def _kind(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if not reach.kinds:
        return Truth.YES
    kind = case.line.item.kind
    return Truth.UNKNOWN if kind is None else parse(kind in reach.kinds)


def _activity(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if not reach.activities:
        return Truth.YES
    activity = case.transaction.activity
    plain = dict(UNDEEMED).get(activity, activity)
    return parse(bool({activity, plain} & reach.activities))


def _reasons(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if not reach.reasons and not reach.columns:
        return Truth.YES
    if reach.reasons & case.controlled_for:
        return Truth.YES
    column = _has_column(reach.columns, case)
    if column is Truth.NO and reach.reasons & case.maybe_controlled_for:
        return Truth.UNKNOWN
    return column


def _has_column(columns: frozenset[str], case: ExceptionCase) -> Truth:
    if not columns:
        return Truth.NO
    if case.line.item.columns is not None:
        return parse(bool(columns & case.line.item.columns))
    if case.entry is None and case.line.item.eccn is None:
        return Truth.UNKNOWN
    rows = case.entry.rows if case.entry else ()
    reasons = {row.reason for row in rows if columns & set(row.columns)}
    return parse(bool(reasons & (case.controlled_for | case.maybe_controlled_for)))


def _only_reasons(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if reach.only_reasons is None:
        return Truth.YES
    eccn = case.line.item.eccn
    if case.controlled_for - reach.only_reasons:
        return Truth.NO
    known = eccn is not None and (eccn.is_ear99 or bool(case.controlled_for))
    return parse((known and not case.maybe_controlled_for - reach.only_reasons) or None)


def _requirement(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if not reach.requirement_reasons and not reach.requirement_citations:
        return Truth.YES
    return any_of(
        one.holds
        for one in case.requirements
        if one.reason in reach.requirement_reasons
        or any(cite in f"{one.label} {one.citation}" for cite in reach.requirement_citations)
    )


def _party(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if reach.prohibited:
        return parse(case.prohibited)
    unverified = case.unverified_party if reach.unverified_party else Truth.YES
    return unverified & (_lacks(reach.lacks_approval, case) if reach.lacks_approval else Truth.YES)


def _lacks(mark: str, case: ExceptionCase) -> Truth:
    """Whether a consignee or end user is without an approval; unknown while none is named."""
    named = [one for one in case.transaction.parties if APPROVED_ROLES & set(one.roles)]
    if not named:
        return Truth.UNKNOWN
    return parse(any(mark not in one.approvals for one in named))


def _place(reach: Reach, case: ExceptionCase, edition: Edition) -> Truth:
    if reach.places == Places():
        return Truth.YES
    together = all_of if reach.everywhere else any_of
    there = together(_at(reach.places, where, case, edition) for where in reach.where)
    return there & all_of(~_at(reach.places, where, case, edition) for where in reach.unless_where)


def _at(places: Places, where: str, case: ExceptionCase, edition: Edition) -> Truth:
    transaction = case.transaction
    if where == "destination":
        return lies_in(places, transaction.destination.country, case.groups, edition)
    if where == "headquarters":
        return _headquartered(places, case, edition)
    code = transaction.exported_from if where == "exported_from" else case.line.item.origin
    return _code_in(places, code, edition)


def _headquartered(places: Places, case: ExceptionCase, edition: Edition) -> Truth:
    """Whether a recipient, or its ultimate parent, is headquartered there."""
    codes: list[str | None] = []
    for party in case.transaction.parties:
        if ENTITY_LIST_ROLES & set(party.roles):
            codes += [party.headquarters, party.ultimate_parent or party.headquarters]
    return any_of(_code_in(places, code, edition) for code in codes) if codes else Truth.UNKNOWN


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


def _named(reach: Reach) -> bool:
    return bool(reach.eccns or reach.series or reach.ear99 or reach.except_eccns)


def _of_requirements(reach: Reach) -> bool:
    return bool(reach.requirement_reasons or reach.requirement_citations)


def _of_parties(reach: Reach) -> bool:
    return reach.prohibited or reach.unverified_party or bool(reach.lacks_approval)


def _places_seen(case: ExceptionCase) -> tuple[Hashable, ...]:
    deal = case.transaction
    homes = tuple(
        (one.headquarters, one.ultimate_parent)
        for one in deal.parties
        if not ENTITY_LIST_ROLES.isdisjoint(one.roles)
    )
    country = deal.destination.country
    return (country, case.groups, deal.exported_from, case.line.item.origin, homes)


def _reasons_seen(case: ExceptionCase) -> tuple[Hashable, ...]:
    item, entry = case.line.item, case.entry
    known = None if entry is None else entry.symbol
    return (case.controlled_for, case.maybe_controlled_for, item.columns, item.eccn, known)


def _requirements_seen(case: ExceptionCase) -> tuple[Hashable, ...]:
    return tuple((one.reason, one.label, one.citation, one.holds) for one in case.requirements)


def _parties_seen(case: ExceptionCase) -> tuple[Hashable, ...]:
    approvals = tuple(
        one.approvals
        for one in case.transaction.parties
        if not APPROVED_ROLES.isdisjoint(one.roles)
    )
    return (case.prohibited, case.unverified_party, approvals)


LOOKS = (
    Look(_item, lambda case: case.line.item.eccn, _named),
    Look(_kind, lambda case: case.line.item.kind, lambda reach: bool(reach.kinds)),
    Look(_activity, lambda case: case.transaction.activity, lambda reach: bool(reach.activities)),
    Look(_place, _places_seen, lambda reach: reach.places != Places()),
    Look(_reasons, _reasons_seen, lambda reach: bool(reach.reasons or reach.columns)),
    Look(_only_reasons, _reasons_seen, lambda reach: reach.only_reasons is not None),
    Look(_requirement, _requirements_seen, _of_requirements),
    Look(_party, _parties_seen, _of_parties),
    Look(_for_items, lambda case: case.line.item.for_items, lambda reach: bool(reach.for_items)),
)
"""Every test but that of the amount, for which an order's own sum counts."""
