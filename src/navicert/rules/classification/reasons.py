"""For which reasons an item is controlled, row by row (15 CFR 738.2(d)(2), 774)."""

from __future__ import annotations

from dataclasses import replace

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import ControlRow, Entry
from navicert.rules.classification.coverage import covers
from navicert.terms.eccn import Eccn
from navicert.terms.reason_for_control import reason_of
from navicert.terms.truth import Truth, any_of


def row_covers(row: ControlRow, item: Item, edition: Edition) -> Truth:
    """Tell whether a control row takes an item in.

    Where the row hangs on facts that the order does not state, the columns that the exporter's
    own classification states decide.
    """

    def controlled_for(related: Eccn, reason: str) -> Truth:
        return related_controlled_for(related, reason, edition)

    answer = covers(row.limits, item, controlled_for)
    if answer is Truth.UNKNOWN and item.columns is not None and row.columns:
        return _as_stated(row, item, item.columns, edition)
    return answer


def _as_stated(row: ControlRow, item: Item, stated: frozenset[str], edition: Edition) -> Truth:
    """Let stated columns pick among the rows of a reason, never deny a reason that is certain."""
    if stated & set(row.columns):
        return Truth.YES
    try:
        entry = edition.entry(row.eccn)
    except LawNotCovered:
        return Truth.UNKNOWN
    of_reason = {name for one in entry.rows if one.reason == row.reason for name in one.columns}
    if stated & of_reason or not certainly_for(row.reason, item, entry, edition):
        return Truth.NO
    return Truth.UNKNOWN


def certainly_for(reason: str, item: Item, entry: Entry, edition: Edition) -> bool:
    """Tell whether some row of a reason takes the item in, whichever paragraph it lies in."""
    if item.eccn is None:
        return False
    rows = [row for row in entry.rows if row.reason == reason and row.columns]
    ends = (
        replace(item, eccn=end) for end in edition.tables.control_list.paragraphs.deepest(item.eccn)
    )
    return all(
        any(covers(row.limits, end, _not_followed) is Truth.YES for row in rows) for end in ends
    )


def related_controlled_for(related: Eccn, reason: str, edition: Edition) -> Truth:
    """Tell whether the item that technology or software is for is controlled for a reason."""
    if related.is_ear99:
        return Truth.NO
    if not edition.lists_entry(related.symbol):
        return Truth.UNKNOWN
    try:
        entry = edition.entry_of(related)
    except LawNotCovered:
        return Truth.UNKNOWN
    item = Item(name=str(related), eccn=related)
    return any_of(
        covers(row.limits, item, _not_followed) for row in entry.rows if row.reason == reason
    )


def _not_followed(_related: Eccn, _reason: str) -> Truth:
    """A chain of "technology for software for equipment" is followed one step; then ask."""
    return Truth.UNKNOWN


def reasons_for_control(item: Item, entry: Entry, edition: Edition) -> dict[str, Truth]:
    """Give every reason that the entry names, and whether it holds for the item."""
    found: dict[str, Truth] = {}
    for row in entry.rows:
        found[row.reason] = found.get(row.reason, Truth.NO) | row_covers(row, item, edition)
    return found


def stated_reasons(item: Item) -> frozenset[str]:
    """Give the reasons of the columns that the order itself states."""
    return frozenset(str(reason_of(column)) for column in item.columns or ())
