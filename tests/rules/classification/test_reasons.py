"""For which reasons an item is controlled, row by row."""

from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.item import Item
from navicert.law.edition import Edition, standard_law
from navicert.law.tables.control_list import ControlRow
from navicert.rules.classification.reasons import (
    reasons_for_control,
    related_controlled_for,
    row_covers,
    stated_reasons,
)
from navicert.terms.eccn import Eccn, parse
from navicert.terms.truth import Truth

TODAY = standard_law().open_at(date(2026, 7, 30))
IN_2022 = standard_law().open_at(date(2022, 1, 15))


def item(eccn: str, columns: frozenset[str] | None = None, **answers: Truth) -> Item:
    return Item(name=eccn, eccn=parse(eccn), columns=columns, characteristics=answers)


def row(symbol: str, number: int, edition: Edition = TODAY) -> ControlRow:
    return edition.entry(symbol).rows[number - 1]


@pytest.mark.parametrize(
    ("related", "reason", "edition", "expected"),
    [
        ("EAR99", "NS", TODAY, Truth.NO),
        ("9A888", "NS", TODAY, Truth.UNKNOWN),
        ("3A001.a.7", "NS", IN_2022, Truth.UNKNOWN),
        ("3A001.a.7", "NS", TODAY, Truth.YES),
        ("3A001.a.7", "CB", TODAY, Truth.NO),
        ("7A003.d", "MT", TODAY, Truth.UNKNOWN),
        ("7A003.a", "MT", TODAY, Truth.NO),
        ("9A610.x", "RS", IN_2022, Truth.YES),
        ("9A610.a", "RS", IN_2022, Truth.UNKNOWN),
    ],
)
def test_a_related_item_is_controlled_for_a_reason(
    related: str, reason: str, edition: Edition, expected: Truth
) -> None:
    assert expected is related_controlled_for(parse(related), reason, edition)


def test_a_chain_of_technology_is_followed_one_step() -> None:
    assert Truth.UNKNOWN is related_controlled_for(parse("3E001"), "MT", TODAY)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (None, Truth.UNKNOWN),
        (frozenset({"MT1", "AT1"}), Truth.YES),
        (frozenset({"NS1", "AT1"}), Truth.NO),
        (frozenset[str](), Truth.NO),
    ],
)
def test_stated_columns_answer_a_row_that_hangs_on_facts(
    columns: frozenset[str] | None, expected: Truth
) -> None:
    assert expected is row_covers(row("7A003", 2), item("7A003.d", columns), TODAY)


def test_stated_columns_do_not_answer_a_row_that_is_certain() -> None:
    assert Truth.YES is row_covers(row("7A003", 1), item("7A003.a", frozenset({"AT1"})), TODAY)
    assert Truth.NO is row_covers(row("7A003", 2), item("7A003.a", frozenset({"MT1"})), TODAY)


def test_stated_columns_do_not_answer_a_row_without_columns() -> None:
    worldwide = next(one for one in TODAY.entry("3B001").rows if one.destinations == "macau_d5")
    stated = item("3B001.a", frozenset({"NS2", "AT1"}))
    assert Truth.UNKNOWN is row_covers(worldwide, stated, TODAY)


def test_technology_for_an_item_is_controlled_as_that_is() -> None:
    technology = next(one for one in TODAY.entry("3E001").rows if one.reason == "MT")
    asked = Item(name="t", eccn=Eccn("3E001"), for_items=(parse("3A101"),))
    other = Item(name="t", eccn=Eccn("3E001"), for_items=(parse("3A002.a"),))
    assert Truth.NO is not row_covers(technology, asked, TODAY)
    assert Truth.NO is row_covers(technology, other, TODAY)


def test_every_reason_of_the_entry_is_given_with_what_holds() -> None:
    found = reasons_for_control(item("7A003.d"), TODAY.entry("7A003"), TODAY)
    assert {"NS": Truth.YES, "MT": Truth.UNKNOWN, "AT": Truth.YES} == found
    civil = item("3A001.b.2", civil_telecommunications=Truth.YES)
    reasons = reasons_for_control(civil, TODAY.entry("3A001"), TODAY)
    assert (Truth.YES, Truth.NO) == (reasons["NS"], reasons["RS"])


def test_columns_that_the_order_states_have_their_reasons() -> None:
    assert frozenset({"NS", "AT"}) == stated_reasons(item("3A001", frozenset({"NS2", "AT1"})))
    assert frozenset() == stated_reasons(item("3A001"))
