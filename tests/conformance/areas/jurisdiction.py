"""Cases on what is subject to the EAR, what is an export, and whither a release goes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from navicert.determination.assess import assess
from navicert.determination.result import Determination, LineDetermination
from navicert.facts.destination import Destination
from navicert.facts.end_use import Knowledge
from navicert.facts.item import Item, Line
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.watch import Watch
from navicert.rules.scope.activities import NOT_AN_EXPORT
from navicert.rules.scope.subject import NO_LEVEL, SHARE
from navicert.terms.activity import SENDING, Activity
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, parse
from tests.conformance.compare import answers, differing
from tests.conformance.record import record
from tests.conformance.scope_facts import (
    characteristics_of,
    eccns_of,
    end_use_of,
    kind_of,
    nationality_of,
)
from tests.conformance.vocabulary import Case, activity_of

COMPARED = ("subject_to_EAR", "licence_required", "other_agency")
OWN = ("is_export", "is_transfer_in_country", "deemed_destination", "classification_of_key")
DESIGNED = "us_technology_used_in_design"
SENT = re.compile(r"classified as (\S+),")
GOES_TO = re.compile(r"deemed to go to ([A-Z]{2})")


def determine(case: Case) -> Determination:
    """Ask the engine; the parties of a case are on no list but those that it names."""
    return assess(transaction_of(case), Watch.of(record()), standard_law())


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area: every boolean, and where a release goes."""
    determination = determine(case)
    line = determination.lines[0]
    found = differing(COMPARED, case.expected, answers(determination))
    got = {
        "is_export": _is_export(case, line),
        "is_transfer_in_country": any(one.label == "734.16" for one in line.findings),
        "deemed_destination": _said(GOES_TO, line),
        "classification_of_key": _said(SENT, line),
    }
    return found + [
        f"{key}: expected {case.expected[key]!r}, got {got[key]!r}"
        for key in OWN
        if key in case.expected and case.expected[key] != got[key]
    ]


def transaction_of(case: Case) -> Transaction:
    """Make the transaction that a case on jurisdiction describes."""
    facts = case.facts
    act = _activity(facts)
    nationality = nationality_of(facts)
    country = facts.get("destination") or facts.get("storage") or nationality
    return Transaction(
        reference=case.id,
        day=case.day,
        activity=act,
        exported_from=_from(facts, act),
        destination=Destination(country or "US", facts.get("destination_region")),
        lines=(Line(1, item_of(facts)),),
        parties=(_recipient(country),),
        end_use=end_use_of(facts),
        knowledge=Knowledge(violation=Truth.NO),
        route=_route(facts),
        release_nationality=nationality,
        answers=_answers(facts, nationality),
        screened_elsewhere="the case names no listed party",
    )


def item_of(facts: Mapping[str, Any]) -> Item:
    """Read the item; a name of another agency's list stands under ``item``."""
    said = facts.get("item")
    agency = said if isinstance(said, str) else ""
    number = next(iter(eccns_of(facts.get("eccn"))), None)
    origin = facts.get("origin")
    foreign = origin not in {None, "US"}
    share = _share(facts)
    no_product = facts.get("fdp_rule_hit") is None and (
        "fdp_rule_hit" in facts or (share is not None and not facts.get(DESIGNED))
    )
    no_us_technology = no_product or agency in {"foreign", "not subject"}
    return Item(
        name=str(agency or facts.get("kind") or "item"),
        kind=kind_of(facts.get("kind"), number),
        eccn=number,
        for_items=eccns_of(facts.get("unlocks_eccn")),
        origin=origin or ("US" if not foreign else None),
        characteristics={**characteristics_of(facts), NO_LEVEL: Truth.NO},
        other_agency=agency if agency not in {"foreign", "not subject"} else "",
        published=parse(facts.get("published")),
        us_content=parse(None if share is None else share > 0),
        figures={} if share is None else {SHARE: share},
        us_technology=Truth.NO if no_us_technology else Truth.UNKNOWN,
    )


def _share(facts: Mapping[str, Any]) -> Decimal | None:
    """The share of controlled content that the case states."""
    share = facts.get("controlled_us_content_pct", facts.get("us_content_pct"))
    return None if share is None else Decimal(str(share))


def _activity(facts: Mapping[str, Any]) -> Activity:
    said = str(facts.get("activity", ""))
    if "launch" in said:
        return Activity.EXPORT
    if not said:
        released = nationality_of(facts) is not None
        return Activity.DEEMED_EXPORT if released else Activity.EXPORT
    return activity_of(said)


def _from(facts: Mapping[str, Any], act: Activity) -> str | None:
    """Where the item leaves: its place, its origin, or for a transfer the country itself."""
    location = str(facts.get("location") or "")
    if location.startswith("US"):
        return "US"
    if act is Activity.TRANSFER_IN_COUNTRY:
        return facts.get("destination")
    route = facts.get("route") or ()
    return location or next(iter(route), None) or facts.get("origin") or "US"


def _route(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """The countries between the first and the last."""
    return tuple((facts.get("route") or ())[1:-1])


def _answers(facts: Mapping[str, Any], nationality: str | None) -> dict[str, Truth]:
    given = {
        "end_to_end_encrypted": facts.get("e2e_encrypted"),
        "fips_140_2_or_as_effective": facts.get("fips_140_2"),
        "unladen_in_transit": facts.get("unladen"),
        "manifested_to_us": facts.get("manifested_to_US"),
    }
    found = {slug: parse(value) for slug, value in given.items() if value is not None}
    if "end_to_end_encrypted" in found:
        # A case that speaks of a file says in prose that it is unclassified.
        found["unclassified"] = parse(facts.get("unclassified", True))
    if "launch" in str(facts.get("activity", "")):
        found["launch_into_space"] = Truth.YES
    change = str(facts.get("change", ""))
    if "change" in facts:
        found["changes_end_use"] = parse("end use" in change)
        found["changes_end_user"] = parse("end user" in change)
    if nationality is not None:
        recipient = facts.get("recipient") or {}
        residency = recipient.get("permanent_residency")
        resident = residency[0] if isinstance(residency, list) else residency
        protected = recipient.get("protected_individual") or recipient.get("us_person")
        ours = "US" in {nationality, resident} or bool(protected)
        found["release_to_foreign_person"] = parse(not ours)
    return found


def _recipient(country: str | None) -> Party:
    roles = (PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER)
    return Party("the recipient", roles, Address(country=country))


def _is_export(case: Case, line: LineDetermination) -> bool:
    noted = [one for one in line.findings if one.label == NOT_AN_EXPORT]
    return _activity(case.facts) in SENDING and not any(one.holds is Truth.YES for one in noted)


def _said(pattern: re.Pattern[str], line: LineDetermination) -> str | None:
    found = (pattern.search(one.triggered_by) for one in line.findings)
    return next((one[1] for one in found if one), None)
