"""The product scope of 734.9: the technology of each route, and the product itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from navicert.facts.item import Item
from navicert.law.edition import standard_law
from navicert.law.tables.direct_products import DirectProductRule, Product, Technology
from navicert.rules.finding import MissingFact
from navicert.rules.scope.answer import NO as NEVER
from navicert.rules.scope.answer import YES as ALWAYS
from navicert.rules.scope.answer import Answer
from navicert.rules.scope.made_from import product_scope
from navicert.terms.eccn import Eccn, parse
from navicert.terms.truth import Truth
from tests.rules.matters import DAY, NO, UNKNOWN, YES, item, matter

ANY = Product(
    any=True,
    eccns=(),
    except_eccns=(),
    on_the_list=False,
    categories=frozenset(),
    series="",
    reason="",
    or_listed=(),
)
ALL = Technology((), frozenset({"D", "E"}), frozenset(), "", "")
FIRST = standard_law().open_at(DAY).direct_product_rules()[0]
QUESTIONS = standard_law().tables.direct_products.questions
ECCN = MissingFact("eccn", "Which ECCN and paragraph is the item, or is it EAR99?", "15 CFR 734.9")


def rule(**facts: object) -> DirectProductRule:
    plain: dict[str, object] = {"direct": ALL, "plant": None, "contains": "", "also": ()}
    given = {"citation": "15 CFR 734.9", "product": ANY, **plain, **facts}
    return replace(FIRST, **given)  # type: ignore[arg-type]


def eccns(*texts: str) -> tuple[Eccn, ...]:
    return tuple(parse(one) for one in texts)


def made(eccn: str | None = "3A001.a.1", by: str | None = "3E001", **more: object) -> Item:
    source = None if by is None else eccns(*by.split())
    facts: dict[str, Any] = {"direct_product_of": source, **more}
    return item(eccn, origin="TW", **facts)


def answer(one: DirectProductRule, thing: Item) -> Answer:
    return product_scope(one, matter(thing, "CN", exported_from="TW"))


def asked(slug: str) -> Answer:
    fact = f"characteristics.{slug}"
    return Answer(UNKNOWN, (MissingFact(fact, QUESTIONS[slug], "15 CFR 734.9"),))


@pytest.mark.parametrize(
    ("technology", "by", "holds"),
    [
        (ALL, "3E001", YES),
        (ALL, "5D002.c.1", YES),
        (ALL, "EAR99", NO),
        (ALL, "3A001.a.1", NO),
        (ALL, "", NO),
        (ALL, "EAR99 3E001", YES),
        (replace(ALL, categories=frozenset("34")), "3E001", YES),
        (replace(ALL, categories=frozenset("34")), "5E001", NO),
        (replace(ALL, series="600"), "9E610.a", YES),
        (replace(ALL, series="600"), "9E515.a", NO),
        (replace(ALL, series="9x515"), "9E515.a", YES),
        (replace(ALL, series="9x515"), "9E610.a", NO),
        (replace(ALL, eccns=eccns("3E001", "3D001")), "3E001", YES),
        (replace(ALL, eccns=eccns("3E001", "3D001")), "3E002", NO),
    ],
)
def test_the_technology_that_a_route_names(technology: Technology, by: str, holds: Truth) -> None:
    assert Answer(holds) == answer(rule(direct=technology), made(by=by))
    plant = rule(direct=None, plant=technology)
    by_plant = made(by=None, plant_direct_product_of=eccns(*by.split()))
    assert Answer(holds) == answer(plant, by_plant)


@pytest.mark.parametrize(
    ("routes", "fact"),
    [
        ({"direct": ALL}, "direct_product_of"),
        ({"direct": None, "plant": ALL}, "plant_direct_product_of"),
    ],
)
def test_a_source_that_nobody_stated_is_asked_for(routes: dict[str, object], fact: str) -> None:
    missing = (MissingFact(fact, QUESTIONS[fact], "15 CFR 734.9"),)
    assert Answer(UNKNOWN, missing) == answer(rule(**routes), made(by=None))


def test_one_route_is_enough() -> None:
    one = rule(direct=ALL, plant=ALL, contains="contains_listed_integrated_circuit")
    assert ALWAYS == answer(one, made(by="3E001"))
    assert ALWAYS == answer(one, made(by="", plant_direct_product_of=eccns("3E001")))
    slug = "contains_listed_integrated_circuit"
    inside = made(by="", plant_direct_product_of=(), characteristics={slug: YES})
    assert ALWAYS == answer(one, inside)
    assert asked(slug) == answer(one, made(by="", plant_direct_product_of=()))


def test_what_must_be_true_of_the_technology_is_asked() -> None:
    slug = "technology_needed_written_assurance"
    one = rule(direct=replace(ALL, asks=slug))
    assert ALWAYS == answer(one, made(characteristics={slug: YES}))
    assert NEVER == answer(one, made(characteristics={slug: NO}))
    assert asked(slug) == answer(one, made())
    assert NEVER == answer(one, made(by=""))


def test_what_must_be_true_besides_is_asked() -> None:
    slug = "designed_by_footnote_1_entity"
    one = rule(also=(slug,))
    assert ALWAYS == answer(one, made(characteristics={slug: YES}))
    assert NEVER == answer(one, made(characteristics={slug: NO}))
    assert asked(slug) == answer(one, made())


@pytest.mark.parametrize(
    ("product", "eccn", "expected"),
    [
        (ANY, "EAR99", ALWAYS),
        (replace(ANY, any=False, on_the_list=True), "3A991", ALWAYS),
        (replace(ANY, any=False, on_the_list=True), "EAR99", NEVER),
        (replace(ANY, any=False, on_the_list=True), None, Answer(UNKNOWN, (ECCN,))),
        (replace(ANY, any=False, categories=frozenset("37")), "7A994", ALWAYS),
        (replace(ANY, any=False, categories=frozenset("37")), "5A991", NEVER),
        (replace(ANY, any=False, series="600"), "9A610.x", ALWAYS),
        (replace(ANY, any=False, series="600"), "9A515.x", NEVER),
        (replace(ANY, any=False, series="9x515"), "9A515.x", ALWAYS),
        (replace(ANY, any=False, series="600", eccns=eccns("0A919")), "0A919.a", ALWAYS),
    ],
)
def test_what_the_product_must_be(product: Product, eccn: str | None, expected: Answer) -> None:
    assert expected == answer(rule(product=product), made(eccn))


@pytest.mark.parametrize(
    ("eccn", "expected"),
    [
        ("3B001.a.4", NEVER),
        ("3B001.b", ALWAYS),
        ("3B001.a.1", ALWAYS),
        ("3B001.a", Answer(UNKNOWN, (ECCN,))),
        ("3B001", Answer(UNKNOWN, (ECCN,))),
        ("3B991.b.1", ALWAYS),
        ("3B991.b", Answer(UNKNOWN, (ECCN,))),
        ("3B991.c", NEVER),
        ("3A001.a.1", NEVER),
    ],
)
def test_a_paragraph_that_is_not_deep_enough_is_asked_for(eccn: str, expected: Answer) -> None:
    product = replace(
        ANY, any=False, eccns=eccns("3B001", "3B991.b.1"), except_eccns=eccns("3B001.a.4")
    )
    assert expected == answer(rule(product=product), made(eccn))


def test_a_list_may_take_an_item_in_by_another_name() -> None:
    product = replace(ANY, any=False, on_the_list=True, or_listed=("in_746_supp_7",))
    one = rule(product=product)
    assert ALWAYS == answer(one, made("EAR99", characteristics={"in_746_supp_7": YES}))
    assert NEVER == answer(one, made("EAR99", characteristics={"in_746_supp_7": NO}))
    assert asked("in_746_supp_7") == answer(one, made("EAR99"))


REASON = MissingFact(
    "eccn",
    "Is the item controlled for NS reasons? State its ECCN with its paragraph.",
    "15 CFR 734.9",
)


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (made("3A001.a.7"), ALWAYS),
        (made("3A991.a"), NEVER),
        (made("EAR99"), NEVER),
        (made(None), Answer(UNKNOWN, (REASON,))),
        (made(None, columns=frozenset({"NS1", "AT1"})), ALWAYS),
        (made(None, columns=frozenset({"AT1"})), NEVER),
    ],
)
def test_a_product_may_be_one_that_is_controlled_for_a_reason(
    thing: Item, expected: Answer
) -> None:
    one = rule(product=replace(ANY, any=False, reason="NS"))
    assert expected == answer(one, thing)
