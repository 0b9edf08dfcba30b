"""The facts of a case on duties: shipments, disclosures, days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from navicert.facts.destination import Destination
from navicert.facts.disclosure import Disclosure, Gravity
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.clearance.clearing import Clearing
from navicert.rules.duties import disclosure
from navicert.rules.matter import Matter
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.outcome import Outcome
from navicert.terms.truth import parse
from tests.conformance.vocabulary import BARREL, NOTED

T = TypeVar("T")
NOWHERE = "ZZ"
BESIDE = Decimal("0.1")
"""How far a barrel that is only said to be shorter or longer lies from the length named."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
KINDS = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
CONSIGNEES = ("intermediate consignee", "ultimate consignee", "end user", "end-user")
"""748.5(d) to (f): whom 758.1(b)(8) reaches."""


def matters_of(facts: Mapping[str, Any], edition: Edition) -> tuple[Matter, ...]:
    rows = facts.get("lines") or ([facts] if "eccn" in facts else [])
    items = [_item(facts, row) for row in rows]
    transaction = Transaction(
        reference="",
        day=edition.day,
        activity=Activity.EXPORT,
        exported_from="US",
        destination=Destination(facts.get("destination", NOWHERE)),
        lines=tuple(Line(number, item) for number, item in enumerate(items, start=1)),
        route=tuple(facts.get("route", ())),
    )
    return tuple(Matter(transaction, item, None, edition) for item in items)


def _item(facts: Mapping[str, Any], row: Mapping[str, Any]) -> Item:
    text = str(row.get("eccn", facts.get("eccn", "EAR99")))
    noted = NOTED.fullmatch(text)
    code = eccn.parse(noted["eccn"] if noted else text)
    value, tangible = row.get("value_usd"), row.get("tangible", facts.get("tangible"))
    return Item(
        name=text,
        kind=None if code.group in KINDS else ItemKind.COMMODITY,
        eccn=code,
        value=None if value is None else Money(Decimal(str(value)), "USD"),
        characteristics=MappingProxyType({"tangible": parse(tangible)}),
        figures=MappingProxyType(_barrel(text, row.get("barrel_in", facts.get("barrel_in")))),
    )


def _barrel(text: str, inches: object) -> dict[str, Decimal]:
    """The length of a barrel, as a number or in the words beside the ECCN: "barrel < 18 in"."""
    found = BARREL.search(text)
    if inches is not None or found is None:
        return {} if inches is None else {"barrel_in": Decimal(str(inches))}
    beside = {"<": -BESIDE, ">": BESIDE}.get(found["sign"], Decimal(0))
    return {"barrel_in": Decimal(found["inches"]) + beside}


def clearing_of(facts: Mapping[str, Any]) -> Clearing:
    used = str(facts.get("authorization", "NLR"))
    roles = str(facts.get("uvl_role", ""))
    unverified = parse(any(role in roles for role in CONSIGNEES))
    if used in {"licence", "license"}:
        return Clearing(Outcome.LICENSE, unverified=unverified)
    if used == "NLR":
        return Clearing(Outcome.NLR, unverified=unverified)
    return Clearing(Outcome.EXCEPTION, frozenset({used}), unverified)


def disclosure_of(facts: Mapping[str, Any], edition: Edition) -> Disclosure:
    violations = str(facts.get("violations", ""))
    gravity = None
    if violations:
        gravity = Gravity.MINOR if "minor" in violations else Gravity.SIGNIFICANT
    notified = day_of(facts, "initial_notification_received")
    said = Disclosure(
        gravity=gravity,
        within_one_quarter=parse(facts.get("within_same_quarter")),
        known_before=parse(facts.get("oee_prior_knowledge")),
        authorized_by_management=parse(facts.get("authorised_by_senior_management")),
        notified=notified or (edition.day if "extension_request" in facts else None),
        decided_not_to_disclose=parse(facts.get("decision") == "not to disclose" or None),
    )
    return replace(said, extension_requested=_asked_on(facts, said, edition))


def _asked_on(facts: Mapping[str, Any], said: Disclosure, edition: Edition) -> date | None:
    """A request to extend, by its day or by words such as "before the deadline"."""
    text = str(facts.get("extension_request", ""))
    if found := DAY.search(text):
        return date.fromisoformat(found[0])
    due = disclosure.narrative_due(said, edition).value
    if due is None or not text:
        return None
    return due + timedelta(days=1 if re.search(r"after|late", text) else -1)


def first(table: Iterable[tuple[str, T]], text: str, default: T) -> T:
    """The first pattern that words of a case meet."""
    lower = text.lower()
    return next((value for pattern, value in table if re.search(pattern, lower)), default)


def day_of(facts: Mapping[str, Any], key: str) -> date | None:
    return date.fromisoformat(facts[key]) if facts.get(key) else None
