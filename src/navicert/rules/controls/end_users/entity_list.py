"""Parties on the Entity List (744.11, 744.16), and those of whom BIS informed the exporter."""

from __future__ import annotations

from navicert.facts.listing import PartyType
from navicert.facts.standing import Capacity, Match, Standing, Strength
from navicert.rules.cites import cites
from navicert.rules.controls.end_users.matches import flag, is_party, on, relieved, sure, who
from navicert.rules.controls.end_users.scope import asked, reaches
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.activity import SENDING
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth


@cites("15 CFR 744.11(a)", "15 CFR 744.16")
def entity_list(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """A license is required when a party on the Entity List is purchaser, consignee or end user."""
    return tuple(
        finding
        for match in on(standing, ListCode.EL)
        for finding in _entity(match, standing, matter)
    )


@cites("15 CFR 744.2(b)", "15 CFR 744.11(c)", "15 CFR 744.21(b)", "15 CFR 744.23(b)")
def is_informed(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """BIS can inform an exporter that a party needs a license, for the items that it names."""
    if not is_party(standing) or matter.transaction.activity not in SENDING:
        return ()
    return tuple(
        finding
        for match in on(standing, ListCode.INFORMED)
        for finding in _required(match, standing, matter, "informed")
    )


def _entity(match: Match, standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    transaction, trigger = matter.transaction, who(match, standing)
    relief = match.listing.relief_on(matter.edition.day)
    if relief is not None:
        return (relieved(trigger, relief),)
    if transaction.actor == standing.party.name:
        return ()
    if not is_party(standing) or transaction.activity not in SENDING:
        said = (
            f"{standing.party.name} is on the Entity List, though neither purchaser, consignee nor "
            "end user of what is sent"
        )
        return (flag(trigger, said, sure(match)),)
    is_address = match.listing.type is PartyType.ADDRESS or match.capacity is Capacity.AT_ADDRESS
    return _required(match, standing, matter, "744.16(f)" if is_address else "744.11")


def _required(match: Match, standing: Standing, matter: Matter, label: str) -> tuple[Finding, ...]:
    listing = match.listing
    holds = sure(match) & reaches(listing.scope, matter, standing.party)
    if holds is Truth.NO:
        return ()
    text = listing.license_requirement or "scope not stated"
    exceptions = listing.scope.exceptions if listing.scope else frozenset[str]()
    return (
        Finding(
            FindingKind.REQUIREMENT,
            holds,
            "; ".join((_section(label), *listing.citations)),
            f"{who(match, standing)}; {matter.transaction.day}: {text}",
            label=label,
            reason="ENTITY_LIST",
            general_prohibition=5,
            allows_exceptions=exceptions,
            overcome_by=_overcome(exceptions),
            policy=listing.license_policy,
            plain=_plain(match, standing),
            missing=() if holds is Truth.YES else _missing(match),
        ),
    )


def _section(label: str) -> str:
    return {"744.11": "15 CFR 744.11(a)", "informed": "15 CFR 744.11(c)"}.get(
        label, f"15 CFR {label}"
    )


def _overcome(exceptions: frozenset[str]) -> str:
    named = ", ".join(sorted(exceptions))
    if named:
        return f"a license, or {named} as the entry says"
    return "a license; no license exception unless the entry names one"


def _plain(match: Match, standing: Standing) -> str:
    listing = match.listing
    said = listing.license_requirement or "its entry is silent on the scope"
    source = ", ".join(listing.citations) or listing.entry
    if listing.list is ListCode.INFORMED:
        return f"BIS informed you of {standing.party.name} ({source}): {said}"
    return f"{standing.party.name} is on the Entity List ({source}): {said}"


def _missing(match: Match) -> tuple[MissingFact, ...]:
    if match.strength is Strength.SAME:
        return asked(match.listing.scope, match.listing.license_requirement)
    question = (
        f"Is {match.name!r} the listed {match.listed_name!r}, and does the entry's license "
        "requirement reach this item? Record who decided, and why."
    )
    return (MissingFact("parties", question, "15 CFR 744.11(a)"),)
