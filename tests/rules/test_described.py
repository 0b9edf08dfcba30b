"""What holds of all items that are described alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from navicert.facts.item import Item, ItemKind
from navicert.law.edition import standard_law
from navicert.rules.classification.reasons import row_covers
from navicert.rules.described import Described, as_described
from navicert.terms.eccn import parse
from navicert.terms.money import Money
from navicert.terms.truth import Truth

TODAY = standard_law().open_at(date(2026, 9, 1))
GYRO = Item("a gyro", ItemKind.COMMODITY, parse("7A003.d"), origin="US")


def described(item: Item) -> Described:
    return as_described(item, TODAY.entry_of(item.eccn) if item.eccn else None, TODAY)


def test_what_an_item_is_called_and_worth_does_not_describe_it() -> None:
    other = replace(GYRO, name="another", value=Money(Decimal(9), "USD"), quantity=Decimal(7))
    assert described(GYRO) is described(other)


@pytest.mark.parametrize(
    "other",
    [
        replace(GYRO, eccn=parse("7A003.a")),
        replace(GYRO, kind=None),
        replace(GYRO, origin="DE"),
        replace(GYRO, columns=frozenset({"AT1"})),
        replace(GYRO, for_items=(parse("7A003.a"),)),
        replace(GYRO, published=Truth.YES),
        replace(GYRO, characteristics={"mt_controlled": Truth.NO}),
    ],
)
def test_what_describes_it_tells_it_from_others(other: Item) -> None:
    assert described(GYRO) is not described(other)


def test_an_item_of_another_day_is_described_anew() -> None:
    before = standard_law().open_at(date(2026, 8, 31))
    assert described(GYRO) is not as_described(GYRO, before.entry_of(parse("7A003")), before)


@pytest.mark.parametrize("eccn", ["7A003", "7A003.d", "3A001.a.7", "5D002.c.1", "9A610.x"])
def test_every_row_that_is_not_left_out_is_there_with_its_answer(eccn: str) -> None:
    item = replace(GYRO, eccn=parse(eccn), kind=None)
    entry = TODAY.entry_of(parse(eccn))
    asked = [(row, row_covers(row, item, TODAY)) for row in entry.rows]
    found = described(item)
    told = [(one.row, one.holds) for one in found.rows]
    assert [one for one in asked if one[1] is not Truth.NO] == told
    assert {row.reason for row, held in asked if held is Truth.YES} == found.certain
    open_ = {row.reason for row, held in asked if held is Truth.UNKNOWN}
    assert open_ - found.certain == found.maybe
    assert {row.reason for row in entry.rows} == set(found.reasons)


def test_what_keeps_a_row_from_being_told_is_asked_with_it() -> None:
    (line,) = [one for one in described(replace(GYRO, eccn=parse("7A003"))).rows if one.missing][:1]
    assert Truth.UNKNOWN is line.holds
    assert "Which paragraph of 7A003 describes the item?" == line.missing[0].question


def test_what_the_list_does_not_have_has_no_rows_and_no_reasons() -> None:
    found = described(replace(GYRO, eccn=None))
    assert ((), {}, frozenset()) == (found.rows, dict(found.reasons), found.certain)
