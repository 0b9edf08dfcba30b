"""Every entity of the registers in force that is bound through ownership on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from navicert.casework.load_register import loads
from navicert.casework.ports import Desk
from navicert.casework.register_ports import RegisterLoad, Whole
from navicert.casework.rule_of_day import rule_of_day
from navicert.casework.watch_lists import not_of_the_day, watch_lists
from navicert.determination.assumed import assumed, assuming
from navicert.determination.owners import binds_affiliates
from navicert.errors import UnreadableFile
from navicert.facts.listing import Listing
from navicert.facts.ownership import key
from navicert.facts.standing import ListAsked, OwnershipRule
from navicert.facts.transaction import AssumedRule
from navicert.law.edition import Edition, Law
from navicert.parties.lists import needed
from navicert.parties.ownership import kernel
from navicert.parties.ownership.register import Entity
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

PLACES = Decimal("0.000000001")


@dataclass(frozen=True, slots=True)
class BoundEntity:
    """One entity that is bound, or may be: what bound owners hold of it, at least and at most.

    ``listed`` says that it is listed itself. ``rule`` is None where the owners were named.
    ``in_force`` tells whether the rule has an effect on the day.
    """

    register: str
    entity: Entity
    rule: OwnershipRule | None
    certain: Decimal
    possible: Decimal
    is_certain: bool
    listed: bool
    in_force: Truth = Truth.YES


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is taken for blocked, and what the Affiliates rule is where nobody verified it."""

    owners: tuple[str, ...] = ()
    rule: AssumedRule | None = None


@dataclass(frozen=True, slots=True)
class BoundEntities:
    """All of them, and which registers and lists were asked for them.

    ``law`` says what the Affiliates rule is on the day; empty where the owners were named.
    """

    day: date
    loads: tuple[RegisterLoad, ...]
    lists: tuple[ListAsked, ...]
    found: tuple[BoundEntity, ...]
    doubts: tuple[str, ...] = ()
    law: str = ""
    notes: tuple[str, ...] = ()


Step = Callable[[str, int, int], None]


def bound_entities(
    naming: Naming, on: date | None, where: tuple[Law, Desk], step: Step
) -> BoundEntities:
    """Run the fixed point over every register in force.

    ``naming`` has the blocked owners; without them those entities whose exact name, without case
    and punctuation, is on the SDN List (OFAC), or on a list whose entries flow down (BIS).
    Raises InputError when no register is loaded, or none has an owner that was named.
    """
    law, desk = where
    day = on or desk.clock.today()
    kept = loads(desk)
    if not kept:
        raise UnreadableFile("no register of owners is loaded: navicert ownership load FILE")
    named, edition = naming.owners, assuming(law.open_at(day), naming.rule)
    lists = None if named else watch_lists(desk, ())
    seeds = _named(named) if lists is None else _listed(lists.watch, edition)
    found: list[BoundEntity] = []
    for at, load in enumerate(kept):
        step(f"asking {load.title}", at, len(kept))
        whole = desk.registers.opened(load).whole(day)
        found += _of_register(load, whole, seeds, edition)
    if named and not found:
        raise UnreadableFile(f"no register has an owner named {', '.join(map(repr, named))}")
    if lists is None:
        return BoundEntities(day, kept, (), tuple(found))
    doubts = (*lists.doubts, *_unasked(lists.watch, day))
    notes = tuple(assumed(naming.rule, edition))
    said = rule_of_day(OwnershipRule.AFFILIATES, edition).said
    return BoundEntities(day, kept, lists.watch.asked, tuple(found), doubts, said, notes)


def _unasked(watch: Watch, day: date) -> Iterator[str]:
    if missing := needed.unasked(watch.asked, day):
        told = ", ".join(missing)
        yield f"not asked, so that nobody knows whether an owner is listed there: {told}"
    yield from not_of_the_day(watch.asked, day, "question")


_Seeds = dict[OwnershipRule | None, tuple[str, ...]]


def _named(names: tuple[str, ...]) -> _Seeds:
    return {None: tuple(dict.fromkeys(map(key, names)))}


def _listed(watch: Watch, edition: Edition) -> _Seeds:
    """Give the names of whom each rule binds on the day."""
    blocked: dict[str, None] = {}
    flowing: dict[str, None] = {}
    for subject in watch.subjects:
        said = subject.said
        if not isinstance(said, Listing) or not said.holds_on(edition.day) or subject.is_address:
            continue
        if said.list is ListCode.SDN:
            blocked[key(subject.text)] = None
        if binds_affiliates(said, edition):
            flowing[key(subject.text)] = None
    return {OwnershipRule.BLOCKED: tuple(blocked), OwnershipRule.AFFILIATES: tuple(flowing)}


def _of_register(
    load: RegisterLoad,
    whole: Whole,
    seeds: _Seeds,
    edition: Edition,
) -> Iterator[BoundEntity]:
    majority = kernel.at_least(edition.part_744().majority)
    for rule, keys in seeds.items():
        start = whole.places(keys)
        if not start:
            continue
        in_force = rule_of_day(rule, edition).in_force
        sure, least = kernel.bound(whole.holdings, start, majority)
        maybe, most = kernel.bound(whole.holdings, start, majority, may_be=True)
        places = [int(at) for at in maybe.nonzero()[0]]
        listed = frozenset(start)
        for at, entity in zip(places, whole.entities(places), strict=True):
            yield BoundEntity(
                register=load.title,
                entity=entity,
                rule=rule,
                certain=_percent(int(least[at])),
                possible=_percent(int(most[at])),
                is_certain=bool(sure[at]),
                listed=at in listed,
                in_force=in_force,
            )


def _percent(units: int) -> Decimal:
    """Give units as percent, without zeros behind.

    >>> _percent(33_330_000_000), _percent(50_000_000_000)
    (Decimal('33.33'), Decimal('50'))
    """
    told = Decimal(units) / kernel.UNIT
    whole = told.to_integral_value()
    return whole if told == whole else told.normalize()
