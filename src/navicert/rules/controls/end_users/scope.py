"""Whether an entry's own license requirement reaches an item (744.11(a), 744.16(a))."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from navicert.facts.item import ItemKind
from navicert.facts.listed_scope import LeftOut, ListedScope, ScopeItems
from navicert.facts.party import Party
from navicert.rules.classification.coverage import within_any
from navicert.rules.finding import MissingFact
from navicert.rules.matter import Matter
from navicert.terms import eccn
from navicert.terms.truth import Truth, any_of, parse

IRAN_SUPPLEMENT = "in_746_supp_7"
STANDARDS = "released_to_standards_organization"
UAV_UPKEEP = "uav_upkeep_technology_from_its_operator"
CONSUMER_ENCRYPTION = (eccn.parse("5A992.c"), eccn.parse("5D992.c"))
BASIC = frozenset({"food", "medicine"})


def reaches(scope: ListedScope | None, matter: Matter, party: Party) -> Truth:
    """Tell whether an entry requires a license for an item; a silent entry binds all items."""
    if scope is None:
        return Truth.YES
    if not scope.is_read:
        return Truth.UNKNOWN
    spared = any_of(SPARED[one](matter, party) for one in sorted(scope.left_out))
    only = matter.item.characteristic(scope.only_when) if scope.only_when else Truth.YES
    return _items(scope, matter) & only & ~spared


def asked(scope: ListedScope | None, text: str) -> tuple[MissingFact, ...]:
    """Ask what decides whether the entry reaches the item."""
    slugs = [] if scope is None else _slugs(scope)
    if not slugs:
        question = f"Does this license requirement reach the item, and why: {text!r}?"
        return (MissingFact("parties", question, "15 CFR 744.11(a)"),)
    return tuple(
        MissingFact(slug, f"The entry reads {text!r}: does it apply here?", "15 CFR 744.11(a)")
        for slug in slugs
    )


def _slugs(scope: ListedScope) -> list[str]:
    found = [f"characteristics.{scope.only_when}"] if scope.only_when else []
    if scope.items is ScopeItems.CCL_AND_IRAN_SUPPLEMENT:
        found.append(f"characteristics.{IRAN_SUPPLEMENT}")
    if LeftOut.STANDARDS_ORGANIZATION in scope.left_out:
        found.append(f"end_use.characteristics.{STANDARDS}")
    if LeftOut.UAV_UPKEEP_TECHNOLOGY in scope.left_out:
        found.append(f"end_use.characteristics.{UAV_UPKEEP}")
    return found


def _items(scope: ListedScope, matter: Matter) -> Truth:
    classified = matter.item.eccn
    if scope.items is ScopeItems.ALL:
        return Truth.YES
    if classified is None:
        return Truth.UNKNOWN
    if scope.items is ScopeItems.ENTRIES:
        return within_any(classified, scope.entries)
    if scope.items is ScopeItems.CCL_AND_IRAN_SUPPLEMENT and classified.is_ear99:
        return matter.item.characteristic(IRAN_SUPPLEMENT)
    return parse(not classified.is_ear99)


def _is_ear99(matter: Matter, _: Party) -> Truth:
    classified = matter.item.eccn
    return Truth.UNKNOWN if classified is None else parse(classified.is_ear99)


def _food_or_medicine(matter: Matter, party: Party) -> Truth:
    return _is_ear99(matter, party) & parse(matter.item.category in BASIC)


def _consumer_encryption(matter: Matter, party: Party) -> Truth:
    classified = matter.item.eccn
    if classified is None:
        return Truth.UNKNOWN
    return within_any(classified, CONSUMER_ENCRYPTION) & ~party.government


def _standards(matter: Matter, party: Party) -> Truth:
    """Technology that is EAR99, or controlled for anti-terrorism alone, released for a standard."""
    if matter.item.kind is not ItemKind.TECHNOLOGY:
        return Truth.NO
    rows = matter.entry.rows if matter.entry else ()
    low = bool(rows) and all(row.reason == "AT" for row in rows)
    light = _is_ear99(matter, party) | parse(low)
    return light & matter.transaction.end_use.characteristic(STANDARDS)


def _uav_upkeep(matter: Matter, party: Party) -> Truth:
    if matter.item.kind is not ItemKind.TECHNOLOGY:
        return Truth.NO
    stated = matter.transaction.end_use.characteristic(UAV_UPKEEP)
    return _is_ear99(matter, party) & stated


def _general_license(matter: Matter, _: Party) -> Truth:
    """Only a person can tell whether the stated authorization is the one that the entry names."""
    return Truth.UNKNOWN if matter.transaction.ofac_authorization else Truth.NO


SPARED: Mapping[LeftOut, Callable[[Matter, Party], Truth]] = {
    LeftOut.EAR99: _is_ear99,
    LeftOut.EAR99_FOOD_OR_MEDICINE: _food_or_medicine,
    LeftOut.CONSUMER_ENCRYPTION_BUT_FOR_GOVERNMENTS: _consumer_encryption,
    LeftOut.STANDARDS_ORGANIZATION: _standards,
    LeftOut.UAV_UPKEEP_TECHNOLOGY: _uav_upkeep,
    LeftOut.OFAC_GENERAL_LICENSE: _general_license,
}
