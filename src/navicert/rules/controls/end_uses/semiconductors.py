"""Supercomputers, advanced-node integrated circuits, and equipment that makes them (744.23)."""

from __future__ import annotations

from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, ItemKind
from navicert.facts.standing import Capacity, Standing, Strength
from navicert.law.tables.part_744 import OnADay
from navicert.rules.bearing import stating
from navicert.rules.cites import cites
from navicert.rules.controls.end_uses.headquarters import of_macau_or_d5, seat_not_stated
from navicert.rules.controls.end_uses.reach import (
    Reach,
    among,
    asked,
    describes,
    is_for,
    reach,
    requirement,
    where,
)
from navicert.rules.finding import Finding, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.list_code import ListCode
from navicert.terms.party_role import ENTITY_LIST_ROLES
from navicert.terms.truth import Truth, any_of, parse

FOOTNOTE_5 = 5
NODE = ("advanced_node", "node_not_known")


@cites("15 CFR 744.23(a)(1)", bears=stating(EndUseKind.SUPERCOMPUTER))
def supercomputer(matter: Matter) -> tuple[Finding, ...]:
    """Certain circuits, computers and components for a supercomputer in D:5 need a license."""
    if not is_for(matter.transaction, EndUseKind.SUPERCOMPUTER):
        return ()
    law = matter.edition.part_744()
    found = _placed("744.23(a)(1)", matter, law)
    missing = asked(matter.transaction.end_use, ("in_macau_or_d5",), law, found.control.citation)
    holds = describes(found.control, matter.item)
    return requirement(found, holds, _trigger(matter, "supercomputer"), missing)


@cites(
    "15 CFR 744.23(a)(2)(i)",
    "15 CFR 744.23(a)(2)(ii)",
    "15 CFR 744.23(a)(5)",
    bears=stating(EndUseKind.SEMICONDUCTOR),
)
def advanced_node(matter: Matter, standings: tuple[Standing, ...]) -> tuple[Finding, ...]:
    """Any item for a facility that makes advanced-node circuits, and some for others, are held."""
    if not is_for(matter.transaction, EndUseKind.SEMICONDUCTOR):
        return ()
    law, end_use = matter.edition.part_744(), matter.transaction.end_use
    made = _is_made(end_use) & ~_footnote_5(standings)
    trigger = _trigger(matter, "semiconductor")
    known = _placed("744.23(a)(2)(i)", matter, law)
    unknown = _placed("744.23(a)(2)(ii)", matter, law)
    node = end_use.characteristic("advanced_node")
    if end_use.characteristic("node_not_known") is Truth.YES and node is Truth.NO:
        node = Truth.UNKNOWN  # an order that says both knows nothing
    if node is Truth.UNKNOWN and describes(unknown.control, matter.item) is Truth.YES:
        missing = asked(end_use, ("in_macau_or_d5",), law, unknown.control.citation)
        return requirement(unknown, made, trigger, missing)
    if node is Truth.UNKNOWN and end_use.characteristic("node_not_known") is Truth.YES:
        node = Truth.NO
    missing = asked(end_use, NODE, law, known.control.citation)
    return requirement(known, node & made, trigger, missing)


@cites("15 CFR 744.23(a)(2)(iii)", bears=stating(EndUseKind.SEMICONDUCTOR))
def design(matter: Matter) -> tuple[Finding, ...]:
    """Design software and technology for advanced-node circuits made in D:5 need a license."""
    if not is_for(matter.transaction, EndUseKind.SEMICONDUCTOR):
        return ()
    law, end_use = matter.edition.part_744(), matter.transaction.end_use
    stated = end_use.characteristic("design_of_advanced_node")
    tool = _design_tool(matter.item)
    found = _placed("744.23(a)(2)(iii)", matter, law)
    citation = found.control.citation
    missing = asked(end_use, ("design_of_advanced_node", "in_macau_or_d5"), law, citation)
    if tool is Truth.UNKNOWN:
        question = "Is it computer-aided design software or technology (ECAD or TCAD)?"
        missing.append(MissingFact("characteristics.ecad_or_tcad", question, citation))
    return requirement(found, stated & tool, _trigger(matter, "design"), missing)


@cites("15 CFR 744.23(a)(4)(i)", "15 CFR 744.23(a)(4)(ii)", bears=stating(EndUseKind.SEMICONDUCTOR))
def equipment(matter: Matter) -> tuple[Finding, ...]:
    """Listed items to make semiconductor equipment in D:5, or for its entities, need a license."""
    if not is_for(matter.transaction, EndUseKind.SEMICONDUCTOR):
        return ()
    law, end_use = matter.edition.part_744(), matter.transaction.end_use
    direct = reach("744.23(a)(4)(i)", where(matter), law)
    indirect = reach("744.23(a)(4)(ii)", where(matter), law)
    made = _equipment_made(matter, direct) & describes(direct.control, matter.item)
    missing = asked(end_use, ("equipment_production",), law, direct.control.citation)
    trigger = _trigger(matter, "semiconductor equipment")
    if direct.there is not Truth.NO or made is Truth.NO:
        return requirement(direct, made, trigger, missing)
    seat = of_macau_or_d5(matter, law)
    if made is Truth.YES and seat is Truth.UNKNOWN:
        control = indirect.control
        return (seat_not_stated(trigger, control.citation, control.label),)
    return requirement(indirect, made & seat, trigger, missing)


def _placed(key: str, matter: Matter, law: OnADay) -> Reach:
    """The destination, or where the order says that the facility is."""
    found = reach(key, where(matter), law)
    if found.there is not Truth.NO or found.not_yet:
        return found
    elsewhere = matter.transaction.end_use.characteristic("in_macau_or_d5")
    return Reach(found.control, elsewhere, found.gap)


def _is_made(end_use: EndUse) -> Truth:
    """Whether circuits are made there; back-end steps alone are not (a)(5), nor is equipment."""
    if end_use.characteristic("back_end_only") is Truth.YES:
        return Truth.NO
    if end_use.characteristic("advanced_node") is Truth.YES:
        return Truth.YES
    other = ("design_of_advanced_node", "equipment_production")
    return ~any_of(parse(end_use.characteristic(slug) is Truth.YES) for slug in other)


def _footnote_5(standings: tuple[Standing, ...]) -> Truth:
    """Whether a party carries footnote 5: then the Entity List decides (a)(2)(iv)."""
    return any_of(
        Truth.YES if match.strength is Strength.SAME else Truth.UNKNOWN
        for standing in standings
        if ENTITY_LIST_ROLES.intersection(standing.party.roles)
        for match in standing.matches
        if match.listing.list is ListCode.EL
        and match.capacity is not Capacity.OWNED_BY
        and match.listing.scope is not None
        and FOOTNOTE_5 in match.listing.scope.footnotes
    )


def _design_tool(item: Item) -> Truth:
    if item.kind is ItemKind.COMMODITY:
        return Truth.NO
    return item.characteristic("ecad_or_tcad")


def _equipment_made(matter: Matter, found: Reach) -> Truth:
    """What the item helps to make: the entries that the order names, or its own answer."""
    control = found.control
    stated = matter.transaction.end_use.characteristic("equipment_production")
    named = matter.item.for_items if matter.item.kind is not ItemKind.TECHNOLOGY else ()
    if named:
        made = any_of(among(one, control.made, control.except_made) for one in named)
        return stated if made is Truth.UNKNOWN else made
    if stated is Truth.UNKNOWN and _says_another_use(matter.transaction.end_use):
        return Truth.NO
    return stated


def _says_another_use(end_use: EndUse) -> bool:
    """Whether the order says that circuits are made or designed: then no equipment is meant."""
    slugs = ("advanced_node", "node_not_known", "back_end_only", "design_of_advanced_node")
    return any(end_use.characteristic(slug) is not Truth.UNKNOWN for slug in slugs)


def _trigger(matter: Matter, use: str) -> str:
    return f"the order states a {use} end use; destination {matter.destination}"
