"""Cases on one license exception, or on the gate of 740.2: does the stated test hold?

In this area alone a condition that a case does not mention counts as met: here, in what puts the
question, never in the engine. A paragraph that a case names is the one that it is under; where it
names none, it is under those whose conditions it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from msgspec import structs

from navicert.determination.steps import findings_for, inquiry_into
from navicert.errors import LawNotCovered
from navicert.facts.destination import Destination
from navicert.facts.item import Item, Line
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition, standard_law
from navicert.law.tables.control_list import Entry
from navicert.rules.classification.reasons import reasons_for_control
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import (
    Availability,
    ExceptionCase,
    LicenseException,
)
from navicert.rules.license_exceptions.register import EXCEPTIONS
from navicert.terms import reason_for_control
from navicert.terms.activity import Activity
from navicert.terms.eccn import Eccn
from navicert.terms.money import Money
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, parse
from tests.conformance import vocabulary
from tests.conformance.exception_paragraphs import paragraphs
from tests.conformance.exception_words import answers_of, figures_of
from tests.conformance.vocabulary import Case

Rule = Callable[[ExceptionCase, Edition], LicenseException]
RULES: Mapping[str, Rule] = {rule.__name__.upper(): rule for rule in EXCEPTIONS}
ANY = "any"
EMBARGOED = frozenset({"CU", "IR", "KP", "RU", "BY", "SY"})
FOR_EAR99 = frozenset({"SPP", "AGR", "MED", "GFT", "SCP"})
SOMEWHERE = "ZZ"
"""A destination of which a case says its Country Group alone."""
RECIPIENT = (PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER)


@dataclass(frozen=True, slots=True)
class Tried:
    """What the exceptions of a case answer, where a determination has its lines."""

    lines: tuple[LicenseException, ...]


def determine(case: Case) -> Tried:
    """Try the exception that a case names, or every one; what it does not mention is met."""
    named = case.facts["licence_exception"]
    symbols = tuple(RULES) if named == ANY else (named,)
    return Tried(tuple(_met(symbol, case) for symbol in symbols))


def differences(case: Case) -> list[str]:
    """Compare whether the exception, or any of them, may be used."""
    found = determine(case).lines
    got = any(one.availability is Availability.AVAILABLE for one in found)
    expected = case.expected["exception_eligible"]
    if got == expected:
        return []
    reasons = "; ".join(reason for one in found[:1] for reason in one.reasons)
    return [f"exception_eligible: expected {expected!r}, got {got!r} ({reasons})"]


def _met(symbol: str, case: Case) -> LicenseException:
    """Answer yes to whatever stays open, until nothing does."""
    edition = standard_law().open_at(case.day)
    asked = _case(symbol, case, edition)
    while True:
        found = RULES[symbol](asked, edition)
        open_ = [one.slug for one in found.conditions if one.answer is Truth.UNKNOWN]
        if not open_:
            return found
        answers = {**asked.transaction.answers, **dict.fromkeys(open_, Truth.YES)}
        deal = replace(asked.transaction, answers=MappingProxyType(answers))
        asked = structs.replace(asked, transaction=deal)


def _case(symbol: str, case: Case, edition: Edition) -> ExceptionCase:
    deal = _transaction(symbol, case, edition)
    item, facts = deal.lines[0].item, case.facts
    entry = _entry(item, edition)
    holding = _controlled(item, entry, edition) if entry else {}
    stated = frozenset(reason[:2] for reason in _stated(facts, "reasons", "columns"))
    certain = frozenset(one for one, holds in holding.items() if _holds(one, holds))
    maybe = frozenset(one for one, holds in holding.items() if holds is Truth.UNKNOWN) - certain
    return ExceptionCase(
        transaction=deal,
        line=deal.lines[0],
        requirements=_requirements(deal, facts, edition),
        entry=entry,
        groups=_groups(facts, deal.destination.country, edition),
        controlled_for=certain | stated,
        maybe_controlled_for=frozenset() if stated else maybe,
        unverified_party=parse(bool(facts.get("uvl_role"))),
        entity_list_party=parse(bool(facts.get("part_744_requirement"))),
        prohibited=bool((facts.get("party") or {}).get("denied_person")),
    )


def _holds(reason: str, holds: Truth) -> bool:
    """An encryption entry that a case names without a paragraph is about encryption items."""
    return holds is Truth.YES or (reason == "EI" and holds is Truth.UNKNOWN)


def _transaction(symbol: str, case: Case, edition: Edition) -> Transaction:
    facts = case.facts
    item = _item(symbol, facts)
    origin = facts.get("from", "US") if symbol != "TMP" else "US"
    country = facts.get("recipient_nationality") or facts.get("destination") or SOMEWHERE
    spoken = answers_of(symbol, facts)
    answers = spoken | paragraphs(symbol, facts, {*spoken, *item.figures}, edition)
    if symbol == "TMP":
        answers["TMP.from_canada"] = parse(facts.get("from") == "CA")
    return Transaction(
        reference=case.id,
        day=case.day,
        activity=_activity(symbol, facts, origin),
        exported_from=None if symbol == "APR" and "from" not in facts else origin,
        destination=Destination(country),
        lines=_lines(item, facts),
        parties=(_recipient(facts),),
        answers=MappingProxyType(answers),
        screened_elsewhere="the case names no listed party",
    )


def _activity(symbol: str, facts: Mapping[str, Any], origin: str) -> Activity:
    released = "recipient_nationality" in facts
    if symbol == "APR" or origin != "US":
        return Activity.DEEMED_REEXPORT if released else Activity.REEXPORT
    if released:
        abroad = facts.get("destination", "US") != "US"
        return Activity.DEEMED_REEXPORT if abroad else Activity.DEEMED_EXPORT
    return Activity.EXPORT


def _item(symbol: str, facts: Mapping[str, Any]) -> Item:
    craft = facts.get("kind") in {"vessel", "aircraft"}
    said = {**facts, "kind": "commodity" if craft else facts.get("kind")}
    named = said.get("eccn") or next((one.get("eccn") for one in facts.get("lines", ())), None)
    plain = vocabulary.item_of({"item": {**said, "eccn": _eccn(named), "purpose": None}})
    unnamed = Eccn("0A000") if symbol == "LVS" and plain.eccn is None else plain.eccn
    component = facts.get("component")
    columns = _stated(facts, "columns", "reasons")
    chart = frozenset(one for one in columns if reason_for_control.is_valid(one))
    return replace(
        plain,
        kind=plain.kind if facts.get("kind") or plain.eccn else None,
        eccn=unnamed,
        columns=chart or _listed_somewhere(symbol, facts, plain.eccn),
        origin=facts.get("made_in", "US"),
        value=_usd(_worth(facts)),
        figures=MappingProxyType(figures_of(symbol, facts)),
        characteristics=MappingProxyType(
            {**plain.characteristics}
            | ({} if component is None else {"component_not_system": parse(component)})
        ),
    )


def _listed_somewhere(
    symbol: str, facts: Mapping[str, Any], eccn: Eccn | None
) -> frozenset[str] | None:
    """Who asks for an exception to an embargoed place has a listed item, if nothing says which."""
    silent = eccn is None and not facts.get("lines") and symbol not in FOR_EAR99
    return frozenset({"AT1"}) if silent and facts.get("destination") in EMBARGOED else None


def _eccn(named: str | None) -> str | None:
    """An entry that a case names by a letter alone is none of the list."""
    return named if named and len(named) >= len("EAR99") else None


def _worth(facts: Mapping[str, Any]) -> float | None:
    """The order counts, in however many shipments it goes."""
    for key in ("order_value_usd", "value_usd", "this_order_usd"):
        if key in facts:
            return float(facts[key])
    shipments = [
        one.get("value_usd", 0) if isinstance(one, Mapping) else one
        for one in facts.get("shipments", ())
    ]
    return float(sum(shipments)) if shipments else None


def _usd(value: float | None) -> Money | None:
    return None if value is None else Money(Decimal(str(value)), "USD")


def _lines(item: Item, facts: Mapping[str, Any]) -> tuple[Line, ...]:
    """One line, or those that the case lists; of one entry where they name the same."""
    listed = facts.get("lines")
    if not listed:
        return (Line(1, item),)
    names = list(dict.fromkeys(one.get("eccn") for one in listed))
    lines = []
    for number, one in enumerate(listed, start=1):
        known = vocabulary.item_of({"item": {"eccn": _eccn(one.get("eccn"))}}).eccn
        eccn = known or Eccn(f"0A00{names.index(one.get('eccn'))}")
        limit = {"lvs_limit_usd": Decimal(str(one["lvs_limit"]))} if "lvs_limit" in one else {}
        figures = MappingProxyType({**item.figures, **limit})
        part = replace(item, eccn=eccn, value=_usd(one.get("value_usd")), figures=figures)
        lines.append(Line(number, part))
    return tuple(lines)


def _recipient(facts: Mapping[str, Any]) -> Party:
    said = facts.get("end_user")
    approved = frozenset[str]() if facts.get("supp8") is False else frozenset({"supp_8_to_740"})
    hq = said.get("hq") if isinstance(said, Mapping) else None
    return Party("the recipient", RECIPIENT, headquarters=hq, approvals=approved)


def _stated(facts: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    return tuple(one for key in keys for one in facts.get(key) or ())


def _entry(item: Item, edition: Edition) -> Entry | None:
    if item.eccn is None or item.eccn.is_ear99 or not edition.lists_entry(item.eccn.symbol):
        return None
    try:
        return edition.entry(item.eccn.symbol)
    except LawNotCovered:
        return None


def _controlled(item: Item, entry: Entry, edition: Edition) -> Mapping[str, Truth]:
    return reasons_for_control(replace(item, columns=None), entry, edition)


def _groups(facts: Mapping[str, Any], country: str, edition: Edition) -> frozenset[str] | None:
    named = facts.get("destination_group")
    if named is not None:
        return frozenset([named] if isinstance(named, str) else named)
    try:
        return edition.groups_of(country)
    except LawNotCovered:
        return None


def _requirements(
    deal: Transaction, facts: Mapping[str, Any], edition: Edition
) -> tuple[Finding, ...]:
    """What the law finds for item and place, and what the case says that needs a license."""
    found = list(_found(deal, edition))
    stated = _stated(facts, "reasons_requiring_licence") or _stated(facts, "reasons", "columns")
    known = {one.reason for one in found}
    found += [_required(one, one[:2]) for one in stated if one[:2] not in {*known, "AT"}]
    if facts.get("part_744_requirement"):
        found.append(_required("744.11", ""))
    end_user = facts.get("end_user")
    if isinstance(end_user, Mapping) and end_user.get("sdn_tags"):
        found.append(_required("744.8", ""))
    return tuple(found)


def _found(deal: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """Without a classification only what an embargo surely requires."""
    if deal.destination.country in {SOMEWHERE, "US"}:
        return ()
    findings = findings_for(inquiry_into(deal, (), edition), deal.lines[0]).findings
    named = deal.lines[0].item.eccn is not None
    return tuple(
        one
        for one in findings
        if one.kind is FindingKind.REQUIREMENT
        and (one.holds is Truth.YES or (named and one.holds is Truth.UNKNOWN))
    )


def _required(label: str, reason: str) -> Finding:
    closed = frozenset[str]() if label.startswith("744") else None
    section = f"15 CFR {label}" if closed is not None else "15 CFR part 742"
    return Finding(
        FindingKind.REQUIREMENT, Truth.YES, section, "", label, reason, allows_exceptions=closed
    )
