"""Whose an entity is: its headquarters, or those of its ultimate parent (744.23(a)(3), (a)(4))."""

from __future__ import annotations

from collections.abc import Iterator

from navicert.facts.party import Party
from navicert.law.tables.part_744 import OnADay
from navicert.rules.controls.end_uses.reach import reach
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, any_of

USERS = frozenset({PartyRole.END_USER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.PURCHASER})


def of_macau_or_d5(matter: Matter, law: OnADay) -> Truth:
    """Tell whether the item is for an entity of Macau or D:5; a seat left out is unknown."""
    return any_of(_seat(party, law) for party in users(matter))


def users(matter: Matter) -> Iterator[Party]:
    """Give those for whom the item is."""
    return (one for one in matter.transaction.parties if USERS.intersection(one.roles))


def _seat(party: Party, law: OnADay) -> Truth:
    seats = (party.headquarters, party.ultimate_parent)
    stated = [place for place in seats if place is not None]
    there = reach("744.23 headquarters", stated, law).there if stated else Truth.UNKNOWN
    return there if there is not Truth.NO or None not in seats else Truth.UNKNOWN


def seat_not_stated(trigger: str, citation: str, label: str) -> Finding:
    """Hold until somebody says where the entity and its parent have their headquarters."""
    question = (
        "Where are the headquarters of the end user, and those of its ultimate parent company?"
    )
    return Finding(
        FindingKind.RED_FLAG,
        Truth.UNKNOWN,
        citation,
        trigger,
        label=label,
        general_prohibition=5,
        overcome_by="say where the entity and its ultimate parent have their headquarters",
        missing=(MissingFact("parties.headquarters", question, citation),),
    )
