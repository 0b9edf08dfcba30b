from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_policy import advised
from navicert.rules.matter import Matter
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth

DAY = date(2026, 7, 30)


def matter(to: str, code: str = "3A001.a.7", day: date = DAY, category: str = "") -> Matter:
    item = Item("item", eccn=eccn.parse(code), category=category)
    deal = Transaction("", day, Activity.EXPORT, "US", Destination(to), (Line(1, item),))
    return Matter(deal, item, None, standard_law().open_at(day))


def requirement(label: str, reason: str = "") -> Finding:
    return Finding(FindingKind.REQUIREMENT, Truth.YES, "", "", label=label, reason=reason)


@pytest.mark.parametrize(
    ("label", "reason", "to", "code", "says"),
    [
        ("NS2", "NS", "CN", "3A001.a.7", "742.4(b)(7)(i)"),
        ("NS2", "NS", "VN", "3A001.a.7", "742.4(b)(1)(i)"),
        ("NS1", "NS", "IN", "3A001.a.7", "unless there is a significant risk of diversion"),
        ("NS1", "NS", "CN", "9A610.x", "742.4(b)(1)(ii)"),
        ("NS2", "NS", "MN", "3A001.a.7", "742.4(b)(5)"),
        ("NS2", "NS", "LA", "3A001.a.7", "742.4(b)(6)"),
        ("RS1", "RS", "IN", "9A610.x", "742.6(b)(7)"),
        ("RS1", "RS", "CN", "9A610.x", "742.6(b)(1)(i)(D)"),
        ("RS1", "RS", "BR", "6A002.a", "742.6(b)(1)(i))"),
        ("RS2", "RS", "BR", "6A003", "742.6(b)(2)(i)"),
        ("RS:742.6(a)(6)(iii)(A)", "RS", "CA", "3A090.a", "742.6(b)(10)"),
        ("RS:742.6(a)(13)", "RS", "CA", "4E091", "742.6(b)(14)"),
        ("MT1", "MT", "BR", "7A103", "742.5(b)(1)"),
        ("NP1", "NP", "BR", "2B201", "742.3(b)(1)"),
        ("CB2", "CB", "BR", "2B350", "742.2(b)(1)"),
        ("CC1", "CC", "BR", "3A980", "742.7(b)(1)"),
        ("CC", "CC", "BR", "0A983", "742.11(b)"),
        ("EI", "EI", "BR", "5A002", "742.15(a)(2)"),
        ("AT1", "AT", "KP", "3A991", "742.19(b)"),
        ("AT1", "AT", "IR", "3A991", "742.8(c)(1)"),
        ("746.2(a)", "EMBARGO", "CU", "EAR99", "general policy of denial"),
        ("746.8(a)(1)", "EMBARGO", "RU", "3A991", "746.8(b)"),
        ("746.9(a)", "EMBARGO", "SY", "3A991", "presumption of approval"),
        ("744.21", "", "RU", "EAR99", "policy of denial, but for food"),
        ("744.21", "", "CN", "3A991", "presumption of denial"),
        ("744.22", "", "CN", "EAR99", "744.22(e)"),
        ("744.11", "ENTITY_LIST", "CN", "EAR99", "as the entry"),
    ],
)
def test_each_requirement_gets_its_own_policy(
    label: str, reason: str, to: str, code: str, says: str
) -> None:
    assert says in advised(requirement(label, reason), matter(to, code)).policy


@pytest.mark.parametrize(("category", "says"), [("luxury good", "luxury"), ("", "case by case;")])
def test_luxury_goods_to_north_korea_have_their_own(category: str, says: str) -> None:
    asked = matter("KP", "EAR99", category=category)
    assert says in advised(requirement("746.4(a)", "EMBARGO"), asked).policy


def test_military_uses_in_iraq_have_their_own() -> None:
    civil = matter("IQ", "EAR99")
    deal = replace(civil.transaction, end_use=EndUse(EndUseKind.MILITARY))
    military = structs.replace(civil, transaction=deal)
    asked = requirement("746.3(a)(4)", "EMBARGO")
    assert "746.3(b)(4)" in advised(asked, military).policy
    assert "(15 CFR 746.3(b))" in advised(asked, civil).policy


def test_a_policy_that_a_finding_already_says_stays() -> None:
    asked = structs.replace(requirement("744.11"), policy="presumption of denial")
    assert "presumption of denial" == advised(asked, matter("CN")).policy


def test_a_reason_without_a_row_gets_none() -> None:
    assert "" == advised(requirement("SS", "SS"), matter("CN")).policy


def test_what_is_no_requirement_gets_none() -> None:
    note = structs.replace(requirement("NS2", "NS"), kind=FindingKind.NOTE)
    assert note == advised(note, matter("CN"))


def test_days_before_the_text_get_none() -> None:
    asked = requirement("746.2(a)", "EMBARGO")
    assert "" == advised(asked, matter("CU", "EAR99", date(2026, 2, 9))).policy
    assert "" != advised(asked, matter("CU", "EAR99", date(2026, 2, 10))).policy


def test_a_place_whose_groups_nobody_knows_gets_none() -> None:
    assert "" == advised(requirement("NS2", "NS"), matter("AQ")).policy
