"""Advanced computing items for entities of Macau or Country Group D:5, anywhere (744.23(a)(3))."""

from __future__ import annotations

from navicert.facts.item import Item
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.law.tables.end_use_controls import EndUseControl
from navicert.law.tables.part_744 import OnADay
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.controls.end_uses.headquarters import of_macau_or_d5, seat_not_stated
from navicert.rules.controls.end_uses.reach import Reach, describes, reach, requirement, where
from navicert.rules.finding import Finding, MissingFact
from navicert.rules.matter import Matter
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth

BY_SEAT = ("744.23(a)(3)(i)(A)", "744.23(a)(3)(i)(B)")
ADVANCED = (eccn.parse("3A090.a"), eccn.parse("3A090.b"), eccn.parse("3A001.z"))
FROM_ABROAD = frozenset({Activity.REEXPORT, Activity.TRANSFER_IN_COUNTRY})


def _maybe_described(item: Item, _entry: Entry | None, edition: Edition) -> bool:
    controls = map(edition.part_744().first_words, BY_SEAT)
    return any(_is_described(one, item) is not Truth.NO for one in controls)


def _from_abroad(transaction: Transaction, _edition: Edition) -> bool:
    return transaction.exported_from is not None and transaction.activity in FROM_ABROAD


@cites("15 CFR 744.23(a)(3)(i)", bears=Bearing(items=_maybe_described))
def for_entities_of_macau_or_d5(matter: Matter) -> tuple[Finding, ...]:
    """Advanced chips and memory for an entity with its seat in D:5 need a license elsewhere too."""
    law = matter.edition.part_744()
    return tuple(finding for key in BY_SEAT for finding in _by_seat(matter, law, key))


@cites("15 CFR 744.23(a)(3)(ii)", bears=Bearing(orders=_from_abroad))
def technology_developed_in_d5(matter: Matter) -> tuple[Finding, ...]:
    """Technology for advanced chips that an entity of D:5 developed needs a license to leave it."""
    item, origin = matter.item, matter.transaction.exported_from
    law = matter.edition.part_744()
    if origin is None or matter.transaction.activity not in FROM_ABROAD or item.origin == "US":
        return ()
    found = reach("744.23(a)(3)(ii)", (origin,), law)
    if item.eccn is None or not item.eccn.is_within(found.control.items[0]):
        return ()
    if not any(one.is_within(chip) for one in item.for_items for chip in ADVANCED):
        return ()
    slug = "developed_by_entity_of_macau_or_d5"
    question = "Did an entity of Macau or Country Group D:5 develop the technology?"
    missing = MissingFact(f"characteristics.{slug}", question, found.control.citation)
    trigger = f"{item.eccn} leaves {origin}"
    return requirement(found, item.characteristic(slug), trigger, (missing,))


def _by_seat(matter: Matter, law: OnADay, key: str) -> tuple[Finding, ...]:
    control = law.first_words(key)
    described = _is_described(control, matter.item)
    if described is Truth.NO:
        return ()
    found = reach(key, where(matter), law)
    seat = of_macau_or_d5(matter, law)
    trigger = (
        f"{matter.item.eccn} to {matter.destination}, for an entity of Macau or Country Group D:5"
    )
    return _held(found, seat, trigger, described)


def _is_described(control: EndUseControl, item: Item) -> Truth:
    if item.eccn is None or item.eccn.is_ear99:
        return Truth.NO
    return describes(control, item)


def _held(found: Reach, seat: Truth, trigger: str, described: Truth) -> tuple[Finding, ...]:
    """A seat that nobody stated holds as a red flag: the paragraph asks for knowledge."""
    if seat is Truth.UNKNOWN and found.there is not Truth.NO:
        return (seat_not_stated(trigger, found.control.citation, found.control.label),)
    return requirement(found, seat & described, trigger)
