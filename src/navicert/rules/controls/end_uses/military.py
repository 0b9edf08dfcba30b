"""Military end uses and end users (744.21), microprocessors (744.17), cameras (744.9)."""

from __future__ import annotations

from collections.abc import Iterator

from navicert.facts.end_use import EndUseKind
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.tables.end_use_controls import EndUseControl
from navicert.rules.cites import cites
from navicert.rules.controls.end_uses.reach import (
    among,
    reach,
    requirement,
    where,
    within,
)
from navicert.rules.controls.military_items import in_supplement_2, supplement_2_asked
from navicert.rules.finding import Finding, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth, all_of, parse

CAMERAS = ("744.9(a)(1)(i)", "744.9(a)(1)(ii)")
INTO_MILITARY_COMMODITY = "744.9(a)(1)(iii)"


@cites("15 CFR 744.21(a)(1)", "15 CFR Supp. 2 to 744")
def military_listed_items(matter: Matter) -> tuple[Finding, ...]:
    """Items of Supplement No. 2 need a license for military use or users in five countries."""
    if not is_military(matter.transaction):
        return ()
    law = matter.edition.part_744()
    found = reach("744.21(a)(1)", _places(matter), law)
    holds = in_supplement_2(matter.item, matter.entry, law)
    missing = supplement_2_asked(found.control.citation, matter.item)
    return requirement(found, holds, _trigger(matter), missing)


@cites("15 CFR 744.21(a)(2)")
def military_any_item(matter: Matter) -> tuple[Finding, ...]:
    """Any item needs a license for military use or users in Russia and Belarus."""
    if not is_military(matter.transaction):
        return ()
    places = (*_places(matter), *_headquarters(matter))
    found = reach("744.21(a)(2)", places, matter.edition.part_744())
    return requirement(found, Truth.YES, _trigger(matter))


@cites("15 CFR 744.17(a)")
def microprocessors(matter: Matter) -> tuple[Finding, ...]:
    """Fast microprocessors need a license for military use or users in Country Group D:1."""
    if not is_military(matter.transaction):
        return ()
    found = reach("744.17(a)", _places(matter), matter.edition.part_744())
    holds = _microprocessor(found.control, matter.item)
    missing = [
        MissingFact(f"figures.{slug}", f"What is the microprocessor's {slug}?", "15 CFR 744.17(a)")
        for slug in found.control.figures
        if slug not in matter.item.figures
    ]
    return requirement(found, holds, _trigger(matter), missing)


@cites("15 CFR 744.9(a)(1)")
def cameras(matter: Matter) -> tuple[Finding, ...]:
    """Thermal cameras and the like need a license for military users and military commodities."""
    law = matter.edition.part_744()
    into = matter.transaction.end_use.characteristic("incorporated_into_0a919")
    uses = [(key, parse(is_military(matter.transaction))) for key in CAMERAS]
    uses.append((INTO_MILITARY_COMMODITY, Truth.YES if into is Truth.YES else Truth.NO))
    findings: list[Finding] = []
    for key, used in uses:
        holds = used & _camera(law.first_words(key), matter.item)
        if holds is Truth.NO:
            continue
        found = reach(key, where(matter), law)
        missing = _described_asked(found.control)
        findings += requirement(found, holds, _trigger(matter), (missing,))
    return tuple(findings)


def is_military(transaction: Transaction) -> bool:
    """Tell whether the order states a military use, or a party that is military."""
    if transaction.end_use.kind is EndUseKind.MILITARY:
        return True
    return any(party.military is Truth.YES for party in transaction.parties)


def _places(matter: Matter) -> tuple[str, ...]:
    """Give the destination, and where the military users sit."""
    users = (one for one in matter.transaction.parties if one.military is Truth.YES)
    seats = (one.address.country for one in users)
    return tuple(dict.fromkeys((*where(matter), *filter(None, seats))))


def _headquarters(matter: Matter) -> tuple[str, ...]:
    """Give the countries whose military the users are, wherever they sit."""
    users = (one for one in matter.transaction.parties if one.military is Truth.YES)
    stated = (place for one in users for place in (one.headquarters, one.nationality))
    return tuple(dict.fromkeys(filter(None, stated)))


def _microprocessor(control: EndUseControl, item: Item) -> Truth:
    """The paragraph of its entry tells it, or the order calls it one; a slow one never counts."""
    fast = all_of(_figures(control, item))
    called = item.characteristic("microprocessor")
    if item.eccn is None or item.eccn.is_ear99 or called is not Truth.UNKNOWN:
        return called & fast if called is Truth.YES else Truth.NO
    listed = within(item.eccn, control.items)
    if listed is Truth.YES:
        return Truth.NO if fast is Truth.NO else Truth.YES
    return listed & fast


def _figures(control: EndUseControl, item: Item) -> Iterator[Truth]:
    for slug, least in control.figures.items():
        figure = item.figures.get(slug)
        yield Truth.UNKNOWN if figure is None else parse(figure >= least)


def _camera(control: EndUseControl, item: Item) -> Truth:
    if item.eccn is None or item.eccn.is_ear99:
        return Truth.NO
    if within(item.eccn, control.described_items) is not Truth.NO:
        return item.characteristic("described_in_744_9")
    return among(item.eccn, control.items, control.except_items)


def _described_asked(control: EndUseControl) -> MissingFact:
    question = f"Is the item one that {control.citation} describes?"
    return MissingFact("characteristics.described_in_744_9", question, control.citation)


def _trigger(matter: Matter) -> str:
    return f"the order states a military end use or end user; destination {matter.destination}"
