"""Whether the classification that the order states can be worked with (15 CFR 738.2, 774)."""

from __future__ import annotations

from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.law.tables.paragraphs import Elsewhere
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.classification.coverage import within_any
from navicert.rules.classification.reasons import certainly_for, row_covers, stated_reasons
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth

CITATION = "15 CFR 732.3(b)"
MOST_NEAR = 8
"""How many paragraphs a question names, so that it stays a question."""


def _classification_stated(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return item.eccn is None


def _entry_exists(item: Item, _entry: Entry | None, edition: Edition) -> bool:
    eccn = item.eccn
    return eccn is not None and not (eccn.is_ear99 or edition.lists_entry(eccn.symbol))


def _paragraph_exists(item: Item, _entry: Entry | None, edition: Edition) -> bool:
    named = item.for_items if item.eccn is None else (item.eccn, *item.for_items)
    return not all(map(edition.tables.control_list.paragraphs.has, named))


def _group_agrees(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    if item.eccn is None or item.kind is None or item.eccn.is_ear99:
        return False
    return item.kind != _kind_of(item.eccn)


def _kind_of(eccn: Eccn) -> str:
    return {"D": "software", "E": "technology"}.get(eccn.group, "commodity")


@cites("15 CFR 732.3(b)", "15 CFR 738.2", bears=Bearing(items=_classification_stated))
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


@cites("15 CFR Supp. 1 to 774", bears=Bearing(items=_entry_exists))
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


@cites("15 CFR Supp. 1 to 774", bears=Bearing(items=_paragraph_exists))
def paragraph_exists(item: Item, edition: Edition) -> tuple[Finding, ...]:
    """The paragraph must be one that the entry has, or its controls cannot be told."""
    own = () if item.eccn is None else (("eccn", item.eccn),)
    named = (*own, *(("for_items", related) for related in item.for_items))
    return tuple(
        _no_such_paragraph(fact, eccn, edition)
        for fact, eccn in named
        if not edition.tables.control_list.paragraphs.has(eccn)
    )


def _no_such_paragraph(fact: str, eccn: Eccn, edition: Edition) -> Finding:
    known = edition.tables.control_list.paragraphs
    citation = f"15 CFR Supp. 1 to 774 ECCN {eccn.symbol}"
    said = f"{eccn.symbol} has no paragraph {'.'.join(eccn.paragraph)}"
    if edition.day < known.verified:
        said += f" in the list of {known.verified}, and nobody verified those of {edition.day}"
    meant = ", ".join(str(one) for one in known.near(eccn)[:MOST_NEAR])
    return Finding(
        FindingKind.CLASSIFICATION,
        Truth.UNKNOWN,
        citation,
        said,
        missing=(MissingFact(fact, f"{said}; did you mean {meant}?", citation),),
    )


def _gives_away(_item: Item, entry: Entry | None, _edition: Edition) -> bool:
    return entry is not None and bool(entry.elsewhere)


@cites("15 CFR Supp. 1 to 774", "15 CFR 734.3(b)(1)", bears=Bearing(items=_gives_away))
def described_elsewhere(item: Item, entry: Entry) -> tuple[Finding, ...]:
    """Some entries describe items in a paragraph that another entry or an agency controls."""
    if item.eccn is None:
        return ()
    asked = ((one, within_any(item.eccn, one.paths)) for one in entry.elsewhere)
    return tuple(
        _elsewhere(item.eccn, one, within)
        for one, within in asked
        if within is Truth.UNKNOWN or (within is Truth.YES and (one.see or one.partly))
    )


def _elsewhere(eccn: Eccn, one: Elsewhere, within: Truth) -> Finding:
    of = one.see or one.agency
    if within is Truth.UNKNOWN:
        named = ", ".join(map(str, one.paths))
        question = f"Which paragraph of {eccn} describes the item? {named} is under {of}"
    elif one.see:
        question = f"The controls for {eccn} are found under {of}: classify the item there"
    else:
        question = f"Is the item under the authority of {of}? {eccn} names no reason for control"
    missing = (MissingFact("eccn", question, one.citation),)
    said = f"{eccn}: the entry gives {'some items ' if one.partly else ''}to {of}"
    return Finding(FindingKind.CLASSIFICATION, Truth.UNKNOWN, one.citation, said, missing=missing)


@cites("15 CFR 738.2(d)", bears=Bearing(items=_group_agrees))
def group_agrees(item: Item) -> tuple[Finding, ...]:
    """The product group of the ECCN should agree with the kind of the item."""
    if item.eccn is None or item.kind is None or item.eccn.is_ear99:
        return ()
    expected = _kind_of(item.eccn)
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


def _serves(item: Item, edition: Edition) -> bool:
    """Whether stated columns may stand in for the entry: its present text does not gainsay them."""
    if item.eccn is None or item.columns is None:
        return False
    entry = edition.known_entry(item.eccn.symbol)
    sent = any(within_any(item.eccn, one.paths) is not Truth.NO for one in entry.elsewhere)
    return not (sent or _off_chart(item, entry, edition) or _left_unsaid(item, entry, edition))


def _left_unsaid(item: Item, entry: Entry, edition: Edition) -> tuple[str, ...]:
    """Name the reasons that the entry as it is known gives the item, and the columns leave out."""
    stated = stated_reasons(item)
    named = dict.fromkeys(row.reason for row in entry.rows if row.columns)
    return tuple(
        reason
        for reason in named
        if reason not in stated and certainly_for(reason, item, entry, edition)
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
    if _serves(item, edition):
        trigger = f"{message}; the columns that the order states are used"
        return (Finding(FindingKind.NOTE, Truth.YES, citation, trigger),)
    question = f"{message}. Which reasons for control and columns did the entry have then?"
    missing = (MissingFact("columns", question, citation),)
    return (Finding(FindingKind.CLASSIFICATION, Truth.UNKNOWN, citation, message, missing=missing),)
