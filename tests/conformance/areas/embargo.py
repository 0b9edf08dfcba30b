"""Cases on part 746."""

from __future__ import annotations

from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.law.edition import standard_law
from navicert.parties.watch import Watch
from tests.conformance.compare import REQUIREMENTS, answers, differing
from tests.conformance.record import record
from tests.conformance.vocabulary import Case, transaction_of

COMPARED = (*REQUIREMENTS, "prohibited", "other_agency")


def determine(case: Case) -> Determination:
    """Ask the engine; the parties of a case are on no list but those that it names."""
    return assess(transaction_of(case), Watch.of(record()), standard_law())


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area."""
    return differing(COMPARED, case.expected, answers(determine(case)))
