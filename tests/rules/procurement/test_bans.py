"""The five prohibitions of restricted procurement, asked one by one."""

from __future__ import annotations

from datetime import date

import pytest

from navicert.errors import LawNotCovered
from navicert.facts.equipment import Category, Equipment, Funding, Maker, Purchase, Relation, Tie
from navicert.law.edition import standard_law
from navicert.rules.procurement.bans import (
    agency_procurement,
    bans,
    contractor_use,
    covered_list_subsidies,
    grants_and_loans,
    universal_service,
)
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth

EDITION = standard_law().open_at(date(2026, 11, 22))


def tie(code: ListCode, holds: Truth = Truth.YES) -> Tie:
    question = "Is it ZTE?" if holds is Truth.UNKNOWN else ""
    return Tie(code, "ZTE Corporation", Relation.ITSELF, holds, "met", question)


def purchase(funding: Funding, holds: Truth = Truth.YES) -> Purchase:
    thing = Equipment(
        "router",
        "ZTE",
        category=Category.TELECOMMUNICATIONS,
        funding=funding,
        acquired=date(2022, 1, 1),
        contractor=Truth.YES,
    )
    return Purchase(
        thing, Maker(known=True, ties=(tie(ListCode.S889, holds), tie(ListCode.FCC, holds)))
    )


@pytest.mark.parametrize(
    ("funding", "expected"),
    [
        (Funding.FEDERAL_PROCUREMENT, "yes no yes no no"),
        (Funding.GRANT, "no no yes yes no"),
        (Funding.UNIVERSAL_SERVICE, "no yes yes no yes"),
        (Funding.PRIVATE, "no no yes no no"),
    ],
)
def test_each_part_binds_its_own_money_and_one_the_user(funding: Funding, expected: str) -> None:
    one = purchase(funding)
    found = (
        *agency_procurement(one, EDITION),
        *universal_service(one, EDITION),
        *contractor_use(one, EDITION),
        *grants_and_loans(one, EDITION),
        *covered_list_subsidies(one, EDITION),
    )
    assert expected.split() == [finding.holds.value for finding in found]
    assert found == bans(one, EDITION)


def test_a_doubtful_maker_makes_a_doubtful_answer_that_asks() -> None:
    (found,) = grants_and_loans(purchase(Funding.GRANT, Truth.UNKNOWN), EDITION)
    assert Truth.UNKNOWN is found.holds
    assert ["Is it ZTE?"] == [fact.question for fact in found.missing]


def test_a_maker_with_no_tie_is_not_spoken_of() -> None:
    thing = purchase(Funding.GRANT).equipment
    assert () == bans(Purchase(thing, Maker(known=True)), EDITION)


def test_a_finding_cites_the_part_and_what_it_means_and_says_since_when() -> None:
    (found,) = grants_and_loans(purchase(Funding.GRANT), EDITION)
    for cited in ("section 889(b)(1)", "2 CFR 200.216", "section 889(f)(3)(A)"):
        assert cited in found.citation
    assert "for ZTE Corporation since 2020-08-13" in found.plain
    assert "backhaul" in found.overcome_by


def test_before_the_act_nobody_answers() -> None:
    edition = standard_law().open_at(date(2018, 8, 12))
    with pytest.raises(LawNotCovered, match="2018-08-13"):
        bans(purchase(Funding.GRANT), edition)


def test_a_purchase_before_the_part_says_that_it_may_not_be_bought_again() -> None:
    thing = purchase(Funding.GRANT).equipment
    old = Equipment(
        "router",
        "ZTE",
        category=thing.category,
        funding=Funding.GRANT,
        acquired=date(2020, 8, 12),
    )
    (found,) = grants_and_loans(
        Purchase(old, Maker(known=True, ties=(tie(ListCode.S889),))), EDITION
    )
    assert Truth.NO is found.holds
    assert "may not be bought again, nor extended" in found.plain
