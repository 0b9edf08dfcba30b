"""Whether the parties were screened at all (15 CFR 732.3(g) and (h), Supp. 3 to part 732)."""

from __future__ import annotations

from navicert.facts.standing import Standing
from navicert.facts.transaction import Transaction
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth

CITATION = "15 CFR 732.3(g), (h)"
HOW = "load a list with 'navicert lists load FILE', or name one with '--watch FILE'"


@cites("15 CFR 732.3(g)", "15 CFR 732.3(h)")
def screened(standing: Standing, transaction: Transaction) -> tuple[Finding, ...]:
    """No party goes unscreened: without a list, and without a word of who did it, it holds."""
    if standing.screened:
        return ()
    elsewhere = standing.party.screened_elsewhere or transaction.screened_elsewhere
    if elsewhere:
        return (
            Finding(
                FindingKind.NOTE,
                Truth.YES,
                CITATION,
                f"{standing.party.name}: screened elsewhere, as the order says: {elsewhere}",
            ),
        )
    question = f"Is {standing.party.name!r} on a list? No list was asked: {HOW}."
    return (
        Finding(
            FindingKind.SCREENING,
            Truth.UNKNOWN,
            CITATION,
            f"{standing.party.name} is unscreened: no list was asked",
            overcome_by=HOW,
            missing=(MissingFact("parties", question, CITATION),),
        ),
    )


@cites("15 CFR 748.5", "15 CFR 732.3(g)")
def parties_named(transaction: Transaction) -> tuple[Finding, ...]:
    """The parties must be named before anybody can say whether they may be dealt with."""
    if transaction.parties:
        return ()
    question = "Who are the purchaser, the consignees and the end user?"
    return (
        Finding(
            FindingKind.SCREENING,
            Truth.UNKNOWN,
            "15 CFR 748.5",
            "the order names no party",
            missing=(MissingFact("parties", question, "15 CFR 748.5"),),
        ),
    )
