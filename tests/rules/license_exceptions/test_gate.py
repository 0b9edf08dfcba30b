from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from navicert.law.tables.license_exceptions import lies_within
from navicert.rules.license_exceptions.case import (
    Condition,
    ExceptionCase,
    Restriction,
)
from navicert.rules.license_exceptions.checks import Check
from navicert.rules.license_exceptions.gate import gate, passes
from navicert.rules.license_exceptions.register import EXCEPTIONS
from navicert.rules.license_exceptions.sweep import sweep
from navicert.terms.activity import Activity
from navicert.terms.money import Money
from tests.rules.license_exceptions.cases import (
    NO,
    UNKNOWN,
    YES,
    case,
    edition,
    item,
    needs,
    party,
    slugs,
    still_open,
    transaction,
    tried,
)

CONFIRMED_BY_ALL = "15 CFR 740.2(a)(1)"


def restrictions(one: ExceptionCase) -> dict[str, Restriction]:
    """What the gate found beyond what every user confirms, by citation."""
    found = gate(one, edition(one.transaction.day))
    return {each.citation: each for each in found if each.citation != CONFIRMED_BY_ALL}


def simple(eccn: str, to: str, kind: str = "commodity", controlled_for: str = "") -> ExceptionCase:
    deal = transaction(item(eccn, kind), to)
    return case(deal, needs("RS1"), controlled_for=controlled_for)


def only(one: ExceptionCase, paragraph: str) -> frozenset[str] | None:
    return restrictions(one)[f"15 CFR 740.2(a){paragraph}"].only


def test_an_ordinary_item_meets_no_restriction() -> None:
    assert {} == restrictions(simple("3A001.a.7", "TW", controlled_for="NS"))


def test_suspended_privileges_close_everything() -> None:
    deal = transaction(item("3A001.a.7"), "TW", {"gate.not_suspended": NO})
    assert set() == still_open(case(deal, needs("NS2")))


def test_that_privileges_are_not_suspended_is_a_confirmation_of_every_exception() -> None:
    for found in tried(simple("3A001.a.7", "TW")).values():
        if found.availability == "available":
            assert "gate.not_suspended" in {one.slug for one in found.conditions}


@pytest.mark.parametrize("eccn", ["5A001.f.1", "5A980", "5D980"])
def test_listening_devices_have_gov_alone(eccn: str) -> None:
    kind = "software" if eccn[1] == "D" else "commodity"
    assert frozenset({"GOV"}) == only(simple(eccn, "DE", kind, "SL"), "(3)")
    assert still_open(simple(eccn, "DE", kind, "SL")) <= {"GOV"}


def test_technology_for_listening_devices_has_nothing() -> None:
    assert set() == still_open(simple("5E980", "DE", "technology", "SL"))


@pytest.mark.parametrize(("to", "barred"), [("BR", True), ("JP", False), ("DE", False)])
def test_crime_control_items_go_under_exceptions_to_few_countries(to: str, barred: bool) -> None:
    one = case(transaction(item("0A978"), to), needs("CC1"), controlled_for="CC")
    assert barred == ("15 CFR 740.2(a)(4)" in restrictions(one))


def test_crime_control_items_elsewhere_have_gov_bag_and_sta() -> None:
    one = case(transaction(item("0A978"), "BR"), needs("CC1"), controlled_for="CC")
    assert frozenset({"GOV", "BAG", "STA"}) == only(one, "(4)")


def test_crime_control_counts_where_it_requires_a_license() -> None:
    one = case(transaction(item("0A978"), "BR"), needs("NS2"), controlled_for="CC")
    assert "15 CFR 740.2(a)(4)" not in restrictions(one)


def test_missile_items_outside_d4_and_d5_have_the_listed_exceptions() -> None:
    one = simple("1C116", "FR", controlled_for="MT")
    assert frozenset({"TMP", "RPL", "GOV", "TSU", "AVS", "APR", "STA"}) == only(one, "(5)(i)")
    assert not {"LVS", "GBS", "TSR"} & still_open(one)


def test_missile_items_keep_tools_of_trade_and_lose_news_media() -> None:
    found = restrictions(simple("1C116", "FR", controlled_for="MT"))["15 CFR 740.2(a)(5)(i)"]
    assert found.admits("15 CFR 740.9(a)(1)")
    assert not found.admits("15 CFR 740.9(a)(9)")
    assert found.admits("15 CFR 740.20(c)(1)(ii)")
    assert not found.admits("15 CFR 740.20(c)(1)(i)")


def test_missile_items_to_d4_and_d5_have_nothing() -> None:
    assert frozenset() == only(simple("1C116", "SA", controlled_for="MT"), "(5)(ii)")
    assert set() == still_open(simple("1C116", "SA", controlled_for="MT"))


def test_navigation_equipment_to_d4_and_d5_goes_as_part_of_a_vehicle() -> None:
    for answer, expected in ((YES, {"TMP", "RPL", "AVS"}), (NO, set())):
        deal = transaction(item("7A103.a"), "SA", {"gate.part_of_a_vehicle": answer})
        assert expected == still_open(case(deal, needs("MT1"), controlled_for="MT"))


def test_missile_bearings_to_d4_and_d5_have_replacement_kits_and_rpl() -> None:
    bearings = simple("2A001", "SA", controlled_for="MT")
    assert frozenset({"TMP", "RPL"}) == only(bearings, "(5)(ii)(B)")


def test_what_may_be_controlled_for_missile_technology_is_asked() -> None:
    one = case(transaction(item("3A001.a.1.a"), "FR"), needs("NS2"), maybe="MT")
    found = restrictions(one)["15 CFR 740.2(a)(5)(i)"]
    assert UNKNOWN is found.holds
    assert found.only is None
    assert found.condition is not None
    answered = transaction(item("3A001.a.1.a"), "FR", {found.condition.slug: YES})
    assert {} == restrictions(case(answered, needs("NS2"), maybe="MT"))


EMBARGOES = [
    ("746.8(a)(1)", "RU", "TMP", "tools_of_trade", "news_media"),
    ("746.8(a)(1)", "RU", "GOV", "safeguards", "us_agency"),
    ("746.2(a)", "CU", "TMP", "exhibition", "news_media"),
    ("746.2(a)", "CU", "RPL", "replaces_defective", "one_for_one"),
    ("746.4(a)", "KP", "GOV", "cooperating_government", "safeguards"),
    ("746.9(a)", "SY", "TMP", "tools_of_trade", "own_facility"),
    ("746.6(a)(1)", "UA", "AVS", "equipment_on_board", "vessel_sojourn"),
]


@pytest.mark.parametrize(("label", "to", "symbol", "closed", "stays"), EMBARGOES)
def test_an_embargo_keeps_an_exception_to_the_paragraphs_that_it_lists(
    label: str, to: str, symbol: str, closed: str, stays: str
) -> None:
    deal = transaction(item("3A991"), to, region="CRIMEA" if to == "UA" else None)
    found = tried(case(deal, needs(label, frozenset({symbol}))))[symbol]
    assert f"{symbol}.{stays}" in slugs(found)
    assert f"{symbol}.{closed}" not in slugs(found)


def test_what_an_embargo_leaves_open_only_for_some_is_asked() -> None:
    deal = transaction(item("5A992.c"), "RU")
    one = case(deal, needs("746.8(a)(1)", frozenset({"ENC", "TSU", "AVS"})))
    citation = "15 CFR 740.2(a)(6)"
    asked = {each.condition.slug for each in gate(one, edition()) if each.condition}
    assert {"gate.civil_subsidiary", "gate.no_russian_carrier"} <= asked
    assert YES is next(each.holds for each in gate(one, edition()) if each.citation == citation)


def test_detector_technology_is_asked_about() -> None:
    goods = item("6E001", "technology", for_items=["6A002.a.3"])
    found = restrictions(case(transaction(goods, "DE"), needs("NS1")))
    assert UNKNOWN is found["15 CFR 740.2(a)(7)"].holds
    denied = transaction(goods, "DE", {"gate.not_detector_technology": NO})
    assert frozenset({"GOV"}) == only(case(denied, needs("NS1")), "(7)")


def test_explosives_detection_has_rpl_gov_and_tsu() -> None:
    assert frozenset({"RPL", "GOV", "TSU"}) == only(simple("2A983", "SG"), "(8)")
    assert {"RPL", "GOV"} == still_open(simple("2A983", "SG"))


@pytest.mark.parametrize(("to", "barred"), [("CN", True), ("MO", True), ("TW", False)])
def test_semiconductor_equipment_has_gov_alone_in_macau_and_d5(to: str, barred: bool) -> None:
    one = simple("3B001.a.4", to, controlled_for="NS RS")
    assert barred == ("15 CFR 740.2(a)(9)(i)" in restrictions(one))
    if barred:
        assert {"GOV"} == still_open(one)
        assert "conditional" == tried(one)["GOV"].availability


def test_other_semiconductor_equipment_is_not_restricted() -> None:
    assert "15 CFR 740.2(a)(9)(i)" not in restrictions(simple("3B001.a.1", "CN"))


@pytest.mark.parametrize("to", ["CN", "VN", "SA"])
def test_advanced_computing_items_have_the_listed_exceptions_in_d1_d4_and_d5(to: str) -> None:
    expected = frozenset(["TMP", "NAC", "ACA", "RPL", "GOV", "TSU", "HBM", "AIA", "ACM"])
    assert expected == only(simple("3A090.b", to), "(9)(ii)")


def test_advanced_computing_items_for_a_chinese_company_are_restricted_anywhere() -> None:
    firm = (party(headquarters="DE", ultimate_parent="CN"),)
    one = case(transaction(item("3A090.b"), "DE", parties=firm), needs("RS:742.6(a)(6)"))
    assert YES is restrictions(one)["15 CFR 740.2(a)(9)(ii)"].holds


def test_an_unknown_headquarters_is_asked_about() -> None:
    one = case(transaction(item("3A090.b"), "DE", parties=(party(),)), needs("RS:742.6(a)(6)"))
    found = restrictions(one)["15 CFR 740.2(a)(9)(ii)"]
    assert UNKNOWN is found.holds
    assert found.condition is not None
    assert "gate.headquarters" == found.condition.slug


def test_instruments_of_torture_have_nothing() -> None:
    assert set() == still_open(simple("0A983", "DE", controlled_for="CC"))


def test_foreign_military_commodities_have_gov_alone() -> None:
    assert frozenset({"GOV"}) == only(simple("0A919", "DE"), "(11)")


@pytest.mark.parametrize("to", ["CN", "HK", "VE"])
@pytest.mark.parametrize("eccn", ["9A610.x", "9A515.x"])
def test_600_series_and_9x515_have_gov_alone_in_d5_and_hong_kong(eccn: str, to: str) -> None:
    assert {"GOV"} == still_open(simple(eccn, to, controlled_for="NS RS"))


def test_600_series_shipped_from_d5_have_gov_alone() -> None:
    deal = transaction(item("9A610.x"), "DE", exported_from="CN", activity=Activity.REEXPORT)
    assert {"GOV"} == still_open(case(deal, needs("NS1"), controlled_for="NS"))


def test_600_series_made_in_d5_have_nothing_elsewhere() -> None:
    deal = transaction(item("9A610.x", origin="CN"), "DE")
    assert set() == still_open(case(deal, needs("NS1"), controlled_for="NS"))


def test_where_a_600_series_item_was_made_is_asked() -> None:
    deal = transaction(item("9A610.x", origin=None), "DE")
    found = restrictions(case(deal, needs("NS1")))["15 CFR 740.2(a)(12)"]
    assert UNKNOWN is found.holds
    assert found.condition is not None
    assert "gate.not_made_in_d5" == found.condition.slug


def test_body_armor_goes_to_d5_with_us_persons() -> None:
    assert frozenset({"TMP", "GOV", "BAG"}) == only(simple("1A613.d", "CN"), "(12)")


def test_600_series_elsewhere_have_seven_exceptions() -> None:
    one = simple("9A610.x", "NO", controlled_for="NS RS")
    assert frozenset({"LVS", "TMP", "RPL", "TSU", "GOV", "BAG", "STA"}) == only(one, "(13)")
    assert "GBS" not in still_open(one)


def test_600_series_technology_of_the_named_paragraphs_has_gov_alone() -> None:
    assert {"GOV"} == still_open(simple("9E610.b", "DE", "technology", "NS"))


@pytest.mark.parametrize(("eccn", "paragraph"), [("9A610.x", "(13)"), ("9A515.x", "(18)")])
def test_600_series_and_9x515_for_missile_reasons_lose_sta(eccn: str, paragraph: str) -> None:
    one = simple(eccn, "DE", controlled_for="MT")
    assert f"15 CFR 740.2(a){paragraph}" in restrictions(one)
    assert "STA" not in still_open(one)


def test_0y521_items_have_gov_alone() -> None:
    assert {"GOV"} == still_open(simple("0A521", "DE"))


@pytest.mark.parametrize(("to", "paragraph"), [("NO", "(16)"), ("IL", "(15)")])
def test_large_defense_contracts_are_confirmed_to_be_absent(to: str, paragraph: str) -> None:
    found = restrictions(simple("9A610.x", to))[f"15 CFR 740.2(a){paragraph}"]
    assert UNKNOWN is found.holds
    assert found.confirms


@pytest.mark.parametrize(
    ("to", "paragraph", "limit"), [("NO", "(16)", 25_000_000), ("IL", "(15)", 14_000_000)]
)
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_an_order_as_large_as_the_limit_must_answer(
    to: str, paragraph: str, limit: int, more: int
) -> None:
    goods = item("9A610.x", value=Money(Decimal(limit + more), "USD"))
    found = restrictions(case(transaction(goods, to)))[f"15 CFR 740.2(a){paragraph}"]
    assert (more < 0) == found.confirms
    assert found.condition is not None
    assert f"{limit:,} USD" in found.condition.question


def test_a_party_on_the_unverified_list_closes_everything() -> None:
    deal = transaction(item("3A001.a.7"), "TW")
    assert set() == still_open(case(deal, needs("NS2"), unverified=YES))


def test_an_unscreened_party_leaves_everything_conditional() -> None:
    one = case(transaction(item("3A001.a.7"), "TW"), needs("NS2"), unverified=UNKNOWN)
    assert "conditional" == tried(one)["GBS"].availability


@pytest.mark.parametrize(
    ("controlled_for", "asked"), [("NS", True), ("CB", True), ("MT", True), ("CC", False)]
)
def test_to_hong_kong_its_import_papers_are_asked_for(controlled_for: str, asked: bool) -> None:
    one = simple("3A001.a.7", "HK", controlled_for=controlled_for)
    assert asked == ("15 CFR 740.2(a)(19)" in restrictions(one))


def test_np_column_1_counts_for_hong_kong_and_column_2_does_not() -> None:
    first = simple("2B230", "HK", controlled_for="NP")
    second = simple("1A290", "HK", controlled_for="NP")
    assert "15 CFR 740.2(a)(19)" in restrictions(first)
    assert "15 CFR 740.2(a)(19)" not in restrictions(second)


def test_papers_of_hong_kong_lift_the_restriction() -> None:
    deal = transaction(item("3A001.a.7"), "HK", {"gate.hong_kong_import": YES})
    assert {} == restrictions(case(deal, needs("NS2"), controlled_for="NS"))
    without = transaction(item("3A001.a.7"), "HK", {"gate.hong_kong_import": NO})
    assert set() == still_open(case(without, needs("NS2"), controlled_for="NS"))


def test_from_hong_kong_its_export_papers_are_asked_for() -> None:
    deal = transaction(item("3A001.a.7"), "TW", exported_from="HK", activity=Activity.REEXPORT)
    assert "15 CFR 740.2(a)(20)" in restrictions(case(deal, controlled_for="NS"))


def test_firearms_with_a_usml_part_are_asked_about_on_reexport() -> None:
    reexport = transaction(item("0A501.a"), "DE", activity=Activity.REEXPORT)
    assert "15 CFR 740.2(a)(21)" in restrictions(case(reexport))
    assert "15 CFR 740.2(a)(21)" not in restrictions(case(transaction(item("0A501.a"), "DE")))


def test_parallel_controls_leave_iec_tmp_rpl_gov_and_tsu() -> None:
    one = case(transaction(item("3B001.c.1.a"), "IN"), needs("NS:742.4(a)(5)"))
    assert frozenset({"IEC", "TMP", "RPL", "GOV", "TSU"}) == only(one, "(22)")
    assert "STA" not in still_open(one)


@pytest.mark.parametrize(
    ("to", "value", "expected"),
    [
        ("BR", 3_999_999, UNKNOWN),
        ("BR", 4_000_000, YES),
        ("BR", 4_000_001, YES),
        ("MX", 4_000_000, YES),
        ("DE", 4_000_000, None),
    ],
)
def test_semi_automatic_firearms_under_large_contracts_have_gov_alone(
    to: str, value: int, expected: object
) -> None:
    goods = item("0A506", value=Money(Decimal(value), "USD"))
    found = restrictions(case(transaction(goods, to))).get("15 CFR 740.2(a)(23)")
    assert expected is (found.holds if found else None)


def test_items_for_pakistan_have_parts_of_tmp_rpl_and_gov() -> None:
    one = case(transaction(item("3A999"), "PK"), needs("RS:742.6(a)(12)"))
    assert frozenset({"TMP", "RPL", "GOV"}) == only(one, "(25)")
    assert {"TMP", "RPL", "GOV"} == still_open(one)
    assert "15 CFR 740.2(a)(25)" not in restrictions(simple("2B999.h.2", "PK"))
    assert "15 CFR 740.2(a)(25)" not in restrictions(simple("3A999", "IN"))


@pytest.mark.parametrize(
    ("approvals", "open_"), [(frozenset({"supp_8_to_740"}), True), (frozenset[str](), False)]
)
def test_sta_to_the_emirates_is_for_approved_entities(
    approvals: frozenset[str], open_: bool
) -> None:
    deal = transaction(item("3A001.a.7"), "AE", parties=(party(approvals=approvals),))
    one = case(deal, needs("NS2"), controlled_for="NS")
    assert open_ == ("STA" in still_open(one))
    assert "GBS" in still_open(one)


def test_without_a_named_recipient_in_the_emirates_the_approval_is_asked_for() -> None:
    one = case(transaction(item("3A001.a.7"), "AE", parties=()), needs("NS2"))
    found = restrictions(one)["15 CFR 740.2(a)(26)"]
    assert UNKNOWN is found.holds
    assert found.condition is not None
    assert "gate.approved_entity" == found.condition.slug


@pytest.mark.parametrize(("day", "known"), [(date(2026, 2, 9), False), (date(2026, 2, 10), True)])
def test_before_the_day_of_verification_nothing_is_sure(day: date, known: bool) -> None:
    one = case(transaction(item("3A001.a.7"), "TW"), needs("NS2"))
    found = {each.citation: each for each in gate(one, edition(day))}
    assert known == ("15 CFR part 740" not in found)


def test_asking_the_gate_once_gives_the_same_answers() -> None:
    one = simple("9A610.x", "DE", controlled_for="NS RS")
    kept = replace(one, reached=sweep(one, edition()))
    assert gate(one, edition()) == gate(kept, edition())
    again = {answer.symbol: answer for answer in (rule(kept, edition()) for rule in EXCEPTIONS)}
    assert tried(one) == again


@pytest.mark.parametrize(
    ("paragraph", "outer", "expected"),
    [
        ("15 CFR 740.9(a)(1)", "740.9(a)", True),
        ("15 CFR 740.9(a)(10)", "740.9(a)(1)", False),
        ("15 CFR 740.10(a)", "740.1", False),
        ("15 CFR 740.10", "740.10", True),
    ],
)
def test_a_paragraph_lies_within_a_citation(paragraph: str, outer: str, expected: bool) -> None:
    assert expected == lies_within(paragraph, outer)


def test_a_day_that_nobody_verified_is_asked_about() -> None:
    one = case(transaction(item("3A001.a.7"), "TW", day=date(2026, 2, 9)), needs("NS2"))
    question = (
        "Has somebody held this line against part 740 as it stood on the day? The shelf does not "
        "reach back to it."
    )
    expected = Restriction(
        "15 CFR part 740",
        UNKNOWN,
        "nobody verified part 740 for the day",
        surviving_symbols=frozenset(),
        condition=Condition("gate.law_of_the_day", question, "15 CFR part 740", UNKNOWN),
    )
    assert [expected] == [
        found
        for found in gate(one, edition(date(2026, 2, 9)))
        if found.citation == "15 CFR part 740"
    ]
    held = {"gate.law_of_the_day": YES}
    sure = case(transaction(item("3A001.a.7"), "TW", held, day=date(2026, 2, 9)), needs("NS2"))
    found = {one.citation for one in gate(sure, edition(date(2026, 2, 9)))}
    assert "15 CFR part 740" not in found


SUSPENDED = "Are your license exception privileges in force, neither suspended nor revoked?"


def test_what_the_gate_asks_of_everybody_is_confirmed() -> None:
    condition = Condition("gate.not_suspended", SUSPENDED, CONFIRMED_BY_ALL, UNKNOWN)
    why = f"{CONFIRMED_BY_ALL}: the right to use license exceptions is suspended or revoked"
    expected = Check(UNKNOWN, why, condition, confirms=True)
    assert (expected,) == passes("15 CFR 740.4", simple("3A001.a.7", "TW"), edition())
    assert [
        Restriction(
            CONFIRMED_BY_ALL,
            UNKNOWN,
            "the right to use license exceptions is suspended or revoked",
            surviving_symbols=frozenset(),
            condition=condition,
            confirms=True,
        )
    ] == list(gate(simple("3A001.a.7", "TW"), edition()))


def test_a_check_of_the_gate_tells_the_paragraph_and_the_reason() -> None:
    one = case(transaction(item("3A001.a.7"), "TW"), needs("NS2"), unverified=YES)
    found = passes("15 CFR 740.4", one, edition())
    why = "15 CFR 740.2(a)(17): a party to the transaction is on the Unverified List"
    assert Check(NO, why) in found
    assert Check(NO, why) in passes("15 CFR 740.11(b)(2)(ii)", one, edition())


def test_what_survives_a_restriction_is_not_checked_against_it() -> None:
    one = simple("9A610.x", "CN", controlled_for="NS RS")
    citations = {
        paragraph: {check.reason.split(":")[0] for check in passes(paragraph, one, edition())}
        for paragraph in ("15 CFR 740.3", "15 CFR 740.11(b)(2)(ii)")
    }
    assert "15 CFR 740.2(a)(12)" in citations["15 CFR 740.3"]
    assert "15 CFR 740.2(a)(12)" not in citations["15 CFR 740.11(b)(2)(ii)"]
