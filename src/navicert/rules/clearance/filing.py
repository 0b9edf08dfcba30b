"""When Electronic Export Information is filed (15 CFR 758.1(b))."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

import msgspec

from navicert.errors import LawNotCovered
from navicert.facts.item import Item, ItemKind
from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.law.tables.clearance import Trigger
from navicert.rules.alike import Alike
from navicert.rules.cites import cites
from navicert.rules.classification.coverage import within_any
from navicert.rules.clearance.clearing import Clearing, gap_in, is_tangible, leaves_us, medium
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, any_of, parse

SCHEDULE_B_DIGITS = 10
"""Fewer digits do not tell whether two lines share a Schedule B number."""
FILING = "15 CFR 758.1(b)"
KEPT = 1 << 12
"""How many destinations on how many days, and how many kinds of items, are remembered."""
MASS_MARKET = "mass_market"
Shipped = Alike[tuple[Matter, Clearing]]
"""What paragraphs of 758.1(b) look at but value and figures."""


@cites("15 CFR 758.1(b)")
def electronic_export_information(matter: Matter, clearing: Clearing) -> tuple[Finding, ...]:
    """Electronic Export Information must be filed for some exports from the United States."""
    tangible = is_tangible(matter.item)
    if not leaves_us(matter) or tangible is Truth.NO:
        return ()
    try:
        edition, country = matter.edition, matter.destination.country
        there = _to(Alike.of((edition.tables, edition.day, country), (country, edition)))
        shipped = Alike.of((matter.described, clearing), (matter, clearing))
        held = _paragraphs(there, shipped)
    except LawNotCovered as gap:
        return (gap_in(FILING, gap),)
    asked = [
        (one, holds & tangible & _value(one, matter) & _figure(one, matter.item))
        for one, holds in held
    ]
    needed = any_of([holds for _, holds in asked])
    if needed is Truth.NO:
        return ()
    deciding = [one.paragraph for one, holds in asked if holds is needed]
    return (_eei(matter, needed, _with_transshipment(matter, deciding)),)


@lru_cache(maxsize=KEPT)
def _paragraphs(there: _Triggers, shipped: Shipped) -> tuple[tuple[Trigger, Truth], ...]:
    """Give the paragraphs that may speak of a line, and whether they do, whatever its value is."""
    matter, clearing = shipped.opened()
    about = speaking_of(matter.item, matter.edition)
    used = clearing.authorizations
    asked = (
        (one, about[one] & _listed(one, clearing) & _authorization(one, used))
        for one in there.speaking
        if one in about and (not one.authorizations or one.authorizations & used)
    )
    return tuple(one for one in asked if one[1] is not Truth.NO)


def _listed(trigger: Trigger, clearing: Clearing) -> Truth:
    return clearing.unverified if trigger.unverified_party else Truth.YES


class _Triggers(msgspec.Struct, frozen=True, eq=False):
    """The paragraphs that speak of a destination."""

    speaking: tuple[Trigger, ...]


@lru_cache(maxsize=KEPT)
def _to(place: Alike[tuple[str, Edition]]) -> _Triggers:
    """Give the paragraphs that speak of a destination."""
    country, edition = place.opened()
    triggers = edition.clearance().triggers_on(edition.day)
    return _same(tuple(one for one in triggers if _reaches(one, country, edition)))


@lru_cache(maxsize=KEPT)
def _same(triggers: tuple[Trigger, ...]) -> _Triggers:
    """Give one and the same for all destinations that the same paragraphs speak of."""
    return _Triggers(triggers)


def speaking_of(item: Item, edition: Edition) -> Mapping[Trigger, Truth]:
    """Give the paragraphs that speak of an item or may, and whether each does."""
    return _alike(edition.tables, item.eccn, item.kind, item.characteristic(MASS_MARKET))


@lru_cache(maxsize=KEPT)
def _alike(
    tables: Tables, eccn: Eccn | None, kind: ItemKind | None, mass_market: Truth
) -> Mapping[Trigger, Truth]:
    item = Item("", kind, eccn, characteristics={MASS_MARKET: mass_market})
    found = {one: is_of(one, item) for one in tables.clearance.triggers}
    return MappingProxyType({one: it for one, it in found.items() if it is not Truth.NO})


def _reaches(trigger: Trigger, destination: str, edition: Edition) -> bool:
    country = edition.country_of(destination)
    inside = not trigger.countries or country in trigger.countries
    grouped = not trigger.groups or edition.in_group(country, trigger.groups)
    return inside and grouped and destination not in trigger.not_to


def is_of(trigger: Trigger, item: Item) -> Truth:
    """Tell whether a paragraph speaks of an item."""
    eccn = item.eccn
    if trigger.items == "goods":
        return _goods(item)
    if not trigger.items and not trigger.entries:
        return Truth.YES
    if eccn is None:
        return Truth.UNKNOWN
    if trigger.items == "military":
        return parse((eccn.is_600_series or eccn.is_9x515) and eccn.paragraph[:1] != ("y",))
    if trigger.items == "listed":
        return parse(not eccn.is_ear99)
    within = within_any(eccn, trigger.entries)
    return within & ~within_any(eccn, trigger.except_entries)


def _goods(item: Item) -> Truth:
    """Commodities, and software for the mass market (758.1(b)(5))."""
    if item.kind is ItemKind.TECHNOLOGY:
        return Truth.NO
    return item.characteristic(MASS_MARKET) if item.kind is ItemKind.SOFTWARE else Truth.YES


def _figure(trigger: Trigger, item: Item) -> Truth:
    if not trigger.figure or trigger.below is None:
        return Truth.YES
    figure = item.figures.get(trigger.figure)
    return Truth.UNKNOWN if figure is None else parse(figure < trigger.below)


def _value(trigger: Trigger, matter: Matter) -> Truth:
    if trigger.above_usd is None:
        return Truth.YES
    worth = [_worth(one) for one in _same_schedule_b(matter)]
    known = sum((one for one in worth if one is not None), Decimal(0))
    if known > trigger.above_usd:
        return Truth.YES
    return Truth.UNKNOWN if None in worth else Truth.NO


def _worth(item: Item) -> Decimal | None:
    if item.value is None or item.value.currency != "USD":
        return None
    return item.value.amount * item.quantity


def _same_schedule_b(matter: Matter) -> tuple[Item, ...]:
    """Give the lines of one Schedule B number: a line alone, unless all ten digits agree."""
    hts = matter.item.hts or ""
    if len(hts) < SCHEDULE_B_DIGITS:
        return (matter.item,)
    return tuple(line.item for line in matter.transaction.lines if line.item.hts == hts)


def _authorization(trigger: Trigger, used: frozenset[str]) -> Truth:
    if trigger.not_authorizations & used:
        return Truth.NO
    return Truth.UNKNOWN if trigger.unless_exempt in used else Truth.YES


def _with_transshipment(matter: Matter, paragraphs: list[str]) -> list[str]:
    """Passing through Australia, Canada or the United Kingdom spares no filing (758.1(b)(6))."""
    if not matter.transaction.route:
        return paragraphs
    through = matter.edition.clearance().transshipped_through.intersection(matter.transaction.route)
    onward = through - {matter.destination.country}
    return [*paragraphs, *(["(b)(6)"] if onward else [])]


def _eei(matter: Matter, needed: Truth, paragraphs: list[str]) -> Finding:
    listed = ", ".join(dict.fromkeys(paragraphs))
    return Finding(
        FindingKind.OBLIGATION,
        needed,
        FILING,
        f"file Electronic Export Information for {matter.item.name!r} (758.1{listed})",
        label=f"758.1{listed}",
        missing=_filing_questions(matter.item) if needed is Truth.UNKNOWN else (),
    )


def _filing_questions(item: Item) -> tuple[MissingFact, ...]:
    value = MissingFact("value", "What is the line worth in US dollars?", "15 CFR 758.1(b)(5)")
    return (value, *medium(item))
