"""What the order says of its end use, and the uses that this part leaves to a person."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.bearing import Bearing, stating
from navicert.rules.cites import cites
from navicert.rules.controls.end_uses.reach import asked, is_for
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth


@cites("15 CFR 732.3(m)", "15 CFR Supp. 3 to 732", bears=stating(None))
def end_use_stated(transaction: Transaction) -> tuple[Finding, ...]:
    """Nobody may proceed without knowing what the item is for."""
    if transaction.end_use.kind is not None:
        return ()
    question = "What is the end use: civil, military, nuclear, missile, chemical_biological ...?"
    citation = "15 CFR part 744; Supp. 3 to 732"
    return (
        Finding(
            FindingKind.RED_FLAG,
            Truth.UNKNOWN,
            citation,
            "no end use is stated",
            general_prohibition=5,
            missing=(MissingFact("end_use.kind", question, citation),),
        ),
    )


def _foreign_vessel(transaction: Transaction, _edition: Edition) -> bool:
    return transaction.end_use.characteristic("foreign_vessel_or_aircraft") is Truth.YES


@cites("15 CFR 744.7(a)", bears=Bearing(orders=_foreign_vessel))
def vessels_and_aircraft(matter: Matter) -> tuple[Finding, ...]:
    """An item for a foreign vessel or aircraft must be free to go to every country behind it."""
    end_use = matter.transaction.end_use
    permitted = end_use.characteristic("vessel_or_aircraft_permitted")
    if end_use.characteristic("foreign_vessel_or_aircraft") is not Truth.YES:
        return ()
    if permitted is Truth.YES:
        return ()
    law = matter.edition.part_744()
    missing = asked(end_use, ("vessel_or_aircraft_permitted",), law, "15 CFR 744.7(a)")
    return (_open("744.7", "15 CFR 744.7(a)", ~permitted, missing),)


@cites("15 CFR part 744", "15 CFR 732.3(h)", bears=stating(EndUseKind.OTHER))
def another_end_use(matter: Matter) -> tuple[Finding, ...]:
    """An end use of no kind that the engine knows is left to a person."""
    if not is_for(matter.transaction, EndUseKind.OTHER):
        return ()
    question = "Does 15 CFR part 744 require a license for this end use? Ask counsel; record why."
    missing = [MissingFact("end_use", question, "15 CFR part 744")]
    return (_open("744", "15 CFR part 744", Truth.UNKNOWN, missing),)


def _open(label: str, citation: str, holds: Truth, missing: list[MissingFact]) -> Finding:
    return Finding(
        FindingKind.REQUIREMENT,
        holds,
        citation,
        "the order states an end use that part 744 speaks of",
        label=label,
        reason="END_USE",
        general_prohibition=5,
        allows_exceptions=frozenset(),
        overcome_by="a license; exceptions only as part 744 says",
        missing=tuple(missing) if holds is Truth.UNKNOWN else (),
    )
