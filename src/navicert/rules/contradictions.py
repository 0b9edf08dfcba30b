"""An order that says two things: nobody knows which of them holds, so the line holds too."""

from __future__ import annotations

from navicert.facts.end_use import EndUseKind
from navicert.facts.item import Item, ItemKind
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.controls.recipients import recipients
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.flag import Flag, raised
from navicert.terms.activity import SENDING, Activity
from navicert.terms.truth import Truth

WORDS, ANSWERS = "end_use_text", "end_use_answers"
RELEASE = "release_to_another_national"
TWO = 2
NATIONALITY = "15 CFR 734.13(b), 734.14(b)"


@cites("15 CFR Supp. 3 to 732", "15 CFR part 744")
def end_use_in_words(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """A use that is called civil, and whose own words speak of arms, is not known."""
    end_use = transaction.end_use
    if end_use.kind is not EndUseKind.CIVIL:
        return ()
    said = f"{end_use.text} {end_use.purpose.replace('_', ' ')}"
    found = edition.words_of_arms(said, transaction.destination.country)
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


@cites("15 CFR part 744", "15 CFR Supp. 3 to 732")
def end_use_in_answers(transaction: Transaction, edition: Edition) -> tuple[Finding, ...]:
    """An answer that tells of a use of part 744 gainsays another kind of end use."""
    use, law = transaction.end_use, edition.part_744()
    told = [
        (slug, law.tells_of(slug))
        for slug, holds in use.characteristics.items()
        if holds is Truth.YES and law.tells_of(slug) not in {"", use.kind}
    ]
    if use.kind is None or not told:
        return ()
    slug, kind = told[0]
    flag = Flag(
        ANSWERS,
        f"the end use is called {use.kind.value}, but the order answers {slug} with yes",
        f"end_use.characteristics.{slug}: yes",
        f"Is the end use {kind}?",
        "15 CFR part 744; Supp. 3 to 732",
    )
    return (raised(flag, transaction),)


def _names_two_places(transaction: Transaction, _edition: Edition) -> bool:
    inside = transaction.activity is Activity.TRANSFER_IN_COUNTRY
    located = (transaction.located_in, *(line.item.located_in for line in transaction.lines))
    return inside or any(one is not None for one in located)


def _names_nationality(transaction: Transaction, _edition: Edition) -> bool:
    return any(one.nationality is not None for one in recipients(transaction))


def _maybe_released(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return _can_be_released(item)


def _is_release(transaction: Transaction, _edition: Edition) -> bool:
    return transaction.is_deemed


@cites("15 CFR 734.13", "15 CFR 734.14", "15 CFR 734.16", bears=Bearing(orders=_names_two_places))
def place_of_departure(
    transaction: Transaction, item: Item, edition: Edition
) -> tuple[Finding, ...]:
    """An item leaves from where it is; an order that names two places leaves open from where."""
    if transaction.activity not in SENDING or transaction.is_deemed:
        return ()
    stated = (transaction.exported_from, transaction.located_in, item.located_in)
    places = {edition.country_of(one) for one in stated if one is not None}
    if transaction.activity is Activity.TRANSFER_IN_COUNTRY:
        places.add(edition.country_of(transaction.destination.country))
    if len(places) < TWO:
        return ()
    question = "From which country does the item leave, and where is it now?"
    citation = "15 CFR 734.13, 734.14, 734.16"
    return (
        Finding(
            FindingKind.REQUIREMENT,
            Truth.UNKNOWN,
            citation,
            f"the order names {' and '.join(sorted(places))} as where the item is",
            label="734.13",
            general_prohibition=1,
            missing=(MissingFact("from", question, citation),),
        ),
    )


@cites(
    "15 CFR 734.13(b)",
    "15 CFR 734.14(a)(2)",
    "15 CFR 734.14(b)",
    bears=Bearing(orders=_names_nationality, items=_maybe_released),
)
def recipient_of_another_nationality(
    transaction: Transaction, item: Item, edition: Edition
) -> tuple[Finding, ...]:
    """Technology for a person of a third country is released to that country as well."""
    if transaction.is_deemed or not _can_be_released(item):
        return ()
    home = edition.country_of(transaction.destination.country)
    others = [
        (one.name, one.nationality)
        for one in recipients(transaction)
        if one.nationality is not None and edition.country_of(one.nationality) != home
    ]
    return tuple(
        raised(
            Flag(
                RELEASE,
                f"{name} is of {country}: a release to that person is one to {country}",
                f"technology or source code for {name}, nationality {country}",
                f"May it be released to a national of {country}? Check it as a deemed export.",
                "15 CFR 734.13(b), 734.14(a)(2), (b)",
            ),
            transaction,
        )
        for name, country in others
    )


def _can_be_released(item: Item) -> bool:
    """Whether it is technology, or source code (734.13(a)(2)); object code is not released."""
    source = item.characteristic("source_code") is Truth.YES
    return item.kind is ItemKind.TECHNOLOGY or (item.kind is ItemKind.SOFTWARE and source)


@cites("15 CFR 734.13(b)", "15 CFR 734.14(b)", bears=Bearing(orders=_is_release))
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


def _maybe_for_ear99(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return bool(item.for_items)


@cites("15 CFR 738.2", "15 CFR 772.1", bears=Bearing(items=_maybe_for_ear99))
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
