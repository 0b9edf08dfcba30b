"""License exceptions against requirements: each one must be overcome separately (738.4(a)(2))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import msgspec
from msgspec.structs import replace

from navicert.determination.steps import Inquiry, LineFindings
from navicert.errors import LawNotCovered
from navicert.facts.standing import Standing, Strength
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules import recordkeeping
from navicert.rules.classification.reasons import stated_reasons
from navicert.rules.clearance.clearing import Takers, takers_of
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import (
    Availability,
    ExceptionCase,
    LicenseException,
)
from navicert.rules.license_exceptions.claimed import claimed_in_vain, may_serve
from navicert.rules.license_exceptions.recall import Answers, answers_on
from navicert.rules.license_exceptions.side import KEPT
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


class Choice(msgspec.Struct, frozen=True, eq=False):
    """Which exceptions serve, what could still be confirmed, and what is claimed in vain."""

    used: tuple[str, ...]
    hint: str
    notes: tuple[Finding, ...]


@dataclass(frozen=True, eq=False)
class Common:
    """What an order's lines share at their end, worked out when the first line needs it."""

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

    @cached_property
    def takers(self) -> Takers:
        """Who takes the lines, as export clearance looks at them."""
        return takers_of(self.inquiry.standings)

    @cached_property
    def retention(self) -> tuple[Finding, ...]:
        """How long the records are kept, which is the same for every line."""
        return recordkeeping.retention(self.inquiry.transaction, self.inquiry.edition)


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
    return _weigh(case, answers_on(case, found.matter.edition))


def case_of(
    found: LineFindings, requirements: tuple[Finding, ...], common: Common
) -> ExceptionCase:
    """Give all of a line that exceptions look at."""
    certain, maybe = _reasons(found.matter)
    shared = common.case
    return ExceptionCase(
        transaction=shared.transaction,
        line=found.line,
        requirements=requirements,
        entry=found.matter.entry,
        groups=shared.groups,
        controlled_for=certain,
        maybe_controlled_for=maybe,
        unverified_party=shared.unverified_party,
        entity_list_party=shared.entity_list_party,
        worth=shared.worth,
        prohibited=_prohibited(found),
        of_order=shared.of_order,
        described=found.matter.described,
    )


def _reasons(matter: Matter) -> tuple[frozenset[str], frozenset[str]]:
    """Give the reasons for control, sure and open; without an entry, those of the order."""
    if matter.entry is None:
        return stated_reasons(matter.item), frozenset()
    return matter.described.certain, matter.described.maybe


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


def _weigh(case: ExceptionCase, answers: Answers) -> Overcome:
    """Say what stands after the exceptions that were chosen."""
    certain = tuple([one for one in case.requirements if one.holds is Truth.YES])
    labels = frozenset([one.label for one in certain])
    choice = _choice(answers, labels, case.transaction.claimed_exceptions)
    standing = () if choice.used else certain
    return Overcome(answers.given, standing, choice.used, choice.hint, choice.notes)


@lru_cache(maxsize=KEPT)
def _choice(answers: Answers, labels: frozenset[str], claims: tuple[str, ...]) -> Choice:
    """Release under what the order claims, if it claims any: nobody uses what he did not choose."""
    tried, closed = answers.given, Availability.UNAVAILABLE
    open_ = [one for one in tried if one.availability is not closed]
    ready = [one for one in open_ if may_serve(one, claims) and _is_confirmed(one)]
    notes = claimed_in_vain(claims, tried)
    used = _cover(labels, ready)
    return Choice(used, "" if used or not labels else _hint(open_, notes), notes)


def _is_confirmed(one: LicenseException) -> bool:
    """An exception serves only when nothing bars it and every condition is answered with yes."""
    return all(condition.answer is Truth.YES for condition in one.conditions)


def _cover(labels: frozenset[str], ready: Iterable[LicenseException]) -> tuple[str, ...]:
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
