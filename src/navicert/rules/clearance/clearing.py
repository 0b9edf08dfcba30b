"""How a line leaves: what every rule of part 758 asks of a shipment."""

from __future__ import annotations

import msgspec

from navicert.errors import LawNotCovered
from navicert.facts.item import Item, ItemKind
from navicert.facts.standing import Capacity, Standing, Strength
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.terms.activity import Activity
from navicert.terms.list_code import ListCode
from navicert.terms.outcome import Outcome
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, any_of, parse

LICENSE = "LICENSE"
VALIDATED = "VEU"
WORDLESS = frozenset({"D", "E"})
"""Product groups of software and technology, which may leave in tangible form or not."""
CONSIGNEES = frozenset(
    {PartyRole.INTERMEDIATE_CONSIGNEE, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER}
)
"""Those whom 758.1(b)(8) reaches: 748.5(d) to (f), so not a purchaser alone."""


class Clearing(msgspec.Struct, frozen=True):
    """How a line leaves: its outcome, the symbols it uses, and who takes it.

    ``unverified`` says whether a consignee or end user is on the Unverified List.
    """

    outcome: Outcome
    used: frozenset[str] = frozenset()
    unverified: Truth = Truth.NO

    @property
    def authorizations(self) -> frozenset[str]:
        """The symbols it uses, and LICENSE when it needs one."""
        return self.used | ({LICENSE} if self.outcome is Outcome.LICENSE else set())


class Takers(msgspec.Struct, frozen=True):
    """Who takes the lines of an order: approvals that count, and whether one is unverified."""

    approvals: frozenset[str]
    unverified: Truth


def takers_of(standings: tuple[Standing, ...]) -> Takers:
    """Look at the parties of an order, once for all its lines."""
    validated = [VALIDATED for one in standings if VALIDATED.lower() in one.party.approvals]
    return Takers(frozenset(validated), any_of(_unverified(one) for one in standings))


def clearing_of(outcome: Outcome, used: tuple[str, ...], takers: Takers) -> Clearing:
    """Say how a line leaves, from its outcome and its parties."""
    return Clearing(outcome, takers.approvals.union(used), takers.unverified)


def is_tangible(item: Item) -> Truth:
    """Tell whether an item leaves in tangible form; software and technology may go either way."""
    said = item.characteristic("tangible")
    if said is not Truth.UNKNOWN:
        return said
    by_group = item.eccn is not None and item.eccn.group in WORDLESS
    goods = item.kind is ItemKind.COMMODITY or (item.kind is None and not by_group)
    return Truth.YES if goods else Truth.UNKNOWN


def leaves_us(matter: Matter) -> bool:
    """Tell whether the line is an export from the United States."""
    transaction = matter.transaction
    return transaction.activity is Activity.EXPORT and transaction.exported_from == "US"


def medium(item: Item) -> tuple[MissingFact, ...]:
    """Ask whether it leaves in tangible form, where nobody said."""
    if is_tangible(item) is not Truth.UNKNOWN:
        return ()
    question = "Does it leave in tangible form, such as on a disc or paper?"
    return (MissingFact("characteristics.tangible", question, "15 CFR 758.1(b)"),)


def gap_in(citation: str, gap: LawNotCovered) -> Finding:
    """Say that nobody verified a section for the day; the duty is open, never absent."""
    missing = MissingFact("law", f"{gap}. What did it require then?", citation)
    return obligation(citation, str(gap), Truth.UNKNOWN, (missing,))


def obligation(
    citation: str, text: str, holds: Truth, missing: tuple[MissingFact, ...] = ()
) -> Finding:
    """Give what must be done."""
    return Finding(FindingKind.OBLIGATION, holds, citation, text, missing=missing)


def _unverified(standing: Standing) -> Truth:
    """Whether a consignee or end user is on the Unverified List; a purchaser does not count."""
    if not CONSIGNEES.intersection(standing.party.roles):
        return Truth.NO
    return any_of(
        parse(match.strength is Strength.SAME or None)
        for match in standing.matches
        if match.listing.list is ListCode.UVL and match.capacity is Capacity.ITSELF
    )
