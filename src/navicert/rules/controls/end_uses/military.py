"""Military end uses and end users (744.21), microprocessors (744.17), cameras (744.9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from navicert.facts.end_use import EndUseKind
from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.law.tables.end_use_controls import EndUseControl
from navicert.law.tables.part_744 import OnADay
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.classification.coverage import within_any
from navicert.rules.controls.end_uses.reach import (
    Reach,
    among,
    reach,
    requirement,
    where,
)
from navicert.rules.controls.military_items import in_supplement_2, supplement_2_asked
from navicert.rules.controls.recipients import military_users, users_asked
from navicert.rules.finding import Finding, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.truth import Truth, all_of, parse

CAMERAS = ("744.9(a)(1)(i)", "744.9(a)(1)(ii)")
INTO_MILITARY_COMMODITY = "744.9(a)(1)(iii)"


def _maybe_military(transaction: Transaction, _edition: Edition) -> bool:
    return is_military(transaction) is not Truth.NO


def _maybe_camera_use(transaction: Transaction, _edition: Edition) -> bool:
    keys = (*CAMERAS, INTO_MILITARY_COMMODITY)
    return any(_camera_used(key, transaction) is not Truth.NO for key in keys)


def _maybe_camera(item: Item, _entry: Entry | None, edition: Edition) -> bool:
    law, keys = edition.part_744(), (*CAMERAS, INTO_MILITARY_COMMODITY)
    return any(_camera(law.first_words(key), item) is not Truth.NO for key in keys)


@cites("15 CFR 744.21(a)(1)", "15 CFR Supp. 2 to 744", bears=Bearing(orders=_maybe_military))
def military_listed_items(matter: Matter) -> tuple[Finding, ...]:
    """Items of Supplement No. 2 need a license for military use or users in five countries."""
    law = matter.edition.part_744()
    listed = in_supplement_2(matter.item, law)
    used = Truth.NO if listed is Truth.NO else is_military(matter.transaction)
    if used is Truth.NO:
        return ()
    found = _reach("744.21(a)(1)", used, _places(matter), law)
    missing = [*_who_asked(used, found, matter)]
    if listed is Truth.UNKNOWN:
        missing += supplement_2_asked(found.control.citation, matter.item)
    return requirement(found, used & listed, _trigger(used, matter), missing)


@cites("15 CFR 744.21(a)(2)", bears=Bearing(orders=_maybe_military))
def military_any_item(matter: Matter) -> tuple[Finding, ...]:
    """Any item needs a license for military use or users in Russia and Belarus."""
    used = is_military(matter.transaction)
    if used is Truth.NO:
        return ()
    places = (*_places(matter), *_headquarters(matter))
    found = _reach("744.21(a)(2)", used, places, matter.edition.part_744())
    return requirement(found, used, _trigger(used, matter), _who_asked(used, found, matter))


@cites("15 CFR 744.17(a)", bears=Bearing(orders=_maybe_military))
def microprocessors(matter: Matter) -> tuple[Finding, ...]:
    """Fast microprocessors need a license for military use or users in Country Group D:1."""
    law = matter.edition.part_744()
    fast = _microprocessor(law.first_words("744.17(a)"), matter.item)
    used = Truth.NO if fast is Truth.NO else is_military(matter.transaction)
    if used is Truth.NO:
        return ()
    found = reach("744.17(a)", _places(matter), law)
    missing = [*_who_asked(used, found, matter)]
    if fast is Truth.UNKNOWN:
        missing += _figures_asked(found.control, matter.item)
    return requirement(found, used & fast, _trigger(used, matter), missing)


@cites("15 CFR 744.9(a)(1)", bears=Bearing(orders=_maybe_camera_use, items=_maybe_camera))
def cameras(matter: Matter) -> tuple[Finding, ...]:
    """Thermal cameras and the like need a license for military users and military commodities."""
    law = matter.edition.part_744()
    findings: list[Finding] = []
    for key in (*CAMERAS, INTO_MILITARY_COMMODITY):
        described = _camera(law.first_words(key), matter.item)
        one = Truth.NO if described is Truth.NO else _camera_used(key, matter.transaction)
        if one is Truth.NO:
            continue
        found = reach(key, where(matter), law)
        missing = [*_who_asked(one, found, matter)]
        if described is Truth.UNKNOWN:
            missing.append(_described_asked(found.control))
        findings += requirement(found, one & described, _trigger(one, matter), missing)
    return tuple(findings)


def _camera_used(key: str, transaction: Transaction) -> Truth:
    """Tell whether the order states the use that a paragraph speaks of."""
    if key != INTO_MILITARY_COMMODITY:
        return is_military(transaction)
    into = transaction.end_use.characteristic("incorporated_into_0a919")
    return parse(into is Truth.YES)


def is_military(transaction: Transaction) -> Truth:
    """Tell whether the use or a party is military; a user of whom nobody said it is unknown.

    A use that nobody stated holds the order by a rule of its own.
    """
    if transaction.end_use.kind is EndUseKind.MILITARY:
        return Truth.YES
    if any(party.military is Truth.YES for party in transaction.parties):
        return Truth.YES
    return military_users(transaction)


def _reach(key: str, used: Truth, places: tuple[str, ...], law: OnADay) -> Reach:
    """Ask a paragraph about places.

    Its list of countries only grew. So on a day that nobody verified, a user of whom nobody said
    anything is asked about only where the first edition on the shelf names the country.
    """
    found = reach(key, places, law)
    if used is Truth.UNKNOWN and found.gap and not found.control.place.countries & set(places):
        return replace(found, there=Truth.NO)
    return found


def _who_asked(used: Truth, found: Reach, matter: Matter) -> tuple[MissingFact, ...]:
    """Ask who the end user is, where nobody said whether it is military."""
    if used is not Truth.UNKNOWN:
        return ()
    return users_asked(matter.transaction, found.control.citation)


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
    listed = within_any(item.eccn, control.items)
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
    if within_any(item.eccn, control.described_items) is not Truth.NO:
        return item.characteristic("described_in_744_9")
    return among(item.eccn, control.items, control.except_items)


def _described_asked(control: EndUseControl) -> MissingFact:
    question = f"Is the item one that {control.citation} describes?"
    return MissingFact("characteristics.described_in_744_9", question, control.citation)


def _figures_asked(control: EndUseControl, item: Item) -> list[MissingFact]:
    return [
        MissingFact(f"figures.{slug}", f"What is the microprocessor's {slug}?", "15 CFR 744.17(a)")
        for slug in control.figures
        if slug not in item.figures
    ]


def _trigger(used: Truth, matter: Matter) -> str:
    if used is Truth.UNKNOWN:
        return f"nobody said whether the end user is military; destination {matter.destination}"
    return f"the order states a military end use or end user; destination {matter.destination}"
