"""Parties that listed ones own: the Affiliates rule (744.11(a)(1)) and OFAC's 50 percent rule."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from navicert.errors import LawNotCovered
from navicert.facts.listing import PartyType
from navicert.facts.ownership import between, written
from navicert.facts.standing import Holding, Match, OwnershipRule, Standing
from navicert.rules.cites import cites
from navicert.rules.controls.end_users.matches import flag, is_party, named, owners, who
from navicert.rules.controls.end_users.scope import reaches
from navicert.rules.controls.military_items import in_supplement_2
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.list_code import ListCode
from navicert.terms.list_code import format as title_of
from navicert.terms.truth import Truth, any_of

CITATION = "15 CFR 744.11(a)(1); 90 FR 47201; 90 FR 50857"
BLOCKED = "31 CFR chapter V; OFAC guidance of 13 August 2014"
LABELS: Mapping[ListCode, str] = {
    ListCode.EL: "744.11",
    ListCode.SDN: "744.8",
    ListCode.MEU: "744.21",
}
"""The lists whose requirements flow down, and where; the first that is met names the finding."""
STAYED = "90 FR 50857"
ASSUMED = " (assumed by whoever asked, not verified)"
LICENSE = "a license, or proof that listed parties own less than the rule's share"
SHARE = "What percentage do listed parties own, directly and indirectly, together?"


@cites("15 CFR 744.11(a)(1)", "15 CFR 744.21(a)(3)", "15 CFR Supp. 3 to 732")
def owned_by_listed(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """Ownership by a listed party binds, is a red flag, or is unknown, as share and day have it."""
    matches = [match for match in owners(standing) if _flows_down(match, matter)]
    if not matches or not is_party(standing):
        return ()
    held = _holding(standing, OwnershipRule.AFFILIATES)
    majority = matter.edition.part_744().majority
    trigger = f"{named(standing)}: {_said(matches, held)}"
    if held is not None and held.possible < majority:
        return (flag(trigger, f"{trigger}; a minority, yet a red flag", Truth.YES),)
    share = Truth.YES if held is not None and held.certain >= majority else Truth.UNKNOWN
    return _by_day(standing, matter, share, (trigger, tuple(matches)))


@cites("15 CFR 744.16(f)", "15 CFR 744.15")
def owned_without_effect(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """Listed addresses and the Unverified List do not bind through ownership, yet are flags."""
    return tuple(
        flag(
            who(match, standing), f"{standing.party.name} is owned by {match.name}: look", Truth.YES
        )
        for match in owners(standing)
        if match.listing.list is ListCode.UVL
        or (match.listing.list is ListCode.EL and match.listing.type is PartyType.ADDRESS)
        if match.listing.relief_on(matter.edition.day) is None
    )


@cites("31 CFR chapter V", "15 CFR 744.8")
def owned_by_blocked(standing: Standing, matter: Matter) -> tuple[Finding, ...]:
    """Who is owned by half or more by blocked persons together is blocked itself."""
    held = _holding(standing, OwnershipRule.BLOCKED)
    if held is None or matter.transaction.ofac_authorization:
        return ()
    majority = matter.edition.part_744().majority
    trigger = f"{named(standing)}: {_percent(held)} owned by {', '.join(held.owners)}"
    trigger += _control(held)
    if held.possible < majority:
        said = f"{trigger}; a minority, yet OFAC urges caution"
        return (flag(trigger, said, Truth.YES),)
    return (
        Finding(
            FindingKind.SCREENING,
            Truth.YES if held.certain >= majority else Truth.UNKNOWN,
            BLOCKED,
            trigger,
            label="SDN",
            general_prohibition=5,
            overcome_by="an OFAC license",
            agency=title_of(ListCode.SDN),
            missing=() if held.certain >= majority else (_share_asked(BLOCKED),),
        ),
    )


def _flows_down(match: Match, matter: Matter) -> bool:
    listing = match.listing
    if listing.relief_on(matter.edition.day) is not None:
        return False
    if listing.list is ListCode.SDN:
        return _is_of_744_8(match, matter)
    is_address = listing.type is PartyType.ADDRESS
    return listing.list in {ListCode.EL, ListCode.MEU} and not is_address


def _is_of_744_8(match: Match, matter: Matter) -> bool:
    try:
        return bool(matter.edition.part_744().programs(match.listing.programs))
    except LawNotCovered:
        return False


def _by_day(
    standing: Standing, matter: Matter, share: Truth, owned: tuple[str, tuple[Match, ...]]
) -> tuple[Finding, ...]:
    """The rule is on, stayed, or nobody knows: then both readings are shown, and the line holds."""
    trigger, matches = owned
    try:
        in_force = matter.edition.affiliates_rule()
    except LawNotCovered as gap:
        both = (
            f"{trigger}; if the Affiliates rule is in force, a license is required from half or "
            "more on; if it is still stayed, ownership alone is a red flag"
        )
        asked = (_rule_asked(matter), *(() if share is Truth.YES else _shares_asked()))
        return (_required(Truth.UNKNOWN, f"{both}; {gap}", matches, asked),)
    assumed = ASSUMED if matter.edition.assumes_affiliates() else ""
    if not in_force:
        said = f"{trigger}; ownership alone does not bind on this day{assumed}; a red flag"
        return (flag(trigger, said, Truth.YES),)
    reached = any_of(_reached(match, standing, matter) for match in matches)
    holds = share & reached
    if holds is Truth.NO:
        return ()
    missing = _shares_asked() if holds is Truth.UNKNOWN else ()
    said = f"{trigger}; the Affiliates rule is in force{assumed}"
    overcome = f"{LICENSE}{_general_license(matches, matter)}"
    return (replace(_required(holds, said, matches, missing), overcome_by=overcome),)


def _general_license(matches: tuple[Match, ...], matter: Matter) -> str:
    """Name the rule's temporary general license on its days: whether it covers, a person reads."""
    country = matter.destination.country
    found = matter.edition.affiliates_license(country)
    labels = {LABELS[match.listing.list] for match in matches}
    if found is None or labels.isdisjoint(found.overcomes):
        return ""
    groups = " or ".join(sorted(found.to))
    place = {
        Truth.YES: f"{country} is in {groups}, where it needs no more",
        Truth.NO: f"to {country} only if {found.other}",
        Truth.UNKNOWN: f"to {groups} without more (nobody verified whether {country} was in one "
        f"of them on this day), elsewhere only if {found.other}",
    }[matter.edition.is_in_group(country, found.to)]
    return (
        f"; or the {found.name} ({found.citation}) from {found.since} to {found.until}: {place}; "
        f"it overcomes {' and '.join(found.overcomes)} for the affiliate alone, not 744.8"
    )


def _reached(match: Match, standing: Standing, matter: Matter) -> Truth:
    """The most restrictive owner decides: what any of their lists requires is required."""
    if match.listing.list is ListCode.EL:
        return reaches(match.listing.scope, matter, standing.party)
    if match.listing.list is ListCode.MEU:
        return in_supplement_2(matter.item, matter.edition.part_744())
    return Truth.NO if matter.transaction.ofac_authorization else Truth.YES


def _required(
    holds: Truth, trigger: str, matches: tuple[Match, ...], missing: tuple[MissingFact, ...]
) -> Finding:
    codes = {match.listing.list for match in matches}
    label = next(label for code, label in LABELS.items() if code in codes)
    return Finding(
        FindingKind.REQUIREMENT,
        holds,
        CITATION,
        trigger,
        label=label,
        reason="ENTITY_LIST",
        general_prohibition=5,
        allows_exceptions=frozenset(),
        overcome_by=LICENSE,
        missing=missing,
    )


def _rule_asked(matter: Matter) -> MissingFact:
    question = (
        "Is the suspension of the Affiliates rule, which ends on 9 November 2026 absent an "
        f"extension, extended, or is the rule in force on {matter.edition.day}? Say in-force or "
        "stayed, and in affiliates_rule_because who says so and what was read."
    )
    return MissingFact("affiliates_rule", question, STAYED)


def _shares_asked() -> tuple[MissingFact, ...]:
    return (_share_asked("90 FR 47201"),)


def _share_asked(citation: str) -> MissingFact:
    return MissingFact("parties.owned_by", SHARE, citation)


def _holding(standing: Standing, rule: OwnershipRule) -> Holding | None:
    return next((one for one in standing.holdings if one.rule is rule), None)


def _said(matches: list[Match], held: Holding | None) -> str:
    names = tuple(dict.fromkeys(match.name for match in matches))
    listed = "which is listed" if len(names) == 1 else "which are listed"
    share = "an unstated share" if held is None else _percent(held)
    return f"{share} owned by {', '.join(names)}, {listed}{_control(held)}"


def _control(held: Holding | None) -> str:
    """Say who controls it: that binds nobody, and calls for caution (OFAC FAQ 398)."""
    if held is None or not held.controls:
        return ""
    return f"; controlled by {', '.join(held.controls)}, which counts in no sum"


def _percent(held: Holding) -> str:
    if held.certain == held.possible or held.certain > Decimal(0):
        return f"{between(held.certain, held.possible)} percent"
    return f"up to {written(held.possible)} percent"
