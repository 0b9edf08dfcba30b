"""Items subject to the EAR wherever they are, and foreign-made ones with US content (734.3(a))."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth, parse

US = "US"
SHARE = "controlled_us_content_percent"
"""The figure of an order that computed its US content elsewhere."""
NO_LEVEL = "content_without_de_minimis_level"
"""Whether any of that content is such that no share of it is de minimis."""


def is_foreign_and_abroad(transaction: Transaction, item: Item) -> bool:
    """Tell whether neither origin nor place alone makes the item subject."""
    return US not in (*_places(transaction, item), item.origin)


def _is_abroad(transaction: Transaction, _edition: Edition) -> bool:
    return US not in (transaction.exported_from, transaction.located_in, *transaction.route)


def _is_foreign(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return item.origin != US


def _is_american(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return item.origin == US


ABROAD = Bearing(orders=_is_abroad, items=_is_foreign)
"""Rules on items that neither origin nor place alone makes subject."""


@cites("15 CFR 734.3(a)(1)")
def in_the_united_states(transaction: Transaction, item: Item) -> tuple[Finding, ...]:
    """All items in the United States are subject to the EAR, wherever they were made."""
    if US not in _places(transaction, item):
        return ()
    trigger = "the item is in, leaves, or passes through the United States"
    return (_subject("734.3(a)(1)", trigger),)


@cites("15 CFR 734.3(a)(2)", bears=Bearing(items=_is_american))
def of_us_origin(item: Item) -> tuple[Finding, ...]:
    """Items of US origin are subject to the EAR wherever they are, and however often resold."""
    if item.origin != US:
        return ()
    return (_subject("734.3(a)(2)", "the item is of US origin"),)


@cites("15 CFR 734.3(a)(3)", "15 CFR 734.4", bears=ABROAD)
def foreign_made(matter: Matter) -> tuple[Finding, ...]:
    """A foreign-made item abroad is subject if it holds more US content than is de minimis."""
    transaction, item = matter.transaction, matter.item
    if not is_foreign_and_abroad(transaction, item):
        return ()
    above = _above_level(matter)
    if above is Truth.YES:
        said = f"{item.figures[SHARE]} percent controlled US content, as the order says"
        return (_subject("734.3(a)(3)", said),)
    found = "a foreign-made item" if item.origin else "an item of unstated origin"
    if Truth.NO in {item.us_content, above}:
        said = f"{found} abroad without controlled US content above de minimis"
        return (Finding(FindingKind.SCOPE, Truth.NO, "15 CFR 734.3(a)(3), 734.4", said),)
    return (
        Finding(
            FindingKind.SCOPE,
            Truth.UNKNOWN,
            "15 CFR 734.3(a)(3), 734.4",
            f"{found} outside the United States",
            missing=_asked_of_foreign_items(transaction, item),
        ),
    )


def _above_level(matter: Matter) -> Truth:
    """Whether the share that the order states is above the level; below, 734.4(a) still counts."""
    share = matter.item.figures.get(SHARE)
    if share is None:
        return Truth.UNKNOWN
    try:
        levels = matter.edition.de_minimis().levels
        country = matter.destination.country
        held = [o for o in levels if not o.groups or matter.edition.in_group(country, o.groups)]
    except LawNotCovered:
        return Truth.UNKNOWN
    if not held:
        return Truth.UNKNOWN
    return parse(share > held[0].percent) | (
        parse(share > 0) & matter.item.characteristic(NO_LEVEL)
    )


def _places(transaction: Transaction, item: Item) -> tuple[str | None, ...]:
    """Where the item is or comes by; what only passes through the United States is in it too."""
    here = (transaction.exported_from, transaction.located_in, item.located_in)
    return (*here, *transaction.route)


def _subject(section: str, trigger: str) -> Finding:
    return Finding(FindingKind.SCOPE, Truth.YES, f"15 CFR {section}", trigger, label=section)


def _asked_of_foreign_items(transaction: Transaction, item: Item) -> tuple[MissingFact, ...]:
    asked = []
    if item.origin is None:
        question = "Where was the item made (ISO 3166-1)?"
        asked.append(MissingFact("origin", question, "15 CFR 734.3(a)"))
    if transaction.exported_from is None:
        question = "From which country does the item leave?"
        asked.append(MissingFact("from", question, "15 CFR 734.3(a)(1)"))
    if SHARE in item.figures:
        question = "Is any of its US content such that 734.4(a) or (b) knows no de minimis level?"
        asked.append(MissingFact(f"characteristics.{NO_LEVEL}", question, "15 CFR 734.4(a), (b)"))
    elif item.us_content is not Truth.NO:
        question = "Does the foreign-made item contain controlled US content above de minimis?"
        asked.append(MissingFact("us_content", question, "15 CFR 734.4"))
    return tuple(asked)
