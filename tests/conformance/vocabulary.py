"""From the vocabulary of worked cases to the facts of the engine; never the id, never the answer.

Conventions of the vocabulary that are not facts of a case, all stated beside the cases:
a case that classifies its item (an ECCN or EAR99) and does not say that it is foreign, or not
subject, is about an item subject to the EAR; a region that is named is the region.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind, Knowledge
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.terms import activity, eccn, reason_for_control
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, parse

NOTED = re.compile(r"\s*(?P<eccn>[^\s(]+)\s*(?:\((?P<note>.*)\))?\s*")
BARREL = re.compile(
    r"barrel\s*(?:length)?\s*(?P<sign>>=|<=|<|>|=)\s*(?P<inches>\d+(?:\.\d+)?)\s*in"
)
FOREIGN = frozenset({"foreign", "not subject"})
OIL_AND_GAS = "russian_deepwater_arctic_or_shale_oil_gas"
ENCRYPTION = {"5D002": ("5D002.c.1", ""), "5E002": ("5E002.a", "for 5A002.a")}
"""An encryption entry that a case names without its paragraph is about encryption items."""
CATEGORIES = frozenset({"food", "medicine", "luxury good", "gift parcel"})
END_USES = {
    "civil": EndUseKind.CIVIL,
    "military": EndUseKind.MILITARY,
    "military-intelligence": EndUseKind.MILITARY_INTELLIGENCE,
}

STEMS = (
    ("in us", Activity.OBTAIN_IN_US),
    ("in the us", Activity.OBTAIN_IN_US),
    ("facilitat", Activity.FACILITATE),
    ("control document", Activity.USE_LICENSE),
    ("obtain licen", Activity.USE_LICENSE),
    ("obtain a licen", Activity.USE_LICENSE),
    ("obtaining a licen", Activity.USE_LICENSE),
    ("deemed", Activity.DEEMED_EXPORT),
    ("reexport", Activity.REEXPORT),
    ("export", Activity.EXPORT),
    ("transfer", Activity.TRANSFER_IN_COUNTRY),
    ("acqui", Activity.ACQUIRE_FROM),
    ("obtain", Activity.ACQUIRE_FROM),
    ("servic", Activity.SERVICE),
    ("install", Activity.SERVICE),
    ("maint", Activity.SERVICE),
    ("repair", Activity.SERVICE),
    ("modif", Activity.SERVICE),
    ("test", Activity.SERVICE),
    ("financ", Activity.FINANCE),
    ("support", Activity.FACILITATE),
    ("licen", Activity.USE_LICENSE),
    ("negotiat", Activity.NEGOTIATE),
    ("stor", Activity.STORE),
    ("dispos", Activity.DISPOSE),
    ("forward", Activity.FORWARD),
    ("transport", Activity.TRANSPORT),
    ("deliver", Activity.DELIVER),
    ("receiv", Activity.RECEIVE),
    ("benefit", Activity.BENEFIT),
    ("ship", Activity.EXPORT),
    ("releas", Activity.DEEMED_EXPORT),
)
"""What a compound act comes to when no part of it is a term by itself."""
PURPOSES = (
    ("existing network", "existing_network"),
    ("existing handset", "existing_handset"),
    ("cybersecurity", "cybersecurity_research"),
    ("transfer of funds", "transfer_of_funds"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its area, its day, what it says, what it expects."""

    id: str
    area: str
    day: date
    facts: Mapping[str, Any]
    expected: Mapping[str, Any]
    citation: str


def case_of(row: Mapping[str, Any]) -> Case:
    """Read one line of a cases file."""
    return Case(
        id=row["id"],
        area=row["area"],
        day=date.fromisoformat(row["as_of"]),
        facts=row["facts"],
        expected=row["expected"],
        citation=row.get("source", {}).get("cite", ""),
    )


def transaction_of(case: Case) -> Transaction:
    """Make the transaction that a case about an item and a destination describes."""
    facts = case.facts
    act = activity_of(facts.get("activity", "export"))
    item = item_of(facts)
    foreign = item.origin not in {None, "US"}
    return Transaction(
        reference=case.id,
        day=case.day,
        activity=act,
        exported_from=facts.get("exported_from") or (None if foreign else "US"),
        destination=destination_of(facts),
        lines=(Line(1, item),),
        parties=(end_user_of(facts),),
        end_use=end_use_of(facts),
        knowledge=Knowledge(violation=Truth.NO),
        answers=MappingProxyType(answers_of(facts)),
        ofac_authorization=ofac_of(facts),
        release_nationality=facts.get("recipient_nationality"),
        screened_elsewhere="the case names no listed party",
    )


def answers_of(facts: Mapping[str, Any]) -> dict[str, Truth]:
    """Read what a case states of its entry's own exceptions, where the list has no such entry."""
    said = facts.get("item")
    if not isinstance(said, Mapping):
        return {}
    answers: dict[str, Truth] = {}
    if "gbs" in said:
        answers["GBS.list_line"] = parse(bool(said["gbs"]))
    if "lvs_limit" in said:
        value = facts.get("value_usd")
        answers["LVS.list_line"] = parse(bool(said["lvs_limit"]))
        answers["LVS.within_limit"] = parse(None if value is None else value <= said["lvs_limit"])
    return answers


def activity_of(text: str) -> Activity:
    """Read an activity: the first word or words of a compound that is one, else by its stem."""
    for part in (text, *re.split(r"[/,]| from ", text)):
        if activity.is_valid(part):
            return activity.parse(part)
    for stem, act in STEMS:
        if stem in text.casefold():
            return act
    return activity.parse(text)


def item_of(facts: Mapping[str, Any]) -> Item:
    """Read the item: classification with its note, stated columns, kind, value, characteristics."""
    said = facts.get("item") or {}
    if isinstance(said, str):
        said = {"description": said, "eccn": said if said in FOREIGN else None}
    number, note = _noted(said.get("eccn"))
    kind = said.get("kind")
    columns = said.get("country_chart_columns")
    value = facts.get("value_usd", said.get("value_usd"))
    foreign = said.get("eccn") in FOREIGN or facts.get("subject") is False
    return Item(
        name=said.get("description") or str(said.get("eccn") or "item"),
        kind=_kind(kind, number),
        eccn=number,
        for_items=_for_items(note),
        columns=None if columns is None else frozenset(map(reason_for_control.parse, columns)),
        origin=facts.get("origin") or (None if foreign else "US"),
        value=None if value is None else Money(Decimal(str(value)), "USD"),
        category=_category(said),
        characteristics=MappingProxyType(
            _characteristics(said, note) | _end_user_says(facts) | _party_says(facts)
        ),
        other_agency="",
        us_content=Truth.NO if foreign else Truth.UNKNOWN,
        us_technology=Truth.NO if foreign else Truth.UNKNOWN,
    )


def _noted(text: str | None) -> tuple[eccn.Eccn | None, str]:
    if text is None or text in FOREIGN:
        return None, ""
    found = NOTED.fullmatch(text)
    if found is None:
        message = f"an ECCN such as 3E001 (for 3A001.a.7), not {text!r}"
        raise ValueError(message)
    named, note = found["eccn"], found["note"] or ""
    named, note = ENCRYPTION.get(named, (named, note)) if not note else (named, note)
    return eccn.parse(named), note


def _for_items(note: str) -> tuple[eccn.Eccn, ...]:
    if not note.startswith("for "):
        return ()
    words = re.split(r"[\s,;]+", note.removeprefix("for "))
    return tuple(eccn.parse(word) for word in words if eccn.is_valid(word))


def _kind(kind: str | None, number: eccn.Eccn | None) -> ItemKind | None:
    if kind in set(ItemKind):
        return ItemKind(kind)
    if kind in {"source code", "object code"}:
        return ItemKind.SOFTWARE
    if kind is None and number is not None and not number.is_ear99:
        groups = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
        return groups.get(number.group, ItemKind.COMMODITY)
    return ItemKind.COMMODITY


def _category(said: Mapping[str, Any]) -> str:
    named = said.get("category") or said.get("kind") or ""
    return named.replace(" ", "_") if named in CATEGORIES else ""


def _characteristics(said: Mapping[str, Any], note: str) -> dict[str, Truth]:
    answers: dict[str, Truth] = {}
    if found := BARREL.search(note):
        inches, shorter = Decimal(found["inches"]), found["sign"].startswith("<")
        for limit in (Decimal(18), Decimal(24)):
            if shorter and inches <= limit:
                answers[f"barrel_under_{limit}_in"] = Truth.YES
            elif not shorter and inches >= limit:
                answers[f"barrel_under_{limit}_in"] = Truth.NO
    if said.get("free") and said.get("purpose") == "personal communication":
        answers["free_personal_communication_software"] = Truth.YES
    answers |= _supplements(said)
    return answers


def _end_user_says(facts: Mapping[str, Any]) -> dict[str, Truth]:
    """Whether the end user is a subsidiary of the friendly kind of 746.8(a)(12)(ii)."""
    kind = str((facts.get("end_user") or {}).get("type", "")).casefold()
    if not any(word in kind for word in ("owned", "subsidiary", "joint venture")):
        return {}
    local = any(word in kind for word in ("russian", "belarusian"))
    return {"civil_end_user_of_746_8_a_12_ii": parse(not local)}


def _party_says(facts: Mapping[str, Any]) -> dict[str, Truth]:
    """Whether a party has footnote 5 of the Entity List: only the one of which the case says so."""
    return {"to_footnote_5_entity": parse((facts.get("party") or {}).get("footnote") == 5)}


def _supplements(said: Mapping[str, Any]) -> dict[str, Truth]:
    """Which HTS supplements to part 746 list the item: one by name, none, or not said."""
    answers: dict[str, Truth] = {}
    if "in_746_supp_7" in said:
        answers["in_746_supp_7"] = parse(said["in_746_supp_7"])
    listed = said.get("hts_in_746_supps")
    numbers = set(re.findall(r"\d", listed)) if isinstance(listed, str) else set()
    # Supplement No. 2 asks for a license of those, too, who cannot tell what it is for.
    answers[OIL_AND_GAS] = parse("2" in numbers)
    if listed is not None:
        for number in "2456":
            answers[f"in_746_supp_{number}"] = parse(number in numbers)
    return answers


def destination_of(facts: Mapping[str, Any]) -> Destination:
    """Read the destination; a release goes to the nationality that counts."""
    country = facts.get("destination") or facts.get("recipient_nationality")
    return Destination(country or "US", facts.get("destination_region"))


def end_user_of(facts: Mapping[str, Any]) -> Party:
    """Read the end user: its type in words, and its approvals."""
    said = facts.get("end_user") or {}
    kind = str(said.get("type", ""))
    listed = str(said.get("listed") or "")
    approved = listed.startswith("Supp. 8 to 740")
    return Party(
        name=said.get("name", "the end user"),
        roles=(PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER),
        address=Address(country=facts.get("destination")),
        kind=kind,
        headquarters=said.get("hq"),
        ultimate_parent=said.get("ultimate_parent"),
        government=parse("government" in kind.casefold() if kind else None),
        military=parse(_military(kind)),
        approvals=frozenset({"supp_8_to_740"} if approved else ()),
    )


def _military(kind: str) -> bool:
    return any(word in kind.casefold() for word in ("military", "militia", "armed forces", "army"))


def end_use_of(facts: Mapping[str, Any]) -> EndUse:
    """Read the end use, where it is one of the plain kinds; else a civil end user's is civil."""
    user = str((facts.get("end_user") or {}).get("type", ""))
    said = str(facts.get("end_use") or ("civil" if user.startswith("civil") else ""))
    return EndUse(END_USES.get(said), purpose_of(facts), said)


def purpose_of(facts: Mapping[str, Any]) -> str:
    """Read the purpose as the slug that an authorization may name."""
    said = str(facts.get("purpose", "")).casefold()
    named = (slug for words, slug in PURPOSES if words in said)
    return next(named, said.replace(" ", "_"))


def ofac_of(facts: Mapping[str, Any]) -> str:
    """Read what the case says of an OFAC authorization."""
    said = facts.get("ofac_authorization")
    if said is True:
        return "an OFAC license, as the case says"
    return said if isinstance(said, str) and said.casefold() != "none" else ""
