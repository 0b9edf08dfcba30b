"""License exceptions against requirements: each one must be overcome separately (738.4(a)(2))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from navicert.determination.steps import Inquiry, LineFindings
from navicert.errors import LawNotCovered
from navicert.facts.standing import Standing, Strength
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.classification.reasons import reasons_for_control, stated_reasons
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import (
    Availability,
    ExceptionCase,
    LicenseException,
)
from navicert.rules.license_exceptions.claimed import claimed_in_vain, may_serve
from navicert.rules.license_exceptions.recall import try_every
from navicert.rules.license_exceptions.sweep import order_of
from navicert.rules.matter import Matter
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth, any_of, parse

NONE_IS_OPEN = "no license exception is open"


class Overcome(msgspec.Struct, frozen=True):
    """What exceptions do for a line.

    ``standing`` are the certain requirements that no exception surely overcomes; ``used`` the
    symbols that together overcome all; ``hint`` names what could still be confirmed; ``notes``
    name what the order claims in vain.
    """

    exceptions: tuple[LicenseException, ...]
    standing: tuple[Finding, ...]
    used: tuple[str, ...]
    hint: str
    notes: tuple[Finding, ...] = ()


@dataclass(frozen=True, eq=False)
class Common:
    """What the exceptions of an order's lines share, worked out when the first line needs it."""

    inquiry: Inquiry

    @cached_property
    def case(self) -> ExceptionCase:
        """The order as exceptions see it, before anything is said of one of its lines."""
        inquiry = self.inquiry
        case = ExceptionCase(
            transaction=inquiry.transaction,
            line=inquiry.transaction.lines[0],
            requirements=(),
            entry=None,
            groups=_groups(inquiry.transaction, inquiry.edition),
            controlled_for=frozenset(),
            maybe_controlled_for=frozenset(),
            unverified_party=_listed(inquiry.standings, ListCode.UVL),
            entity_list_party=_listed(inquiry.standings, ListCode.EL),
            worth=inquiry.worth,
        )
        return replace(case, of_order=order_of(case, inquiry.edition))


def overcome(found: LineFindings, common: Common) -> Overcome:
    """Try every exception on the requirements of a line."""
    requirements = tuple(
        [
            finding
            for finding in found.findings
            if finding.kind is FindingKind.REQUIREMENT and finding.holds is not Truth.NO
        ]
    )
    if not requirements or found.subject is Truth.NO:
        return Overcome((), (), (), "")
    case = case_of(found, requirements, common)
    return _weigh(case, try_every(case, found.matter.edition))


def case_of(
    found: LineFindings, requirements: tuple[Finding, ...], common: Common
) -> ExceptionCase:
    """Give all of a line that exceptions look at."""
    reasons, shared = _reasons(found.matter), common.case
    return ExceptionCase(
        transaction=shared.transaction,
        line=found.line,
        requirements=requirements,
        entry=found.matter.entry,
        groups=shared.groups,
        controlled_for=frozenset([one for one, holds in reasons.items() if holds is Truth.YES]),
        maybe_controlled_for=frozenset(
            [one for one, holds in reasons.items() if holds is Truth.UNKNOWN]
        ),
        unverified_party=shared.unverified_party,
        entity_list_party=shared.entity_list_party,
        worth=shared.worth,
        prohibited=_prohibited(found),
        of_order=shared.of_order,
    )


def _reasons(matter: Matter) -> dict[str, Truth]:
    """Give the reasons for control of the item; without an entry, those that the order states."""
    if matter.entry is None:
        return dict.fromkeys(sorted(stated_reasons(matter.item)), Truth.YES)
    return reasons_for_control(matter.item, matter.entry, matter.edition)


def _prohibited(found: LineFindings) -> bool:
    return any(
        one.kind is FindingKind.PROHIBITION and one.holds is Truth.YES for one in found.findings
    )


def _groups(transaction: Transaction, edition: Edition) -> frozenset[str] | None:
    try:
        return edition.groups_of(transaction.destination.country)
    except LawNotCovered:
        return None


def _listed(standings: tuple[Standing, ...], code: ListCode) -> Truth:
    """Whether a party is on a list; unscreened parties leave it open."""
    on = (
        parse(match.strength is Strength.SAME or None)
        for standing in standings
        for match in standing.matches
        if match.listing.list is code
    )
    unscreened = any(not standing.screened for standing in standings)
    return any_of(on) | (Truth.UNKNOWN if unscreened else Truth.NO)


def _weigh(case: ExceptionCase, tried: tuple[LicenseException, ...]) -> Overcome:
    """Release under what the order claims, if it claims any: nobody uses what he did not choose."""
    certain = tuple(finding for finding in case.requirements if finding.holds is Truth.YES)
    closed = Availability.UNAVAILABLE
    open_ = [one for one in tried if one.availability is not closed]
    ready = [one for one in open_ if may_serve(one, case.transaction) and _is_confirmed(one)]
    notes = claimed_in_vain(case.transaction, tried)
    used = _cover({finding.label for finding in certain}, ready)
    standing = certain if not used else ()
    hint = "" if used or not certain else _hint(open_, notes)
    return Overcome(tried, standing, used, hint, notes)


def _is_confirmed(one: LicenseException) -> bool:
    """An exception serves only when nothing bars it and every condition is answered with yes."""
    return all(condition.answer is Truth.YES for condition in one.conditions)


def _cover(labels: set[str], ready: Iterable[LicenseException]) -> tuple[str, ...]:
    """Give the fewest symbols, broadest first, that overcome every label; none if some remain."""
    offers = sorted(ready, key=lambda one: -len(one.overcomes & labels))
    left, used = set(labels), []
    for one in offers:
        if left & one.overcomes:
            left -= one.overcomes
            used.append(one.symbol)
    return () if left else tuple(used)


def _hint(open_: list[LicenseException], notes: tuple[Finding, ...]) -> str:
    symbols = ", ".join(one.symbol for one in open_)
    look = f"license exceptions to look at: {symbols}" if open_ else NONE_IS_OPEN
    return "; ".join([*(note.triggered_by for note in notes), look])
