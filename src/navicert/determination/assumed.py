"""What whoever asks assumes of the law where it is not verified, and how the answer says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from navicert.facts.transaction import AssumedRule, Transaction
from navicert.law.edition import Edition, Law

IN_FORCE, STAYED = "in force", "stayed"
ASSUMED = "assumed by whoever asked, not verified: the Affiliates rule"
UNUSED = "not used: that the Affiliates rule"


def edition_of(transaction: Transaction, law: Law) -> Edition:
    """Open the law at the day of an order, with what the order assumes of the Affiliates rule."""
    return assuming(law.open_at(transaction.day), transaction.affiliates_rule)


def assuming(edition: Edition, rule: AssumedRule | None) -> Edition:
    """Give the edition with an assumption, which counts only where nothing was verified."""
    return edition if rule is None else replace(edition, assumed_affiliates=rule.in_force)


def assumed(rule: AssumedRule | None, edition: Edition) -> Iterator[str]:
    """Say what was assumed and by what word, or that it was not used."""
    if rule is None:
        return
    state = IN_FORCE if rule.in_force else STAYED
    if edition.assumes_affiliates():
        yield (f"{ASSUMED} is {state} on {edition.day}, because: {rule.because}")
        return
    yield (
        f"{UNUSED} is {state}, as whoever asked assumes "
        f"({rule.because}); what holds on {edition.day} is law data"
    )


def is_ours(note: str) -> bool:
    """Tell whether a note is of an assumption."""
    return note.startswith((ASSUMED, UNUSED))
