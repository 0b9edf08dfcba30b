from __future__ import annotations

from datetime import date

import pytest

from navicert.rules.clearance.clearing import Clearing
from navicert.rules.clearance.invoice import destination_control_statement, eccn_on_invoice
from navicert.terms.outcome import Outcome
from navicert.terms.truth import Truth
from tests.rules.clearance.shipments import item, matter

FREE = Clearing(Outcome.NLR)


def on_invoice(code: str, day: date, clearing: Clearing = FREE) -> bool:
    return bool(eccn_on_invoice(matter(item(code), day=day), clearing))


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("9A610.x", True),
        ("9A610.y", True),
        ("9A515.a", True),
        ("3A090.c", True),
        ("4A090", True),
        ("3A001.z.1", True),
        ("5A992.z", True),
        ("3A001.a.7", False),
        ("3A001", False),
        ("EAR99", False),
    ],
)
def test_some_eccns_stand_on_the_invoice(code: str, named: bool) -> None:
    assert named is on_invoice(code, date(2026, 7, 30))


@pytest.mark.parametrize(("day", "named"), [(16, False), (17, True)])
def test_chips_stand_there_since_17_november_2023(day: int, named: bool) -> None:
    assert named is on_invoice("3A090.a", date(2023, 11, day))


@pytest.mark.parametrize("symbol", ["BAG", "GFT"])
def test_neither_statement_nor_eccn_under_bag_or_gft(symbol: str) -> None:
    under = Clearing(Outcome.EXCEPTION, frozenset({symbol}))
    shipment = matter(item("9A610.x"))
    assert () == destination_control_statement(shipment, under)
    assert () == eccn_on_invoice(shipment, under)


@pytest.mark.parametrize(("code", "stated"), [("5A991", True), ("EAR99", False)])
def test_the_statement_is_for_listed_items(code: str, stated: bool) -> None:
    assert stated is bool(destination_control_statement(matter(item(code)), FREE))


def test_a_day_before_the_rule_of_2016_leaves_the_eccn_open() -> None:
    found = eccn_on_invoice(matter(item("9A610.x"), day=date(2016, 11, 14)), FREE)
    assert [Truth.UNKNOWN] == [one.holds for one in found]
