"""What an exception says for itself: where it stands, why it is closed, what it still asks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from navicert.rules.license_exceptions.case import (
    Availability,
    Condition,
    ExceptionCase,
    LicenseException,
)
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

SUSPENDED = Condition(
    "gate.not_suspended",
    "Are your license exception privileges in force, neither suspended nor revoked?",
    "15 CFR 740.2(a)(1)",
    UNKNOWN,
)

NOT_UNDER_STA = (
    "15 CFR 740.20(b)(2)(iii): items controlled for EI, SS, SL or CW do not go under STA"
)


def chip(to: str = "TW", **answers: Truth) -> ExceptionCase:
    said = {slug.replace("__", "."): truth for slug, truth in answers.items()}
    return case(transaction(item("3A001.a.7"), to, said), needs("NS2"), controlled_for="NS")


def conditions(found: LicenseException) -> dict[str, Condition]:
    return {one.slug: one for one in found.conditions}


def test_an_available_exception_says_everything_that_it_rests_on() -> None:
    question = "Will what 743.1 asks to be reported be reported?"
    expected = LicenseException(
        "GBS",
        Availability.AVAILABLE,
        "15 CFR 740.4",
        overcomes=frozenset({"NS2"}),
        reasons=("within the terms of 740.4",),
        conditions=(Condition("GBS.reports", question, "15 CFR 740.4", UNKNOWN), SUSPENDED),
    )
    assert expected == tried(chip())["GBS"]


@pytest.mark.parametrize(
    ("one", "symbol", "reasons"),
    [
        (
            chip("CN"),
            "GBS",
            (
                (
                    "GBS is for exports and reexports of commodities to Country Group B, Sudan and "
                    "Ukraine aside"
                ),
            ),
        ),
        (chip("VN"), "STA", ("740.20(c)(1) is for Country Group A:5",)),
        (
            replace(chip(), requirements=(needs("NS2"), needs("RS1"))),
            "GBS",
            ("GBS takes NS alone, and RS1 stands",),
        ),
        (
            replace(chip(), requirements=(needs("RS1"),)),
            "GBS",
            ("GBS takes NS alone, and RS1 stands", "GBS overcomes none of the requirements"),
        ),
        (
            chip(GBS__reports=NO),
            "GBS",
            ("answered no: Will what 743.1 asks to be reported be reported?",),
        ),
        (
            chip(gate__not_suspended=NO),
            "GBS",
            ("15 CFR 740.2(a)(1): the right to use license exceptions is suspended or revoked",),
        ),
        (
            case(transaction(item("3A001.a.7"), "IN", day=date(2020, 6, 29)), needs("NS2")),
            "CIV",
            ("CIV ended on 2020-06-28",),
        ),
        (
            case(transaction(item("EAR99"), "SY", day=date(2025, 9, 1)), needs("746.9(a)")),
            "SPP",
            ("SPP came into force on 2025-09-02",),
        ),
        (
            case(transaction(item("9A012"), "DE"), needs("NS1"), controlled_for="NS EI"),
            "STA",
            (NOT_UNDER_STA,),
        ),
    ],
)
def test_a_closed_exception_says_why(
    one: ExceptionCase, symbol: str, reasons: tuple[str, ...]
) -> None:
    found = tried(one)[symbol]
    assert Availability.UNAVAILABLE is found.availability
    assert set(reasons) <= set(found.reasons)
    assert not found.conditions


@pytest.mark.parametrize(("day", "closed"), [(date(2020, 6, 28), False), (date(2020, 6, 29), True)])
def test_civ_ended_with_28_june_2020(day: date, closed: bool) -> None:
    one = case(transaction(item("3A001.a.7"), "IN", day=day), needs("NS2"))
    assert closed is ("CIV ended on 2020-06-28" in tried(one)["CIV"].reasons)


def test_a_place_whose_groups_nobody_knows_is_asked_about_and_named() -> None:
    found = tried(replace(chip(), groups=None))["GBS"]
    question = (
        "Is it sure that this line is within GBS: GBS is for exports and reexports of commodities "
        "to Country Group B, Sudan and Ukraine aside?"
    )
    expected = Condition("GBS.scope", question, "15 CFR 740.4", UNKNOWN)
    assert expected == conditions(found)["GBS.scope"]
    assert Availability.CONDITIONAL is found.availability


def test_a_paragraph_that_may_not_fit_is_asked_about_by_its_citation() -> None:
    found = tried(replace(chip("DE"), groups=None))["STA"]
    question = "Is it sure that 740.20(c)(1)(i) fits: 740.20(c)(1) is for Country Group A:5?"
    slug = "STA.740.20(c)(1)(i)"
    expected = Condition(slug, question, "15 CFR 740.20(c)(1)(i)", UNKNOWN)
    assert expected == conditions(found)[slug]


def test_the_paragraph_that_is_open_goes_before_one_that_hangs_on_answers() -> None:
    sure = tried(chip("DE"))["STA"]
    assert "15 CFR 740.20(c)(1)(i)" == sure.citation
    drone = case(
        transaction(item("9A012"), "DE", {"STA.payload_and_range": YES}),
        needs("NS1"),
        needs("MT1"),
        controlled_for="NS MT",
    )
    assert "15 CFR 740.20(c)(1)(ii)" == tried(drone)["STA"].citation
    assert frozenset({"NS1", "MT1"}) == tried(drone)["STA"].overcomes


def test_paragraphs_that_nobody_chose_come_back_as_the_questions_that_choose() -> None:
    found = tried(chip("DE"))["TMP"]
    assert "15 CFR 740.9" == found.citation
    assert frozenset({"NS2"}) == found.overcomes
    assert {"TMP.tools_of_trade", "TMP.exhibition"} <= set(conditions(found))
    assert "TMP.site_limit" not in conditions(found)
    chosen = tried(chip("DE", TMP__exhibition=YES))["TMP"]
    assert "TMP.exhibition" in conditions(chosen)
    assert YES is conditions(chosen)["TMP.exhibition"].answer


def test_a_paragraph_that_the_order_denies_is_no_question_any_more() -> None:
    found = tried(chip("DE", TMP__exhibition=NO))["TMP"]
    assert "TMP.exhibition" not in conditions(found)
    assert "TMP.tools_of_trade" in conditions(found)


def usd(amount: int) -> Money:
    return Money(Decimal(amount), "USD")


def lvs(amount: int | None, eccn: str = "3A001.a.7", **figures: int) -> LicenseException:
    known = {name: Decimal(value) for name, value in figures.items()}
    value = None if amount is None else usd(amount)
    goods = item(eccn, value=value, figures=known)
    return tried(case(transaction(goods, "TW"), needs("NS2"), controlled_for="NS"))["LVS"]


def test_lvs_says_the_limit_and_what_the_order_has() -> None:
    assert ("the order has 5001 USD under this entry, and its LVS limit is 5,000 USD",) == lvs(
        5001
    ).reasons
    within = conditions(lvs(None))["LVS.within_limit"]
    question = "Is the order's net value under this entry at most 5,000 USD?"
    assert Condition("LVS.within_limit", question, "15 CFR 740.3(b)", UNKNOWN) == within
    year = conditions(lvs(5000))["LVS.annual_limit"]
    assert "stay within 60,000 USD, this one included?" in year.question


def test_lvs_asks_for_a_limit_that_nobody_knows() -> None:
    unread = case(
        transaction(item("3A001.a.7", value=usd(100)), "TW", day=date(2026, 5, 1)), needs("NS2")
    )
    asked = conditions(tried(unread)["LVS"])
    question = "Is the order's net value under this entry at most the LVS limit of the entry?"
    assert question == asked["LVS.within_limit"].question
    assert "12 times the limit in USD" in asked["LVS.annual_limit"].question


def test_a_limit_that_the_order_states_serves_where_no_line_was_read() -> None:
    goods = item("3A001.a.7", value=usd(101), figures={"lvs_limit_usd": Decimal(100)})
    one = case(transaction(goods, "TW", day=date(2026, 5, 1)), needs("NS2"))
    why = "the order has 101 USD under this entry, and its LVS limit is 100 USD"
    assert why in tried(one)["LVS"].reasons


@pytest.mark.parametrize(("year", "closed"), [(60_000, False), (60_001, True)])
def test_the_year_is_held_against_twelve_times_the_limit(year: int, closed: bool) -> None:
    found = lvs(5000, lvs_year_usd=year)
    assert closed is (Availability.UNAVAILABLE is found.availability)
