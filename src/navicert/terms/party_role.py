"""Roles of the parties to a transaction (15 CFR 748.5), and of others that an order names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from navicert.errors import UnknownRole


class PartyRole(StrEnum):
    """The six roles of 748.5(a)-(f), and two that part 748 leaves outside the transaction."""

    APPLICANT = "applicant"
    OTHER_PARTY_AUTHORIZED = "other_party_authorized"
    PURCHASER = "purchaser"
    INTERMEDIATE_CONSIGNEE = "intermediate_consignee"
    ULTIMATE_CONSIGNEE = "ultimate_consignee"
    END_USER = "end_user"
    FINANCIER = "financier"
    OTHER = "other"


ENTITY_LIST_ROLES = frozenset(
    {
        PartyRole.PURCHASER,
        PartyRole.INTERMEDIATE_CONSIGNEE,
        PartyRole.ULTIMATE_CONSIGNEE,
        PartyRole.END_USER,
    }
)
"""Those whom 744.11 reaches: 748.5(c) to (f)."""

ALSO: Mapping[str, PartyRole] = {
    "exporter": PartyRole.APPLICANT,
    "usppi": PartyRole.APPLICANT,
    "supplier": PartyRole.APPLICANT,
    "seller": PartyRole.APPLICANT,
    "buyer": PartyRole.PURCHASER,
    "customer": PartyRole.PURCHASER,
    "freight_forwarder": PartyRole.INTERMEDIATE_CONSIGNEE,
    "consignee": PartyRole.ULTIMATE_CONSIGNEE,
    "recipient": PartyRole.ULTIMATE_CONSIGNEE,
    "forwarder": PartyRole.INTERMEDIATE_CONSIGNEE,
    "freight_forwarding_agent": PartyRole.INTERMEDIATE_CONSIGNEE,
    "financing_bank": PartyRole.FINANCIER,
    "financial_institution": PartyRole.FINANCIER,
    "bank": PartyRole.FINANCIER,
    "lender": PartyRole.FINANCIER,
    "insurer": PartyRole.FINANCIER,
    "guarantor": PartyRole.FINANCIER,
}
"""Everyday words for them."""


def parse(value: str) -> PartyRole:
    """Read a role; spaces and hyphens are as good as underscores.

    >>> parse("End-User"), parse("ultimate consignee")
    (<PartyRole.END_USER: 'end_user'>, <PartyRole.ULTIMATE_CONSIGNEE: 'ultimate_consignee'>)
    >>> parse("boss")
    Traceback (most recent call last):
    ...
    navicert.errors.UnknownRole: 'boss' is not a role of 15 CFR 748.5; use one of applicant, \
other_party_authorized, purchaser, intermediate_consignee, ultimate_consignee, end_user, \
financier, other
    """
    key = re.sub(r"[\s-]+", "_", value.strip().lower())
    if key in ALSO:
        return ALSO[key]
    try:
        return PartyRole(key)
    except ValueError:
        roles = ", ".join(PartyRole)
        message = f"{value!r} is not a role of 15 CFR 748.5; use one of {roles}"
        raise UnknownRole(message) from None


def is_valid(value: str) -> bool:
    """Tell whether this is a role.

    >>> is_valid("purchaser"), is_valid("boss")
    (True, False)
    """
    try:
        parse(value)
    except UnknownRole:
        return False
    return True


def format(role: PartyRole) -> str:  # noqa: A001 - the verb that every term has
    """Write a role as people read it.

    >>> format(PartyRole.ULTIMATE_CONSIGNEE)
    'ultimate consignee'
    """
    return role.value.replace("_", " ")
