"""The shape of Navicert's own form; a key that stands in no class here is refused by its name."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from navicert.facts.denial_order import OrderEventKind, OrderKind
from navicert.facts.listing import NameKind, PartyType
from navicert.parties.lists.json_text import Text
from navicert.terms.list_code import ListCode


class NameForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``{text = "...", kind = "alias"}``; a plain string is a name without a kind."""

    text: Text
    kind: NameKind = NameKind.ALIAS


class ReliefForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[listing.relief]]``: a dated permission for the listed party."""

    since: date
    citation: Text
    until: date | None = None
    note: Text = ""


class AddressForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[listing.address]]``: as in an order."""

    text: Text = ""
    street: Text = ""
    city: Text = ""
    region: Text = ""
    postal_code: Text = ""
    country: Text | None = None


class ListingForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[listing]]``: what one list says of one party."""

    # ``list`` is the word of the form; the attribute has another name, as it would hide the type.
    of_list: ListCode = field(name="list")
    names: list[Text | NameForm]
    entry: Text = ""
    type: PartyType = PartyType.UNKNOWN
    countries: list[Text] = []
    address: list[AddressForm] = []
    programs: list[Text] = []
    since: date | None = None
    until: date | None = None
    license_requirement: Text = ""
    license_policy: Text = ""
    citations: list[Text] = []
    standard_order: bool | None = None
    remarks: Text = ""
    relief: list[ReliefForm] = []


class AuthorizationForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[denial_order.event.authorization]``: what an active order lets through."""

    since: date
    until: date
    citation: Text
    activities: list[Text] = []
    purposes: list[Text] = []
    excluded_groups: list[Text] = []
    note: Text = ""


class EventForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[denial_order.event]]``: what happened to the order, and from which day."""

    day: date
    kind: OrderEventKind
    citation: Text
    end: date | None = None
    note: Text = ""
    authorization: AuthorizationForm | None = None


class OrderForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[denial_order]]``: each person with every name by which it is known."""

    reference: Text
    persons: list[list[Text]]
    event: list[EventForm]
    related_persons: list[list[Text]] = []
    kind: OrderKind = OrderKind.STANDING
    standard_terms: bool | None = True


class HouseForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole file.

    ``covers`` states whose lists it has whole, for its owner to answer for; ``history_from`` that
    ``since`` and ``until`` tell who stood on them on every day from then on.
    """

    title: Text = ""
    source: Text = ""
    as_of: date | None = None
    covers: list[ListCode] = field(default_factory=list)
    history_from: date | None = None
    listing: list[ListingForm] = field(default_factory=list)
    denial_order: list[OrderForm] = field(default_factory=list)
