"""The direct-product rules name technology, entries and questions that exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from navicert.errors import LawNotCovered
from navicert.law.edition import standard_law
from navicert.law.tables.direct_products import DirectProductRule
from navicert.terms.eccn import Eccn

LAW = standard_law()
TABLE = LAW.tables.direct_products


def named(rule: DirectProductRule) -> Iterator[Eccn]:
    for technology in filter(None, (rule.direct, rule.plant)):
        yield from technology.eccns
    yield from (*rule.product.eccns, *rule.product.except_eccns)


def slugs(rule: DirectProductRule) -> Iterator[str]:
    yield from (*rule.also, *rule.reach.knowledge, *rule.product.or_listed)
    yield from filter(None, [rule.contains])
    for technology in filter(None, (rule.direct, rule.plant)):
        yield from filter(None, [technology.asks])


@pytest.mark.parametrize(
    "rule", TABLE.rules, ids=lambda one: f"{one.label} {one.name} {one.since}".replace(" ", "-")
)
def test_every_entry_that_a_rule_names_is_on_the_list(rule: DirectProductRule) -> None:
    assert [] == [str(one) for one in named(rule) if not LAW.tables.control_list.has(one.symbol)]


def test_every_question_is_asked_and_every_slug_has_its_question() -> None:
    asked = {slug for rule in TABLE.rules for slug in slugs(rule)}
    routes = {"direct_product_of", "plant_direct_product_of"}
    assert asked | routes == set(TABLE.questions)


def test_the_versions_of_a_rule_follow_each_other_day_by_day() -> None:
    versions: dict[str, list[DirectProductRule]] = defaultdict(list)
    for rule in TABLE.rules:
        if rule.label != "734.9(d)":  # its two routes stand side by side
            versions[rule.label].append(rule)
    for of_one in versions.values():
        for before, after in pairwise(of_one):
            assert before.until is not None
            assert after.since == before.until + timedelta(days=1)
        assert of_one[-1].until is None


def test_before_the_first_verified_day_nothing_is_answered() -> None:
    with pytest.raises(LawNotCovered, match=r"734\.9"):
        TABLE.on(date(2015, 12, 31))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("USML XII", "State DDTC"),
        ("22 CFR 121", "State DDTC"),
        ("nuclear equipment under 10 CFR 110", "NRC"),
        ("10 CFR part 810", "DOE"),
        ("37 CFR 5", "PTO"),
        ("does nothing", None),
    ],
)
def test_an_agency_is_known_by_its_words(text: str, agency: str | None) -> None:
    found = LAW.tables.exclusions.agency(text)
    assert agency == (found.name if found else None)
