"""General Prohibition Ten and red flags: what the exporter knows (732 supp. 3, 736.2(b)(10))."""

from __future__ import annotations

from navicert.facts.transaction import Transaction
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth


@cites("15 CFR Supp. 3 to 732", "15 CFR 736.2(b)(10)")
def red_flags(transaction: Transaction) -> tuple[Finding, ...]:
    """A red flag holds the order until somebody resolves it and writes down the reason."""
    resolved = dict(transaction.knowledge.resolved)
    return tuple(
        _resolved(flag, resolved[flag]) if resolved.get(flag) else _open(flag)
        for flag in transaction.knowledge.red_flags
    )


@cites("15 CFR 736.2(b)(10)", "15 CFR 764.2(e)")
def known_violation(transaction: Transaction) -> tuple[Finding, ...]:
    """Nobody may proceed knowing that a violation has occurred or is about to occur."""
    if transaction.knowledge.violation is not Truth.YES:
        return ()
    return (
        Finding(
            FindingKind.PROHIBITION,
            Truth.YES,
            "15 CFR 736.2(b)(10)",
            "the order says that a violation is known",
            label="736.2(b)(10)",
            general_prohibition=10,
            allows_exceptions=frozenset(),
            overcome_by="permission of BIS (764.5(g)); no license exception",
        ),
    )


def _open(flag: str) -> Finding:
    question = f"How was the red flag {flag!r} resolved?"
    return Finding(
        FindingKind.RED_FLAG,
        Truth.YES,
        "15 CFR Supp. 3 to 732",
        flag,
        general_prohibition=10,
        overcome_by="resolve it, and write the reason under knowledge.resolved",
        missing=(MissingFact("knowledge.resolved", question, "15 CFR Supp. 3 to 732"),),
    )


def _resolved(flag: str, reason: str) -> Finding:
    return Finding(
        FindingKind.NOTE, Truth.YES, "15 CFR Supp. 3 to 732", f"{flag}: resolved, {reason}"
    )
