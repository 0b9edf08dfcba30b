"""General Prohibition Ten and red flags: what the exporter knows (732 supp. 3, 736.2(b)(10))."""

from __future__ import annotations

from itertools import groupby

from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.law.tables.red_flags import RedFlag
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

ANSWER = "red_flag."
SUPPLEMENT = "15 CFR Supp. 3 to 732"
LAST_STOPS = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})
_RESOLVE = "resolve it, and write the reason"
FORWARDER, ROUTE, TOWARDS_D5 = "forwarder_as_destination", "abnormal_route", "600_series_towards_d5"


@cites("15 CFR Supp. 3 to 732", "15 CFR 736.2(b)(10)")
def red_flags(transaction: Transaction) -> tuple[Finding, ...]:
    """A red flag holds the order until somebody resolves it and writes down the reason."""
    resolved = dict(transaction.knowledge.resolved)
    return tuple(
        _resolved(flag, resolved[flag]) if resolved.get(flag) else _open(flag)
        for flag in transaction.knowledge.red_flags
    )


@cites("15 CFR Supp. 3 to 732")
def red_flags_answered(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """A question of the list of red flags that the order answers with yes raises that flag."""
    if not transaction.answers:
        return ()
    known = {f"{ANSWER}{flag.slug}": flag for flag in edition.tables.red_flags.flags}
    in_force = frozenset(flag.slug for flag in edition.red_flags())
    said = (slug for slug, holds in transaction.answers.items() if holds is Truth.YES)
    resolved = dict(transaction.knowledge.resolved)
    return tuple(
        _raised(known[slug], known[slug].question, transaction)
        if slug in known
        else _of_its_own(slug.removeprefix(ANSWER), resolved)
        for slug in said
        if slug.startswith(ANSWER) and (slug not in known or known[slug].slug in in_force)
    )


@cites("15 CFR Supp. 3 to 732")
def forwarder_as_destination(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """A freight forwarder is no last stop of a product."""
    named = [one for one in transaction.parties if one.kind and LAST_STOPS.intersection(one.roles)]
    if not named:
        return ()
    return tuple(
        _raised(flag, f"{party.name}, a {party.kind}, is named as the last stop", transaction)
        for flag in _by_slug(FORWARDER, edition)
        for party in named
        if _plain(party.kind) in flag.party_kinds
    )


@cites("15 CFR Supp. 3 to 732")
def abnormal_route(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """A route that comes back to where it has been makes no sense for the destination."""
    stops = _stops(transaction) if transaction.route else ()
    if len(set(stops)) == len(stops) or stops[0] == stops[-1]:
        return ()
    why = f"the route {' - '.join(stops)} comes back to where it has been"
    return tuple(_raised(flag, why, transaction) for flag in _by_slug(ROUTE, edition))


def _is_military(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return item.eccn is not None and (item.eccn.is_600_series or item.eccn.is_9x515)


@cites("15 CFR Supp. 3 to 732", bears=Bearing(items=_is_military))
def military_item_towards_d5(
    transaction: Transaction, item: Item, edition: Edition
) -> tuple[Finding, ...]:
    """A 9x515 or 600-series item for a party in Country Group D:5 may go on to there."""
    if not _is_military(item, None, edition):
        return ()
    return tuple(
        _raised(flag, f"{party.name} is in {party.address.country}, in D:5", transaction)
        for flag in _by_slug(TOWARDS_D5, edition)
        for party in transaction.parties
        if party.address.country not in {None, "US", transaction.destination.country}
        and edition.is_in_group(str(party.address.country), flag.groups) is Truth.YES
    )


@cites("15 CFR 736.2(b)(10)", "15 CFR 764.2(e)")
def known_violation(transaction: Transaction) -> tuple[Finding, ...]:
    """Nobody may proceed knowing that a violation has occurred or is about to occur."""
    if transaction.knowledge.violation is not Truth.YES:
        return ()
    return (
        Finding(
            FindingKind.PROHIBITION,
            Truth.YES,
            "15 CFR 736.2(b)(10)",
            "the order says that a violation is known",
            label="736.2(b)(10)",
            general_prohibition=10,
            allows_exceptions=frozenset(),
            overcome_by="permission of BIS (764.5(g)); no license exception",
        ),
    )


def _of_its_own(slug: str, resolved: dict[str, str]) -> Finding:
    """A flag that the supplement does not list, or that the order calls by another name."""
    return _resolved(slug, resolved[slug]) if resolved.get(slug) else _open(slug, slug)


def _by_slug(slug: str, edition: Edition) -> tuple[RedFlag, ...]:
    return tuple(flag for flag in edition.red_flags() if flag.slug == slug)


def _stops(transaction: Transaction) -> tuple[str, ...]:
    """Give the countries in their order, start and end included, none twice in a row."""
    start = () if transaction.exported_from is None else (transaction.exported_from,)
    return tuple(
        stop for stop, _ in groupby((*start, *transaction.route, transaction.destination.country))
    )


def _plain(kind: str) -> str:
    return " ".join(kind.lower().replace("_", " ").replace("-", " ").split())


def _raised(flag: RedFlag, why: str, transaction: Transaction) -> Finding:
    """Give a numbered flag, or a note when its slug or its number was resolved with a reason."""
    resolved = dict(transaction.knowledge.resolved)
    reason = resolved.get(flag.slug) or resolved.get(f"red flag {flag.number}")
    if reason:
        return _resolved(f"{why} (red flag {flag.number})", reason)
    return _open(f"{why} (red flag {flag.number})", flag.slug, flag.resolved_by)


def _open(flag: str, slug: str = "", resolved_by: str = "") -> Finding:
    question = f"How was the red flag {flag!r} resolved?"
    how = f"only {resolved_by} resolves it; write it" if resolved_by else _RESOLVE
    named = f", naming {slug!r}" if slug else ""
    return Finding(
        FindingKind.RED_FLAG,
        Truth.YES,
        SUPPLEMENT,
        flag,
        general_prohibition=10,
        overcome_by=f"{how} under knowledge.resolved{named}",
        missing=(MissingFact("knowledge.resolved", question, SUPPLEMENT),),
    )


def _resolved(flag: str, reason: str) -> Finding:
    return Finding(FindingKind.NOTE, Truth.YES, SUPPLEMENT, f"{flag}: resolved, {reason}")
