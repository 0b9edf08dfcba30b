"""Cases on end users that part 744 names: lists, addresses, tags, and the record of companies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.listing import ListedName, Listing, PartyType
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.lists import license_requirement
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.terms import party_role
from navicert.terms.list_code import ListCode
from navicert.terms.outcome import Action
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import parse
from tests.conformance.compare import REQUIREMENTS, answers, differing
from tests.conformance.record import record
from tests.conformance.vocabulary import Case, end_user_of
from tests.conformance.vocabulary import transaction_of as plain_transaction_of

NAME = "The party of the case"
RECEIVING = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})
ADDRESS = "1 Listed Address, Kowloon"
LISTS = {
    "entity list": ListCode.EL,
    "address-only": ListCode.EL,
    "entity list address": ListCode.EL,
    "unverified list": ListCode.UVL,
    "uvl": ListCode.UVL,
    "meu list": ListCode.MEU,
    "military end user list": ListCode.MEU,
    "denied persons list": ListCode.DPL,
    "sdn": ListCode.SDN,
    "sdn list": ListCode.SDN,
}
ADDRESSES = frozenset({"address-only", "entity list address"})
FOOTNOTED = {
    1: "For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR",
    3: "All items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)",
    4: "For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4",
    5: "For all items subject to the EAR (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5",
}
"""How entries with a footnote read on the Entity List."""


def determine(case: Case) -> Determination:
    """Ask the engine; the party of a case is on the list that the case names."""
    return assess(transaction_of(case), watch_of(case), standard_law())


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area."""
    determination = determine(case)
    got = answers(determination)
    got["may_proceed"] = determination.action is Action.RELEASE
    return differing((*REQUIREMENTS, "prohibited", "may_proceed"), case.expected, got)


def transaction_of(case: Case) -> Transaction:
    """Make the transaction of a case on an end user; its use is civil unless it says otherwise."""
    facts = case.facts
    plain = plain_transaction_of(case)
    said = dict(plain.answers)
    if "uvl_statement" in facts:
        said["UVL.statement"] = parse(facts["uvl_statement"])
    return replace(
        plain,
        parties=_parties(facts),
        end_use=plain.end_use if plain.end_use.kind else EndUse(EndUseKind.CIVIL),
        answers=MappingProxyType(said),
        knowledge=replace(plain.knowledge, red_flags=_flags(facts)),
    )


def _flags(facts: Mapping[str, Any]) -> tuple[str, ...]:
    return () if facts.get("resolved") else tuple(facts.get("red_flags", ()))


def _parties(facts: Mapping[str, Any]) -> tuple[Party, ...]:
    """The party of the case; where it gets nothing in the end, somebody does who is on no list."""
    named = _party(facts)
    if RECEIVING & set(named.roles):
        return (named,)
    address = Address(country=facts.get("destination"))
    return (named, Party("Whoever gets it in the end", tuple(sorted(RECEIVING)), address))


def _party(facts: Mapping[str, Any]) -> Party:
    said = facts.get("party") or {}
    listed = str(said.get("list", "")).casefold()
    there = listed in ADDRESSES and said.get("address_match")
    return Party(
        name=said.get("name", NAME),
        roles=(party_role.parse(said.get("role", "end_user")),),
        address=Address(text=ADDRESS if there else "", country=facts.get("destination")),
        military=end_user_of(facts).military,
    )


def watch_of(case: Case) -> Watch:
    """Give the record, and the listing that the case speaks of."""
    listing = listing_of(case.facts.get("party") or {})
    if listing is None:
        return Watch.of(record())
    snapshot = Snapshot(
        code="OWN",
        title="the list of the case",
        source="the case",
        as_of=case.day,
        digest="0" * 64,
        listings=(listing,),
        orders=(),
        counts_by_list=(),
    )
    return Watch.of((*record(), snapshot))


def listing_of(said: Mapping[str, Any]) -> Listing | None:
    """Make the listing that a case describes; none when it only names somebody."""
    tags = tuple(said.get("sdn_tags", ()))
    listed = str(said.get("list") or ("SDN" if tags else "")).casefold()
    if listed not in LISTS:
        return None
    text = str(said.get("licence_requirement") or FOOTNOTED.get(said.get("footnote", 0), ""))
    is_address = listed in ADDRESSES
    return Listing(
        list=LISTS[listed],
        entry="the entry of the case",
        names=(ListedName(ADDRESS if is_address else said.get("name", NAME)),),
        type=PartyType.ADDRESS if is_address else PartyType.ENTITY,
        addresses=(Address(text=ADDRESS),) if is_address else (),
        programs=tags,
        license_requirement=text,
        scope=license_requirement.read(text),
    )
