"""Cases on foreign-direct products."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.facts.destination import Destination
from navicert.facts.end_use import Knowledge
from navicert.facts.item import Item, Line
from navicert.facts.listed_scope import ListedScope, ScopeItems
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.rules.finding import FindingKind
from navicert.terms.activity import Activity
from navicert.terms.list_code import ListCode
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, parse
from tests.conformance.compare import answers, differing
from tests.conformance.scope_facts import (
    characteristics_of,
    eccns_of,
    end_use_of,
    kind_of,
)
from tests.conformance.vocabulary import Case, activity_of

COMPARED = ("subject_to_EAR", "licence_required")
NAME = "the party of the case"
ROLES = {
    "purchaser": PartyRole.PURCHASER,
    "intermediate consignee": PartyRole.INTERMEDIATE_CONSIGNEE,
    "ultimate consignee": PartyRole.ULTIMATE_CONSIGNEE,
    "end-user": PartyRole.END_USER,
    "end user": PartyRole.END_USER,
}
REQUIREMENT = "For all items subject to the EAR"


def determine(case: Case) -> Determination:
    """Ask the engine; the party of a case is listed as the case says, and nobody else."""
    return assess(transaction_of(case), Watch.of([_snapshot(case.facts, case.day)]), standard_law())


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area: the rule, the scope and the license."""
    determination = determine(case)
    found = differing(COMPARED, case.expected, answers(determination))
    rules = [
        one.label
        for one in determination.lines[0].findings
        if one.kind is FindingKind.SCOPE and one.holds is Truth.YES and one.label
    ]
    if "rule" in case.expected and not _same_rule(case.expected["rule"], rules):
        found.append(f"rule: expected {case.expected['rule']!r}, got {rules!r}")
    return found


def _same_rule(expected: str | None, rules: list[str]) -> bool:
    """Several rules may reach an item; a case names one of them."""
    if expected is None:
        return not rules
    return any(expected.startswith(one) or one.startswith(expected) for one in rules)


def transaction_of(case: Case) -> Transaction:
    """Make the transaction that a case on direct products describes."""
    facts = case.facts
    here = facts.get("location") == "US"
    said = facts.get("activity")
    act = activity_of(said) if said else Activity.EXPORT if here else Activity.REEXPORT
    country = facts.get("destination") or "CN"
    return Transaction(
        reference=case.id,
        day=case.day,
        activity=act,
        exported_from="US" if here else facts.get("exported_from") or facts.get("made_in"),
        destination=Destination(country, facts.get("destination_region")),
        lines=(Line(1, item_of(facts)),),
        parties=(_party(facts, country),),
        end_use=end_use_of(facts, _known(facts)),
        knowledge=Knowledge(violation=Truth.NO),
    )


def item_of(facts: Mapping[str, Any]) -> Item:
    """Read the item: what it is, what made it, and what made the plant."""
    number = next(iter(eccns_of(facts.get("item_eccn"))), None)
    ns = facts.get("item_ns_controlled")
    columns = None if ns is None else frozenset({"NS2"} if ns else ())
    return Item(
        name="item",
        kind=kind_of(None, number),
        eccn=number,
        columns=columns,
        origin=facts.get("made_in") or ("ZZ" if facts.get("foreign_made", True) else "US"),
        characteristics=_characteristics(facts),
        direct_product_of=eccns_of(facts.get("direct_product_of")),
        plant_direct_product_of=_plant(facts),
        us_content=Truth.NO,
    )


def _plant(facts: Mapping[str, Any]) -> tuple[Any, ...]:
    """Equipment counts when it is a major component of the plant; not said otherwise, it is."""
    equipment = facts.get("production_equipment") or {}
    if equipment.get("major_component_of_plant") is False:
        return ()
    return eccns_of(equipment.get("direct_product_of"))


def _characteristics(facts: Mapping[str, Any]) -> dict[str, Truth]:
    """Of what a case does not tell of circuits and clusters, there is none."""
    silent = ("contains_listed_integrated_circuit", "trained_on_listed_computers")
    return {
        **dict.fromkeys((*silent, "meets_3a090_or_4a090"), Truth.NO),
        **characteristics_of(facts),
    }


def _known(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """A role that is none of 748.5 tells what the item is for, if the exporter knows."""
    party = facts.get("party") or {}
    footnote, role = party.get("footnote"), party.get("role")
    if not footnote or role is None or role in ROLES or facts.get("knowledge") is False:
        return ()
    return (f"for_footnote_{footnote}_entity",)


def _is_party(facts: Mapping[str, Any]) -> bool:
    """Whether the listed entity is a party that the exporter knows of."""
    party = facts.get("party") or {}
    listed = bool(party.get("entity_list"))
    known = facts.get("knowledge") is not False
    return listed and known and party.get("role", "end-user") in ROLES


def _party(facts: Mapping[str, Any], country: str) -> Party:
    said = facts.get("party") or {}
    role = ROLES.get(said.get("role", "end-user"), PartyRole.END_USER)
    name = NAME if _is_party(facts) else "somebody else"
    return Party(
        name=name,
        roles=(role,),
        address=Address(country=country),
        headquarters=said.get("hq", country),
        ultimate_parent=said.get("ultimate_parent", country),
        government=parse("government" in str(said.get("type", "")).casefold()),
    )


def _snapshot(facts: Mapping[str, Any], day: date) -> Snapshot:
    said = facts.get("party") or {}
    footnotes = frozenset({said["footnote"]} if said.get("footnote") else ())
    listing = Listing(
        ListCode.EL,
        "1",
        (ListedName(NAME),),
        license_requirement=said.get("licence_requirement", REQUIREMENT),
        scope=ListedScope(ScopeItems.ALL, footnotes=footnotes),
    )
    listings = (listing,) if said.get("entity_list") else ()
    counts: tuple[tuple[str, int], ...] = ()
    whole = tuple(ListCode)  # the case names every listing that there is
    return Snapshot("OWN", "as the case says", "", day, "0" * 64, listings, (), counts, whole)
