"""An order that says two things: nobody knows which of them holds, so the line holds too."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.cites import cites
from navicert.rules.controls.recipients import recipients
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.flag import Flag, raised
from navicert.terms.truth import Truth

WORDS = "end_use_text"
NATIONALITY = "15 CFR 734.13(b), 734.14(b)"


@cites("15 CFR Supp. 3 to 732", "15 CFR part 744")
def end_use_in_words(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """A use that is called civil, and whose own words speak of arms, is not known."""
    end_use = transaction.end_use
    if end_use.kind is not EndUseKind.CIVIL:
        return ()
    said = f"{end_use.text} {end_use.purpose.replace('_', ' ')}"
    found = edition.words_of_arms(said)
    if not found:
        return ()
    flag = Flag(
        WORDS,
        f"the end use is called civil, but its words say {found!r}",
        f"end_use.text: {found}",
        "What is the item for?",
        "15 CFR part 744; Supp. 3 to 732",
    )
    return (raised(flag, transaction),)


@cites("15 CFR 734.13(b)", "15 CFR 734.14(b)")
def nationality_of_a_release(transaction: Transaction) -> tuple[Finding, ...]:
    """A release has one nationality that counts, and so has the person who gets it."""
    counted = transaction.release_nationality
    if not transaction.is_deemed or counted is None:
        return ()
    others = [one for one in recipients(transaction) if one.nationality not in {None, counted}]
    return tuple(
        Finding(
            FindingKind.SCOPE,
            Truth.UNKNOWN,
            NATIONALITY,
            f"the release counts as one to {counted}, but {one.name} is of {one.nationality}",
            missing=(
                MissingFact(
                    "release_nationality",
                    f"Which citizenship or permanent residency of {one.name} is the most recent?",
                    NATIONALITY,
                ),
            ),
        )
        for one in others
    )


@cites("15 CFR 738.2", "15 CFR 772.1")
def technology_for_what(item: Item) -> tuple[Finding, ...]:
    """What an entry of the list controls is not for an item that no entry describes."""
    named = [one for one in item.for_items if one.is_ear99]
    if not named or item.eccn is None or item.eccn.is_ear99:
        return ()
    question = f"For which items is it, or is it EAR99 itself? {item.eccn} is not for EAR99 alone."
    return (
        Finding(
            FindingKind.CLASSIFICATION,
            Truth.UNKNOWN,
            "15 CFR 738.2; 772.1",
            f"{item.name!r} is said to be {item.eccn}, and for EAR99",
            missing=(MissingFact("for_items", question, "15 CFR 738.2"),),
        ),
    )
