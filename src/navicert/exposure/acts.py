"""Which act an edge is, and what the rules say of that act: never a list of edges.

A supply to the denied person is an export to it, a sale by it is an acquisition from it, what it
does itself is its own act. Denial orders are asked of ``rules.denial``, entries of the Entity List
of ``rules.controls.end_users.entity_list``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from navicert.errors import LawNotCovered
from navicert.exposure.columns import Trait
from navicert.exposure.graph import EdgeKind, NodeKind
from navicert.exposure.result import Ground
from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Address, Party
from navicert.facts.standing import Standing
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.controls.end_users.entity_list import entity_list
from navicert.rules.denial import Act, denial
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

US, OTHER = "US", "the other side"
NETWORK, HANDSET = "existing_network", "existing_handset"
RECEIVES = (PartyRole.PURCHASER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER)
OWN_STOCK = (Activity.USE, Activity.STORE, Activity.TRANSPORT, Activity.DISPOSE)

PURPOSES: Mapping[tuple[EdgeKind, NodeKind | None], str] = {
    (EdgeKind.MAINTAINS, NodeKind.NETWORK): NETWORK,
    (EdgeKind.UPDATES, NodeKind.NETWORK): NETWORK,
    (EdgeKind.UPDATES, NodeKind.COMPANY): HANDSET,
    (EdgeKind.UPDATES, NodeKind.SUPPLIER): HANDSET,
}
"""What an edge that states no purpose is for: what is in the field on the first day."""


class Side(Enum):
    """Where the denied person stands: at an end of the edge, or behind the network at its end."""

    SENDS = "sends"
    RECEIVES = "receives"
    OPERATES = "operates"
    MAY_OPERATE = "may operate"


WHO_OPERATES = "Is the network owned, possessed or controlled by the denied person?"


@dataclass(frozen=True, slots=True)
class Signature:
    """A trait, and on which side of it the denied person stands."""

    trait: Trait
    side: Side

    @property
    def denied_sends(self) -> bool:
        """Whether the denied person is at the beginning of the edge."""
        return self.side is Side.SENDS

    @property
    def is_of_network(self) -> bool:
        """Whether the act is somebody else's, with a network that is or may be its own."""
        return self.side in {Side.OPERATES, Side.MAY_OPERATE}


@dataclass(frozen=True, slots=True)
class _Deed:
    """One act as the clauses look at it."""

    activity: Activity
    own: bool
    roles: tuple[PartyRole, ...] = (PartyRole.OTHER,)


def judged(signature: Signature, standing: Standing, edition: Edition) -> Ground:
    """Ask whether the act is barred on the day of the edition; the gravest of its acts decides."""
    grounds = [
        _doubted(ground) if signature.side is Side.MAY_OPERATE else ground
        for deed in _deeds(signature)
        for ground in _grounds(deed, signature, standing, edition)
    ]
    for truth in (Truth.YES, Truth.UNKNOWN):
        for ground in grounds:
            if ground.holds is truth:
                return ground
    return grounds[0] if grounds else Ground(Truth.NO)


def _doubted(ground: Ground) -> Ground:
    """Leave open what is barred only if the network belongs to the denied person."""
    if ground.holds is Truth.NO:
        return ground
    return replace(ground, holds=Truth.UNKNOWN, missing=(WHO_OPERATES, *ground.missing))


def purpose_of(trait: Trait) -> str:
    """Give the purpose of an edge: the one that it states, else that of its kind."""
    return trait.purpose or PURPOSES.get((trait.kind, trait.head_kind), "")


def _deeds(signature: Signature) -> Iterator[_Deed]:
    trait = signature.trait
    sends = _sending(trait)
    if trait.kind is EdgeKind.STORES:
        yield from (_Deed(activity, own=True) for activity in OWN_STOCK)
    elif not signature.denied_sends:
        if trait.kind is not EdgeKind.MAINTAINS:
            yield _Deed(sends, own=False, roles=RECEIVES)
        if signature.is_of_network and trait.kind is not EdgeKind.SELLS:
            yield _Deed(Activity.SERVICE, own=False)
    elif trait.kind is EdgeKind.MAINTAINS:
        yield _Deed(Activity.SERVICE, own=True)
    elif trait.kind is EdgeKind.UPDATES:
        yield _Deed(sends, own=True)
        yield _Deed(Activity.ACQUIRE_FROM, own=False)
    else:
        yield _Deed(Activity.ACQUIRE_FROM, own=False)
        yield _Deed(Activity.SELL, own=True)


def _sending(trait: Trait) -> Activity:
    if trait.tail_country == US:
        return Activity.EXPORT
    same = trait.tail_country is not None and trait.tail_country == trait.head_country
    return Activity.TRANSFER_IN_COUNTRY if same else Activity.REEXPORT


def _grounds(
    deed: _Deed, signature: Signature, standing: Standing, edition: Edition
) -> Iterator[Ground]:
    trait = signature.trait
    party = _with_roles(standing, deed.roles)
    transaction = _transaction(deed, signature, party.party, edition.day)
    item = transaction.lines[0].item
    act = Act(transaction, item, trait.subject)
    yield from map(_ground, denial(party, act, edition))
    if not deed.own and deed.roles == RECEIVES:
        matter = Matter(transaction, item, _entry(item, edition), edition)
        for found in entity_list(party, matter):
            if found.kind is FindingKind.REQUIREMENT:
                yield _ground(found, found.holds & trait.subject)


def _ground(found: Finding, holds: Truth | None = None) -> Ground:
    asked = tuple(dict.fromkeys(one.question for one in found.missing))
    truth = found.holds if holds is None else holds
    if truth is Truth.UNKNOWN and not asked:
        asked = ("Is the item subject to the EAR?",)
    return Ground(truth, found.label, found.citation, found.plain, asked)


def _with_roles(standing: Standing, roles: tuple[PartyRole, ...]) -> Standing:
    return replace(standing, party=replace(standing.party, roles=roles))


def _transaction(deed: _Deed, signature: Signature, party: Party, day: date) -> Transaction:
    trait = signature.trait
    other = trait.head_country if signature.denied_sends else trait.tail_country
    return Transaction(
        reference=trait.kind,
        day=day,
        activity=deed.activity,
        exported_from=_leaves(deed, signature, party),
        destination=Destination(_goes(signature, party) or party.address.country or ""),
        lines=(Line(1, _item(trait)),),
        parties=(party, Party(OTHER, (PartyRole.OTHER,), Address(country=other))),
        end_use=EndUse(EndUseKind.CIVIL, purpose_of(trait)),
        actor=party.name if deed.own else OTHER,
        owner=party.name if _is_owner(deed, signature) else "",
        service_uses_us_items=trait.subject & trait.exported_from_us,
    )


def _leaves(deed: _Deed, signature: Signature, party: Party) -> str | None:
    """Give where the item leaves; what is serviced stays, so that no origin follows from it."""
    if signature.is_of_network and deed.activity is Activity.SERVICE:
        return None
    return party.address.country if signature.denied_sends else signature.trait.tail_country


def _goes(signature: Signature, party: Party) -> str | None:
    at_head = signature.denied_sends or signature.is_of_network
    return signature.trait.head_country if at_head else party.address.country


def _is_owner(deed: _Deed, signature: Signature) -> bool:
    if signature.trait.kind is EdgeKind.MAINTAINS:
        return signature.is_of_network
    return signature.is_of_network or deed.own or deed.activity is Activity.ACQUIRE_FROM


def _item(trait: Trait) -> Item:
    return Item(
        name=trait.kind,
        kind=ItemKind.SOFTWARE if trait.kind is EdgeKind.UPDATES else None,
        eccn=eccn.parse(trait.eccn) if trait.eccn else None,
        exported_from_us=trait.exported_from_us,
    )


def _entry(item: Item, edition: Edition) -> Entry | None:
    if item.eccn is None or item.eccn.is_ear99:
        return None
    try:
        return edition.entry_of(item.eccn)
    except LawNotCovered:
        return None
