"""What the list-based lines of an entry say of an exception."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from msgspec.structs import replace as changed

from navicert.facts.item import Item
from navicert.law.tables.license_exceptions import Terms
from navicert.rules.license_exceptions.case import Condition
from navicert.rules.license_exceptions.checks import Check
from navicert.rules.license_exceptions.list_line import line_check, said
from navicert.terms.truth import Truth
from tests.rules.license_exceptions.cases import (
    NO,
    UNKNOWN,
    YES,
    case,
    edition,
    item,
    transaction,
)

LAW = edition()


def allowed(symbol: str, thing: Item, to: str = "TW", sure: str = "", maybe: str = "") -> Truth:
    one = case(transaction(thing, to), controlled_for=sure, maybe=maybe)
    return said(one, LAW, symbol).allowed


@pytest.mark.parametrize(
    ("eccn", "symbol", "to", "expected"),
    [
        ("3A001.a.7", "GBS", "TW", YES),
        ("3A001.e.2", "GBS", "TW", NO),
        ("0A501.c", "LVS", "BR", YES),
        ("0A501.e", "LVS", "CA", YES),
        ("0A501.e", "LVS", "BR", NO),
        ("0A501.a", "LVS", "CA", NO),
        ("0A501", "LVS", "BR", UNKNOWN),
        ("0A501.x", "STA", "JP", YES),
        ("0A501.a", "STA", "JP", NO),
        ("0A505.x", "STA", "IL", NO),
        ("0A505.x", "STA", "JP", YES),
    ],
)
def test_the_first_line_that_takes_paragraph_and_place_in_decides(
    eccn: str, symbol: str, to: str, expected: Truth
) -> None:
    assert expected is allowed(symbol, item(eccn), to)


def test_a_line_for_some_places_is_open_while_nobody_knows_the_groups() -> None:
    one = changed(case(transaction(item("0A501.e"), "CA")), groups=None)
    assert UNKNOWN is said(one, LAW, "LVS").allowed
    everywhere = changed(case(transaction(item("0A501.c"), "BR")), groups=None)
    assert YES is said(everywhere, LAW, "LVS").allowed


def test_of_several_possible_lines_the_one_with_the_least_amount_counts() -> None:
    one = case(transaction(item("0A505.x"), "JP"))
    found = said(one, LAW, "LVS")
    assert found.line is not None
    assert (YES, 500) == (found.allowed, found.line.amount)
    told = item("0A505.x", characteristics={"formerly_0a018_b": YES})
    line = said(case(transaction(told, "JP")), LAW, "LVS").line
    assert line is not None
    assert 3000 == line.amount
    denied = item("0A505.x", characteristics={"formerly_0a018_b": NO})
    line = said(case(transaction(denied, "JP")), LAW, "LVS").line
    assert line is not None
    assert 500 == line.amount


def test_a_condition_that_nobody_spoke_of_leaves_a_line_open_both_ways() -> None:
    assert UNKNOWN is allowed("LVS", item("0A502"), "BR")
    part = item("0A502", characteristics={"trigger_mechanism_or_magazine": YES})
    assert YES is allowed("LVS", part, "BR")
    whole = item("0A502", characteristics={"trigger_mechanism_or_magazine": NO})
    assert NO is allowed("LVS", whole, "BR")
    short = item("0A502", characteristics={"barrel_under_18_in": YES})
    assert NO is allowed("STA", short, "JP")
    long = item("0A502", characteristics={"barrel_under_18_in": NO})
    assert YES is allowed("STA", long, "JP")
    assert UNKNOWN is allowed("STA", item("0A502"), "JP")


def check(symbol: str, thing: Item, to: str, *, terms: Terms | None = None) -> Check:
    one = case(transaction(thing, to))
    (found,) = line_check(terms or LAW.exception_terms(symbol), one, LAW)
    return found


def condition(symbol: str, question: str, citation: str) -> Condition:
    return Condition(f"{symbol}.list_line", question, citation, UNKNOWN)


REASON = "the entry's LVS line does not take the item in for this destination"
ASKS = "Does the LVS line of its entry take the item in, for this destination?"


def test_a_line_that_decides_asks_nothing() -> None:
    assert Check(YES, REASON) == check("LVS", item("0A501.c"), "BR")
    assert Check(NO, REASON) == check("LVS", item("0A501.a"), "BR")


def test_an_open_line_is_asked_for_with_its_own_conditions() -> None:
    found = check("LVS", item("0A502"), "BR")
    assert found.condition is not None
    assert (UNKNOWN, REASON) == (found.holds, found.reason)
    assert found.condition.question.startswith(f"{ASKS} ")
    assert LAW.question("trigger_mechanism_or_magazine") in found.condition.question
    assert "LVS.list_line" == found.condition.slug
    assert "15 CFR 740.3" == found.condition.citation


def test_ear99_has_no_line_and_an_item_without_a_classification_is_asked() -> None:
    assert Check(NO, REASON) == check("LVS", item("EAR99"), "BR")
    expected = Check(UNKNOWN, REASON, condition("LVS", ASKS, "15 CFR 740.3"))
    assert expected == check("LVS", item(None), "BR")


def test_an_entry_without_such_a_line_is_silent_as_the_exception_reads_it() -> None:
    lvs, notes = LAW.exception_terms("LVS"), item("3E001", "technology")
    assert NO is check("LVS", notes, "BR", terms=replace(lvs, list_line="required")).holds
    assert YES is check("LVS", notes, "BR", terms=replace(lvs, list_line="excludes")).holds


def test_an_exception_without_a_line_checks_none() -> None:
    one = case(transaction(item("3A001.a.7"), "TW"))
    assert () == line_check(replace(LAW.exception_terms("LVS"), list_line=""), one, LAW)


def test_before_part_740_was_verified_a_missing_line_is_open() -> None:
    day = date(2017, 3, 7)
    law = edition(day)
    one = case(transaction(item("3A001.a.7"), "BR", day=day))
    assert one.entry is not None
    (found,) = line_check(law.exception_terms("LVS"), one, law)
    assert Check(UNKNOWN, REASON, condition("LVS", ASKS, "15 CFR 740.3")) == found


@pytest.mark.parametrize(
    ("sure", "maybe", "expected"),
    [("NS MT", "", NO), ("NS", "", YES), ("NS", "MT", UNKNOWN), ("NS MT", "MT", NO)],
)
def test_bearings_for_missiles_have_no_line_and_others_have(
    sure: str, maybe: str, expected: Truth
) -> None:
    bearing = item("2A001.a")
    assert expected is allowed("LVS", bearing, "BR", sure, maybe)
    assert expected is allowed("GBS", bearing, "BR", sure, maybe)


def test_what_the_order_says_of_a_reason_goes_before_the_rows() -> None:
    bearing = item("2A001.a", characteristics={"mt_controlled": NO})
    assert YES is allowed("LVS", bearing, "BR", "NS", "MT")
