"""Cases for the tests of license exceptions: one line, with the requirements that it meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from navicert.errors import LawNotCovered
from navicert.facts.destination import Destination
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition, standard_law
from navicert.law.tables.control_list import Entry
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import ExceptionCase, LicenseException
from navicert.rules.license_exceptions.register import EXCEPTIONS
from navicert.terms.activity import Activity
from navicert.terms.eccn import parse
from navicert.terms.money import Money
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

DAY = date(2026, 9, 24)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN

Rule = Callable[[ExceptionCase, Edition], LicenseException]


def edition(day: date = DAY) -> Edition:
    return standard_law().open_at(day)


def needs(
    label: str, allows: frozenset[str] | None = None, holds: Truth = YES, citation: str = ""
) -> Finding:
    """A requirement; its reason is that of the column or of the off-chart label."""
    section = citation or ("15 CFR 742.4(a)" if label[0].isalpha() else f"15 CFR {label}")
    reason = label[:2] if label[0].isalpha() and not label.startswith("UN") else ""
    return Finding(
        FindingKind.REQUIREMENT, holds, section, "", label, reason, allows_exceptions=allows
    )


def item(eccn: str | None, kind: str | None = "commodity", **more: object) -> Item:
    """An item of the United States worth 1,000 USD, with what a test says otherwise."""
    facts: dict[str, Any] = {"value": Money(Decimal(1000), "USD"), "origin": "US", **more}
    facts["for_items"] = tuple(parse(one) for one in facts.get("for_items", ()))
    return Item(
        name="item",
        eccn=parse(eccn) if eccn else None,
        kind=ItemKind(kind) if kind else None,
        **facts,
    )


def party(**more: object) -> Party:
    roles = (PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER)
    return Party("Recipient", roles, **more)  # type: ignore[arg-type]


def transaction(
    first: Item, to: str, answers: dict[str, Truth] | None = None, **more: object
) -> Transaction:
    facts: dict[str, Any] = {
        "reference": "test",
        "day": DAY,
        "activity": Activity.EXPORT,
        "exported_from": "US",
        "parties": (party(headquarters=to, ultimate_parent=to),),
        **more,
    }
    others: tuple[Item, ...] = facts.pop("others", ())
    region: str | None = facts.pop("region", None)
    return Transaction(
        destination=Destination(to, region),
        lines=tuple(Line(number, one) for number, one in enumerate((first, *others), 1)),
        answers=MappingProxyType(answers or {}),
        **facts,
    )


def case(
    deal: Transaction,
    *requirements: Finding,
    controlled_for: str = "",
    maybe: str = "",
    unverified: Truth = NO,
) -> ExceptionCase:
    """The first line of a transaction, screened; reasons are given as "NS MT"."""
    law = edition(deal.day)
    return ExceptionCase(
        transaction=deal,
        line=deal.lines[0],
        requirements=requirements,
        entry=entry_of(deal.lines[0].item, law),
        groups=groups_to(deal.destination.country, law),
        controlled_for=frozenset(controlled_for.split()),
        maybe_controlled_for=frozenset(maybe.split()),
        unverified_party=unverified,
        entity_list_party=NO,
    )


def groups_to(country: str, law: Edition) -> frozenset[str] | None:
    """The Country Groups of a destination, None on days that nobody verified."""
    try:
        return law.groups_of(country)
    except LawNotCovered:
        return None


def entry_of(one: Item, law: Edition) -> Entry | None:
    """The entry as it stood on the day; one that nobody verified is missing."""
    if one.eccn is None or not law.lists_entry(one.eccn.symbol):
        return None
    try:
        return law.entry(one.eccn.symbol)
    except LawNotCovered:
        return None


def tried(one: ExceptionCase) -> dict[str, LicenseException]:
    """Every exception by its symbol."""
    law = edition(one.transaction.day)
    return {answer.symbol: answer for answer in (rule(one, law) for rule in EXCEPTIONS)}


def still_open(one: ExceptionCase) -> set[str]:
    """The symbols that nothing closes."""
    return {symbol for symbol, found in tried(one).items() if found.availability != "unavailable"}


def slugs(found: LicenseException) -> set[str]:
    return {condition.slug for condition in found.conditions}
