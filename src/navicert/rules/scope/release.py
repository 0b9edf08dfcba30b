"""Releases of technology and source code, deemed to go to a person's country (15 CFR 734.13(b))."""

from __future__ import annotations

from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth

CITATION = "15 CFR 734.13(b), 734.14(b)"


def _is_release(transaction: Transaction, _edition: Edition) -> bool:
    return transaction.is_deemed


@cites("15 CFR 734.13(b)", "15 CFR 734.14(b)", bears=Bearing(orders=_is_release))
def release_destination(transaction: Transaction) -> tuple[Finding, ...]:
    """A release goes to the person's most recent citizenship or permanent residency."""
    if not transaction.is_deemed:
        return ()
    nationality = transaction.release_nationality
    if nationality is not None:
        return (
            Finding(
                FindingKind.NOTE,
                Truth.YES,
                CITATION,
                f"the release is deemed to go to {nationality}, the nationality that counts",
            ),
        )
    question = "What is the person's most recent citizenship or permanent residency?"
    return (
        Finding(
            FindingKind.SCOPE,
            Truth.UNKNOWN,
            CITATION,
            "the order does not say of which country the person is",
            missing=(MissingFact("release_nationality", question, CITATION),),
        ),
    )
