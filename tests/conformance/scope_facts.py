"""What the areas on scope and direct products say, as facts of the engine.

Conventions, written down in docs/conformance.md: a case names every later use and party that its
exporter knows of; where it names no end use, the use is civil; technology needed no written
assurance unless the case says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import ItemKind
from navicert.law.edition import standard_law
from navicert.terms import eccn as eccn_term
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse
from tests.conformance.vocabulary import END_USES, OIL_AND_GAS

KINDS = {
    "commodity": ItemKind.COMMODITY,
    "software": ItemKind.SOFTWARE,
    "source code": ItemKind.SOFTWARE,
    "object code": ItemKind.SOFTWARE,
    "software key": ItemKind.SOFTWARE,
    "technology": ItemKind.TECHNOLOGY,
    "publication": ItemKind.COMMODITY,
    "software/technology for firearm production": ItemKind.TECHNOLOGY,
}
PLAIN = {
    "fundamental_research": "fundamental_research",
    "publication_restrictions": "publication_restrictions",
    "catalog_course": "catalog_course",
    "patent": "patent_information",
    "telemetry": "telemetry",
    "non_standard_crypto": "non_standard_cryptography",
    "notified": "encryption_notice_sent",
    "corresponding_source_published": "corresponding_source_published",
    "in_746_supp_6": "in_746_supp_6",
    "in_746_supp_7": "in_746_supp_7",
    "designed_by_entity": "designed_by_footnote_1_entity",
}
"""Keys of a case that answer a question about the item by another name."""
PRINTED = re.compile(r"printed|book|newspaper|magazine|film|map|sheet music", re.IGNORECASE)
FIREARMS = re.compile(r"firearm", re.IGNORECASE)


def eccns_of(said: object) -> tuple[Eccn, ...]:
    """Read one ECCN or several; a note in parentheses is left out."""
    if said is None:
        return ()
    texts = said if isinstance(said, list) else re.split(r"[\s,;]+", str(said))
    return tuple(eccn_term.parse(text) for text in texts if eccn_term.is_valid(text))


def kind_of(said: str | None, number: Eccn | None) -> ItemKind | None:
    """Read the kind; else the product group of the ECCN tells."""
    if said in KINDS:
        return KINDS[said]
    if number is None or number.is_ear99:
        return ItemKind.COMMODITY if said is None else None
    groups = {"D": ItemKind.SOFTWARE, "E": ItemKind.TECHNOLOGY}
    return groups.get(number.group, ItemKind.COMMODITY)


def characteristics_of(facts: Mapping[str, Any]) -> dict[str, Truth]:
    """Read every answer about the item."""
    answers = {slug: parse(facts[key]) for key, slug in PLAIN.items() if key in facts}
    kind, medium = str(facts.get("kind", "")), str(facts.get("medium", ""))
    if kind == "publication" or PRINTED.search(medium):
        answers["printed_matter"] = parse(bool(PRINTED.search(medium)) or not medium)
    if kind in {"source code", "object code"}:
        answers["source_code"] = parse(kind == "source code")
    if FIREARMS.search(kind):
        answers["firearm_file_on_the_internet"] = parse(facts.get("published"))
    if kind == "software key" or "unlocks_eccn" in facts:
        answers["software_key"] = Truth.YES
    if "in_746_supp_6_or_7" in facts:
        both = parse(facts["in_746_supp_6_or_7"])
        answers |= {"in_746_supp_6": both, "in_746_supp_7": both}
    answers[OIL_AND_GAS] = Truth.NO
    assured = parse(bool(facts.get("technology_needed_written_assurance")))
    answers["technology_needed_written_assurance"] = assured
    answers["plant_technology_needed_written_assurance"] = assured
    return answers


def nationality_of(facts: Mapping[str, Any]) -> str | None:
    """Give the nationality that counts: the most recent citizenship or permanent residency."""
    recipient = facts.get("recipient") or {}
    held = [_dated(one) for one in recipient.get("citizenships", ())]
    residency = recipient.get("permanent_residency")
    if residency:
        held.append(_dated(residency))
    stated = recipient.get("citizenship_most_recent") or facts.get("recipient_nationality")
    if not held:
        return stated
    return max(held, key=lambda one: one[0])[1]


def _dated(said: object) -> tuple[str, str]:
    """A country with its year; without one it counts as the last that was acquired."""
    if isinstance(said, list):
        return (str(said[1]) if len(said) > 1 else "9999", str(said[0]))
    return ("9999", str(said))


def end_use_of(facts: Mapping[str, Any], known: Iterable[str] = ()) -> EndUse:
    """Read the end use; what a case does not tell of later uses its exporter does not know."""
    said = str(facts.get("end_use", "civil"))
    kind = END_USES.get(said)
    if "supercomputer" in said:
        kind = EndUseKind.SUPERCOMPUTER
    rules = standard_law().tables.direct_products.rules
    slugs = {slug for rule in rules for slug in rule.reach.knowledge}
    return EndUse(kind, text=said, characteristics={s: parse(s in set(known)) for s in slugs})
