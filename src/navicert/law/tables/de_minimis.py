"""De minimis levels: how much controlled US content a foreign-made item may hold (734.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf
from navicert.terms.eccn import Eccn, parse


@dataclass(frozen=True, slots=True)
class Level:
    """The highest percentage that is de minimis; without groups it is that of every country."""

    percent: Decimal
    groups: frozenset[str]
    citation: str


@dataclass(frozen=True, slots=True)
class Places:
    """Destinations that a paragraph names."""

    everywhere: bool
    countries: frozenset[str]
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The US-origin content that a paragraph names.

    ``when`` must hold of the part and ``not_when`` must not; ``sure_when`` are ECCNs for which
    ``when`` is settled. ``controlled`` means any controlled content.
    """

    eccns: tuple[Eccn, ...]
    categories: frozenset[str]
    family: bool
    paragraph: str
    not_paragraph: str
    kinds: frozenset[str]
    when: str
    sure_when: tuple[Eccn, ...]
    not_when: str
    controlled: bool


@dataclass(frozen=True, slots=True)
class NoLevel:
    """A paragraph of 734.4(a): content for which there is no de minimis level.

    ``product`` are the ECCNs of the foreign-made item; ``product_prefixes`` their beginnings.
    ``ask`` must hold of it and ``unless`` must not; ``exempt_from`` are the days from which a
    country of first export lifts the paragraph.
    """

    label: str
    to: Places
    trigger: Trigger
    product: tuple[Eccn, ...]
    product_prefixes: tuple[str, ...]
    except_product: tuple[Eccn, ...]
    ask: str
    unless: str
    question: str
    exempt_from: Mapping[str, date]
    since: date
    citation: str
    says: str


@dataclass(frozen=True, slots=True)
class Encryption:
    """734.4(b): content that has a level only once it was authorized, by slug and where not to."""

    eccns: tuple[Eccn, ...]
    authorized: tuple[tuple[str, frozenset[str]], ...]
    question: str
    citation: str
    says: str


@dataclass(frozen=True, slots=True)
class Report:
    """The one-time report of supplement No. 2(b) and the days it must have lain."""

    kinds: frozenset[str]
    days: Decimal
    filed: str
    age: str
    citation: str


@dataclass(frozen=True, slots=True)
class Relief:
    """Requirements of part 746 that do not count content of items from a partner country."""

    label: str
    to: frozenset[str]
    not_used: frozenset[str]
    reasons: frozenset[str]
    also: frozenset[str]
    citation: str


@dataclass(frozen=True, slots=True)
class DeMinimis:
    """Everything that 734.4 and supplement No. 2 say in numbers and lists."""

    levels: tuple[Level, ...]
    without_level: tuple[NoLevel, ...]
    encryption: Encryption
    report: Report
    reliefs: tuple[Relief, ...]
    partners: Mapping[str, date]
    spare_parts_percent: Decimal
    reasons_not_counted: frozenset[str]
    reasons_of_bundled_software: frozenset[str]
    exceptions_that_drop_content: frozenset[str]
    verified_from: date

    def check(self, day: date) -> None:
        """Go on only for a day that somebody verified; raise LawNotCovered for others."""
        if day < self.verified_from:
            message = f"15 CFR 734.4: not verified for {day}; the first day is {self.verified_from}"
            raise LawNotCovered(message)

    def partner(self, country: str, day: date) -> bool:
        """Tell whether supplement No. 3 to part 746 names a country."""
        return country in self.partners and day >= self.partners[country]


def read(shelf: Shelf) -> DeMinimis:
    """Read 734.4 and the supplements that it leans on from the shelf."""
    document = shelf.document("734/de_minimis.toml")
    return DeMinimis(
        levels=tuple(_level(row) for row in document["level"]),
        without_level=tuple(
            _no_level(row, document["verified_from"]) for row in document["no_level"]
        ),
        encryption=_encryption(document["encryption"]),
        report=_report(document["report"]),
        reliefs=tuple(_relief(row) for row in document["relief"]),
        partners=_partners(shelf.document("746/partner_countries.toml")),
        spare_parts_percent=Decimal(document["spare_parts"]["percent"]),
        reasons_not_counted=frozenset(document["reasons_not_counted"]),
        reasons_of_bundled_software=frozenset(document["reasons_of_bundled_software"]),
        exceptions_that_drop_content=frozenset(document["exceptions_that_drop_content"]),
        verified_from=document["verified_from"],
    )


def _partners(document: Mapping[str, Any]) -> dict[str, date]:
    first = dict.fromkeys(document["countries"], document["verified_from"])
    later = {place: row["since"] for row in document["later"] for place in row["countries"]}
    return first | later


def _level(row: Mapping[str, Any]) -> Level:
    return Level(Decimal(row["percent"]), frozenset(row.get("groups", ())), row["citation"])


def _no_level(row: Mapping[str, Any], verified_from: date) -> NoLevel:
    product = row.get("product", ())
    return NoLevel(
        label=row["label"],
        to=Places(
            row.get("everywhere", False),
            frozenset(row.get("countries", ())),
            frozenset(row.get("groups", ())),
        ),
        trigger=_trigger(row),
        product=tuple(parse(one) for one in product if not one.endswith("*")),
        product_prefixes=tuple(one.rstrip("*") for one in product if one.endswith("*")),
        except_product=tuple(parse(one) for one in row.get("except_product", ())),
        ask=row.get("ask", ""),
        unless=row.get("unless", ""),
        question=row.get("question", ""),
        exempt_from=dict(row.get("first_exported_from", {})),
        since=row.get("since", verified_from),
        citation=row["citation"],
        says=row["says"],
    )


def _trigger(row: Mapping[str, Any]) -> Trigger:
    return Trigger(
        eccns=tuple(parse(one) for one in row.get("contains", ())),
        categories=frozenset(row.get("contains_categories", ())),
        family=row.get("family", False),
        paragraph=row.get("paragraph", ""),
        not_paragraph=row.get("not_paragraph", ""),
        kinds=frozenset(row.get("kinds", ())),
        when=row.get("when", ""),
        sure_when=tuple(parse(one) for one in row.get("sure_when", ())),
        not_when=row.get("not_when", ""),
        controlled=row.get("controlled", False),
    )


def _encryption(row: Mapping[str, Any]) -> Encryption:
    return Encryption(
        eccns=tuple(parse(one) for one in row["contains"]),
        authorized=tuple(
            (one["slug"], frozenset(one.get("not_to_groups", ()))) for one in row["authorized"]
        ),
        question=row["question"],
        citation=row["citation"],
        says=row["says"],
    )


def _report(row: Mapping[str, Any]) -> Report:
    return Report(
        frozenset(row["kinds"]), Decimal(row["days"]), row["filed"], row["age"], row["citation"]
    )


def _relief(row: Mapping[str, Any]) -> Relief:
    return Relief(
        label=row["label"],
        to=frozenset(row["to"]),
        not_used=frozenset(row["not_used"]),
        reasons=frozenset(row["reasons"]),
        also=frozenset(row.get("also", ())),
        citation=row["citation"],
    )
