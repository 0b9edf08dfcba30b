"""What a paragraph of part 744 asks, where it holds, and the finding that comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navicert.errors import LawNotCovered
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.tables.end_use_controls import EndUseControl
from navicert.law.tables.part_744 import OnADay
from navicert.rules.classification.coverage import within_any
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, any_of, parse


@dataclass(frozen=True, slots=True)
class Reach:
    """A paragraph, whether it holds at a place, the gap if nobody verified that.

    ``not_yet`` says that the paragraph was created later: then it holds nowhere.
    """

    control: EndUseControl
    there: Truth
    gap: str = ""
    not_yet: bool = False


def reach(key: str, countries: Iterable[str], law: OnADay) -> Reach:
    """Ask a paragraph about places; any of them is enough."""
    try:
        control = law.control(key)
    except LawNotCovered as gap:
        return Reach(law.first_words(key), Truth.UNKNOWN, str(gap))
    if control is None:
        return Reach(law.first_words(key), Truth.NO, not_yet=True)
    try:
        there = any_of(parse(law.names(control, country)) for country in countries)
    except LawNotCovered as gap:
        return Reach(control, Truth.UNKNOWN, str(gap))
    return Reach(control, there)


def is_for(transaction: Transaction, kind: EndUseKind) -> bool:
    """Tell whether the order states a kind of end use."""
    return transaction.end_use.kind is kind


def describes(control: EndUseControl, item: Item) -> Truth:
    """Tell whether the paragraph is about an item; a heading less deep than needed is unknown."""
    eccn = item.eccn
    if eccn is None:
        return Truth.UNKNOWN if _limited(control) else Truth.YES
    if eccn.is_ear99:
        return parse(not _limited(control))
    if control.ccl or not _limited(control):
        return Truth.YES
    if eccn.symbol[:2] in control.product_groups:
        return Truth.YES
    return among(eccn, control.items, control.except_items)


def _limited(control: EndUseControl) -> bool:
    return bool(control.ccl or control.items or control.product_groups or control.described_items)


def among(eccn: Eccn, listed: tuple[Eccn, ...], left_out: tuple[Eccn, ...]) -> Truth:
    """Tell whether a classification is one of a list, less what the list leaves out."""
    inside = within_any(eccn, listed)
    return inside & ~within_any(eccn, left_out) if left_out else inside


def asked(end_use: EndUse, slugs: Iterable[str], law: OnADay, citation: str) -> list[MissingFact]:
    """Give the questions about the end use that nobody answered."""
    return [
        MissingFact(f"end_use.characteristics.{slug}", law.question(slug), citation)
        for slug in slugs
        if end_use.characteristic(slug) is Truth.UNKNOWN
    ]


def said(end_use: EndUse, slugs: Iterable[str]) -> Truth:
    """Tell whether any of some characteristics of the end use holds."""
    return any_of(end_use.characteristic(slug) for slug in slugs)


def requirement(
    found: Reach, holds: Truth, trigger: str, missing: Iterable[MissingFact] = ()
) -> tuple[Finding, ...]:
    """Give the license requirement of a paragraph; nothing where it plainly does not hold."""
    whole = holds & found.there
    if whole is Truth.NO:
        return ()
    control = found.control
    open_ = whole is Truth.UNKNOWN
    return (
        Finding(
            FindingKind.REQUIREMENT,
            whole,
            control.citation,
            f"{trigger}; {found.gap}" if found.gap else trigger,
            label=control.label,
            reason="END_USE",
            general_prohibition=5,
            allows_exceptions=control.exceptions,
            overcome_by=_overcome(control.exceptions),
            missing=tuple(missing) or _counsel(control) if open_ else (),
        ),
    )


def _overcome(exceptions: frozenset[str]) -> str:
    named = ", ".join(sorted(exceptions))
    return f"a license; of the exceptions only {named}" if named else "a license; no exception"


def _counsel(control: EndUseControl) -> tuple[MissingFact, ...]:
    question = f"Does {control.citation} require a license here? Ask counsel; record why."
    return (MissingFact("end_use", question, control.citation),)


def where(matter: Matter) -> tuple[str, ...]:
    """Give the place that counts: the destination."""
    return (matter.destination.country,)
