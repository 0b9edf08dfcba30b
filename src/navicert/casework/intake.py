"""Intake: a plain order document becomes a transaction, or says which of its terms are malformed.

What the document leaves out stays None or unknown; it is never replaced by a favorable value.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from navicert.casework.order import assumed, keys, limits
from navicert.casework.order.document import OrderDocument
from navicert.casework.order.lines import lines
from navicert.casework.order.notes import Notes
from navicert.casework.order.ownership import ownership
from navicert.casework.order.parties import parties
from navicert.casework.order.section import Section, one_of
from navicert.errors import EmptyOrder
from navicert.facts.destination import Destination, OccupiedRegion
from navicert.facts.end_use import EndUse, EndUseKind, Knowledge
from navicert.facts.transaction import Transaction
from navicert.terms import activity, country, exception_symbol
from navicert.terms.truth import Truth

_END_USE_KIND = one_of(EndUseKind, "kind of end use")


def intake(document: OrderDocument, day: date | None = None) -> Transaction:
    """Make a transaction of an order; ``day`` takes the place of the order's own day.

    Raises:
        EmptyOrder: when the order has no line.
        OrderRefused: with every malformed, unknown and missing term, each with its place.
    """
    if document.content.get("lines", []) in ([], None) and not document.problems:
        raise EmptyOrder(f"{document.file}: the order has no line, so there is nothing to check")
    notes = Notes(document)
    order = Section(notes, _with_day(document.content, day)).only(keys.ORDER)
    transaction = _transaction(order)
    _check_day(order, transaction.day)
    _check_named(order, transaction)
    notes.settle()
    return transaction


def _check_day(order: Section, day: date) -> None:
    if day > date.min and not limits.FIRST_DAY <= day <= limits.LAST_DAY:
        order.refuse(f"{day} is not a day between {limits.FIRST_DAY} and {limits.LAST_DAY}", "day")


def _check_named(order: Section, transaction: Transaction) -> None:
    """Who acts and who owns must stand among the parties, or nobody would screen them."""
    names = {party.name.casefold() for party in transaction.parties}
    for key, name in (("actor", transaction.actor), ("owner", transaction.owner)):
        if name and name.casefold() not in names:
            order.refuse(f"{name!r} is not among the parties: name it there too, with a role", key)


def _with_day(content: Mapping[str, object], day: date | None) -> Mapping[str, object]:
    return content if day is None else {**content, "day": day}


def _transaction(order: Section) -> Transaction:
    return Transaction(
        reference=order.name("reference"),
        day=order.day("day") or date.min,
        activity=order.term("activity", activity.parse) or activity.Activity.EXPORT,
        exported_from=order.term("from", country.parse),
        destination=_destination(order),
        lines=lines(order),
        parties=parties(order),
        end_use=_end_use(order.section("end_use")),
        knowledge=_knowledge(order.section("knowledge")),
        route=order.terms("route", country.parse, limits.MOST_ROUTE),
        actor=order.name("actor"),
        owner=order.name("owner"),
        located_in=order.term("located_in", country.parse),
        service_uses_us_items=order.truth("service_uses_us_items"),
        release_nationality=order.term("release_nationality", country.parse),
        claimed_exceptions=order.terms("claimed_exceptions", exception_symbol.parse),
        answers=_answers(order),
        screened_elsewhere=order.statement("screened_elsewhere"),
        ofac_authorization=_authorization(order),
        ownership=ownership(order),
        affiliates_rule=assumed.affiliates_rule(order),
    )


def _authorization(order: Section) -> str:
    """Read what OFAC authorized: a license by its number, or a section of its regulations."""
    text = order.statement("ofac_authorization")
    if text and not any(map(str.isdigit, text)):
        order.refuse(
            f"{text!r} names no license: give its number, or the general license and its section "
            "of 31 CFR, or leave the key out",
            "ofac_authorization",
        )
        return ""
    return text


def _answers(order: Section) -> Mapping[str, Truth]:
    return MappingProxyType(order.truths("answers"))


def _destination(order: Section) -> Destination:
    section = order.section("destination")
    if isinstance(order.table.get("destination"), dict):
        section.only(keys.DESTINATION)
    region = section.name("region")
    known = region.upper() in set(OccupiedRegion)
    return Destination(
        country=section.term("country", country.parse) or "",
        region=(region.upper() if known else region) or None,
    )


def _end_use(section: Section) -> EndUse:
    section.only(keys.END_USE)
    return EndUse(
        kind=section.term("kind", _END_USE_KIND),
        purpose=section.name("purpose"),
        text=section.text("text"),
        characteristics=MappingProxyType(section.truths("characteristics")),
    )


def _knowledge(section: Section) -> Knowledge:
    section.only(keys.KNOWLEDGE)
    resolved = [item.only(keys.RESOLVED) for item in section.sections("resolved")]
    return Knowledge(
        will_be_exported=section.truth("will_be_exported"),
        violation=section.truth("violation"),
        red_flags=section.names("red_flags"),
        resolved=tuple((item.name("flag"), item.statement("reason")) for item in resolved),
    )
