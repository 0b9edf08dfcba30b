"""Whether an item is on Supplement No. 2 to part 744, which military end users turn on (744.21)."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.tables.listed_users import MilitaryItem
from navicert.law.tables.part_744 import OnADay
from navicert.rules.finding import MissingFact
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse

SLUG = "in_744_supp_2"


def in_supplement_2(item: Item, law: OnADay) -> Truth:
    """Tell whether Supplement No. 2 lists an item; it lists no EAR99.

    The order's own answer goes first; then the entry, its paragraph, and a figure.
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
    return Truth.NO if row is None else _described(row, eccn, item)


def supplement_2_asked(citation: str, item: Item) -> tuple[MissingFact, ...]:
    """Ask whether the supplement describes the item."""
    question = f"Is {item.eccn or 'the item'} described in Supplement No. 2 to part 744?"
    return (MissingFact(f"characteristics.{SLUG}", question, citation),)


def _described(row: MilitaryItem, eccn: Eccn, item: Item) -> Truth:
    """A paragraph less deep than the supplement's leaves open which one it is."""
    if row.entire or any(eccn.is_within(one) for one in row.whole):
        return Truth.YES
    if row.only and not any(eccn.is_within(one) or one.is_within(eccn) for one in row.only):
        return Truth.NO
    figure = item.figures.get(row.figure) if row.more_than is not None else None
    return Truth.UNKNOWN if figure is None else parse(figure > (row.more_than or 0))
