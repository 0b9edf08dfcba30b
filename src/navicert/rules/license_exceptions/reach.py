"""Whether a transaction is one that a restriction or a paragraph of part 740 is about."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from navicert.law.edition import Edition
from navicert.law.tables.exception_reach import Places, Reach
from navicert.rules.classification.coverage import within_any
from navicert.rules.license_exceptions import users
from navicert.rules.license_exceptions.case import ExceptionCase
from navicert.rules.license_exceptions.listed import listed
from navicert.rules.license_exceptions.places import PARTIES, lies_at
from navicert.rules.license_exceptions.totals import amount_reached
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth, all_of, any_of, parse

UNDEEMED = (
    (Activity.DEEMED_EXPORT, Activity.EXPORT),
    (Activity.DEEMED_REEXPORT, Activity.REEXPORT),
)


@dataclass(frozen=True, slots=True)
class Look:
    """One test of a reach, and which reaches it can deny."""

    test: Callable[[Reach, ExceptionCase, Edition], Truth]
    limits: Callable[[Reach], bool]


def reaches(reach: Reach, case: ExceptionCase, edition: Edition) -> Truth:
    """Tell whether everything that a reach names is so; the first certain no ends it."""
    if case.reached is not None:
        return case.reached.truth(reach)
    result = amount_reached(reach, case)
    for look in (one for one in LOOKS if one.limits(reach)):
        found = look.test(reach, case, edition)
        if found is Truth.NO:
            return found
        if found is Truth.UNKNOWN:
            result = found
    return result


def _item(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    named = bool(reach.eccns or reach.series or reach.ear99)
    if not named and not reach.except_eccns:
        return Truth.YES
    eccn = case.line.item.eccn
    if eccn is None:
        return Truth.UNKNOWN
    within = listed(reach, eccn) if named else Truth.YES
    if within is Truth.NO or eccn.symbol not in reach.symbols:
        return within
    return within & ~within_any(eccn, reach.except_eccns)


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
        if is_about(reach, one.label, one.citation, one.reason)
    )


def is_about(reach: Reach, label: str, citation: str, reason: str) -> bool:
    """Tell whether a reach names a requirement, by its reason or by its section."""
    cited = f"{label} {citation}"
    named = reason in reach.requirement_reasons
    return named or any(cite in cited for cite in reach.requirement_citations)


def _prohibited(_reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    return parse(case.prohibited)


def _party(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    deal = case.transaction
    of_lists = (case.unverified_party if reach.unverified_party else Truth.YES) & (
        case.entity_list_party if reach.entity_list_party else Truth.YES
    )
    lacks = users.lacking(deal, reach.lacks_approval) if reach.lacks_approval else Truth.YES
    governs = users.government(deal) if reach.government_user else Truth.YES
    private = ~users.government(deal) if reach.private_users else Truth.YES
    fights = users.military(deal) if reach.military_user else Truth.YES
    are = users.are(deal, reach.user_kinds) if reach.user_kinds else Truth.YES
    return all_of((of_lists, lacks, governs, private, fights, are))


def _end_use(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    use = case.transaction.end_use
    said = any_of(use.characteristic(slug) for slug in sorted(reach.use_is))
    kind = parse(None if use.kind is None else use.kind in reach.end_uses)
    return (kind if reach.end_uses else Truth.YES) & (said if reach.use_is else Truth.YES)


def _origin(reach: Reach, case: ExceptionCase, _edition: Edition) -> Truth:
    if not reach.to_origin:
        return Truth.YES
    origin = case.line.item.origin
    return parse(None if origin is None else origin == case.transaction.destination.country)


def _place(reach: Reach, case: ExceptionCase, edition: Edition) -> Truth:
    if reach.places == Places():
        return Truth.YES
    together = all_of if reach.everywhere else any_of
    there = together(lies_at(reach.places, where, case, edition) for where in reach.where)
    return there & all_of(
        ~lies_at(reach.places, where, case, edition) for where in reach.unless_where
    )


def _named(reach: Reach) -> bool:
    return bool(reach.eccns or reach.series or reach.ear99 or reach.except_eccns)


def _by_origin(reach: Reach) -> bool:
    return reach.places != Places() and "origin" in (*reach.where, *reach.unless_where)


def of_requirements(reach: Reach) -> bool:
    """Tell whether a reach turns on the requirements of a line."""
    return bool(reach.requirement_reasons or reach.requirement_citations)


def _of_parties(reach: Reach) -> bool:
    if reach.prohibited:
        return False
    of_lists = reach.unverified_party or reach.entity_list_party
    asked = reach.government_user or reach.private_users or reach.military_user
    of_users = asked or bool(reach.user_kinds)
    return of_lists or of_users or bool(reach.lacks_approval)


def _places_seen(case: ExceptionCase) -> tuple[Hashable, ...]:
    deal = case.transaction
    homes = tuple([codes(deal) for codes in PARTIES.values()])
    return (deal.destination.country, case.groups, deal.exported_from, homes)


def item_sees(case: ExceptionCase) -> tuple[Hashable, ...]:
    """Give all that counts of the item, wherever it goes; its description has all of it."""
    if case.described is not None:
        return (case.described,)
    item, entry = case.line.item, case.entry
    known = None if entry is None else entry.symbol
    reasons = (case.controlled_for, case.maybe_controlled_for)
    return (*reasons, item.columns, item.eccn, known, item.kind, item.for_items)


def _parties_seen(case: ExceptionCase) -> tuple[Hashable, ...]:
    use, asked = case.transaction.end_use, users.users(case.transaction)
    who = tuple([(one.approvals, one.government, one.military, one.kind) for one in asked])
    listed = (case.unverified_party, case.entity_list_party)
    return (listed, use.kind, who, tuple(use.characteristics.items()))


def order_sees(case: ExceptionCase) -> tuple[Hashable, ...]:
    """Give all that counts of the order as a whole."""
    return (case.transaction.activity, *_places_seen(case), *_parties_seen(case))


OF_ORDER = (
    Look(_place, lambda reach: reach.places != Places() and not _by_origin(reach)),
    Look(_party, _of_parties),
    Look(_end_use, lambda reach: bool(reach.end_uses or reach.use_is)),
    Look(_activity, lambda reach: bool(reach.activities)),
)
"""Every test that looks at nothing of the line."""
OF_PLACE = (Look(_place, _by_origin), Look(_origin, lambda reach: reach.to_origin))
"""Those that look at where the item comes from, and at places of the order."""
OF_ITEM = (
    Look(_item, _named),
    Look(_kind, lambda reach: bool(reach.kinds)),
    Look(_for_items, lambda reach: bool(reach.for_items)),
    Look(_reasons, lambda reach: bool(reach.reasons or reach.columns)),
    Look(_only_reasons, lambda reach: reach.only_reasons is not None),
)
"""Those that look at the item alone."""
OF_LINE = (Look(_prohibited, lambda reach: reach.prohibited),)
"""That which looks at what was found of the line."""
LOOKS = (
    *OF_ITEM,
    *OF_LINE,
    Look(_requirement, of_requirements),
    *OF_ORDER,
    *OF_PLACE,
)
"""Every test but that of an amount, for which an order's own sum counts."""
