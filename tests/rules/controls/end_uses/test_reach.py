from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.facts.end_use import EndUseKind
from navicert.law.edition import standard_law
from navicert.rules.classification.coverage import within_any
from navicert.rules.controls.end_uses.reach import (
    Reach,
    among,
    asked,
    describes,
    is_for,
    reach,
    requirement,
    said,
    where,
)
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.eccn import parse
from navicert.terms.truth import Truth
from tests.rules.matters import NO, UNKNOWN, YES, item, matter, use

LAW = standard_law().open_at(date(2026, 7, 30)).part_744()
MILITARY = reach("744.21(a)(2)", ("RU",), LAW)
FAB = reach("744.23(a)(2)(i)", ("CN",), LAW)


@pytest.mark.parametrize(
    ("key", "places", "there"),
    [
        ("744.21(a)(2)", ("RU",), YES),
        ("744.21(a)(2)", ("DE", "BY"), YES),
        ("744.21(a)(2)", ("DE",), NO),
        ("744.21(a)(2)", (), NO),
        ("744.3(a)(1)", ("PK",), YES),
        ("744.3(a)(1)", ("DE",), NO),
    ],
)
def test_any_of_the_places_is_enough(key: str, places: tuple[str, ...], there: Truth) -> None:
    found = reach(key, places, LAW)
    assert (there, "") == (found.there, found.gap)


def test_a_day_that_nobody_verified_leaves_the_paragraph_open_and_says_why() -> None:
    early = standard_law().open_at(date(2021, 1, 14)).part_744()
    found = reach("744.4(a) weapons", ("DE",), early)
    assert UNKNOWN is found.there
    assert "15 CFR 744.4(a)" == found.control.citation
    assert "nobody verified it for 2021-01-14" in found.gap


def test_a_country_whose_groups_nobody_verified_leaves_the_paragraph_open() -> None:
    law = standard_law().open_at(date(2026, 7, 15)).part_744()
    found = reach("744.6(d)(4)", ("AE",), law)
    assert UNKNOWN is found.there
    assert "744.6(d)(4)" in found.control.label
    assert "2026-07-15" in found.gap


def test_the_kind_of_the_end_use_is_what_the_order_states() -> None:
    deal = matter(item(), "RU", end_use=use("military")).transaction
    assert is_for(deal, EndUseKind.MILITARY)
    assert not is_for(deal, EndUseKind.NUCLEAR)


@pytest.mark.parametrize(
    ("key", "eccn", "expected"),
    [
        ("744.23(a)(2)(i)", "EAR99", YES),  # any item
        ("744.23(a)(2)(i)", None, YES),
        ("744.23(a)(2)(i)", "3A991", YES),
        ("744.23(a)(2)(ii)", "3B991", YES),  # product groups
        ("744.23(a)(2)(ii)", "3A991", NO),
        ("744.23(a)(2)(ii)", "EAR99", NO),
        ("744.23(a)(2)(ii)", None, UNKNOWN),
        ("744.23(a)(1)", "5A992.c", YES),  # entries
        ("744.23(a)(1)", "5A991", NO),
        ("744.23(a)(3)(i)(A)", "3A090.b", YES),  # paragraphs
        ("744.23(a)(3)(i)(A)", "3A090.a", NO),
        ("744.23(a)(3)(i)(A)", "3A090", UNKNOWN),
        ("744.9(a)(1)(ii)", "6A003.a.3", NO),  # left out
        ("744.9(a)(1)(ii)", "6A003.b.4", YES),
        ("744.9(a)(1)(ii)", "6A003.a", UNKNOWN),
    ],
)
def test_which_items_a_paragraph_describes(key: str, eccn: str | None, expected: Truth) -> None:
    assert expected is describes(LAW.first_words(key), item(eccn))


def test_a_paragraph_for_the_whole_list_takes_every_entry_and_no_ear99() -> None:
    control = replace(LAW.first_words("744.23(a)(1)"), items=(), ccl=True)
    assert YES is describes(control, item("5A991"))
    assert NO is describes(control, item("EAR99"))
    assert UNKNOWN is describes(control, item(None))


@pytest.mark.parametrize(
    ("eccn", "expected"),
    [("3A090.a", YES), ("3A090.a.1", YES), ("3A090", UNKNOWN), ("3A090.b", NO), ("3A991", NO)],
)
def test_a_heading_above_the_listed_paragraph_is_unknown(eccn: str, expected: Truth) -> None:
    assert expected is within_any(parse(eccn), (parse("3A090.a"),))


@pytest.mark.parametrize(
    ("eccn", "expected"),
    [("6A003.b", YES), ("6A003.a.3", NO), ("6A003.a", UNKNOWN), ("6A002", NO)],
)
def test_what_a_list_leaves_out_is_not_among_it(eccn: str, expected: Truth) -> None:
    assert expected is among(parse(eccn), (parse("6A003"),), (parse("6A003.a.3"),))
    assert among(parse(eccn), (parse("6A003"),), ()) is within_any(parse(eccn), (parse("6A003"),))


def test_only_what_nobody_answered_is_asked() -> None:
    one = use("nuclear", nuclear_explosive=NO)
    slugs = ("nuclear_explosive", "unsafeguarded_nuclear")
    question = "Is it for a reactor, fuel, conversion or storage facility without IAEA safeguards?"
    fact = "end_use.characteristics.unsafeguarded_nuclear"
    expected = [MissingFact(fact, question, "15 CFR 744.2(a)")]
    assert expected == asked(one, slugs, LAW, "15 CFR 744.2(a)")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(YES, NO, YES), (NO, NO, NO), (NO, UNKNOWN, UNKNOWN), (UNKNOWN, YES, YES)],
)
def test_one_characteristic_is_enough(first: Truth, second: Truth, expected: Truth) -> None:
    one = use("nuclear", nuclear_explosive=first, nuclear_fuel_cycle=second)
    assert expected is said(one, ("nuclear_explosive", "nuclear_fuel_cycle"))


def test_a_paragraph_that_holds_is_a_requirement() -> None:
    expected = Finding(
        FindingKind.REQUIREMENT,
        YES,
        "15 CFR 744.21(a)(2) (87 FR 13048)",
        "for the army",
        label="744.21",
        reason="END_USE",
        general_prohibition=5,
        allows_exceptions=frozenset({"GOV"}),
        overcome_by="a license; of the exceptions only GOV",
    )
    asks = (MissingFact("a", "b?", "c"),)
    assert (expected,) == requirement(MILITARY, YES, "for the army", asks)


def test_a_paragraph_that_does_not_hold_is_none() -> None:
    assert () == requirement(MILITARY, NO, "for the army")
    assert () == requirement(reach("744.21(a)(2)", ("DE",), LAW), YES, "for the army")


def test_what_is_open_asks_for_its_facts_or_for_counsel() -> None:
    asks = (MissingFact("a", "b?", "c"),)
    assert asks == requirement(FAB, UNKNOWN, "a fab", asks)[0].missing
    question = "Does 15 CFR 744.23(a)(2)(i) require a license here? Ask counsel; record why."
    expected = (MissingFact("end_use", question, "15 CFR 744.23(a)(2)(i)"),)
    found = requirement(FAB, UNKNOWN, "a fab")[0]
    assert (UNKNOWN, expected) == (found.holds, found.missing)
    assert "a license; no exception" == found.overcome_by


def test_a_gap_is_told_with_the_trigger() -> None:
    found = requirement(Reach(FAB.control, UNKNOWN, "nobody looked"), YES, "a fab")
    assert ("a fab; nobody looked", UNKNOWN) == (found[0].triggered_by, found[0].holds)


def test_the_destination_is_the_place_that_counts() -> None:
    assert ("VN",) == where(matter(item(), "VN"))
