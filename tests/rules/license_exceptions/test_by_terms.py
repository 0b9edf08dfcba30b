from __future__ import annotations

from datetime import date

import pytest

from navicert.rules.license_exceptions.ace import ace
from navicert.rules.license_exceptions.case import Availability
from navicert.rules.license_exceptions.enc import enc
from navicert.rules.license_exceptions.gbs import gbs
from navicert.rules.license_exceptions.register import EXCEPTIONS
from navicert.rules.license_exceptions.spp import spp
from navicert.rules.license_exceptions.sta import sta
from navicert.rules.license_exceptions.tsr import tsr
from navicert.terms.activity import Activity
from navicert.terms.exception_symbol import SECTIONS
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
    transaction,
    tried,
)

AVAILABLE = Availability.AVAILABLE
CONDITIONAL = Availability.CONDITIONAL
UNAVAILABLE = Availability.UNAVAILABLE


def test_every_symbol_is_tried_once() -> None:
    found = tried(case(transaction(item("3A001.a.7"), "TW"), needs("NS2")))
    assert set(SECTIONS) == set(found)
    assert len(SECTIONS) == len(EXCEPTIONS)


@pytest.mark.parametrize(
    ("to", "expected"), [("TW", AVAILABLE), ("SD", UNAVAILABLE), ("UA", UNAVAILABLE)]
)
def test_gbs_is_for_group_b_without_sudan_and_ukraine(to: str, expected: Availability) -> None:
    deal = transaction(item("3A001.a.7"), to, region="Kyiv" if to == "UA" else None)
    one = case(deal, needs("NS2"), controlled_for="NS")
    assert expected == gbs(one, edition()).availability


def test_gbs_takes_national_security_alone() -> None:
    goods = transaction(item("3A001.a.7"), "TW")
    assert UNAVAILABLE == gbs(case(goods, needs("NS2"), needs("MT1")), edition()).availability
    assert UNAVAILABLE == gbs(case(goods, needs("RS1")), edition()).availability
    doubtful = gbs(case(goods, needs("NS2"), needs("RS1", holds=UNKNOWN)), edition())
    assert CONDITIONAL == doubtful.availability
    assert "GBS.without.RS1" in slugs(doubtful)


def test_gbs_needs_the_line_of_the_entry() -> None:
    assert (
        UNAVAILABLE
        == gbs(case(transaction(item("3C001"), "TW"), needs("NS2")), edition()).availability
    )


def assured(to: str, answers: dict[str, object], *labels: str) -> Availability:
    goods = item("3E001", "technology", for_items=["3A001.a.7"])
    deal = transaction(goods, to, answers)  # type: ignore[arg-type]
    return tsr(case(deal, *map(needs, labels), controlled_for="NS"), edition()).availability


def test_tsr_waits_for_the_written_assurance() -> None:
    assert CONDITIONAL == assured("KR", {}, "NS1")
    assert AVAILABLE == assured("KR", {"TSR.written_assurance": YES}, "NS1")
    assert UNAVAILABLE == assured("KR", {"TSR.written_assurance": NO}, "NS1")


def test_tsr_is_for_group_b_and_national_security_alone() -> None:
    assert UNAVAILABLE == assured("CN", {"TSR.written_assurance": YES}, "NS1")
    assert UNAVAILABLE == assured("KR", {"TSR.written_assurance": YES}, "NS1", "RS1")


@pytest.mark.parametrize(
    ("to", "labels", "expected"),
    [
        ("DE", ("NS1",), AVAILABLE),
        ("IN", ("NP1",), AVAILABLE),
        ("DE", ("NS1", "CB2", "RS1", "SI:742.14"), AVAILABLE),
        ("DE", ("NS1", "FC1"), UNAVAILABLE),
        ("TW", ("NS2",), AVAILABLE),
        ("TW", ("NS2", "RS2"), UNAVAILABLE),
        ("TW", ("NP1",), UNAVAILABLE),
        ("MY", ("NS2",), UNAVAILABLE),
    ],
)
def test_sta_takes_more_reasons_to_group_a5_than_to_a6(
    to: str, labels: tuple[str, ...], expected: Availability
) -> None:
    one = case(transaction(item("3A001.a.7"), to), *map(needs, labels), controlled_for="NS")
    assert expected == sta(one, edition()).availability


def test_sta_goes_to_a6_only_without_the_entry_s_own_exclusion() -> None:
    to_israel = case(transaction(item("5A001.b.5"), "IL"), needs("NS1"), controlled_for="NS")
    to_germany = case(transaction(item("5A001.b.5"), "DE"), needs("NS1"), controlled_for="NS")
    assert UNAVAILABLE == sta(to_israel, edition()).availability
    assert AVAILABLE == sta(to_germany, edition()).availability


@pytest.mark.parametrize("reason", ["EI", "SS", "SL", "CW", "MT"])
def test_sta_leaves_these_reasons_for_control_out(reason: str) -> None:
    one = case(transaction(item("3A001.a.7"), "DE"), needs("NS1"), controlled_for=f"NS {reason}")
    assert UNAVAILABLE == sta(one, edition()).availability


@pytest.mark.parametrize(
    "eccn", ["0A981", "0A982", "1C351.a", "1C354", "6A002", "7E004.b", "0A506"]
)
def test_sta_leaves_these_entries_out(eccn: str) -> None:
    kind = "technology" if eccn[1] == "E" else "commodity"
    one = case(transaction(item(eccn, kind), "DE"), needs("NS1"), controlled_for="NS")
    assert UNAVAILABLE == sta(one, edition()).availability


def test_sta_takes_fan_technology_of_7e004_a_7_alone() -> None:
    one = case(transaction(item("7E004.a.7", "technology"), "DE"), needs("NS1"))
    assert AVAILABLE == sta(one, edition()).availability


def test_sta_for_amplifiers_asks_for_civil_telecommunications() -> None:
    one = case(transaction(item("3A001.b.2"), "DE"), needs("NS1"), needs("RS1"))
    found = sta(one, edition())
    assert CONDITIONAL == found.availability
    assert "STA.list_line" in slugs(found)


def test_sta_never_replaces_parts_744_and_746() -> None:
    goods = transaction(item("3A001.a.7"), "DE")
    listed = case(goods, needs("NS1"), needs("744.11"))
    assert UNAVAILABLE == sta(listed, edition()).availability


SERIES_600 = (
    "government_end_use",
    "previously_approved",
    "statement_600_series",
    "major_defense_value",
)


def test_sta_for_the_600_series_asks_for_its_own_conditions() -> None:
    one = case(
        transaction(item("9A610.x"), "DE"), needs("NS1"), needs("RS1"), controlled_for="NS RS"
    )
    found = sta(one, edition())
    assert CONDITIONAL == found.availability
    assert {f"STA.{slug}" for slug in SERIES_600} <= slugs(found)
    answers = {f"STA.{slug}": YES for slug in SERIES_600}
    answered = case(transaction(item("9A610.x"), "DE", answers), needs("NS1"), needs("RS1"))
    assert AVAILABLE == sta(answered, edition()).availability
    refused = transaction(item("9A610.x"), "DE", {"STA.previously_approved": NO})
    assert UNAVAILABLE == sta(case(refused, needs("NS1")), edition()).availability


def test_sta_does_not_take_the_600_series_to_group_a6() -> None:
    one = case(transaction(item("9A610.x"), "IL"), needs("NS1"), controlled_for="NS RS")
    assert UNAVAILABLE == sta(one, edition()).availability


def test_unmanned_aircraft_controlled_for_mt_may_go_under_sta_within_payload_and_range() -> None:
    one = case(
        transaction(item("9A012.a"), "DE"), needs("NS1"), needs("MT1"), controlled_for="NS MT"
    )
    found = sta(one, edition())
    assert CONDITIONAL == found.availability
    assert "STA.payload_and_range" in slugs(found)
    assert frozenset({"NS1", "MT1"}) == found.overcomes


@pytest.mark.parametrize(("to", "expected"), [("DE", CONDITIONAL), ("CN", CONDITIONAL)])
def test_enc_stays_conditional_until_its_paragraph_is_chosen(
    to: str, expected: Availability
) -> None:
    one = case(transaction(item("5A002.a"), to), needs("NS1"), needs("EI:742.15"))
    found = enc(one, edition())
    assert expected == found.availability
    assert frozenset({"NS1", "EI:742.15"}) == found.overcomes
    assert "ENC.self_classified" in slugs(found)


def test_enc_is_available_once_its_paragraph_and_conditions_are_answered() -> None:
    answers = {"ENC.us_subsidiary": YES, "ENC.no_unauthorized_intrusion": YES}
    one = case(transaction(item("5A002.a"), "DE", answers), needs("NS1"), needs("EI:742.15"))
    found = enc(one, edition())
    assert AVAILABLE == found.availability
    assert "15 CFR 740.17(a)(2)" == found.citation


@pytest.mark.parametrize("to", ["IR", "KP", "CU"])
def test_enc_never_goes_to_groups_e1_and_e2(to: str) -> None:
    one = case(transaction(item("5A002.a"), to), needs("NS1"))
    assert UNAVAILABLE == enc(one, edition()).availability


def test_enc_for_internal_development_asks_where_the_company_is_headquartered() -> None:
    answers = {"ENC.internal_development": YES, "ENC.no_unauthorized_intrusion": YES}
    answers["ENC.private_sector"] = YES
    goods = item("5E002", "technology")
    for country, expected in (("DE", AVAILABLE), ("BR", CONDITIONAL)):
        firm = (party(headquarters=country, ultimate_parent=country),)
        one = case(transaction(goods, "IN", answers, parties=firm), needs("EI:742.15"))
        assert expected == enc(one, edition()).availability


def test_spp_takes_ear99_to_syria_since_september_2025() -> None:
    embargo = needs("746.9(a)", frozenset({"SPP", "TMP", "CCD"}))
    found = spp(case(transaction(item("EAR99", None), "SY"), embargo), edition())
    assert AVAILABLE == found.availability
    assert frozenset({"746.9(a)"}) == found.overcomes


def test_spp_takes_no_listed_item_and_no_requirement_of_part_744() -> None:
    embargo = needs("746.9(a)", frozenset({"SPP"}))
    listed = case(transaction(item("4A994.b"), "SY"), embargo)
    blocked = case(transaction(item("EAR99", None), "SY"), embargo, needs("744.8"))
    assert UNAVAILABLE == spp(listed, edition()).availability
    assert UNAVAILABLE == spp(blocked, edition()).availability


@pytest.mark.parametrize(("day", "exists"), [(date(2025, 9, 1), False), (date(2025, 9, 2), True)])
def test_spp_did_not_exist_before_its_day(day: date, exists: bool) -> None:
    one = case(transaction(item("EAR99", None), "SY"), needs("746.9(a)", frozenset({"SPP"})))
    came = "SPP came into force on 2025-09-02"
    assert exists == (came not in spp(one, edition(day)).reasons)


@pytest.mark.parametrize(("to", "expected"), [("FR", CONDITIONAL), ("IR", UNAVAILABLE)])
def test_ace_depends_on_the_end_user_and_never_goes_to_e1(to: str, expected: Availability) -> None:
    one = case(transaction(item("4D004", "software"), to), needs("NS1"))
    assert expected == ace(one, edition()).availability


def test_ace_in_group_d_asks_whether_the_end_user_is_a_government() -> None:
    one = case(transaction(item("4D004", "software"), "SA"), needs("NS1"))
    assert "ACE.no_government" in slugs(ace(one, edition()))


def test_ace_in_china_is_for_favored_end_users_responses_and_releases() -> None:
    one = case(transaction(item("4D004", "software"), "CN"), needs("NS1"))
    found = slugs(ace(one, edition()))
    assert {"ACE.favorable_user", "ACE.disclosure_or_response"} <= found
    assert "ACE.deemed_non_government" not in found


CLOSED_BY_THEIR_TERMS = [
    ("TSU", item("3A001.a.7"), "TW", Activity.EXPORT),
    ("APR", item("3A001.a.7"), "TW", Activity.EXPORT),
    ("AGR", item("EAR99"), "TW", Activity.EXPORT),
    ("AGR", item("3A991"), "CU", Activity.EXPORT),
    ("CCD", item("5A992.c"), "TW", Activity.EXPORT),
    ("CCD", item("3A001.a.7"), "CU", Activity.EXPORT),
    ("SCP", item("3A001.a.7"), "CU", Activity.EXPORT),
    ("MED", item("3A991"), "RU", Activity.EXPORT),
    ("APP", item("4A003.b"), "CN", Activity.EXPORT),
    ("NAC", item("3A090.b"), "VN", Activity.EXPORT),
    ("NAC", item("3A090.c"), "CN", Activity.EXPORT),
    ("ACA", item("3A090.b"), "CN", Activity.EXPORT),
    ("IEC", item("3A001.a.7"), "DE", Activity.EXPORT),
    ("HBM", item("3A090.b"), "TW", Activity.EXPORT),
    ("AIA", item("3A090.a"), "CN", Activity.EXPORT),
    ("ACM", item("3A090.a"), "MO", Activity.EXPORT),
    ("LPP", item("3A090.a"), "SG", Activity.TRANSFER_IN_COUNTRY),
    ("RPL", item("3A001.a.7"), "TW", Activity.TRANSFER_IN_COUNTRY),
    ("AVS", item("9E003", "technology"), "TW", Activity.EXPORT),
    ("GFT", item("3A001.a.7"), "TW", Activity.EXPORT),
]


@pytest.mark.parametrize(("symbol", "goods", "to", "activity"), CLOSED_BY_THEIR_TERMS)
def test_an_exception_is_closed_by_its_own_terms(
    symbol: str, goods: object, to: str, activity: Activity
) -> None:
    deal = transaction(goods, to, activity=activity)  # type: ignore[arg-type]
    found = tried(case(deal, needs("NS2"), controlled_for="NS"))[symbol]
    assert UNAVAILABLE == found.availability
    assert found.reasons


OPEN_WITH_QUESTIONS = [
    ("TSU", item("3D001", "software"), "TW", Activity.EXPORT),
    ("APR", item("3A001.a.7"), "TW", Activity.REEXPORT),
    ("AGR", item("EAR99"), "CU", Activity.EXPORT),
    ("CCD", item("5A992.c"), "CU", Activity.EXPORT),
    ("SCP", item("EAR99"), "CU", Activity.EXPORT),
    ("MED", item("EAR99"), "RU", Activity.EXPORT),
    ("APP", item("4A003.b"), "TW", Activity.EXPORT),
    ("NAC", item("3A090.b"), "CN", Activity.EXPORT),
    ("ACA", item("3A090.b"), "VN", Activity.EXPORT),
    ("HBM", item("3A090.c"), "CN", Activity.EXPORT),
    ("AIA", item("3A090.a"), "DE", Activity.EXPORT),
    ("ACM", item("3A090.a"), "VN", Activity.EXPORT),
    ("LPP", item("3A090.a"), "SG", Activity.EXPORT),
    ("RPL", item("3A001.a.7"), "TW", Activity.EXPORT),
    ("TMP", item("3A001.a.7"), "TW", Activity.EXPORT),
    ("GOV", item("3A001.a.7"), "TW", Activity.EXPORT),
    ("BAG", item("3A001.a.7"), "TW", Activity.EXPORT),
    ("AVS", item("7A003.a"), "TW", Activity.EXPORT),
    ("GFT", item("EAR99"), "TW", Activity.EXPORT),
]


@pytest.mark.parametrize(("symbol", "goods", "to", "activity"), OPEN_WITH_QUESTIONS)
def test_an_exception_that_nothing_closes_comes_back_as_a_checklist(
    symbol: str, goods: object, to: str, activity: Activity
) -> None:
    deal = transaction(goods, to, activity=activity)  # type: ignore[arg-type]
    found = tried(case(deal))[symbol]
    assert CONDITIONAL == found.availability
    assert any(condition.answer is UNKNOWN for condition in found.conditions)


def test_iec_is_for_what_countries_control_in_parallel() -> None:
    one = case(transaction(item("3B001.c.1.a"), "DE"), needs("NS:742.4(a)(5)"))
    assert CONDITIONAL == tried(one)["IEC"].availability


def test_the_chosen_paragraph_brings_its_own_conditions() -> None:
    deal = transaction(item("3A001.a.7"), "TW", {"TMP.exhibition": YES})
    found = tried(case(deal, needs("NS2")))["TMP"]
    assert "15 CFR 740.9(a)(5)" == found.citation
    assert {"TMP.stays_owner", "TMP.site_limit"} <= slugs(found)
    assert "TMP.tools_of_trade" not in slugs(found)


def test_a_paragraph_that_the_order_denies_closes() -> None:
    deal = transaction(item("9E003", "technology"), "TW", {"APP.x": NO})
    answers = {f"TSU.{slug}": NO for slug in ("operation", "sales", "copies")}
    found = tried(case(transaction(deal.lines[0].item, "TW", answers)))["TSU"]
    assert UNAVAILABLE == found.availability


def test_an_exception_that_takes_none_of_the_requirements_is_closed() -> None:
    one = case(transaction(item("5A002.a"), "TW"), needs("RS1"))
    found = enc(one, edition())
    assert UNAVAILABLE == found.availability
