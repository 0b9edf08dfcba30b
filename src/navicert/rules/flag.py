"""A red flag that a rule reads off the order, and that its slug resolves with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.facts.transaction import Transaction
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Flag:
    """What raises it: ``said`` for people, ``trigger`` what the order states, ``question``."""

    slug: str
    said: str
    trigger: str
    question: str
    citation: str


def raised(flag: Flag, transaction: Transaction) -> Finding:
    """Hold the order, or note why it need not be held any more."""
    reason = dict(transaction.knowledge.resolved).get(flag.slug, "")
    if reason:
        said = f"{flag.said}: resolved, {reason}"
        return Finding(FindingKind.NOTE, Truth.YES, flag.citation, said)
    asked = f"{flag.question} Resolve the flag {flag.slug} with the reason."
    return Finding(
        FindingKind.RED_FLAG,
        Truth.YES,
        flag.citation,
        flag.trigger,
        general_prohibition=10,
        overcome_by=f"find out; write the reason under knowledge.resolved, flag {flag.slug}",
        plain=flag.said,
        missing=(MissingFact("knowledge.resolved", asked, flag.citation),),
    )
