"""General prohibitions that are asked of the order as a whole (15 CFR 736.2(b)(2), (3), (8), (9)).

The others are asked where their parts are read: one in ``controls``, four in ``denial``, five
and seven in part 744, six in part 746, ten in ``red_flags``.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.general_prohibitions import Cure
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

TRANSIT = "15 CFR 736.2(b)(8)"
TERMS = "15 CFR 736.2(b)(9)"
TERMS_SLUGS = ("license.", "order.")
"""Answers to the conditions of a license or an order: ``license.D1234567.end_use_as_stated``."""
BY_CONTENT, BY_DIRECT_PRODUCT = "734.4", "734.9"


@cites("15 CFR 736.2(b)(8)")
def in_transit(country: str, needed: Truth, transaction: Transaction) -> tuple[Finding, ...]:
    """An item goes through a listed country only if it could be sent there itself.

    ``needed`` is whether the item would need a license to that country.
    """
    allowed = transaction.answer(f"transit.{country}")
    holds = needed & ~allowed if allowed is not Truth.UNKNOWN else needed
    if holds is Truth.NO:
        return ()
    return (
        Finding(
            FindingKind.REQUIREMENT,
            holds,
            TRANSIT,
            f"the route passes through {country}, where the item would need a license",
            label="736.2(b)(8)",
            general_prohibition=8,
            # An exception must cover the country of transit, not the destination that the
            # exceptions of this order are tried on: so the order has to say that one does.
            allows_exceptions=frozenset(),
            overcome_by=f"another route, or a license or exception that covers {country}: "
            f"answer transit.{country}",
            missing=_asked(country, holds),
        ),
    )


@cites("15 CFR 736.2(b)(9)")
def terms_broken(transaction: Transaction) -> tuple[Finding, ...]:
    """Nobody may break the terms and conditions of a license or exception, or of an order."""
    return tuple(
        Finding(
            FindingKind.PROHIBITION,
            Truth.YES,
            TERMS,
            f"the order says that {slug} is not met",
            label="736.2(b)(9)",
            general_prohibition=9,
            allows_exceptions=frozenset(),
            overcome_by="meet the condition, or have the license changed; no license exception",
        )
        for slug, answer in sorted(transaction.answers.items())
        if slug.startswith(TERMS_SLUGS) and answer is Truth.NO
    )


def transit_countries(transaction: Transaction, edition: Edition) -> tuple[str, ...]:
    """Give the listed countries on the way, each once; neither the start nor the end counts.

    An intermediate consignee stands on the way, whatever the route says.
    """
    between = [
        party.address.country
        for party in transaction.parties
        if PartyRole.INTERMEDIATE_CONSIGNEE in party.roles and party.address.country
    ]
    if not transaction.route and not between:
        return ()
    ends = {transaction.exported_from, transaction.destination.country}
    passed = dict.fromkeys((*transaction.route, *between))
    return tuple(one for one in passed if one not in ends and one in edition.transit_countries())


def needed_among(findings: Iterable[Finding]) -> Truth:
    """Tell whether requirements or prohibitions of a hypothetical destination hold."""
    kinds = {FindingKind.REQUIREMENT, FindingKind.PROHIBITION, FindingKind.CLASSIFICATION}
    values = {finding.holds for finding in findings if finding.kind in kinds}
    if Truth.YES in values:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in values else Truth.NO


def numbered(findings: Iterable[Finding], scope: tuple[Finding, ...]) -> list[Finding]:
    """Number requirements two or three where only US content or a direct product brings them."""
    found = list(findings)
    number = _ground(scope) if found else 1
    if number == 1:
        return found
    return [
        replace(one, general_prohibition=number) if one.general_prohibition == 1 else one
        for one in found
    ]


def cured_by_exception(finding: Finding, edition: Edition) -> bool:
    """Tell whether a license exception can cure a finding at all (740.1(a))."""
    if finding.general_prohibition is None:
        return False
    law = edition.general_prohibition(finding.general_prohibition)
    if law.exceptions is Cure.NAMED:
        return bool(finding.allows_exceptions)
    return law.exceptions is Cure.FREE


def _ground(scope: tuple[Finding, ...]) -> int:
    grounds = [one.citation for one in scope if one.holds is Truth.YES]
    if grounds and all(BY_CONTENT in one for one in grounds):
        return 2
    if grounds and all(BY_CONTENT in one or BY_DIRECT_PRODUCT in one for one in grounds):
        return 3
    return 1


def _asked(country: str, holds: Truth) -> tuple[MissingFact, ...]:
    if holds is not Truth.UNKNOWN:
        return ()
    question = f"May the item go through {country}: without a license, or under which one?"
    return (MissingFact(f"answers.transit.{country}", question, TRANSIT),)
