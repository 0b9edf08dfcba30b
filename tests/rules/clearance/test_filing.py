from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.facts.item import ItemKind
from navicert.law.edition import standard_law
from navicert.rules.clearance.clearing import Clearing
from navicert.rules.clearance.filing import electronic_export_information, is_of, speaking_of
from navicert.terms.outcome import Outcome
from navicert.terms.truth import Truth
from tests.rules.clearance.shipments import item, matter

DAY = date(2026, 9, 1)
FREE = Clearing(Outcome.NLR)
HTS, OTHER_HTS = "8517620000", "8517620090"


def under(*symbols: str) -> Clearing:
    return Clearing(Outcome.EXCEPTION, frozenset(symbols))


def filed(
    code: str, to: str, clearing: Clearing = FREE, figures: dict[str, str] | None = None
) -> tuple[Truth, str]:
    """Whether a line of 100 dollars is filed, and by which paragraphs."""
    found = electronic_export_information(matter(item(code, figures=figures), to=to), clearing)
    return (found[0].holds, found[0].label) if found else (Truth.NO, "")


@pytest.mark.parametrize("to", ["IR", "KP", "SY", "CU"])
def test_everything_to_country_group_e_is_filed(to: str) -> None:
    assert (Truth.YES, "758.1(b)(1)") == filed("EAR99", to)


def test_what_needs_a_license_is_filed() -> None:
    assert (Truth.YES, "758.1(b)(2)") == filed("EAR99", "DE", Clearing(Outcome.LICENSE))


@pytest.mark.parametrize(
    ("code", "holds"),
    [
        ("9A610.x", Truth.YES),
        ("9A610.a", Truth.YES),
        ("9A515.x", Truth.YES),
        ("9A610.y", Truth.NO),
        ("9A515.y.1", Truth.NO),
        ("9A115", Truth.NO),
    ],
)
def test_military_and_space_items_are_filed_but_for_y(code: str, holds: Truth) -> None:
    assert holds is filed(code, "CA")[0]


@pytest.mark.parametrize(("symbol", "paragraph"), [("STA", "(b)(4)"), ("VEU", "(b)(7)")])
def test_two_authorizations_are_filed_at_any_value(symbol: str, paragraph: str) -> None:
    assert (Truth.YES, f"758.1{paragraph}") == filed("3A001.a.7", "JP", under(symbol))
    assert (Truth.NO, "") == filed("3A001.a.7", "JP", under("GBS"))


@pytest.mark.parametrize(
    ("values", "codes", "holds"),
    [
        ((2500, 2500), (HTS, OTHER_HTS), Truth.NO),
        ((1500, 1001), (HTS, HTS), Truth.YES),
        ((1500, 1000), (HTS, HTS), Truth.NO),
        ((1500, 1001), (None, None), Truth.NO),
        ((1500, 1001), ("851762", "851762"), Truth.NO),
        ((2501, 1), (None, None), Truth.YES),
    ],
)
def test_lines_count_together_by_schedule_b_number(
    values: tuple[int, int], codes: tuple[str | None, str | None], holds: Truth
) -> None:
    lines = [item(value=value, hts=hts) for value, hts in zip(values, codes, strict=True)]
    found = electronic_export_information(matter(*lines, to="BR"), FREE)
    assert holds is (found[0].holds if found else Truth.NO)


def test_a_value_that_was_not_said_leaves_it_open() -> None:
    found = electronic_export_information(matter(item(value=None), to="BR"), FREE)
    assert [Truth.UNKNOWN] == [one.holds for one in found]
    assert ["value"] == [fact.fact for one in found for fact in one.missing]


def test_another_line_of_the_same_number_may_settle_what_one_leaves_open() -> None:
    lines = (item(value=None, hts=HTS), item(value=2501, hts=HTS))
    assert Truth.YES is electronic_export_information(matter(*lines, to="BR"), FREE)[0].holds


def test_passing_through_canada_is_named_beside_what_needs_the_filing() -> None:
    found = electronic_export_information(matter(item("9A610.x"), to="BR", route=("CA",)), FREE)
    assert "758.1(b)(3), (b)(6)" == found[0].label
    assert () == electronic_export_information(matter(item(), to="BR", route=("CA",)), FREE)


def test_an_unverified_consignee_is_filed_at_any_value() -> None:
    assert (Truth.YES, "758.1(b)(8)") == filed(
        "EAR99", "MY", Clearing(Outcome.NLR, unverified=Truth.YES)
    )
    unsure = filed("EAR99", "MY", Clearing(Outcome.NLR, unverified=Truth.UNKNOWN))
    assert Truth.UNKNOWN is unsure[0]


@pytest.mark.parametrize(
    ("code", "inches", "holds"),
    [
        ("0A501.a", None, Truth.YES),
        ("0A501.b", None, Truth.YES),
        ("0A501.c", None, Truth.NO),
        ("0A501", None, Truth.UNKNOWN),
        ("0A506.a", None, Truth.YES),
        ("0A507", None, Truth.YES),
        ("0A505.a", None, Truth.YES),
        ("0A505.c", None, Truth.NO),
        ("0A502.a", "17.9", Truth.YES),
        ("0A502.a", "18", Truth.NO),
        ("0A502.a", None, Truth.UNKNOWN),
        ("0A508.a", "17", Truth.YES),
    ],
)
def test_firearms_are_filed_even_to_canada(code: str, inches: str | None, holds: Truth) -> None:
    figures = {"barrel_in": inches} if inches else {}
    assert holds is filed(code, "CA", figures=figures)[0]


def test_firearms_in_baggage_are_not_filed() -> None:
    assert Truth.NO is filed("0A501.a", "CA", under("BAG"))[0]


@pytest.mark.parametrize(
    ("code", "to", "holds"),
    [
        ("5A991", "CN", Truth.YES),
        ("5A991", "HK", Truth.YES),
        ("5A991", "RU", Truth.YES),
        ("5A991", "VE", Truth.YES),
        ("5A991", "MO", Truth.NO),
        ("EAR99", "CN", Truth.NO),
    ],
)
def test_listed_items_to_three_countries_are_filed(code: str, to: str, holds: Truth) -> None:
    assert holds is filed(code, to)[0]


def test_whether_the_exemption_for_governments_holds_is_open() -> None:
    assert Truth.UNKNOWN is filed("5A991", "CN", under("GOV"))[0]


@pytest.mark.parametrize(("to", "holds"), [("VN", Truth.YES), ("DE", Truth.NO)])
def test_3a069_is_filed_to_country_group_d(to: str, holds: Truth) -> None:
    assert holds is filed("3A069", to)[0]


@pytest.mark.parametrize(("day", "holds"), [(15, Truth.NO), (16, Truth.YES)])
def test_3a069_is_filed_since_16_january_2025(day: int, holds: Truth) -> None:
    shipment = matter(item("3A069"), to="VN", day=date(2025, 1, day))
    found = electronic_export_information(shipment, FREE)
    assert holds is (found[0].holds if found else Truth.NO)


def test_what_leaves_over_a_wire_is_not_filed() -> None:
    wired = item("9D610.x", said={"tangible": Truth.NO})
    assert () == electronic_export_information(matter(wired, to="IR"), FREE)


def test_a_day_that_nobody_verified_leaves_it_open() -> None:
    found = electronic_export_information(matter(item(), day=date(2024, 5, 29)), FREE)
    assert [Truth.UNKNOWN] == [one.holds for one in found]


def test_what_is_kept_of_an_item_is_what_asking_anew_says() -> None:
    kinds = (None, *ItemKind)
    things = [
        replace(item(code), kind=kind, characteristics={"mass_market": said})
        for code in ("EAR99", "3A001.a.7", "5D992.c", "9A610.x", "9A610.y.1", "0A501.a", "3E001")
        for kind in kinds
        for said in Truth
    ]
    triggers = standard_law().tables.clearance.triggers
    for one in things:
        known = speaking_of(one, standard_law().open_at(DAY))
        asked = {trigger: is_of(trigger, one) for trigger in triggers}
        assert {key: held for key, held in asked.items() if held is not Truth.NO} == dict(known)
