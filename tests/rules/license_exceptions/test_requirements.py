from __future__ import annotations

import pytest
from msgspec.structs import replace

from navicert.rules.finding import Finding
from navicert.rules.license_exceptions.case import Condition, ExceptionCase
from navicert.rules.license_exceptions.checks import Check
from navicert.rules.license_exceptions.requirements import (
    other_reasons,
    part_of,
    shut,
    taken,
    takes_something,
)
from navicert.terms.truth import Truth
from tests.rules.license_exceptions.cases import (
    NO,
    UNKNOWN,
    YES,
    case,
    item,
    needs,
    slugs,
    still_open,
    transaction,
    tried,
)


@pytest.mark.parametrize(
    ("label", "reason", "citation", "expected"),
    [
        ("NS2", "NS", "15 CFR Supp. 1 to 738; 742.4(a)", "list"),
        ("AT1", "AT", "15 CFR 746.9(a)", "list"),
        ("0A504.i", "", "15 CFR Supp. 1 to 738", "list"),
        ("744.11", "", "15 CFR 744.11(a)", "744"),
        ("EL", "", "15 CFR 744.11(a); 84 FR 22961", "744"),
        ("746.2(a)", "", "15 CFR 746.2(a)", "746"),
        ("UN:746.1(b)", "UN", "15 CFR 746.1(b)", "746"),
        ("", "", "15 CFR part 744", "744"),
    ],
)
def test_the_part_of_a_requirement_is_read_from_label_reason_and_citation(
    label: str, reason: str, citation: str, expected: str
) -> None:
    made = replace(needs("NS2"), label=label, reason=reason, citation=citation)
    assert expected == part_of(made)


def test_a_requirement_of_part_744_lets_nothing_through() -> None:
    assert set() == still_open(case(transaction(item("3A001.a.7"), "TW"), needs("744.21")))


def test_a_requirement_of_part_744_lets_through_what_it_names() -> None:
    named = needs("744.21", frozenset({"GOV"}))
    assert {"GOV"} == still_open(case(transaction(item("3A001.a.7"), "TW"), named))


def test_an_embargo_lets_through_what_it_names_alone() -> None:
    embargo = needs("746.2(a)", frozenset({"TMP", "GFT", "GOV", "SCP", "AGR"}))
    one = case(transaction(item("EAR99"), "CU"), embargo)
    unnamed = case(transaction(item("EAR99"), "CU"), needs("746.2(a)"))
    assert set() == still_open(unnamed)
    assert {"TMP", "GFT", "GOV", "SCP", "AGR"} == still_open(one)
    assert frozenset({"746.2(a)"}) == tried(one)["SCP"].overcomes


def test_an_arms_embargo_of_the_united_nations_closes_lvs() -> None:
    un = needs("UN:746.1(b)", frozenset({"GOV"}))
    one = case(transaction(item("0A501.c"), "SO"), needs("NS1"), un)
    assert {"GOV"} == still_open(one)


def test_a_requirement_that_may_hold_is_asked_about() -> None:
    doubtful = needs("744.21", frozenset(), UNKNOWN)
    goods = item("3A001.a.7")
    one = case(transaction(goods, "TW"), needs("NS2"), doubtful)
    assert "conditional" == tried(one)["GBS"].availability
    assert "GBS.without.744.21" in slugs(tried(one)["GBS"])
    for answer, expected in ((YES, "available"), (NO, "unavailable")):
        deal = transaction(goods, "TW", {"GBS.without.744.21": answer})
        assert expected == tried(case(deal, needs("NS2"), doubtful))["GBS"].availability


OPEN = replace(needs("744.21", frozenset(), UNKNOWN), citation="15 CFR 744.21(a)")


def of(*requirements: Finding, answers: dict[str, Truth] | None = None) -> ExceptionCase:
    return case(transaction(item("3A001.a.7"), "TW", answers), *requirements)


@pytest.mark.parametrize("said", [YES, NO, UNKNOWN])
def test_what_may_hold_is_asked_by_its_name(said: Truth) -> None:
    one = of(needs("NS2"), OPEN, answers={"GBS.without.744.21": said})
    question = "Is it sure that 744.21 does not apply to this line?"
    condition = Condition("GBS.without.744.21", question, "15 CFR 744.21(a)", said)
    reason = "744.21 does not let GBS through"
    assert (Check(said, reason, condition),) == shut(one, "GBS")


def test_what_holds_closes_and_says_which_it_is() -> None:
    sure = replace(OPEN, holds=YES)
    assert (Check(NO, "744.21 does not let GBS through"),) == shut(of(sure), "GBS")
    nameless = replace(sure, label="")
    assert (Check(NO, "15 CFR 744.21(a) does not let GBS through"),) == shut(of(nameless), "GBS")
    named = replace(sure, allows_exceptions=frozenset({"GBS"}))
    assert () == shut(of(named, needs("NS2")), "GBS")


def test_other_reasons_of_the_list_close_an_exception_for_one() -> None:
    reasons = frozenset({"NS", "AT"})
    found = other_reasons(of(needs("NS2"), needs("RS1"), OPEN), "GBS", reasons)
    assert (Check(NO, "GBS takes AT, NS alone, and RS1 stands"),) == found
    assert () == other_reasons(of(needs("RS1")), "GBS", frozenset())


def test_an_exception_must_take_something() -> None:
    nothing = Check(NO, "GBS overcomes none of the requirements")
    ns = frozenset({"NS"})
    assert Check(YES) == takes_something(of(), "GBS", ns)
    assert Check(YES) == takes_something(of(needs("NS2"), needs("RS1")), "GBS", ns)
    assert nothing == takes_something(of(needs("RS1")), "GBS", ns)
    assert nothing == takes_something(of(OPEN), "GBS", ns)
    assert frozenset({"NS2"}) == taken(of(needs("NS2"), needs("RS1"), OPEN), "GBS", ns)
    assert frozenset({"NS2", "RS1"}) == taken(of(needs("NS2"), needs("RS1")), "GBS", frozenset())
