"""Whether the classification that the order states can be worked with (15 CFR 738.2, 774)."""

from __future__ import annotations

from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.cites import cites
from navicert.rules.classification.reasons import row_covers
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth

CITATION = "15 CFR 732.3(b)"


@cites("15 CFR 732.3(b)", "15 CFR 738.2")
def classification_stated(item: Item) -> tuple[Finding, ...]:
    """The item needs a classification before anything can be said of it."""
    if item.eccn is not None:
        return ()
    question = f"Which ECCN describes {item.name!r}, or is it EAR99?"
    return (
        Finding(
            FindingKind.CLASSIFICATION,
            Truth.UNKNOWN,
            CITATION,
            f"no ECCN is stated for {item.name!r}",
            missing=(MissingFact("eccn", question, CITATION),),
        ),
    )


@cites("15 CFR Supp. 1 to 774")
def entry_exists(item: Item, edition: Edition) -> tuple[Finding, ...]:
    """The entry must be on the Commerce Control List."""
    if item.eccn is None or item.eccn.is_ear99 or edition.lists_entry(item.eccn.symbol):
        return ()
    question = f"{item.eccn.symbol} is not on the Commerce Control List; which entry is meant?"
    return (
        Finding(
            FindingKind.CLASSIFICATION,
            Truth.UNKNOWN,
            "15 CFR Supp. 1 to 774",
            f"{item.eccn.symbol} is not an entry of the list",
            missing=(MissingFact("eccn", question, "15 CFR Supp. 1 to 774"),),
        ),
    )


@cites("15 CFR 738.2(d)")
def group_agrees(item: Item) -> tuple[Finding, ...]:
    """The product group of the ECCN should agree with the kind of the item."""
    if item.eccn is None or item.kind is None or item.eccn.is_ear99:
        return ()
    expected = {"D": "software", "E": "technology"}.get(item.eccn.group, "commodity")
    if item.kind == expected:
        return ()
    return (
        Finding(
            FindingKind.RED_FLAG,
            Truth.YES,
            "15 CFR 738.2(d)",
            f"{item.eccn} is an entry for {expected}, but the order says {item.kind.value}",
            overcome_by="correct the ECCN or the kind of the item",
        ),
    )


@cites("15 CFR 738.4(a)(1)")
def entry_without_rows(item: Item, entry: Entry) -> tuple[Finding, ...]:
    """Some entries state their requirements in words, which a person must read."""
    question = f"What does ECCN {entry.symbol} itself require for this item and destination?"
    citation = f"15 CFR Supp. 1 to 774 ECCN {entry.symbol}"
    return (
        Finding(
            FindingKind.CLASSIFICATION,
            Truth.UNKNOWN,
            citation,
            f"{item.eccn} has no table of controls on the shelf",
            missing=(MissingFact("eccn", question, citation),),
        ),
    )


def _off_chart(item: Item, entry: Entry, edition: Edition) -> bool:
    """Whether the entry as it is known puts the item under requirements that no column shows."""
    return any(
        row.destinations and row.reason != "UN" and row_covers(row, item, edition) is not Truth.NO
        for row in entry.rows
    )


@cites("15 CFR 732.3(b)", "15 CFR Supp. 1 to 774")
def entry_not_verified(item: Item, message: str, edition: Edition) -> tuple[Finding, ...]:
    """Where nobody verified the entry for the day, the order's own classification must serve."""
    citation = "15 CFR Supp. 1 to 774"
    serves = (
        item.eccn is not None
        and item.columns is not None
        and not _off_chart(item, edition.known_entry(item.eccn.symbol), edition)
    )
    if serves:
        trigger = f"{message}; the columns that the order states are used"
        return (Finding(FindingKind.NOTE, Truth.YES, citation, trigger),)
    question = f"{message}. Which reasons for control and columns did the entry have then?"
    missing = (MissingFact("columns", question, citation),)
    return (Finding(FindingKind.CLASSIFICATION, Truth.UNKNOWN, citation, message, missing=missing),)
