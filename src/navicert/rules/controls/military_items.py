"""Whether an item is on Supplement No. 2 to part 744, which military end users turn on (744.21)."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.tables.control_list import Entry
from navicert.law.tables.part_744 import OnADay
from navicert.rules.finding import MissingFact
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse

SLUG = "in_744_supp_2"
LOW_LEVEL = "9"
"""Third character of entries for anti-terrorism reasons alone, such as 3A991; 2 as in 2A290."""


def in_supplement_2(item: Item, entry: Entry | None, law: OnADay) -> Truth:
    """Tell whether Supplement No. 2 lists an item; it lists no EAR99.

    The order's own answer goes first. An entry for anti-terrorism reasons alone that the shelf
    does not list is unknown, since nobody had the supplement's text.
    """
    eccn = item.eccn
    if eccn is not None and eccn.is_ear99:
        return Truth.NO
    stated = item.characteristic(SLUG)
    if stated is not Truth.UNKNOWN or eccn is None:
        return stated
    try:
        row = law.military_item(eccn.symbol)
    except LawNotCovered:
        return Truth.UNKNOWN
    if row is None:
        return Truth.UNKNOWN if _is_low_level(eccn, entry) else Truth.NO
    if row.entire:
        return Truth.YES
    figure = item.figures.get(row.figure) if row.more_than is not None else None
    return Truth.UNKNOWN if figure is None else parse(figure > (row.more_than or 0))


def supplement_2_asked(citation: str, item: Item) -> tuple[MissingFact, ...]:
    """Ask whether the supplement describes the item."""
    question = f"Is {item.eccn or 'the item'} described in Supplement No. 2 to part 744?"
    return (MissingFact(f"characteristics.{SLUG}", question, citation),)


def _is_low_level(eccn: Eccn, entry: Entry | None) -> bool:
    if entry is not None and entry.rows:
        return all(row.reason == "AT" for row in entry.rows)
    return eccn.symbol[2] == LOW_LEVEL
