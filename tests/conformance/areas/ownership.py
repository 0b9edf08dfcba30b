"""Cases on ownership: OFAC's 50 percent rule and the Affiliates rule of BIS."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderEventKind
from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind, Knowledge
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.listing import ListedName, Listing, PartyType
from navicert.facts.ownership import Stake
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.lists import license_requirement
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.rules.finding import Finding, FindingKind
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.list_code import ListCode
from navicert.terms.outcome import Action
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, any_of
from tests.conformance.areas.end_user import ADDRESSES, LISTS
from tests.conformance.vocabulary import Case

COMPARED = (
    "blocked",
    "denial_order_extends",
    "entity_list_requirement",
    "may_proceed",
    "meu_requirement_via_ownership",
    "uvl_restrictions_extend",
)
ITEM = "3A991"
"""An item of Supplement No. 2 to part 744 that needs no license but for the parties."""
NAMED = "{} Trading and Industry Holding"
REQUIRED = "For all items subject to the EAR. (See §744.11 of the EAR)"
DENIED = "denied persons list"


def determine(case: Case) -> Determination:
    """Ask the engine for a sale to the company that the case asks about."""
    return assess(transaction_of(case), watch_of(case), standard_law())


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area; null means that nobody knows."""
    got = _answers(determine(case))
    return [
        f"{key}: expected {case.expected[key]!r}, got {got[key]!r}"
        for key in COMPARED
        if key in case.expected and case.expected[key] != got[key]
    ]


def _answers(determination: Determination) -> dict[str, bool | None]:
    findings = determination.lines[0].findings
    required = [one for one in findings if one.kind is FindingKind.REQUIREMENT]
    barred = [one for one in findings if one.kind is FindingKind.PROHIBITION]
    blocked = [one for one in findings if one.kind is FindingKind.SCREENING and one.label == "SDN"]
    unverified = [one for one in findings if one.label == "744.15"]
    return {
        "blocked": _plain(blocked),
        "denial_order_extends": _plain(barred),
        "entity_list_requirement": _plain([one for one in required if one.label == "744.11"]),
        "may_proceed": determination.action is Action.RELEASE,
        "meu_requirement_via_ownership": _plain([f for f in required if f.label == "744.21"]),
        "uvl_restrictions_extend": _plain(unverified),
    }


def _plain(findings: list[Finding]) -> bool | None:
    values = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}
    return values[any_of(finding.holds for finding in findings)]


def _named(letter: object) -> str:
    """Give a letter a name that can be screened; the same letter has the same name."""
    return NAMED.format(f"{letter}{letter}{letter}")


def transaction_of(case: Case) -> Transaction:
    """Make an export to the company that the case asks about."""
    facts = case.facts
    item = facts.get("item") or {}
    number = item.get("eccn", ITEM) if isinstance(item, Mapping) else ITEM
    return Transaction(
        reference=case.id,
        day=case.day,
        activity=Activity.EXPORT,
        exported_from="US",
        destination=Destination(facts.get("destination", "SG")),
        lines=(Line(1, Item(number, ItemKind.COMMODITY, eccn.parse(number), origin="US")),),
        parties=(
            Party(
                name=_named(facts["query"]),
                roles=(PartyRole.PURCHASER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER),
                military=Truth.NO,
            ),
        ),
        end_use=EndUse(EndUseKind.CIVIL),
        knowledge=Knowledge(violation=Truth.NO),
        ownership=tuple(map(_stake, facts.get("edges", ()))),
    )


def _stake(edge: list[Any]) -> Stake:
    owner, owned, *percent = edge
    known = percent and percent[0] is not None and not isinstance(percent[0], str)
    return Stake(_named(owner), _named(owned), Decimal(str(percent[0])) if known else None)


def watch_of(case: Case) -> Watch:
    """Put the owners on the lists that the case names."""
    facts = case.facts
    listings = [_listing(name, "sdn") for name in facts.get("blocked", ())]
    denied = []
    for name, listed in (facts.get("listed") or {}).items():
        kind = str(listed).casefold()
        if kind == DENIED:
            denied.append(_named(name))
        elif kind in LISTS:
            listings.append(_listing(name, kind))
    snapshot = Snapshot(
        code="OWN",
        title="the lists of the case",
        source="the case",
        as_of=case.day,
        digest="0" * 64,
        listings=tuple(listings),
        orders=tuple(map(_order, denied)),
        counts_by_list=(),
    )
    return Watch.of((snapshot,))


def _listing(name: object, kind: str) -> Listing:
    code = LISTS[kind]
    text = REQUIRED if code is ListCode.EL else ""
    return Listing(
        list=code,
        entry=f"the entry of {name}",
        names=(ListedName(_named(name)),),
        type=PartyType.ADDRESS if kind in ADDRESSES else PartyType.ENTITY,
        programs=("SDGT",) if code is ListCode.SDN else (),
        license_requirement=text,
        scope=license_requirement.read(text),
    )


def _order(name: str) -> DenialOrder:
    return DenialOrder(
        reference="the order of the case",
        persons=((name,),),
        events=(OrderEvent(date(2000, 1, 1), OrderEventKind.ISSUED, "the order of the case"),),
        standard_terms=True,
    )
