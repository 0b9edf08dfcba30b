"""Cases on denial orders: who is denied, who acts, and with which item."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.facts.denial_order import DenialOrder, OrderEvent, OrderEventKind
from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind, Knowledge
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.watch import Watch
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, parse
from tests.conformance.compare import answers, differing
from tests.conformance.record import record
from tests.conformance.vocabulary import Case, activity_of, purpose_of

DENIED = "The Denied Person Ltd."
FROM_THE_DENIED = {
    Activity.BUY: Activity.ACQUIRE_FROM,
    Activity.RECEIVE: Activity.ACQUIRE_FROM,
    Activity.ORDER: Activity.ACQUIRE_FROM,
}
THIRD_PARTY = "The third party"


def determine(case: Case) -> Determination:
    """Ask the engine."""
    return assess(transaction_of(case), watch_of(case), standard_law())


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area."""
    return differing(("prohibited", "clause"), case.expected, answers(determine(case)))


def watch_of(case: Case) -> Watch:
    """Give the record, and an order over whoever the case calls denied."""
    names = _denied_names(case.facts)
    if not names:
        return Watch.of(record())
    order = DenialOrder(
        reference="the order of the case",
        persons=((DENIED,), *((name,) for name in names if name != RELATED)),
        related_persons=((RELATED,),),
        events=(OrderEvent(date(2000, 1, 1), OrderEventKind.ISSUED, "the order of the case"),),
        standard_terms=_standard(case.facts),
    )
    snapshot = Snapshot(
        code="OWN",
        title="the order of the case",
        source="the case",
        as_of=case.day,
        digest="0" * 64,
        listings=(),
        orders=(order,),
        counts_by_list=(),
    )
    return Watch.of((*record(), snapshot))


RELATED = "The Related Person Ltd."


def _sides(facts: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [facts[key] for key in ("recipient", "owner", "source", "supplier") if facts.get(key)]


def _denied_names(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the parties that the case calls denied; an order by name only binds those."""
    names = []
    if facts.get("actor") == "denied person":
        names.append(DENIED)
    if "activat" in str(facts.get("hypothetical", "")):
        names += [side["name"] for side in _sides(facts) if side.get("name")]
    names += [
        side.get("name", DENIED) for side in _sides(facts) if _is_denied(side) or _is_tied(side)
    ]
    return tuple(dict.fromkeys(names))


def _is_denied(side: Mapping[str, Any]) -> bool:
    return bool(side.get("denied_person") or side.get("named_related_person"))


def _is_tied(side: Mapping[str, Any]) -> bool:
    """Whether it is tied to a denied person that the case does not name."""
    ties = ("buying_on_behalf_of_denied_person", "owned_by_denied_person_pct")
    return any(side.get(tie) for tie in ties)


def _standard(facts: Mapping[str, Any]) -> bool:
    return all(side.get("standard_terms", True) for side in _sides(facts))


def transaction_of(case: Case) -> Transaction:
    """Make the transaction of a case on a denial order."""
    facts = case.facts
    acts_itself = facts.get("actor") == "denied person"
    act = activity_of(facts["act"])
    if not acts_itself:
        act = FROM_THE_DENIED.get(act, act)
    other = _other(facts)
    item = _item(facts)
    return Transaction(
        reference=case.id,
        day=case.day,
        activity=act,
        exported_from=_leaves(facts, item),
        destination=Destination(facts.get("destination", "CN")),
        lines=(Line(1, item),),
        parties=(other,),
        end_use=EndUse(EndUseKind.CIVIL, purpose_of(facts)),
        knowledge=Knowledge(will_be_exported=parse(facts.get("knowledge")), violation=Truth.NO),
        actor=other.name if acts_itself else THIRD_PARTY,
        owner=other.name if facts.get("owner") or act is Activity.SERVICE else "",
        located_in=facts.get("location") or ("US" if act is Activity.OBTAIN_IN_US else None),
        service_uses_us_items=parse(facts.get("service_uses_item_subject_to_EAR_exported_from_US")),
    )


def _other(facts: Mapping[str, Any]) -> Party:
    """Read the party on the other side of the act."""
    side: Mapping[str, Any] = next(iter(_sides(facts)), {})
    denied = _is_denied(side) or not side
    fallback = RELATED if side.get("named_related_person") else DENIED
    name = side.get("name") or (fallback if denied else "A company of the case")
    ties = side.get("subsidiary_of")
    owned = [ties] if ties else []
    if side.get("owned_by_denied_person_pct"):
        owned.append(DENIED)
    return Party(
        name=name,
        roles=(PartyRole.PURCHASER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER),
        on_behalf_of=(DENIED,) if side.get("buying_on_behalf_of_denied_person") else (),
        owned_by=tuple(owned),
    )


def _item(facts: Mapping[str, Any]) -> Item:
    said = facts.get("item") or {}
    if isinstance(said, str):
        said = {"description": said, "eccn": said if eccn.is_valid(said) else None}
    foreign = facts.get("subject") is False
    number = said.get("eccn")
    origin = _origin(facts)
    return Item(
        name=said.get("description") or str(number or "the item"),
        kind=ItemKind(said["kind"]) if said.get("kind") in set(ItemKind) else None,
        eccn=eccn.parse(number) if number and eccn.is_valid(number) else None,
        origin=origin or (None if foreign else "US"),
        us_content=Truth.NO if foreign or origin not in {None, "US"} else Truth.UNKNOWN,
        us_technology=Truth.NO if foreign or origin not in {None, "US"} else Truth.UNKNOWN,
        exported_from_us=_exported(facts),
    )


def _origin(facts: Mapping[str, Any]) -> str | None:
    said = facts.get("item_origin")
    if said is None:
        return None
    return said if len(said) == 2 else "XK"


def _exported(facts: Mapping[str, Any]) -> Truth:
    keys = ("item_exported_from_US", "item_exported_or_to_be_exported_from_US")
    return parse(next((facts[key] for key in keys if key in facts), None))


def _leaves(facts: Mapping[str, Any], item: Item) -> str | None:
    """The United States, unless the case says that the item is foreign or was not exported."""
    if facts.get("subject") is False or item.origin != "US" or item.exported_from_us is Truth.NO:
        return None
    return "US"
