"""Items that are not subject to the EAR, whoever made them (15 CFR 734.3(b))."""

from __future__ import annotations

from navicert.errors import LawNotCovered
from navicert.facts.item import Item, ItemKind
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.law.tables.exclusions import Exclusion
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.scope.answer import NO, Answer, both, either, stated
from navicert.terms.truth import Truth

LABEL = "734.3(b)"
OTHER_AGENCY = "other_agency"


def _maybe_given_away(item: Item, entry: Entry | None, _edition: Edition) -> bool:
    return bool(item.other_agency) or (entry is not None and entry.status == OTHER_AGENCY)


@cites("15 CFR 734.3(b)(1)", bears=Bearing(items=_maybe_given_away))
def of_another_agency(item: Item, entry: Entry | None, edition: Edition) -> tuple[Finding, ...]:
    """An item in the exclusive jurisdiction of another agency is not subject to the EAR."""
    agency = entry.agency if entry is not None and entry.status == OTHER_AGENCY else ""
    citation = "15 CFR 734.3(b)(1)"
    if item.other_agency:
        known = edition.tables.exclusions.agency(item.other_agency)
        agency = known.name if known else item.other_agency
        citation = known.citation if known else citation
    if not agency:
        return ()
    said = f"{item.name!r} is controlled by {agency}"
    if item.other_agency not in {"", agency}:
        said = f"{said} ({item.other_agency})"
    return (Finding(FindingKind.SCOPE, Truth.NO, citation, said, label=LABEL, agency=agency),)


def _says_something(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return bool(item.characteristics)


def _is_published(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return item.published is Truth.YES and item.kind is not ItemKind.COMMODITY


@cites(
    "15 CFR 734.3(b)(2)",
    "15 CFR 734.3(b)(3)",
    "15 CFR 734.8",
    "15 CFR 734.10",
    bears=Bearing(items=_says_something),
)
def excluded(item: Item, edition: Edition) -> tuple[Finding, ...]:
    """Publications, fundamental research, courses, patents and telemetry are not subject."""
    return tuple(
        _listed_too(item, one) if one.never_listed and _is_listed(item) else _left_out(item, one)
        for one in edition.tables.exclusions.exclusions
        if item.characteristic(one.slug) is Truth.YES
        and not (one.unless and item.characteristic(one.unless) is Truth.YES)
        and (not one.kinds or item.kind in one.kinds)
    )


def _left_out(item: Item, one: Exclusion) -> Finding:
    said = f"{item.name!r}, as the order says: {one.said}"
    return Finding(FindingKind.SCOPE, Truth.NO, one.citation, said, label=LABEL)


def _listed_too(item: Item, one: Exclusion) -> Finding:
    """The order says two things of the item: nobody knows whether it is subject."""
    said = f"{item.name!r} is said to be {one.said}, and also {item.eccn}"
    question = f"Which of the two is it? {item.eccn} describes no such thing."
    asked = MissingFact(f"characteristics.{one.slug}", question, one.citation)
    return Finding(
        FindingKind.SCOPE, Truth.UNKNOWN, one.citation, said, label=LABEL, missing=(asked,)
    )


def _is_listed(item: Item) -> bool:
    return item.eccn is not None and not item.eccn.is_ear99


@cites("15 CFR 734.3(b)(3)", "15 CFR 734.7", "15 CFR 742.15(b)", bears=Bearing(items=_is_published))
def published(item: Item, edition: Edition) -> tuple[Finding, ...]:
    """Published technology and software are not subject to the EAR, with two exceptions."""
    if not _is_published(item, None, edition):
        return ()
    stays = either((_encryption(item, edition), _firearm_file(item, edition), _kind_known(item)))
    if stays.holds is Truth.YES:
        said = "published, and yet subject to the EAR: encryption software or a file for firearms"
        return (Finding(FindingKind.NOTE, Truth.YES, "15 CFR 734.7(b), (c)", said),)
    return (
        Finding(
            FindingKind.SCOPE,
            stays.holds,
            "15 CFR 734.7",
            "the order says that it is published",
            label=LABEL,
            missing=stays.missing,
        ),
    )


def _kind_known(item: Item) -> Answer:
    """Without its kind and, for software, its entry nobody can tell whether it stays subject."""
    if item.kind is None:
        return stated(Truth.UNKNOWN, "kind", "Is it technology or software?", "15 CFR 734.7")
    if item.kind is ItemKind.SOFTWARE and item.eccn is None:
        question = "Which ECCN is the published software? Encryption software can stay subject."
        return stated(Truth.UNKNOWN, "eccn", question, "15 CFR 734.7(b)")
    return NO


def _encryption(item: Item, edition: Edition) -> Answer:
    """Encryption software stays subject unless its source code meets 742.15(b)."""
    law = edition.tables.exclusions
    if item.eccn is None or item.eccn.symbol not in law.encryption:
        return NO
    source = _asked(item, "source_code", "Is it source code (no means object code)?")
    published = _asked(
        item,
        "corresponding_source_published",
        "Is the corresponding source code published, and does it meet 742.15(b)?",
    )
    meets = either((both((source, _notified(item, edition))), both((_not(source), published))))
    return _not(meets)


def _notified(item: Item, edition: Edition) -> Answer:
    """The e-mail to BIS was sent, or is not needed for what the code does."""
    sent = _asked(
        item,
        "encryption_notice_sent",
        "Was the e-mail notice of 742.15(b)(2) sent to BIS and the ENC coordinator?",
    )
    try:
        for_all = edition.tables.exclusions.notice_for.at(edition.day).value == "all"
    except LawNotCovered:
        return sent
    if for_all:
        return sent
    standard = _not(
        _asked(
            item,
            "non_standard_cryptography",
            'Does it provide or perform "non-standard cryptography" (772.1)?',
        )
    )
    return either((sent, standard))


def _firearm_file(item: Item, edition: Edition) -> Answer:
    law = edition.tables.exclusions
    symbol = item.eccn.symbol if item.eccn else ""
    if symbol not in law.firearm_files or edition.day < law.firearm_files_since:
        return NO
    question = (
        "Is it posted on the internet in an electronic format, ready for a computer-controlled or "
        "additive machine that makes a firearm, frame or receiver of 0A501?"
    )
    return _asked(item, "firearm_file_on_the_internet", question)


def _asked(item: Item, slug: str, question: str) -> Answer:
    holds = item.characteristic(slug)
    return stated(holds, f"characteristics.{slug}", question, "15 CFR 734.7, 742.15(b)")


def _not(answer: Answer) -> Answer:
    return Answer(~answer.holds, answer.missing)
