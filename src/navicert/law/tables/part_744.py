"""Part 744 on a day: its paragraphs, its own lists of end users, and its share of ownership."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from navicert.law.shelf import Shelf
from navicert.law.tables import end_use_controls, listed_users
from navicert.law.tables.country_groups import CountryGroups
from navicert.law.tables.end_use_controls import Agency, EndUseControl
from navicert.law.tables.listed_users import MilitaryItem


@dataclass(frozen=True, slots=True)
class OnADay:
    """What part 744 says on one day; every question may raise LawNotCovered."""

    tables: Part744
    day: date

    def control(self, key: str) -> EndUseControl | None:
        """Give a paragraph; None before it was created."""
        return self.tables.controls.at(key, self.day)

    def first_words(self, key: str) -> EndUseControl:
        """Give a paragraph as it was first verified, for days before that."""
        return self.tables.controls.versions(key)[0]

    def names(self, control: EndUseControl, country: str) -> bool:
        """Tell whether a paragraph holds for a country."""
        return self.tables.controls.names(control.place, country, self.day)

    def question(self, slug: str) -> str:
        """Give the question that a slug stands for."""
        return self.tables.controls.questions[slug]

    def tells_of(self, slug: str) -> str:
        """Give the kind of end use that an answer tells of; empty for one that tells of none."""
        return self.tables.controls.tells.get(slug, "")

    def agency_for(self, country: str) -> Agency | None:
        """Give the agency that governs activities with a country already (744.6(a))."""
        return self.tables.controls.agency_for(country, self.day)

    def intelligence_service(self, name: str) -> str:
        """Give the country whose military-intelligence end user 744.22(f)(2) names so."""
        return self.tables.users.intelligence_service(name, self.day)

    def programs(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Give those of a party's SDN programs that 744.8 names."""
        return self.tables.users.requires_for(tags, self.day)

    def military_item(self, symbol: str) -> MilitaryItem | None:
        """Give an entry's row of Supplement No. 2 to part 744."""
        return self.tables.users.military_item(symbol, self.day)

    @property
    def majority(self) -> Decimal:
        """The share of ownership, in percent, from which it binds (744.11(a)(1); 31 CFR)."""
        return self.tables.majority


@dataclass(frozen=True, slots=True)
class Part744:
    """The tables of the part."""

    controls: end_use_controls.EndUses
    users: listed_users.ListedUsers
    majority: Decimal

    def on(self, day: date) -> OnADay:
        """Open the part at a day."""
        return OnADay(self, day)


def read(shelf: Shelf, groups: CountryGroups) -> Part744:
    """Read the part from the shelf."""
    return Part744(
        end_use_controls.read(shelf, groups),
        listed_users.read(shelf),
        Decimal(shelf.document("744/affiliates.toml")["share"]),
    )
