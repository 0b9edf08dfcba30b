"""EAR99 is what remains when the order of review finds nothing (Supplement No. 4 to part 774)."""

from __future__ import annotations

from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.law.tables.order_of_review import Question
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth

CITATION = "15 CFR Supp. 4 to 774"


def _answers_of_ear99(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return item.eccn is not None and item.eccn.is_ear99 and bool(item.characteristics)


@cites("15 CFR Supp. 4 to 774", "15 CFR 732.3(b)", bears=Bearing(items=_answers_of_ear99))
def order_of_review(item: Item, edition: Edition) -> tuple[Finding, ...]:
    """An item is EAR99 only when no entry names it and none catches it as specially designed.

    An order that says EAR99 says that its exporter asked; only its own answers reopen that.
    """
    if item.eccn is None or not item.eccn.is_ear99:
        return ()
    order = edition.order_of_review()
    reopened = [one for one in order.questions if item.characteristic(one.slug) is Truth.YES]
    if reopened:
        return tuple(_reopened(one) for one in reopened)
    if item.characteristic(order.done) is not Truth.NO:
        return ()
    return (_not_done(order.done, order.questions, item),)


def _reopened(one: Question) -> Finding:
    question = f"The order answers yes to: {one.asks} Which entry or list has the item then?"
    return Finding(
        FindingKind.CLASSIFICATION,
        Truth.UNKNOWN,
        one.citation,
        f"EAR99 does not agree with the answer to: {one.asks}",
        missing=(MissingFact("eccn", question, one.citation),),
    )


def _not_done(done: str, questions: tuple[Question, ...], item: Item) -> Finding:
    open_ = [one for one in questions if item.characteristic(one.slug) is Truth.UNKNOWN]
    asked = tuple(
        MissingFact(f"characteristics.{one.slug}", one.asks, one.citation) for one in open_
    )
    last = MissingFact(f"characteristics.{done}", "Was the order of review gone through?", CITATION)
    return Finding(
        FindingKind.CLASSIFICATION,
        Truth.UNKNOWN,
        CITATION,
        "the order says that nobody went through the order of review before it said EAR99",
        missing=(*asked, last),
    )
