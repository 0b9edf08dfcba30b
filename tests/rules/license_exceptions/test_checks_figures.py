"""Numbers that an order states answer the tests of an exception: below, at and above each edge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from navicert.facts.item import Item
from navicert.law.tables.exception_questions import Question
from navicert.rules.license_exceptions.case import Availability, Condition, LicenseException
from navicert.rules.license_exceptions.checks import Check, alternatives
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from navicert.terms.truth import Truth
from tests.rules.license_exceptions.cases import (
    NO,
    UNKNOWN,
    YES,
    case,
    item,
    needs,
    transaction,
    tried,
)

UNAVAILABLE = Availability.UNAVAILABLE
EDGES = [
    ("TMP", "exhibition", "3A001.a.7", "FR", "days_at_site", 120, 121),
    ("TMP", "tools_of_trade", "3A001.a.7", "IN", "months_abroad", 12, 13),
    ("TMP", "assembly_in_mexico", "3A001.a.7", "MX", "months_abroad", 48, 49),
    ("TMP", "firearms_in_us", "0A501.a", "BR", "firearms", 75, 76),
    ("RPL", "replaces_defective", "3A001.a.7", "VN", "months_since_shipment", 12, 13),
    ("BAG", "own_firearms", "0A502", "AR", "firearms", 3, 4),
    ("BAG", "own_firearms", "0A502", "AR", "rounds", 1000, 1001),
    ("BAG", "own_firearms", "0A502", "AR", "barrel_in", 18, 17),
    ("AVS", "vessel_sojourn", "8A992", "VN", "days_in_country", 14, 15),
    ("AVS", "aircraft_sojourn", "9A991.b", "VN", "days_in_country", 7, 8),
    ("ENC", "restricted_item", "5A002.a", "BR", "days_since_request", 30, 29),
    ("ENC", "classified_item", "5A002.a", "BR", "days_since_request", 30, 29),
    ("GFT", "gift_parcel", "EAR99", "BR", "parcel_usd", 800, 801),
    ("HBM", "", "3A090.c", "SG", "bandwidth_density", "3.29", "3.3"),
    ("LPP", "", "3A090.a", "SG", "tpp_year", 26900000, 26900001),
    ("NAC", "", "3A090.b", "CN", "days_since_notification", 25, 24),
]


def under(symbol: str, way: str, goods: Item, to: str) -> LicenseException:
    answers = {f"{symbol}.{way}": YES} if way else {}
    if symbol == "TMP":
        answers["TMP.longer_stay_authorized"] = NO
        answers["TMP.longer_exhibition_authorized"] = NO
    return tried(case(transaction(goods, to, answers)))[symbol]


def is_open(found: LicenseException, way: str) -> bool:
    """Whether the exception is open, and under this paragraph where one is meant."""
    chosen = not way or f"{found.symbol}.{way}" in {one.slug for one in found.conditions}
    return found.availability is not UNAVAILABLE and chosen


@pytest.mark.parametrize(("symbol", "way", "eccn", "to", "figure", "most", "beyond"), EDGES)
def test_a_figure_opens_at_its_edge_and_closes_beyond(
    symbol: str, way: str, eccn: str, to: str, figure: str, most: object, beyond: object
) -> None:
    cheap = Money(Decimal(10), "USD")
    within = item(eccn, figures={figure: Decimal(str(most))}, value=cheap)
    outside = item(eccn, figures={figure: Decimal(str(beyond))}, value=cheap)
    assert is_open(under(symbol, way, within, to), way)
    assert not is_open(under(symbol, way, outside, to), way)


def test_a_figure_answers_its_condition() -> None:
    found = under(
        "TMP", "exhibition", item("3A001.a.7", figures={"days_at_site": Decimal(90)}), "FR"
    )
    answers = {one.slug: one.answer for one in found.conditions}
    assert YES is answers["TMP.site_limit"]


def test_thirty_days_are_not_awaited_where_supplement_3_lists_the_country() -> None:
    goods = item("5A002.a", figures={"days_since_request": Decimal(0)})
    assert is_open(under("ENC", "restricted_item", goods, "DE"), "restricted_item")


def test_an_answer_of_no_closes_whatever_the_figure_says() -> None:
    goods = item("3A001.a.7", figures={"days_at_site": Decimal(90)})
    answers = {
        "TMP.exhibition": YES,
        "TMP.site_limit": NO,
        "TMP.longer_exhibition_authorized": NO,
    }
    assert not is_open(tried(case(transaction(goods, "FR", answers)))["TMP"], "exhibition")


def test_a_figure_without_a_limit_says_nothing() -> None:
    question = Question("X.y", "Is it so?", "15 CFR 740.3", figure="lvs_year_usd")
    assert UNKNOWN is question.measured({"lvs_year_usd": Decimal(1)})


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        (
            {"selling_price_usd": 3300, "shipping_usd": 300, "us_market_price_usd": 2800},
            "available",
        ),
        (
            {"selling_price_usd": 3301, "shipping_usd": 300, "us_market_price_usd": 2800},
            "unavailable",
        ),
        ({"selling_price_usd": 2500, "us_market_price_usd": 3001}, "unavailable"),
        ({"selling_price_usd": 3000, "lvs_year_usd": 36000}, "available"),
        ({"selling_price_usd": 3000, "lvs_year_usd": 36001}, "unavailable"),
    ],
)
def test_the_net_value_is_the_larger_of_price_less_freight_and_market_price(
    prices: dict[str, int], expected: str
) -> None:
    figures = {name: Decimal(value) for name, value in prices.items()}
    one = case(transaction(item("3A002.a", figures=figures), "TH"), needs("NS2"))
    found = tried(one)["LVS"]
    assert expected == found.availability


@pytest.mark.parametrize(
    ("amount", "to", "expected"),
    [
        (13999999, "BR", True),
        (14000000, "BR", False),
        (24999999, "DE", True),
        (25000000, "DE", False),
    ],
)
def test_a_contract_of_major_defense_equipment_closes_at_its_amount(
    amount: int, to: str, expected: bool
) -> None:
    goods = item("9A610.x", figures={"mde_contract_usd": Decimal(amount)})
    found = tried(case(transaction(goods, to), needs("NS1")))["TMP"]
    assert expected is (found.availability != UNAVAILABLE)


def test_of_alternatives_one_yes_suffices_and_every_no_is_told() -> None:
    def check(slug: str, answer: Truth) -> Check:
        return Check(answer, slug, Condition(slug, "Is it?", "15 CFR 740", answer, "X.y"))

    yes, no, open_ = check("a", YES), check("b", NO), check("c", UNKNOWN)
    assert (yes,) == alternatives((yes, no, open_))
    assert (open_,) == alternatives((no, open_))
    assert (no,) == alternatives((no,))


def test_the_paragraphs_of_an_exception_are_alternatives() -> None:
    found = tried(case(transaction(item("3A001.a.7"), "FR"), needs("NS2")))["TMP"]
    paragraphs = {one.slug for one in found.conditions if one.group == "TMP.paragraph"}
    assert {"TMP.tools_of_trade", "TMP.exhibition"} <= paragraphs


def test_a_standing_prohibition_closes_every_exception() -> None:
    one = replace(case(transaction(item("3A001.a.7"), "FR"), needs("NS2")), prohibited=True)
    assert {UNAVAILABLE} == {found.availability for found in tried(one).values()}


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2020, 6, 28), True), (date(2020, 6, 29), False)]
)
def test_civ_ended_with_28_june_2020(day: date, expected: bool) -> None:
    deal = transaction(item("3A001.a.7"), "CN", day=day)
    found = tried(case(deal, needs("NS2"), controlled_for="NS"))["CIV"]
    assert expected is ("CIV ended on 2020-06-28" not in found.reasons)


def test_rff_takes_what_an_entry_of_the_entity_list_lets_through_alone() -> None:
    listed = needs("744.11", frozenset({"RFF"}))
    goods = transaction(item("3A991"), "CN")
    assert frozenset({"744.11"}) == tried(case(goods, listed))["RFF"].overcomes
    assert UNAVAILABLE == tried(case(goods, needs("744.11", frozenset())))["RFF"].availability
    tools = transaction(item("3B001.a.4"), "CN")
    assert UNAVAILABLE == tried(case(tools, listed))["RFF"].availability


def test_apr_from_group_a1_needs_the_leave_of_its_government() -> None:
    for origin, expected in (("FR", True), ("BR", False)):
        deal = transaction(
            item("3A001.a.7"),
            "VN",
            {"APR.from_a1": YES},
            activity=Activity.REEXPORT,
            exported_from=origin,
        )
        found = tried(case(deal, needs("NS2"), controlled_for="NS"))["APR"]
        assert expected is is_open(found, "from_a1")
