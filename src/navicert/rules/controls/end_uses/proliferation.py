"""Nuclear, missile, chemical and biological end uses (744.2 to 744.5)."""

from __future__ import annotations

from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import ItemKind
from navicert.law.tables.part_744 import OnADay
from navicert.rules.bearing import stating
from navicert.rules.cites import cites
from navicert.rules.controls.end_uses.reach import (
    asked,
    is_for,
    reach,
    requirement,
    said,
    where,
)
from navicert.rules.finding import Finding, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

NUCLEAR = ("nuclear_explosive", "unsafeguarded_nuclear", "nuclear_fuel_cycle")
CHEMICAL = ("chemical_or_biological_weapons", "precursor_plant")
USERS = frozenset({PartyRole.END_USER, PartyRole.ULTIMATE_CONSIGNEE})


@cites("15 CFR 744.2(a)", "15 CFR Supp. 3 to 744", bears=stating(EndUseKind.NUCLEAR))
def nuclear(matter: Matter) -> tuple[Finding, ...]:
    """Any item for a nuclear explosive, unsafeguarded or fuel-cycle activity needs a license."""
    if not is_for(matter.transaction, EndUseKind.NUCLEAR):
        return ()
    law, end_use = matter.edition.part_744(), matter.transaction.end_use
    found = reach("744.2(a)", where(matter), law)
    holds = said(end_use, NUCLEAR)
    missing = asked(end_use, NUCLEAR, law, found.control.citation)
    return requirement(found, holds, _trigger(matter, "nuclear"), missing)


@cites("15 CFR 744.3(a)", bears=stating(EndUseKind.MISSILE))
def missile(matter: Matter) -> tuple[Finding, ...]:
    """Any item for rockets or unmanned aerial vehicles can need a license, above all in D:4."""
    if not is_for(matter.transaction, EndUseKind.MISSILE):
        return ()
    law, end_use = matter.edition.part_744(), matter.transaction.end_use
    for key, holds in _missile(end_use, _exempt(matter, law)):
        places = where(matter) if key.endswith("(2)") else _programs(matter)
        missing = asked(end_use, _open(key), law, f"15 CFR {key}")
        found = requirement(reach(key, places, law), holds, _trigger(matter, "missile"), missing)
        if found:
            return found
    return ()


@cites("15 CFR 744.4(a)", bears=stating(EndUseKind.CHEMICAL_BIOLOGICAL))
def chemical_or_biological(matter: Matter) -> tuple[Finding, ...]:
    """Any item for chemical or biological weapons, or plants of precursors, needs a license."""
    if not is_for(matter.transaction, EndUseKind.CHEMICAL_BIOLOGICAL):
        return ()
    law, end_use = matter.edition.part_744(), matter.transaction.end_use
    weapons = reach("744.4(a) weapons", where(matter), law)
    plants = reach("744.4(a) plants", where(matter), law)
    trigger = _trigger(matter, "chemical or biological")
    plant = end_use.characteristic("precursor_plant")
    missing = asked(end_use, CHEMICAL, law, weapons.control.citation)
    made = requirement(plants, plant, trigger, missing) if plant is Truth.YES else ()
    return made or requirement(weapons, _weapons(end_use, plant), trigger, missing)


@cites("15 CFR 744.5(a)", bears=stating(EndUseKind.MARITIME_NUCLEAR))
def maritime_nuclear(matter: Matter) -> tuple[Finding, ...]:
    """Technology and designed equipment for foreign naval reactors need a license."""
    if not is_for(matter.transaction, EndUseKind.MARITIME_NUCLEAR):
        return ()
    found = reach("744.5(a)", where(matter), matter.edition.part_744())
    designed = matter.item.characteristic("for_maritime_nuclear_propulsion")
    holds = Truth.YES if matter.item.kind is ItemKind.TECHNOLOGY else designed
    question = "Is the item developed or designed for a maritime nuclear propulsion plant?"
    asked_of_it = MissingFact(
        "characteristics.for_maritime_nuclear_propulsion", question, found.control.citation
    )
    return requirement(found, holds, _trigger(matter, "maritime nuclear"), (asked_of_it,))


def _missile(end_use: EndUse, exempt: Truth) -> tuple[tuple[str, Truth], ...]:
    """Each paragraph with whether its use is stated; where none can be told, (a)(3) decides.

    The law itself makes a requirement of what the exporter cannot determine in D:4.
    """
    far = end_use.characteristic("range_300_km_or_more")
    weapons = end_use.characteristic("wmd_delivery") & ~exempt
    cannot_tell = Truth.UNKNOWN in (far, weapons)
    return (
        ("744.3(a)(1)", Truth.YES if far is Truth.YES else Truth.NO),
        ("744.3(a)(2)", Truth.YES if weapons is Truth.YES else Truth.NO),
        ("744.3(a)(3)", Truth.YES if cannot_tell else Truth.NO),
        ("744.3(a)(2)", weapons),
    )


def _open(key: str) -> tuple[str, ...]:
    return ("wmd_delivery",) if key.endswith("(2)") else ("range_300_km_or_more", "wmd_delivery")


def _exempt(matter: Matter, law: OnADay) -> Truth:
    """Whether it is the own program of a NATO nuclear-weapon state; elsewhere it cannot be."""
    there = reach("744.3(a)(2) exempt", where(matter), law).there
    return there & matter.transaction.end_use.characteristic("nato_nuclear_program")


def _programs(matter: Matter) -> tuple[str, ...]:
    """Give the places in or by which a program runs: the destination, and where its users sit."""
    users = [one for one in matter.transaction.parties if USERS.intersection(one.roles)]
    seats = [place for one in users for place in (one.headquarters, one.address.country) if place]
    return tuple(dict.fromkeys((*where(matter), *seats)))


def _weapons(end_use: EndUse, plant: Truth) -> Truth:
    """The stated kind means weapons, unless the order says that it is a plant or neither."""
    stated = end_use.characteristic("chemical_or_biological_weapons")
    if stated is Truth.UNKNOWN and plant is Truth.UNKNOWN:
        return Truth.YES
    return stated


def _trigger(matter: Matter, use: str) -> str:
    return f"the order states a {use} end use; destination {matter.destination}"
