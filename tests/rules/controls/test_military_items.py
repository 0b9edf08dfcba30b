from __future__ import annotations

from decimal import Decimal

import pytest

from navicert.facts.item import Item
from navicert.rules.controls.military_items import in_supplement_2, supplement_2_asked
from navicert.rules.finding import MissingFact
from navicert.terms.truth import Truth
from tests.rules.matters import NO, UNKNOWN, YES, item, matter


def listed(one: Item) -> Truth:
    line = matter(one, "CN")
    return in_supplement_2(one, line.edition.part_744())


def test_the_supplement_lists_no_ear99() -> None:
    assert NO is listed(item("EAR99", characteristics={"in_744_supp_2": YES}))


@pytest.mark.parametrize("said", [YES, NO])
@pytest.mark.parametrize("eccn", ["3A991", "3A001.a.1", None])
def test_the_word_of_the_order_goes_first(eccn: str | None, said: Truth) -> None:
    assert said is listed(item(eccn, characteristics={"in_744_supp_2": said}))


@pytest.mark.parametrize(
    ("eccn", "expected"),
    [
        ("3A991", YES),  # listed as a whole
        ("5A991", UNKNOWN),  # listed in part
        ("3A001.a.1", NO),  # controlled for more than anti-terrorism
        ("5A992.c", YES),
        ("2A994", NO),  # for anti-terrorism alone, and the supplement does not list it
        ("3A901", NO),
        (None, UNKNOWN),
    ],
)
def test_what_the_supplement_lists(eccn: str | None, expected: Truth) -> None:
    assert expected is listed(item(eccn))


@pytest.mark.parametrize(
    ("wt", "expected"), [("0.4", NO), ("0.5", NO), ("0.51", YES), (None, UNKNOWN)]
)
def test_computers_are_listed_above_half_a_weighted_teraflops(
    wt: str | None, expected: Truth
) -> None:
    figures = {} if wt is None else {"app_wt": Decimal(wt)}
    assert expected is listed(item("4A994", figures=figures))


def test_the_supplement_is_asked_about_by_name() -> None:
    fact, citation = "characteristics.in_744_supp_2", "15 CFR 744.21"
    question = "Is 5A991 described in Supplement No. 2 to part 744?"
    assert (MissingFact(fact, question, citation),) == supplement_2_asked(citation, item("5A991"))
    question = "Is the item described in Supplement No. 2 to part 744?"
    assert (MissingFact(fact, question, citation),) == supplement_2_asked(citation, item(None))
