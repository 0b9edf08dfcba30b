from __future__ import annotations

import pytest

from navicert.facts.item import Item
from navicert.facts.listed_scope import LeftOut, ListedScope, ScopeItems
from navicert.rules.controls.end_users.scope import asked, reaches
from navicert.rules.finding import MissingFact
from navicert.terms.eccn import parse
from navicert.terms.truth import Truth
from tests.rules.matters import NO, UNKNOWN, YES, item, matter, party, use

CITATION = "15 CFR 744.11(a)"
PHONE, APP = "5A992.c", "5D992.c"


def scope(*left_out: LeftOut, items: ScopeItems = ScopeItems.ALL, when: str = "") -> ListedScope:
    return ListedScope(items, left_out=frozenset(left_out), only_when=when)


def reached(one: ListedScope | None, thing: Item, government: Truth = NO) -> Truth:
    return reaches(one, matter(thing, "RU"), party(government=government))


def test_a_silent_entry_binds_all_items_and_an_unread_one_may() -> None:
    assert YES is reached(None, item("EAR99"))
    assert UNKNOWN is reached(scope(items=ScopeItems.UNREAD), item("EAR99"))


@pytest.mark.parametrize(
    ("eccn", "items", "expected"),
    [
        ("EAR99", ScopeItems.ALL, YES),
        (None, ScopeItems.ALL, YES),
        ("EAR99", ScopeItems.CCL, NO),
        ("3A991", ScopeItems.CCL, YES),
        (None, ScopeItems.CCL, UNKNOWN),
        ("3A991", ScopeItems.CCL_AND_IRAN_SUPPLEMENT, YES),
        ("EAR99", ScopeItems.CCL_AND_IRAN_SUPPLEMENT, UNKNOWN),
        (None, ScopeItems.CCL_AND_IRAN_SUPPLEMENT, UNKNOWN),
    ],
)
def test_which_items_an_entry_binds(eccn: str | None, items: ScopeItems, expected: Truth) -> None:
    assert expected is reached(scope(items=items), item(eccn))


@pytest.mark.parametrize(
    ("eccn", "expected"),
    [("3B991", YES), ("3B001.a.4", YES), ("3B001", UNKNOWN), ("3A991", NO), ("EAR99", NO)],
)
def test_an_entry_may_bind_some_classifications_alone(eccn: str, expected: Truth) -> None:
    entries = (parse("3B991"), parse("3B001.a.4"))
    assert expected is reached(ListedScope(ScopeItems.ENTRIES, entries), item(eccn))


@pytest.mark.parametrize(
    ("eccn", "government", "expected"),
    [
        (PHONE, NO, NO),
        (APP, NO, NO),
        (PHONE, YES, YES),
        (PHONE, UNKNOWN, UNKNOWN),
        ("5A992", NO, UNKNOWN),
        ("5A991", NO, YES),
        (None, NO, UNKNOWN),
    ],
)
def test_consumer_encryption_is_left_out_but_for_governments(
    eccn: str | None, government: Truth, expected: Truth
) -> None:
    one = scope(LeftOut.CONSUMER_ENCRYPTION_BUT_FOR_GOVERNMENTS)
    assert expected is reached(one, item(eccn), government)


@pytest.mark.parametrize(
    ("eccn", "category", "expected"),
    [
        ("EAR99", "food", NO),
        ("EAR99", "medicine", NO),
        ("EAR99", "", YES),
        ("1C991", "medicine", YES),
        (None, "food", UNKNOWN),
    ],
)
def test_food_and_medicine_are_left_out_where_they_are_ear99(
    eccn: str | None, category: str, expected: Truth
) -> None:
    one = scope(LeftOut.EAR99_FOOD_OR_MEDICINE)
    assert expected is reached(one, item(eccn, category=category))


@pytest.mark.parametrize(("said", "expected"), [(YES, YES), (NO, NO), (UNKNOWN, UNKNOWN)])
def test_an_entry_may_bind_for_one_use_alone(said: Truth, expected: Truth) -> None:
    one = scope(when="oil")
    assert expected is reached(one, item(characteristics={"oil": said}))


def released(slug: str, said: Truth, eccn: str | None, kind: str | None) -> Truth:
    left_out = {
        "released_to_standards_organization": LeftOut.STANDARDS_ORGANIZATION,
        "uav_upkeep_technology_from_its_operator": LeftOut.UAV_UPKEEP_TECHNOLOGY,
    }[slug]
    deal = matter(item(eccn, kind), "SG", end_use=use("civil", **{slug: said}))
    return reaches(scope(left_out), deal, party())


@pytest.mark.parametrize(
    ("eccn", "kind", "said", "expected"),
    [
        ("EAR99", "technology", YES, NO),
        ("EAR99", "technology", NO, YES),
        ("EAR99", "technology", UNKNOWN, UNKNOWN),
        ("5E991", "technology", YES, NO),
        ("5E001", "technology", YES, YES),
        ("EAR99", "software", YES, YES),
        (None, "technology", YES, UNKNOWN),
        (None, "technology", NO, YES),
    ],
)
def test_light_technology_for_a_standard_is_left_out(
    eccn: str | None, kind: str, said: Truth, expected: Truth
) -> None:
    assert expected is released("released_to_standards_organization", said, eccn, kind)


@pytest.mark.parametrize(
    ("eccn", "kind", "said", "expected"),
    [
        ("EAR99", "technology", YES, NO),
        ("EAR99", "technology", NO, YES),
        ("9E991", "technology", YES, YES),
        ("EAR99", "commodity", YES, YES),
        (None, "technology", YES, UNKNOWN),
    ],
)
def test_upkeep_technology_of_the_operator_is_left_out(
    eccn: str | None, kind: str, said: Truth, expected: Truth
) -> None:
    assert expected is released("uav_upkeep_technology_from_its_operator", said, eccn, kind)


@pytest.mark.parametrize(("license_", "expected"), [("General License 1B", UNKNOWN), ("", YES)])
def test_a_general_license_is_for_a_person_to_compare(license_: str, expected: Truth) -> None:
    deal = matter(item(), "RU", ofac_authorization=license_)
    assert expected is reaches(scope(LeftOut.OFAC_GENERAL_LICENSE), deal, party())


def test_a_text_with_no_question_of_its_own_is_asked_as_a_whole() -> None:
    question = "Does this license requirement reach the item, and why: 'For crude oil'?"
    expected = (MissingFact("parties", question, CITATION),)
    assert expected == asked(scope(items=ScopeItems.UNREAD), "For crude oil")
    assert expected == asked(None, "For crude oil")


def test_every_question_of_a_text_is_asked_with_the_text() -> None:
    one = scope(
        LeftOut.STANDARDS_ORGANIZATION,
        LeftOut.UAV_UPKEEP_TECHNOLOGY,
        items=ScopeItems.CCL_AND_IRAN_SUPPLEMENT,
        when="oil",
    )
    question = "The entry reads 'Its text': does it apply here?"
    facts = (
        "characteristics.oil",
        "characteristics.in_746_supp_7",
        "end_use.characteristics.released_to_standards_organization",
        "end_use.characteristics.uav_upkeep_technology_from_its_operator",
    )
    expected = tuple(MissingFact(fact, question, CITATION) for fact in facts)
    assert expected == asked(one, "Its text")
