"""A party to a transaction: who, in which role, where."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.facts.identifier import Identifier
from navicert.terms.partial_date import PartialDate
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; ``country`` is ISO 3166-1 alpha-2 or None, ``text`` all as written."""

    text: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One party with its roles (15 CFR 748.5) and what the exporter knows of it.

    ``nationality`` is the most recent citizenship or permanent residency of a person (734.13).
    ``headquarters`` and ``ultimate_parent`` are countries. ``approvals`` are the marks that an
    authority gave it, such as ``supp_8_to_740`` for approved entities of the Emirates.
    ``on_behalf_of`` names whom it acts for, ``owned_by`` who owns it. ``identifiers`` and
    ``birth_date`` are what a person or company shows of itself; both only help to compare.
    """

    name: str
    roles: tuple[PartyRole, ...]
    address: Address = Address()
    aliases: tuple[str, ...] = ()
    kind: str = ""
    nationality: str | None = None
    headquarters: str | None = None
    ultimate_parent: str | None = None
    government: Truth = Truth.UNKNOWN
    military: Truth = Truth.UNKNOWN
    approvals: frozenset[str] = frozenset()
    on_behalf_of: tuple[str, ...] = ()
    owned_by: tuple[str, ...] = ()
    screened_elsewhere: str = ""
    identifiers: tuple[Identifier, ...] = ()
    birth_date: PartialDate | None = None
