"""What section 889 and the FCC's rules say, as the shelf has it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from navicert.errors import LawNotCovered
from navicert.law.edition import standard_law
from navicert.terms.list_code import ListCode

LAW = standard_law().tables.procurement


def test_the_parts_begin_on_the_days_of_the_act() -> None:
    begins = {part.id: part.since for part in LAW.parts}
    assert {
        "889(a)(1)(A)": date(2019, 8, 13),
        "889(a)(1)(B)": date(2020, 8, 13),
        "889(b)(1)": date(2020, 8, 13),
        "47 CFR 54.9": date(2020, 6, 30),
        "47 CFR 54.10": date(2021, 3, 15),
    } == begins


def test_a_company_of_the_covered_list_is_reached_sixty_days_later() -> None:
    part = LAW.part("47 CFR 54.10")
    assert date(2021, 5, 11) == part.named["ZTE Corporation"]  # 12 March 2021 and 60 days
    assert not part.reaches("ZTE Corporation", date(2021, 5, 10))
    assert part.reaches("ZTE Corporation", date(2021, 5, 11))
    assert not part.reaches("Cisco", date(2026, 1, 1))


def test_two_companies_are_designated_whole() -> None:
    part = LAW.part("47 CFR 54.9")
    assert {"Huawei Technologies Company", "ZTE Corporation"} == set(part.named)
    assert part.whole_company


def test_every_listed_company_has_a_scope_and_every_scope_a_listed_company() -> None:
    lists = {one.code: one for one in standard_law().tables.published_lists}
    for code in (ListCode.S889, ListCode.FCC):
        listed = {party.name for party in lists[code].parties}
        meant = {name for scope in LAW.scopes if scope.list is code for name in scope.parties}
        assert listed == meant


def test_three_companies_count_for_four_purposes() -> None:
    for name in ("Hytera Communications Corporation", "Dahua Technology Company"):
        goods, services = LAW.scopes_of(ListCode.S889, name)
        assert 4 == len(goods.purposes)
        assert {"telecommunications", "video_surveillance"} == goods.categories
        assert frozenset() == services.purposes
    (zte,) = LAW.scopes_of(ListCode.S889, "ZTE Corporation")
    assert frozenset() == zte.purposes


def test_shares_are_those_of_2_903() -> None:
    assert (Decimal(50), Decimal(10)) == (
        LAW.ownership.subsidiary_above,
        LAW.ownership.affiliate_above,
    )


def test_the_day_before_the_act_is_not_covered() -> None:
    LAW.check(date(2018, 8, 13))
    with pytest.raises(LawNotCovered, match="nobody verified it for 2018-08-12"):
        LAW.check(date(2018, 8, 12))
