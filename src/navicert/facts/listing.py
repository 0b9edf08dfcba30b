"""A listing: what one authority's list says of one party, as it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.facts.identifier import Identifier
from navicert.facts.listed_scope import ListedScope
from navicert.facts.party import Address
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate
from navicert.terms.truth import Truth


class NameKind(StrEnum):
    """How a list gives a name; weak aliases are marked so by the list itself."""

    PRIMARY = "primary"
    ALIAS = "alias"
    WEAK = "weak"
    FORMER = "former"


class PartyType(StrEnum):
    """What kind of party is listed."""

    ENTITY = "entity"
    PERSON = "person"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    ADDRESS = "address"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of a listed party; ``script`` is what the list says of its script or language."""

    text: str
    kind: NameKind = NameKind.PRIMARY
    script: str = ""


@dataclass(frozen=True, slots=True)
class Relief:
    """A dated permission for a listed party, such as a temporary general license.

    Both days are included; ``until`` is None when no end was stated.
    """

    since: date
    until: date | None
    citation: str
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Tell whether the permission is in force."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Listing:
    """One row of one list.

    ``since`` and ``until`` are the days of validity as the list states them, both included,
    None when the list does not say. ``standard_order`` is the Denied Persons List's column.
    ``details`` keeps every other column of the source by its own name. ``scope`` is what the
    license requirement says, as far as it was read; None when it says nothing. ``births`` are the
    dates of birth, several where the list is not sure. ``nationalities`` and ``citizenships`` are
    countries, ``flag`` is that of a vessel; all of them stand in ``countries`` too.
    """

    list: ListCode
    entry: str
    names: tuple[ListedName, ...]
    type: PartyType = PartyType.UNKNOWN
    addresses: tuple[Address, ...] = ()
    countries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    license_requirement: str = ""
    license_policy: str = ""
    citations: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    standard_order: Truth = Truth.UNKNOWN
    reliefs: tuple[Relief, ...] = ()
    remarks: str = ""
    details: tuple[tuple[str, str], ...] = ()
    scope: ListedScope | None = None
    identifiers: tuple[Identifier, ...] = ()
    births: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    citizenships: tuple[str, ...] = ()
    flag: str | None = None

    @property
    def name(self) -> str:
        """The first name, by which people call the party."""
        return self.names[0].text

    def holds_on(self, day: date) -> bool:
        """Tell whether the listing is in force; a day that the list leaves out is no limit."""
        if self.since is not None and day < self.since:
            return False
        return self.until is None or day <= self.until

    def relief_on(self, day: date) -> Relief | None:
        """Give the permission in force, if there is one."""
        return next((relief for relief in self.reliefs if relief.holds_on(day)), None)
