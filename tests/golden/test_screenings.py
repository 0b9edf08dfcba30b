"""Screenings that officers complain about in other tools."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navicert.facts.denial_order import OrderState
from navicert.facts.party import Address, Party
from navicert.facts.standing import Match, Strength
from navicert.parties.lists.read import read
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms import partial_date
from navicert.terms.truth import Truth

LIST = """
title = "Ten"
[[listing]]
list = "EL"
names = ["Wael General Trading LLC"]
[[listing]]
list = "SDN"
names = ["LI, Wei"]
type = "person"
[[listing]]
list = "SDN"
names = ["MEADOWBROOK, Jonathan Carver"]
type = "person"
countries = ["SY"]
[[listing]]
list = "EL"
names = ["Kavian Petrochemical Services Company"]
countries = ["IR"]
[[listing]]
list = "EL"
names = ["Zarqa Atlas Mining and Development Corporation"]
[[listing]]
list = "SDN"
names = ["MV HELLENIC SPIRIT", { text = "BLUE HORIZON VII", kind = "former" }]
type = "vessel"
[[listing]]
list = "EL"
names = ["Plant 9 Ltd"]
"""
WATCH = Watch.of([read("ten.toml", LIST.encode())])
DAY = date(2026, 9, 1)


def party(name: str, country: str | None = None) -> Party:
    return Party(name, (), Address(country=country))


def met(asked: Party | str) -> tuple[Match, ...]:
    one = party(asked) if isinstance(asked, str) else asked
    return standing_of(one, WATCH, DAY).matches


@pytest.mark.parametrize(
    "name",
    [
        "General Trading LLC",
        "General Trading Company Limited",
        "Development Corporation",
        "International Mining and Trading Group",
    ],
)
def test_words_of_a_trade_alone_meet_nobody(name: str) -> None:
    assert () == met(name)


@pytest.mark.parametrize("name", ["Li", "Wu", "Ng", "Al"])
def test_a_name_of_two_letters_meets_nobody(name: str) -> None:
    assert () == met(name)


def test_a_company_that_is_named_like_a_person_is_near_at_most() -> None:
    assert all(one.strength is Strength.NEAR for one in met("Jonathan Meadowbrook Ltd"))


@pytest.mark.parametrize(
    "name",
    ["Jonathan Carver Meadowbrook", "MEADOWBROOK Jonathan Carver", "Carver, Jonathan Meadowbrook"],
)
def test_the_order_of_words_does_not_matter(name: str) -> None:
    assert [Strength.SAME] == [one.strength for one in met(name)]


@pytest.mark.parametrize(
    "name",
    [
        "KAVIAN PETROCHEM SRVCES CO",
        "Kavian Petrochemicals Svc. Co.",
        "KVN PTRCHMCL SRVCS CMPNY",
    ],
)
def test_abbreviations_are_the_words_that_they_stand_for(name: str) -> None:
    (found,) = met(name)
    assert "Kavian Petrochemical Services Company" == found.listed_name


def test_a_name_inside_another_does_not_meet_it_by_a_common_word() -> None:
    assert () == met("Atlas")


def test_another_country_and_birth_date_speak_against_and_hide_nothing() -> None:
    plain = party("Jonathan Carver Meadowbrook")
    (alone,) = met(plain)
    (found,) = met(replace(plain, address=Address(country="NZ")))
    assert alone.score == found.score
    assert [Truth.NO] == [one.agrees for one in found.evidence if one.what == "country"]
    assert met(replace(plain, birth_date=partial_date.parse("1990-01-01")))


def test_a_vessel_is_met_by_its_former_name_and_the_match_says_so() -> None:
    (found,) = met("Blue Horizon VII")
    assert "(former name)" in found.how


def test_numbers_must_agree() -> None:
    assert () == met("Plant 7 Ltd")
    assert met("Plant 9 Limited")


@pytest.mark.parametrize("name", ["Kavian Petrochemical Servies Company", "Plant 9 Ltd"])
def test_every_match_says_which_words_met_and_how(name: str) -> None:
    (found,) = met(name)
    assert found.words
    assert "[navicert-1]" in found.how
    assert all(one.way for one in found.words if one.asked and one.listed)


ZTE = Path(__file__).parents[2] / "examples" / "zte"


@pytest.mark.parametrize(
    ("day", "name", "listed", "denied"),
    [
        (date(2016, 3, 7), "ZTE Corporation", 0, 0),
        (date(2016, 3, 9), "ZTE Corp.", 1, 0),
        (date(2016, 3, 9), "Zhongxing Telecommunications Equipment ZTE Parsian", 1, 0),
        (date(2018, 5, 14), "ZTE CORPORATION", 0, 1),
        (date(2018, 5, 14), "ZTE Kangxun Telecommunications Ltd", 0, 1),
        (date(2018, 8, 2), "ZTE Parsian", 1, 0),
    ],
)
def test_zte_and_its_affiliates_on_four_days(
    day: date, name: str, listed: int, denied: int
) -> None:
    files = ("listings.toml", "orders.toml")
    watch = Watch.of([read(file, (ZTE / file).read_bytes()) for file in files])
    standing = standing_of(party(name), watch, day)
    active = [one for one in standing.orders if one.order.state_on(day) is OrderState.ACTIVE]
    assert (listed > 0, denied > 0) == (bool(standing.matches), bool(active))
