from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from navicert.facts.item import ItemKind
from navicert.rules.clearance.clearing import Clearing
from navicert.rules.clearance.invoice import destination_control_statement, eccn_on_invoice
from navicert.rules.finding import MissingFact
from navicert.terms.activity import Activity
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


ON_THE_INVOICE = "write 9D610.a on the invoice"
STATEMENT = "put the destination control statement on the invoice"


def asked(tangible: Truth) -> list[tuple[str, Truth, tuple[MissingFact, ...]]]:
    """What 758.6 says of military software, and what it asks."""
    said: dict[str, Truth] = {} if tangible is Truth.UNKNOWN else {"tangible": tangible}
    shipment = matter(replace(item("9D610.a", said=said), kind=ItemKind.SOFTWARE))
    found = (
        *destination_control_statement(shipment, FREE),
        *eccn_on_invoice(shipment, FREE),
    )
    return [(one.triggered_by, one.holds, one.missing) for one in found]


def test_both_duties_ask_for_the_medium_of_software() -> None:
    question = "Does it leave in tangible form, such as on a disc or paper?"
    fact = MissingFact("characteristics.tangible", question, "15 CFR 758.1(b)")
    expected = [
        (STATEMENT, Truth.UNKNOWN, (fact,)),
        (ON_THE_INVOICE, Truth.UNKNOWN, (fact,)),
    ]
    assert expected == asked(Truth.UNKNOWN)
    assert [(STATEMENT, Truth.YES, ()), (ON_THE_INVOICE, Truth.YES, ())] == asked(Truth.YES)
    assert [] == asked(Truth.NO)


@pytest.mark.parametrize("activity", [Activity.REEXPORT, Activity.TRANSFER_IN_COUNTRY])
def test_only_an_export_has_an_invoice_of_758_6(activity: Activity) -> None:
    shipment = matter(item("9A610.x"))
    abroad = structs.replace(shipment, transaction=replace(shipment.transaction, activity=activity))
    assert () == destination_control_statement(abroad, FREE)
    assert () == eccn_on_invoice(abroad, FREE)
