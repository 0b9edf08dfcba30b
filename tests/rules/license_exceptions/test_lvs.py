from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from navicert.rules.license_exceptions.case import Availability, LicenseException
from navicert.rules.license_exceptions.lvs import lvs
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from tests.rules.license_exceptions.cases import (
    NO,
    YES,
    case,
    edition,
    item,
    needs,
    slugs,
    transaction,
)

# 3A001.a.7 has the limit "LVS: $5000" (Supp. 1 to 774, ECCN 3A001).
LIMIT = 5000


def shipped(value: int, *others: int, to: str = "TW", **facts: object) -> LicenseException:
    lines = tuple(item("3A001.a.7", value=Money(Decimal(one), "USD")) for one in others)
    first = item("3A001.a.7", value=Money(Decimal(value), "USD"))
    deal = transaction(first, to, others=lines, **facts)  # type: ignore[arg-type]
    return lvs(case(deal, needs("NS2"), controlled_for="NS RS"), edition())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (LIMIT - 1, Availability.AVAILABLE),
        (LIMIT, Availability.AVAILABLE),
        (LIMIT + 1, Availability.UNAVAILABLE),
    ],
)
def test_the_order_may_reach_the_limit_and_not_exceed_it(
    value: int, expected: Availability
) -> None:
    assert expected == shipped(value).availability


def test_lines_of_the_same_entry_are_added_up() -> None:
    assert Availability.AVAILABLE == shipped(3000, 2000).availability
    assert Availability.UNAVAILABLE == shipped(3000, 2001).availability


def test_the_value_of_a_piece_counts_as_often_as_there_are_pieces() -> None:
    for quantity, expected in ((5, Availability.AVAILABLE), (6, Availability.UNAVAILABLE)):
        goods = item("3A001.a.7", quantity=Decimal(quantity))
        found = lvs(case(transaction(goods, "TW"), needs("NS2")), edition())
        assert expected == found.availability


def test_lines_of_another_entry_are_not_added() -> None:
    other = item("5A001.d", value=Money(Decimal(4500), "USD"))
    first = item("3A001.a.7", value=Money(Decimal(3500), "USD"))
    found = lvs(case(transaction(first, "TW", others=(other,)), needs("NS2")), edition())
    assert Availability.AVAILABLE == found.availability


@pytest.mark.parametrize("value", [None, Money(Decimal(10), "EUR")])
def test_a_value_that_is_missing_or_not_in_dollars_is_asked_for(value: Money | None) -> None:
    goods = item("3A001.a.7", value=value)
    found = lvs(case(transaction(goods, "TW"), needs("NS2")), edition())
    assert Availability.CONDITIONAL == found.availability
    assert "LVS.within_limit" in slugs(found)


def test_the_answer_that_the_order_is_within_the_limit_settles_it() -> None:
    goods = item("3A001.a.7", value=None)
    for answer, expected in ((YES, Availability.AVAILABLE), (NO, Availability.UNAVAILABLE)):
        deal = transaction(goods, "TW", {"LVS.within_limit": answer})
        assert expected == lvs(case(deal, needs("NS2")), edition()).availability


def test_the_year_is_limited_to_twelve_times_the_amount_which_the_exporter_confirms() -> None:
    found = shipped(1000)
    annual = next(one for one in found.conditions if one.slug == "LVS.annual_limit")
    assert "60,000 USD" in annual.question
    assert "15 CFR 740.3(d)(2)" == annual.citation


def test_a_confirmation_that_is_denied_closes_it() -> None:
    for slug in ("LVS.annual_limit", "LVS.order_not_split", "LVS.net_value"):
        assert Availability.UNAVAILABLE == shipped(1000, answers={slug: NO}).availability


def test_it_is_for_country_group_b() -> None:
    assert Availability.UNAVAILABLE == shipped(1000, to="CN").availability
    assert Availability.UNAVAILABLE == shipped(1000, to="KZ").availability


def test_it_is_for_commodities() -> None:
    found = lvs(case(transaction(item("3E001", "technology"), "TW"), needs("NS1")), edition())
    assert Availability.UNAVAILABLE == found.availability


def test_it_covers_exports_and_reexports_and_no_transfers() -> None:
    assert Availability.AVAILABLE == shipped(1000, activity=Activity.REEXPORT).availability
    transfer = shipped(1000, activity=Activity.TRANSFER_IN_COUNTRY)
    assert Availability.UNAVAILABLE == transfer.availability


def test_a_paragraph_without_an_amount_is_not_eligible() -> None:
    found = lvs(case(transaction(item("7A003.a"), "IL"), needs("NS1")), edition())
    assert Availability.UNAVAILABLE == found.availability


def test_a_paragraph_that_is_not_given_is_asked_for() -> None:
    found = lvs(case(transaction(item("3A001"), "TW"), needs("NS2")), edition())
    assert Availability.CONDITIONAL == found.availability
    assert "LVS.list_line" in slugs(found)


@pytest.mark.parametrize(
    ("to", "value", "expected"),
    [
        ("TH", 2000, Availability.AVAILABLE),
        ("TH", 2001, Availability.UNAVAILABLE),
        ("SA", 1000, Availability.UNAVAILABLE),  # D:3
    ],
)
def test_chemical_equipment_has_its_own_amount_and_not_for_group_d3(
    to: str, value: int, expected: Availability
) -> None:
    goods = item("2B350.a", value=Money(Decimal(value), "USD"))
    found = lvs(case(transaction(goods, to), needs("CB2"), controlled_for="CB"), edition())
    assert expected == found.availability


def test_it_overcomes_every_requirement_of_the_list_whatever_its_reason() -> None:
    goods = item("9A610.x", value=Money(Decimal(1400), "USD"))
    one = case(transaction(goods, "DE"), needs("NS1"), needs("RS1"), controlled_for="NS RS")
    assert frozenset({"NS1", "RS1"}) == lvs(one, edition()).overcomes


def test_encryption_components_must_support_what_was_authorized() -> None:
    goods = item(
        "5A002.a",
        value=Money(Decimal(500), "USD"),
        characteristics={"component_not_system": YES},
    )
    asked = case(transaction(goods, "TW"), needs("NS1"), controlled_for="NS EI")
    assert "LVS.supports_authorized_commodity" in slugs(lvs(asked, edition()))
    assert Availability.CONDITIONAL == lvs(asked, edition()).availability
    deal = transaction(goods, "TW", {"LVS.supports_authorized_commodity": YES})
    answered = case(deal, needs("NS1"), controlled_for="NS EI")
    assert Availability.AVAILABLE == lvs(answered, edition()).availability


def test_a_condition_of_the_line_that_nobody_spoke_of_is_asked() -> None:
    goods = item("5A002.a", value=Money(Decimal(500), "USD"))
    found = lvs(case(transaction(goods, "TW"), needs("NS1")), edition())
    line = next(one for one in found.conditions if one.slug == "LVS.list_line")
    assert "component" in line.question


def test_an_unverified_destination_is_asked_about() -> None:
    one = replace(case(transaction(item("3A001.a.7"), "TW"), needs("NS2")), groups=None)
    assert Availability.CONDITIONAL == lvs(one, edition()).availability
