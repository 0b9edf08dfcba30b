"""General Prohibition Six: embargoes and other special controls (15 CFR part 746)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from navicert.errors import LawNotCovered
from navicert.facts.item import Item, ItemKind
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.embargoes import AgencyProhibition, EmbargoRequirement
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.classification.coverage import within_any
from navicert.rules.classification.reasons import stated_reasons
from navicert.rules.controls.recipients import asked as military_asked
from navicert.rules.controls.recipients import military, to_its_government
from navicert.rules.controls.regions import in_region
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth, all_of, any_of, parse


def _maybe_embargoed(transaction: Transaction, edition: Edition) -> bool:
    country = edition.country_of(transaction.destination.country)
    try:
        return bool(edition.embargoes_on(country))
    except LawNotCovered:
        return True


def _maybe_forbidden(transaction: Transaction, edition: Edition) -> bool:
    country = edition.country_of(transaction.destination.country)
    return bool(edition.agency_prohibitions_on(country))


@cites("15 CFR part 746", "15 CFR 736.2(b)(6)", bears=Bearing(orders=_maybe_embargoed))
def embargo(matter: Matter) -> tuple[Finding, ...]:
    """Some destinations need a license by themselves, whatever the chart says."""
    country = matter.edition.country_of(matter.destination.country)
    try:
        known = matter.edition.embargoes_on(country)
    except LawNotCovered as gap:
        return (_gap(gap),)
    asked = [(one, _holds(one, matter)) for one in known]
    return tuple([_requirement(one, it, matter) for one, it in asked if it is not Truth.NO])


@cites("15 CFR 746.7(e)", bears=Bearing(orders=_maybe_forbidden))
def forbidden_by_another_agency(
    transaction: Transaction, subject: Truth, edition: Edition
) -> tuple[Finding, ...]:
    """What the Treasury's rules for Iran forbid, the EAR forbid too, license or not."""
    if transaction.is_deemed:
        return ()
    country = edition.country_of(transaction.destination.country)
    return tuple(
        _agency_prohibition(one, transaction, subject)
        for one in edition.agency_prohibitions_on(country)
    )


def _gap(gap: LawNotCovered) -> Finding:
    """Nobody verified part 746 for the day: an embargo is uncertain, never absent."""
    question = f"{gap}. Did part 746 require a license for the destination then?"
    return Finding(
        FindingKind.REQUIREMENT,
        Truth.UNKNOWN,
        "15 CFR part 746",
        str(gap),
        label="746",
        reason="EMBARGO",
        general_prohibition=6,
        missing=(MissingFact("law", question, "15 CFR part 746"),),
    )


def _agency_prohibition(
    one: AgencyProhibition, transaction: Transaction, subject: Truth
) -> Finding:
    authorized = bool(transaction.ofac_authorization)
    said = transaction.ofac_authorization or NOT_NAMED
    told = "authorized it, and the EAR ask for no more" if authorized else FORBIDS
    return Finding(
        FindingKind.PROHIBITION,
        Truth.NO if authorized else subject,
        one.citation,
        f"destination {transaction.destination}; {said}",
        label=one.label,
        general_prohibition=6,
        allows_exceptions=frozenset(),
        overcome_by=one.satisfied_by,
        agency=one.agency,
        plain=f"{one.agency} {told} ({one.label}): {said}",
    )


def _holds(one: EmbargoRequirement, matter: Matter) -> Truth:
    transaction, item = matter.transaction, matter.item
    return all_of(
        (
            in_region(one, matter),
            _reaches(one, matter),
            ~_left_out(one, item),
            ~_release_left_out(one, transaction, item),
            ~_relieved(one, transaction, item),
            parse(not (one.satisfied_by and matter.is_authorized_elsewhere)),
        )
    )


def _requirement(one: EmbargoRequirement, holds: Truth, matter: Matter) -> Finding:
    transaction, item = matter.transaction, matter.item
    return Finding(
        FindingKind.REQUIREMENT,
        holds,
        one.citation,
        f"destination {matter.destination}; {_what(item)}",
        label=one.label,
        reason="EMBARGO",
        general_prohibition=6,
        allows_exceptions=_surviving(one, item),
        overcome_by=_overcome(one),
        policy=one.policy,
        plain=f"{_what(item)} needs a license to {matter.destination} by itself ({one.label})",
        missing=_missing(one, transaction, item) if holds is Truth.UNKNOWN else (),
    )


def _reaches(one: EmbargoRequirement, matter: Matter) -> Truth:
    """Ask the predicate that the shelf names."""
    if one.ear99_only and _on_the_list(matter.item) is Truth.YES:
        return Truth.NO
    return PREDICATES[one.items](one, matter)


def _all(_one: EmbargoRequirement, _matter: Matter) -> Truth:
    return Truth.YES


def _categories_3_to_9(_one: EmbargoRequirement, matter: Matter) -> Truth:
    eccn = matter.item.eccn
    return _on_the_list(matter.item) & parse(eccn is None or eccn.symbol[0] >= "3")


def _ear99_software(one: EmbargoRequirement, matter: Matter) -> Truth:
    kind = matter.item.kind
    software = Truth.UNKNOWN if kind is None else parse(kind is ItemKind.SOFTWARE)
    return software & matter.item.characteristic(one.supplement)


def _supplement(one: EmbargoRequirement, matter: Matter) -> Truth:
    end_use = matter.item.characteristic(one.when) if one.when else Truth.YES
    return matter.item.characteristic(one.supplement) & end_use


def _on_the_list(item: Item) -> Truth:
    """What has a column of the chart is listed, whatever its entry."""
    if item.eccn is None:
        return Truth.YES if item.columns else Truth.UNKNOWN
    return parse(not item.eccn.is_ear99)


def _has_column(one: EmbargoRequirement, matter: Matter) -> Truth:
    item, entry = matter.item, matter.entry
    if item.eccn is None:
        stated = (item.columns or frozenset()) & one.columns
        return Truth.YES if stated else Truth.UNKNOWN
    named = within_any(item.eccn, one.eccns)
    if entry is None:
        return named | parse(bool((item.columns or frozenset()) & one.columns))
    rows = matter.described.rows
    return named | any_of(
        [each.holds for each in rows if one.columns.intersection(each.row.columns)]
    )


def _has_reason(one: EmbargoRequirement, matter: Matter) -> Truth:
    if matter.item.eccn is None:
        return Truth.UNKNOWN
    if matter.entry is None:
        return parse(bool(stated_reasons(matter.item) & one.reasons))
    reasons = matter.described.reasons
    return any_of(reasons.get(reason, Truth.NO) for reason in sorted(one.reasons))


def _military(one: EmbargoRequirement, matter: Matter) -> Truth:
    freed = one.not_to_government and to_its_government(matter.transaction)
    return military(matter.transaction) & parse(not freed)


FORBIDS, NOT_NAMED = "forbids it, and so do the EAR", "the order names no OFAC authorization"

PREDICATES: Mapping[str, Callable[[EmbargoRequirement, Matter], Truth]] = MappingProxyType(
    {
        "all": _all,
        "ccl": lambda _one, matter: _on_the_list(matter.item),
        "categories_3_to_9": _categories_3_to_9,
        "chart_columns": _has_column,
        "reasons": _has_reason,
        "military": _military,
        "ear99_software": _ear99_software,
        "supplement": _supplement,
    }
)
"""The predicates that a row of part 746 can name."""


def _left_out(one: EmbargoRequirement, item: Item) -> Truth:
    """Food, medicine and free communication software, where the section leaves them out."""
    if item.eccn is None:
        return Truth.NO if not one.except_ear99 or item.columns else Truth.UNKNOWN
    eaten = item.eccn.is_ear99 and item.category in one.except_ear99
    if eaten or not one.except_personal_communication_software:
        return parse(eaten)
    named = item.eccn.is_ear99 or (item.eccn.symbol, *item.eccn.paragraph[:1]) == ("5D992", "c")
    if not named or item.kind is not ItemKind.SOFTWARE:
        return Truth.NO
    return parse(item.characteristic("free_personal_communication_software") is Truth.YES)


def _release_left_out(one: EmbargoRequirement, transaction: Transaction, item: Item) -> Truth:
    """Releases to nationals: some sections leave them out, some for EAR99 alone."""
    if not transaction.is_deemed or one.deemed == "all":
        return Truth.NO
    if one.deemed == "none":
        return Truth.YES
    return ~_on_the_list(item)


def _relieved(one: EmbargoRequirement, transaction: Transaction, item: Item) -> Truth:
    """Civil subsidiaries of friendly companies may have some consumer items (746.8(a)(12)(ii))."""
    if item.eccn is None or not one.civil_subsidiary_relief:
        return Truth.NO
    named = within_any(item.eccn, one.civil_subsidiary_relief) is Truth.YES
    said = item.characteristic("civil_end_user_of_746_8_a_12_ii") is Truth.YES
    return parse(named and said and not transaction.is_deemed)


def _surviving(one: EmbargoRequirement, item: Item) -> frozenset[str]:
    barred = {
        symbol
        for symbol, category in one.not_for
        if item.category == category or item.characteristic(category) is Truth.YES
    }
    return one.exceptions - barred


def _overcome(one: EmbargoRequirement) -> str:
    symbols = ", ".join(sorted(one.exceptions)) or "no license exception"
    also = f"; {one.satisfied_by}" if one.satisfied_by else ""
    return f"a license; {symbols}{also}"


def _what(item: Item) -> str:
    return f"{item.eccn or 'an item without ECCN'}" + (
        f" ({item.category})" if item.category else ""
    )


def _missing(
    one: EmbargoRequirement, transaction: Transaction, item: Item
) -> tuple[MissingFact, ...]:
    asked: list[MissingFact] = []
    if one.regions:
        question = "Which region of Ukraine: CRIMEA, DNR, LNR, or another place by name?"
        asked.append(MissingFact("destination.region", question, one.citation))
    for slug in (one.supplement, one.when):
        if slug and item.characteristic(slug) is Truth.UNKNOWN:
            question = f"{slug.replace('_', ' ')}: is the item described there?"
            asked.append(MissingFact(f"characteristics.{slug}", question, one.citation))
    if one.items == "military":
        asked.extend(military_asked(transaction, one.citation))
    return tuple(asked)
