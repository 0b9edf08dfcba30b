"""Items subject to the EAR, and items that are not (15 CFR 734.3)."""

from __future__ import annotations

from navicert.facts.item import Item, ItemKind
from navicert.facts.transaction import Transaction
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth

US = "US"
ENCRYPTION = "5D002"
FIREARM_FILES = frozenset({"0D501", "0D505", "0E501", "0E505"})


@cites("15 CFR 734.3(a)(1)")
def in_the_united_states(transaction: Transaction, item: Item) -> tuple[Finding, ...]:
    """All items in the United States are subject to the EAR, wherever they were made."""
    if US not in (transaction.exported_from, transaction.located_in, item.located_in):
        return ()
    return (_subject("15 CFR 734.3(a)(1)", "the item is in, or leaves, the United States"),)


@cites("15 CFR 734.3(a)(2)")
def of_us_origin(item: Item) -> tuple[Finding, ...]:
    """Items of US origin are subject to the EAR wherever they are."""
    if item.origin != US:
        return ()
    return (_subject("15 CFR 734.3(a)(2)", "the item is of US origin"),)


@cites("15 CFR 734.3(a)(3)", "15 CFR 734.3(a)(4)", "15 CFR 734.4", "15 CFR 734.9")
def foreign_made(transaction: Transaction, item: Item) -> tuple[Finding, ...]:
    """A foreign-made item abroad is subject if US content or US technology makes it so."""
    places = (transaction.exported_from, transaction.located_in, item.located_in)
    if US in (*places, item.origin):
        return ()
    if item.us_content is Truth.NO and item.us_technology is Truth.NO:
        said = "the order says that it has no US content and is no product of US technology"
        return (Finding(FindingKind.SCOPE, Truth.NO, "15 CFR 734.3(a)", said),)
    if item.us_content is Truth.YES:
        said = "its controlled US content is above de minimis"
        return (_subject("15 CFR 734.3(a)(3)", said),)
    return (
        Finding(
            FindingKind.SCOPE,
            Truth.UNKNOWN,
            "15 CFR 734.3(a)(3), (4)",
            f"a foreign-made item of {item.origin or 'unstated origin'} outside the United States",
            missing=_asked_of_foreign_items(transaction, item),
        ),
    )


@cites("15 CFR 734.3(b)(1)")
def of_another_agency(item: Item, agency: str) -> tuple[Finding, ...]:
    """An item in the exclusive jurisdiction of another agency is not subject to the EAR."""
    agency = item.other_agency or agency
    if not agency:
        return ()
    trigger = f"{item.name!r} is controlled by {agency}"
    return (Finding(FindingKind.SCOPE, Truth.NO, "15 CFR 734.3(b)(1)", trigger, agency=agency),)


@cites("15 CFR 734.3(b)(3)", "15 CFR 734.7")
def published(item: Item) -> tuple[Finding, ...]:
    """Published technology and software are not subject to the EAR, with two exceptions."""
    if item.published is not Truth.YES or item.kind is ItemKind.COMMODITY:
        return ()
    symbol = item.eccn.symbol if item.eccn else ""
    if item.kind is None or symbol in FIREARM_FILES | {ENCRYPTION}:
        question = (
            "Is it encryption software that meets 742.15(b), or a file for making firearms? "
            "Published items of these kinds can stay subject to the EAR."
        )
        missing = (MissingFact("published", question, "15 CFR 734.7(b), (c)"),)
        trigger = "the order says that it is published"
        return (
            Finding(FindingKind.SCOPE, Truth.UNKNOWN, "15 CFR 734.7", trigger, missing=missing),
        )
    return (
        Finding(FindingKind.SCOPE, Truth.NO, "15 CFR 734.7", "the order says that it is published"),
    )


def _subject(citation: str, trigger: str) -> Finding:
    return Finding(FindingKind.SCOPE, Truth.YES, citation, trigger)


def _asked_of_foreign_items(transaction: Transaction, item: Item) -> tuple[MissingFact, ...]:
    asked = []
    if item.origin is None:
        question = "Where was the item made (ISO 3166-1)?"
        asked.append(MissingFact("origin", question, "15 CFR 734.3(a)"))
    if transaction.exported_from is None:
        question = "From which country does the item leave?"
        asked.append(MissingFact("from", question, "15 CFR 734.3(a)(1)"))
    if item.us_content is not Truth.NO:
        question = "Does the foreign-made item contain controlled US content above de minimis?"
        asked.append(MissingFact("us_content", question, "15 CFR 734.4"))
    if item.us_technology is not Truth.NO:
        question = "Is it the direct product of US technology, software or a plant made by them?"
        asked.append(MissingFact("us_technology", question, "15 CFR 734.9"))
    return tuple(asked)
