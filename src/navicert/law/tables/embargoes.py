"""Embargoes and other special controls: what a destination needs by itself (15 CFR part 746)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf
from navicert.terms.eccn import Eccn, parse

SAYS_NOTHING = frozenset({"unknown", "not known", "other", "any", "none", "n/a"})
"""Words that name no place."""


@dataclass(frozen=True, slots=True)
class EmbargoRequirement:
    """One requirement of part 746; ``items`` names which items it reaches.

    ``exceptions`` are the only license exceptions that may overcome it (740.2(a)(6));
    ``not_for`` gives for a symbol the characteristic that takes it away.
    """

    label: str
    countries: frozenset[str]
    regions: frozenset[str]
    home: frozenset[str]
    since: date
    until: date | None
    items: str
    columns: frozenset[str]
    reasons: frozenset[str]
    eccns: tuple[Eccn, ...]
    supplement: str
    when: str
    ear99_only: bool
    except_ear99: frozenset[str]
    except_personal_communication_software: bool
    civil_subsidiary_relief: tuple[Eccn, ...]
    not_to_government: bool
    deemed: str
    exceptions: frozenset[str]
    not_for: tuple[tuple[str, str], ...]
    satisfied_by: str
    policy: str
    citation: str

    def holds_on(self, day: date) -> bool:
        """Tell whether the requirement is in force."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class AgencyProhibition:
    """What the EAR forbids because another agency forbids it (746.7(e))."""

    label: str
    countries: frozenset[str]
    since: date
    agency: str
    satisfied_by: str
    citation: str


@dataclass(frozen=True, slots=True)
class RegionNames:
    """The names of a region: those that surely mean it, and those that may, casefolded."""

    region: str
    certain: tuple[str, ...]
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Embargoes:
    """Asked with an ISO country code; a country named nowhere has none."""

    requirements: tuple[EmbargoRequirement, ...]
    prohibitions: tuple[AgencyProhibition, ...]
    verified_from: date
    regions: tuple[RegionNames, ...] = ()
    outside: tuple[str, ...] = ()

    def on(self, country: str, day: date) -> tuple[EmbargoRequirement, ...]:
        """Give the requirements for a country on a day; raise LawNotCovered before the first."""
        if day < self.verified_from:
            message = f"part 746: not verified for {day}; the first day is {self.verified_from}"
            raise LawNotCovered(message)
        return tuple(
            one for one in self.requirements if country in one.countries and one.holds_on(day)
        )

    def of_regions(self, day: date) -> tuple[EmbargoRequirement, ...]:
        """Give the requirements for regions alone; none before part 746 was verified."""
        if day < self.verified_from:
            return ()
        return tuple(one for one in self.requirements if one.regions and one.holds_on(day))

    def regions_of(self, name: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """Give the regions that a name surely means, and may mean; None for one not known."""
        said = " ".join(name.casefold().split())
        if not any(letter.isalpha() for letter in said) or said in SAYS_NOTHING:
            return None
        if said.startswith("not "):
            return frozenset(), frozenset()
        certain = {one.region for one in self.regions if any(n in said for n in one.certain)}
        possible = {one.region for one in self.regions if any(n in said for n in one.possible)}
        if not (certain or possible or any(n in said for n in self.outside)):
            return None
        return frozenset(certain), frozenset(possible)

    def prohibitions_on(self, country: str, day: date) -> tuple[AgencyProhibition, ...]:
        """Give the prohibitions for a country on a day."""
        return tuple(
            one for one in self.prohibitions if country in one.countries and one.since <= day
        )


def read(shelf: Shelf) -> Embargoes:
    """Read part 746 from the shelf."""
    document = shelf.document("746/embargoes.toml")
    return Embargoes(
        tuple(_requirement(row) for row in document["requirement"]),
        tuple(_prohibition(row) for row in document["prohibition"]),
        document["verified_from"],
        tuple(
            RegionNames(row["region"], tuple(row["certain"]), tuple(row.get("possible", ())))
            for row in document["region"]
        ),
        tuple(document["regions_outside"]["names"]),
    )


def _requirement(row: dict[str, Any]) -> EmbargoRequirement:
    return EmbargoRequirement(
        label=row["label"],
        countries=frozenset(row["countries"]),
        regions=frozenset(row.get("regions", ())),
        home=frozenset(row.get("home", ())),
        since=row["since"],
        until=row.get("until"),
        items=row["items"],
        columns=frozenset(row.get("columns", ())),
        reasons=frozenset(row.get("reasons", ())),
        eccns=tuple(parse(eccn) for eccn in row.get("eccns", ())),
        supplement=row.get("supplement", ""),
        when=row.get("when", ""),
        ear99_only=row.get("ear99_only", False),
        except_ear99=frozenset(row.get("except_ear99", ())),
        except_personal_communication_software=row.get(
            "except_personal_communication_software", False
        ),
        civil_subsidiary_relief=tuple(parse(e) for e in row.get("civil_subsidiary_relief", ())),
        not_to_government=row.get("not_to_government", False),
        deemed=row.get("deemed", "all"),
        exceptions=frozenset(row["exceptions"]),
        not_for=tuple(sorted(row.get("not_for", {}).items())),
        satisfied_by=row.get("satisfied_by", ""),
        policy=row.get("policy", ""),
        citation=row["citation"],
    )


def _prohibition(row: dict[str, Any]) -> AgencyProhibition:
    return AgencyProhibition(
        label=row["label"],
        countries=frozenset(row["countries"]),
        since=row["since"],
        agency=row["agency"],
        satisfied_by=row["satisfied_by"],
        citation=row["citation"],
    )
