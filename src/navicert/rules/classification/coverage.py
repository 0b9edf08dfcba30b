"""Whether a part of an entry covers an item: paragraphs, what it is for, and conditions."""

from __future__ import annotations

from collections.abc import Callable

from navicert.facts.item import Item
from navicert.law.tables.control_list import Limits
from navicert.rules.finding import MissingFact
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, all_of, any_of

ControlledFor = Callable[[Eccn, str], Truth]
"""Whether a related item is controlled for a reason, such as 6A008 for MT."""


def covers(limits: Limits, item: Item, controlled_for: ControlledFor) -> Truth:
    """Tell whether the limits of a control row or an eligibility line take an item in."""
    if item.eccn is None:
        return Truth.UNKNOWN
    inside = within_any(item.eccn, limits.paragraphs) if limits.paragraphs else Truth.YES
    if limits.except_paragraphs:
        inside = inside & ~within_any(item.eccn, limits.except_paragraphs)
    if inside is Truth.NO:
        return inside
    asked = all_of(item.characteristic(slug) for slug in limits.conditions)
    return inside & asked & _not_taken_out(limits, item) & is_for(limits, item, controlled_for)


def _not_taken_out(limits: Limits, item: Item) -> Truth:
    """A carve-out must be claimed: what nobody said does not lift a control."""
    if not limits.unless:
        return Truth.YES
    claimed = any(item.characteristic(slug) is Truth.YES for slug in limits.unless)
    return Truth.NO if claimed else Truth.YES


def within_any(eccn: Eccn, paths: tuple[Eccn, ...]) -> Truth:
    """Tell whether an item lies in one of some paragraphs.

    Unknown when the item's own paragraph is not given deep enough to tell.
    """
    same = [path for path in paths if path.symbol == eccn.symbol]
    if not same:
        return Truth.NO
    if any(eccn.is_within(path) for path in same):
        return Truth.YES
    return Truth.UNKNOWN if any(path.is_within(eccn) for path in same) else Truth.NO


def is_for(limits: Limits, item: Item, controlled_for: ControlledFor) -> Truth:
    """Tell whether technology or software is for the items that a row names."""
    if not limits.for_items and not limits.for_reason:
        return Truth.YES
    if not item.for_items:
        return Truth.UNKNOWN
    return any_of(_is_one_for(limits, related, controlled_for) for related in item.for_items)


def _is_one_for(limits: Limits, related: Eccn, controlled_for: ControlledFor) -> Truth:
    named = within_any(related, limits.for_items) if limits.for_items else Truth.YES
    if named is Truth.NO or not limits.for_reason:
        return named
    return named & controlled_for(related, limits.for_reason)


def missing_for(
    limits: Limits, item: Item, ask: Callable[[str], str], citation: str
) -> tuple[MissingFact, ...]:
    """Name the facts that keep ``covers`` from a yes or a no, in order, each once."""
    found: list[MissingFact] = []
    if item.eccn is not None and Truth.UNKNOWN in (
        within_any(item.eccn, limits.paragraphs),
        within_any(item.eccn, limits.except_paragraphs),
    ):
        question = f"Which paragraph of {item.eccn} describes the item?"
        found.append(MissingFact("eccn", question, citation))
    if (limits.for_items or limits.for_reason) and not item.for_items:
        question = "Which items is this software or technology for (their ECCNs)?"
        found.append(MissingFact("for_items", question, citation))
    found.extend(
        MissingFact(f"characteristics.{slug}", ask(slug), citation)
        for slug in (*limits.conditions, *limits.unless)
        if item.characteristic(slug) is Truth.UNKNOWN
    )
    return tuple(found)
