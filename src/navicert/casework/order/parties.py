"""The parties of an order document (15 CFR 748.5)."""

from __future__ import annotations

from dataclasses import replace

from navicert.casework.order import keys, limits
from navicert.casework.order.section import Section
from navicert.facts import identifier
from navicert.facts.party import Address, Party
from navicert.terms import country, party_role
from navicert.terms.party_role import PartyRole


def parties(order: Section) -> tuple[Party, ...]:
    """Read every party; problems go to the notes of the section."""
    return tuple(_party(section) for section in order.sections("parties", limits.MOST_PARTIES))


def _party(section: Section) -> Party:
    section.only(keys.PARTY)
    return replace(known_of(section), roles=_roles(section))


def _roles(section: Section) -> tuple[PartyRole, ...]:
    roles = section.terms("roles", party_role.parse)
    if section.table.get("roles") == []:
        section.refuse("a party needs at least one role, such as end_user", "roles")
    return tuple(dict.fromkeys(roles))


def known_of(section: Section) -> Party:
    """Read what is known of a party, whatever its roles are."""
    return Party(
        name=section.name("name"),
        roles=(),
        address=_address(section.section("address")),
        aliases=section.names("aliases"),
        kind=section.name("kind"),
        nationality=section.term("nationality", country.parse),
        headquarters=section.term("headquarters", country.parse),
        ultimate_parent=section.term("ultimate_parent", country.parse),
        government=section.truth("government"),
        military=section.truth("military"),
        approvals=frozenset(section.names("approvals")),
        on_behalf_of=section.names("on_behalf_of"),
        owned_by=section.names("owned_by"),
        screened_elsewhere=section.statement("screened_elsewhere"),
        identifiers=section.terms("identifiers", identifier.parse),
        birth_date=section.born("birth_date"),
    )


def _address(section: Section) -> Address:
    section.only(keys.ADDRESS)
    return Address(
        text=section.text("text"),
        street=section.name("street"),
        city=section.name("city"),
        region=section.name("region"),
        postal_code=section.name("postal_code"),
        country=section.term("country", country.parse),
    )
