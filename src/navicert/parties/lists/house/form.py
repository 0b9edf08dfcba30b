"""The shape of Navicert's own form; a key that stands in no class here is refused by its name."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from navicert.facts.denial_order import OrderEventKind, OrderKind
from navicert.facts.listing import NameKind, PartyType
from navicert.terms.list_code import ListCode


class NameForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``{text = "...", kind = "alias"}``; a plain string is a name without a kind."""

    text: str
    kind: NameKind = NameKind.ALIAS


class ReliefForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[listing.relief]]``: a dated permission for the listed party."""

    since: date
    citation: str
    until: date | None = None
    note: str = ""


class AddressForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[listing.address]]``: as in an order."""

    text: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str | None = None


class ListingForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[listing]]``: what one list says of one party."""

    # ``list`` is the word of the form; the attribute has another name, as it would hide the type.
    of_list: ListCode = field(name="list")
    names: list[str | NameForm]
    entry: str = ""
    type: PartyType = PartyType.UNKNOWN
    countries: list[str] = []
    address: list[AddressForm] = []
    programs: list[str] = []
    since: date | None = None
    until: date | None = None
    license_requirement: str = ""
    license_policy: str = ""
    citations: list[str] = []
    standard_order: bool | None = None
    remarks: str = ""
    relief: list[ReliefForm] = []


class AuthorizationForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[denial_order.event.authorization]``: what an active order lets through."""

    since: date
    until: date
    citation: str
    activities: list[str] = []
    purposes: list[str] = []
    excluded_groups: list[str] = []
    note: str = ""


class EventForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[denial_order.event]]``: what happened to the order, and from which day."""

    day: date
    kind: OrderEventKind
    citation: str
    end: date | None = None
    note: str = ""
    authorization: AuthorizationForm | None = None


class OrderForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[denial_order]]``: each person with every name by which it is known."""

    reference: str
    persons: list[list[str]]
    event: list[EventForm]
    related_persons: list[list[str]] = []
    kind: OrderKind = OrderKind.STANDING
    standard_terms: bool | None = True


class HouseForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole file.

    ``covers`` states whose lists it has whole, for its owner to answer for; ``history_from`` that
    ``since`` and ``until`` tell who stood on them on every day from then on.
    """

    title: str = ""
    source: str = ""
    as_of: date | None = None
    covers: list[ListCode] = field(default_factory=list)
    history_from: date | None = None
    listing: list[ListingForm] = field(default_factory=list)
    denial_order: list[OrderForm] = field(default_factory=list)
