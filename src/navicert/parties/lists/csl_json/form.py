"""The shape of the JSON forms; a key that stands in no class here is refused by its name."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from navicert.parties.lists.json_text import Text

Texts = list[Text] | Text | None


class IdForm(Struct, frozen=True, forbid_unknown_fields=True):
    """One of ``ids``: an identifier, or a remark in its place."""

    type: Text | None = None
    number: Text | None = None
    country: Text | None = None
    issue_date: Text | None = None
    expiration_date: Text | None = None


class AddressForm(Struct, frozen=True, forbid_unknown_fields=True):
    """One of ``addresses``."""

    address: Text | None = None
    city: Text | None = None
    state: Text | None = None
    postal_code: Text | None = None
    country: Text | None = None


class EntryForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry; ``countries`` and ``ofac_addresses`` are in the projection of one object a line.

    ``country`` and ``score`` are in answers of the API.
    """

    name: Text
    source: Text
    id: Text | None = None
    entity_number: Text | int | None = None
    type: Text | None = None
    programs: Texts = None
    title: Text | None = None
    addresses: list[AddressForm] | None = None
    federal_register_notice: Text | None = None
    start_date: Text | None = None
    end_date: Text | None = None
    standard_order: Text | None = None
    license_requirement: Text | None = None
    license_policy: Text | None = None
    call_sign: Text | None = None
    vessel_type: Text | None = None
    gross_tonnage: Text | int | None = None
    gross_registered_tonnage: Text | int | None = None
    vessel_flag: Text | None = None
    vessel_owner: Text | None = None
    remarks: Text | None = None
    source_list_url: Text | None = None
    source_information_url: Text | None = None
    alt_names: Texts = None
    citizenships: Texts = None
    dates_of_birth: Texts = None
    nationalities: Texts = None
    places_of_birth: Texts = None
    ids: list[IdForm] | None = None
    country: Text | None = None
    score: float | None = None
    countries: list[Text] | None = None
    ofac_addresses: list[Text] | None = field(name="ofac_addresses_2025-12", default=None)


class ResultsForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole file, or an answer of the API, which says how many there are in all."""

    results: list[EntryForm]
    total: int | None = None
    offset: int | None = None
    size: int | None = None
    sources: list[Any] | None = None
    sources_used: list[Any] | None = None
    search_performed_at: Text | None = None
