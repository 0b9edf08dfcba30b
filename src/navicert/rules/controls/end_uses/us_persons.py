"""General Prohibition Seven: what U.S. persons may not support (744.6), whatever the item.

It matters where the item is not subject to the EAR, or where nothing is sent at all: the sending
of an item that is subject needs its license under the sections on end uses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from navicert.errors import LawNotCovered
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.party import Party
from navicert.law.tables.part_744 import OnADay
from navicert.rules.bearing import stating
from navicert.rules.cites import cites
from navicert.rules.controls.end_uses.reach import Reach, among, asked, reach, where
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.activity import SENDING, Activity
from navicert.terms.truth import Truth, parse

USE: Mapping[str, tuple[EndUseKind, tuple[str, ...]]] = {
    "744.6(b)(1)": (EndUseKind.NUCLEAR, ("nuclear_explosive",)),
    "744.6(b)(2)": (EndUseKind.MISSILE, ()),
    "744.6(b)(3)": (EndUseKind.CHEMICAL_BIOLOGICAL, ("chemical_or_biological_weapons",)),
    "744.6(b)(4)": (EndUseKind.CHEMICAL_BIOLOGICAL, ("precursor_plant",)),
    "744.6(b)(5)": (EndUseKind.MILITARY_INTELLIGENCE, ()),
}
"""The kind of end use of each paragraph, and the characteristics that narrow it."""
NATURAL, OWNED = "natural_person", "majority_owned_in_d5"
"""Answers of an order on which 744.6(d)(4) turns."""
DUTY = "us_government_duty"
"""The answer that leaves official duty for the United States out of 744.6(b)(5)."""


@cites("15 CFR 744.6(b)", "15 CFR 736.2(b)(7)", bears=stating(*(kind for kind, _ in USE.values())))
def support(matter: Matter, subject: Truth) -> tuple[Finding, ...]:
    """No U.S. person may support weapons of mass destruction or certain military intelligence."""
    if _is_sending_of_what_is_subject(matter, subject):
        return ()
    law, end_use = matter.edition.part_744(), matter.transaction.end_use
    found: list[Finding] = []
    for key, (kind, slugs) in USE.items():
        if end_use.kind is not kind:
            continue
        stated = _stated(end_use, slugs)
        missing = asked(end_use, slugs, law, f"15 CFR {key}")
        if key == "744.6(b)(5)":
            stated = stated & ~matter.transaction.answer(DUTY)
            missing += _asked(matter, (DUTY,), law, f"15 CFR {key}")
        found += _finding(matter, reach(key, where(matter), law), stated, missing)
    return tuple(found)


@cites("15 CFR 744.6(c)(2)", "15 CFR 736.2(b)(7)")
def advanced_semiconductors(matter: Matter, subject: Truth) -> tuple[Finding, ...]:
    """BIS informed U.S. persons that support for advanced semiconductors in D:5 needs a license."""
    if _is_sending_of_what_is_subject(matter, subject):
        return ()
    law = matter.edition.part_744()
    for key, stated in _semiconductors(matter, law):
        found = reach(key, where(matter), law)
        left_out = _left_out(matter, law)
        whole = stated & ~left_out
        missing = asked(matter.transaction.end_use, ("advanced_node",), law, f"15 CFR {key}")
        if left_out is Truth.UNKNOWN:
            missing += _asked_of_the_employed(matter, law)
        made = tuple(_finding(matter, found, whole, missing))
        if made:
            return made
    return ()


def _is_sending_of_what_is_subject(matter: Matter, subject: Truth) -> bool:
    return subject is Truth.YES and matter.transaction.activity in SENDING


def _stated(end_use: EndUse, slugs: tuple[str, ...]) -> Truth:
    """The kind says it, unless the order says that this very activity is not meant."""
    if not slugs:
        return Truth.YES
    answers = [end_use.characteristic(slug) for slug in slugs]
    return Truth.YES if Truth.YES in answers else answers[0]


def _semiconductors(matter: Matter, law: OnADay) -> Iterator[tuple[str, Truth]]:
    end_use, item = matter.transaction.end_use, matter.item
    if end_use.kind is EndUseKind.SEMICONDUCTOR:
        node, made = end_use.characteristic("advanced_node"), ~_back_end(end_use)
        yield "744.6(c)(2)(i)", (Truth.YES if node is Truth.YES else Truth.NO) & made
        listed = law.first_words("744.6(c)(2)(ii)").product_groups
        in_group = item.eccn is not None and str(item.eccn)[:2] in listed
        yield "744.6(c)(2)(ii)", parse(in_group and node is Truth.UNKNOWN) & made
        if node is Truth.UNKNOWN and not _is_node_unknown(end_use):
            yield "744.6(c)(2)(i)", made & Truth.UNKNOWN
    if item.eccn is not None and not item.eccn.is_ear99 and _moves(matter):
        equipment = law.first_words("744.6(c)(2)(iii)")
        yield "744.6(c)(2)(iii)", among(item.eccn, equipment.items, ())


def _moves(matter: Matter) -> bool:
    """Whether the item is sent, or its sending facilitated; a service alone is left out (d)(5)."""
    return matter.transaction.activity is not Activity.SERVICE


def _back_end(end_use: EndUse) -> Truth:
    return Truth.YES if end_use.characteristic("back_end_only") is Truth.YES else Truth.NO


def _is_node_unknown(end_use: EndUse) -> bool:
    return end_use.characteristic("node_not_known") is Truth.YES


def _left_out(matter: Matter, law: OnADay) -> Truth:
    """Natural persons who work for companies of friendly countries (744.6(d)(4))."""
    employer = _actor(matter)
    if employer is None or employer.headquarters is None:
        return Truth.NO
    friendly = reach("744.6(d)(4)", (employer.headquarters,), law).there
    owned = matter.transaction.answer(OWNED)
    parent = employer.ultimate_parent
    if owned is Truth.UNKNOWN and parent is not None:
        owned = reach("744.6(c)(2)(i)", (parent,), law).there
    return friendly & ~owned & matter.transaction.answer(NATURAL)


def _asked_of_the_employed(matter: Matter, law: OnADay) -> list[MissingFact]:
    """Ask what 744.6(d)(4) turns on; a parent that the order states says who owns the employer."""
    employer = _actor(matter)
    parent = employer.ultimate_parent if employer else None
    slugs = (NATURAL, OWNED) if parent is None else (NATURAL,)
    return _asked(matter, slugs, law, "15 CFR 744.6(d)(4)")


def _asked(matter: Matter, slugs: tuple[str, ...], law: OnADay, citation: str) -> list[MissingFact]:
    return [
        MissingFact(f"answers.{slug}", law.question(slug), citation)
        for slug in slugs
        if matter.transaction.answer(slug) is Truth.UNKNOWN
    ]


def _actor(matter: Matter) -> Party | None:
    """Give the party who acts; its headquarters are those of whoever employs it."""
    actor = matter.transaction.actor
    named = (one for one in matter.transaction.parties if actor and one.name == actor)
    return next(named, None)


def _finding(
    matter: Matter, found: Reach, stated: Truth, missing: list[MissingFact]
) -> Iterator[Finding]:
    us_person = matter.transaction.answer("us_person")
    holds = found.there & stated & us_person
    if holds is Truth.NO:
        return
    law, citation = matter.edition.part_744(), found.control.citation
    agency = _agency(matter, law)
    if us_person is Truth.UNKNOWN:
        missing = [MissingFact("answers.us_person", law.question("us_person"), citation), *missing]
    yield Finding(
        FindingKind.PROHIBITION,
        holds,
        citation,
        f"support by a U.S. person; destination {matter.destination}; {found.gap}".rstrip("; "),
        label=found.control.label,
        reason="US_PERSON",
        general_prohibition=7,
        allows_exceptions=frozenset(),
        overcome_by=agency or "a license from BIS (744.6(e)); no exception",
        agency=agency,
        plain=_plain(found, agency),
        missing=tuple(missing) if holds is Truth.UNKNOWN else (),
    )


def _agency(matter: Matter, law: OnADay) -> str:
    """Give the agency that governs the activity already: then BIS gives no license (744.6(a))."""
    try:
        governed = law.agency_for(matter.edition.country_of(matter.destination.country))
    except LawNotCovered:
        return ""
    return governed.agency if governed else ""


def _plain(found: Reach, agency: str) -> str:
    said = f"a U.S. person may not support this without a license ({found.control.citation})"
    return f"{said}; {agency} already governs it: ask there" if agency else said
