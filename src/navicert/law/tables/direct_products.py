"""Foreign-direct-product rules: technology, product and reach, each with its days (734.9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf
from navicert.terms.eccn import Eccn, parse


@dataclass(frozen=True, slots=True)
class Technology:
    """Technology or software that a rule names: by ECCN, or by product group.

    Empty ``categories`` and an empty ``series`` limit nothing; ``asks`` is the slug of what
    must be true of it too.
    """

    eccns: tuple[Eccn, ...]
    groups: frozenset[str]
    categories: frozenset[str]
    series: str
    asks: str


@dataclass(frozen=True, slots=True)
class Product:
    """What the made item must be; ``or_listed`` are slugs that take it in as well."""

    any: bool
    eccns: tuple[Eccn, ...]
    except_eccns: tuple[Eccn, ...]
    on_the_list: bool
    categories: frozenset[str]
    series: str
    reason: str
    or_listed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Destinations, parties and uses of a rule: any one of them is enough."""

    everywhere: bool
    groups: frozenset[str]
    countries: frozenset[str]
    except_groups: frozenset[str]
    regions: frozenset[str]
    footnote: int | None
    government_of: frozenset[str]
    headquarters_in: frozenset[str]
    end_use: str
    end_use_in: frozenset[str]
    knowledge: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """The license that a product of a rule needs by itself, and what leaves it out."""

    label: str
    citation: str
    exceptions: frozenset[str] | None
    not_from_partners: bool
    countries: frozenset[str]
    instead_of: frozenset[str]
    except_ear99: frozenset[str]
    asks: str
    question: str
    satisfied_by: str
    policy: str


@dataclass(frozen=True, slots=True)
class DirectProductRule:
    """One rule between two days; a missing route is one that the rule does not have."""

    label: str
    name: str
    since: date
    until: date | None
    direct: Technology | None
    plant: Technology | None
    contains: str
    product: Product
    also: tuple[str, ...]
    reach: Reach
    requirement: Requirement | None
    citation: str


@dataclass(frozen=True, slots=True)
class DirectProducts:
    """Asked with a day; ``questions`` gives for a slug what to ask."""

    rules: tuple[DirectProductRule, ...]
    questions: Mapping[str, str]
    verified_from: date

    def on(self, day: date) -> tuple[DirectProductRule, ...]:
        """Give the rules in force; raise LawNotCovered before the first verified day."""
        if day < self.verified_from:
            message = f"734.9: not verified for {day}; the first day is {self.verified_from}"
            raise LawNotCovered(message)
        return tuple(
            one
            for one in self.rules
            if one.since <= day and (one.until is None or day <= one.until)
        )


def read(shelf: Shelf) -> DirectProducts:
    """Read 734.9 from the shelf."""
    document = shelf.document("734/direct_products.toml")
    return DirectProducts(
        tuple(_rule(row, document) for row in document["rule"]),
        document["questions"],
        document["verified_from"],
    )


def _rule(row: dict[str, Any], document: dict[str, Any]) -> DirectProductRule:
    needs = row.get("requirement", "")
    return DirectProductRule(
        label=row["label"],
        name=row["name"],
        since=row["since"],
        until=row.get("until"),
        direct=_technology(document, row.get("direct", "")),
        plant=_technology(document, row.get("plant", "")),
        contains=row.get("contains", ""),
        product=_product(document["product"][row["product"]]),
        also=tuple(row.get("also", ())),
        reach=_reach(row),
        requirement=_requirement(needs, document["requirement"][needs]) if needs else None,
        citation=row["citation"],
    )


def _technology(document: dict[str, Any], name: str) -> Technology | None:
    if not name:
        return None
    body = document["technology"][name]
    return Technology(
        eccns=_eccns(body, "eccns"),
        groups=frozenset(body.get("groups", ())),
        categories=frozenset(body.get("categories", ())),
        series=body.get("series", ""),
        asks=body.get("asks", ""),
    )


def _product(body: dict[str, Any]) -> Product:
    return Product(
        any=body.get("any", False),
        eccns=_eccns(body, "eccns"),
        except_eccns=_eccns(body, "except_eccns"),
        on_the_list=body.get("on_the_list", False),
        categories=frozenset(body.get("categories", ())),
        series=body.get("series", ""),
        reason=body.get("reason", ""),
        or_listed=tuple(body.get("or_listed", ())),
    )


def _reach(row: dict[str, Any]) -> Reach:
    return Reach(
        everywhere=row.get("everywhere", False),
        groups=frozenset(row.get("groups", ())),
        countries=frozenset(row.get("countries", ())),
        except_groups=frozenset(row.get("except_groups", ())),
        regions=frozenset(row.get("regions", ())),
        footnote=row.get("footnote"),
        government_of=frozenset(row.get("government_of", ())),
        headquarters_in=frozenset(row.get("headquarters_in", ())),
        end_use=row.get("end_use", ""),
        end_use_in=frozenset(row.get("end_use_in", ())),
        knowledge=tuple(row.get("knowledge", ())),
    )


def _requirement(label: str, body: dict[str, Any]) -> Requirement:
    allowed = body.get("exceptions")
    return Requirement(
        label=label,
        citation=body["citation"],
        exceptions=None if allowed is None else frozenset(allowed),
        not_from_partners=body.get("not_from_partners", False),
        countries=frozenset(body.get("countries", ())),
        instead_of=frozenset(body.get("instead_of", ())),
        except_ear99=frozenset(body.get("except_ear99", ())),
        asks=body.get("asks", ""),
        question=body.get("question", ""),
        satisfied_by=body.get("satisfied_by", ""),
        policy=body.get("policy", ""),
    )


def _eccns(body: dict[str, Any], key: str) -> tuple[Eccn, ...]:
    return tuple(parse(text) for text in body.get(key, ()))
