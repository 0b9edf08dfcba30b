"""The door: who is asked, which lists answer, and on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address, Party
from navicert.facts.standing import Capacity, Strength
from navicert.parties.lists.read import read
from navicert.parties.standing import screened, standing_of
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate
from tests.parties.lists.written import DENIED_PERSON, dpl

DAY = date(2018, 6, 1)
OWN = """
covers = ["DPL", "EL", "UVL", "MEU", "SDN"]

[[listing]]
list = "EL"
entry = "one"
names = ["Kangxun Works Ltd.", "KX Works", {text = "Old Hill", kind = "weak"}]
countries = ["CN"]
since = 2016-03-08
until = 2019-03-28

[[denial_order]]
reference = "order"
persons = [["Atlas Shipping LLC", "Atlas Lines"]]
related_persons = [["Harbor Brothers"]]
[[denial_order.event]]
day = 2017-03-23
kind = "suspended"
citation = "82 FR 1"
[[denial_order.event]]
day = 2018-04-15
kind = "activated"
citation = "83 FR 2"
end = 2025-03-13
[[denial_order.event]]
day = 2018-07-13
kind = "terminated"
citation = "83 FR 3"
"""
WATCH = Watch.of([read("own.toml", OWN.encode(), date(2018, 5, 1))])


def party(name: str, **more: tuple[str, ...]) -> Party:
    return replace(Party(name, ()), **more)  # type: ignore[arg-type]


def test_with_no_list_nobody_is_screened() -> None:
    standing = standing_of(party("Kangxun Works"), Watch.of([]), DAY)
    assert not standing.screened
    assert standing.matches == ()


def test_a_watch_says_what_it_asked() -> None:
    (asked,) = WATCH.asked
    assert (asked.code, asked.entries, asked.as_of) == ("OWN", 2, date(2018, 5, 1))
    assert len(asked.digest) == 64


def test_a_stranger_is_screened_and_met_by_nobody() -> None:
    standing = standing_of(party("Sunflower Bakery"), WATCH, DAY)
    assert standing.screened
    assert (standing.matches, standing.orders) == ((), ())


def test_a_name_that_cannot_be_compared_is_not_screened() -> None:
    assert not standing_of(party("\u200b…"), WATCH, DAY).screened


def test_a_match_names_both_names_and_why() -> None:
    (match,) = standing_of(party("KANGXUN WORKS"), WATCH, DAY).matches
    assert match.strength is Strength.SAME
    assert (match.name, match.listed_name) == ("KANGXUN WORKS", "Kangxun Works Ltd.")
    assert match.how == (
        "'KANGXUN WORKS' met 'Kangxun Works Ltd.': the same words, the legal form aside "
        "[navicert-1]"
    )


@pytest.mark.parametrize(
    ("day", "met"),
    [
        (date(2016, 3, 7), 0),
        (date(2016, 3, 8), 1),
        (date(2019, 3, 28), 1),
        (date(2019, 3, 29), 0),
    ],
)
def test_a_listing_holds_on_its_days_only(day: date, met: int) -> None:
    assert met == len(standing_of(party("KX Works"), WATCH, day).matches)


@pytest.mark.parametrize(
    ("day", "met"),
    [
        (date(2017, 3, 22), 0),
        (date(2017, 3, 23), 1),
        (date(2018, 4, 15), 1),
        (date(2018, 7, 13), 0),
    ],
)
def test_an_order_binds_while_suspended_or_active_only(day: date, met: int) -> None:
    assert met == len(standing_of(party("Atlas Shipping"), WATCH, day).orders)


def test_an_alias_meets_as_the_name_does() -> None:
    (match,) = standing_of(party("Nobody", aliases=("Atlas Lines",)), WATCH, DAY).orders
    assert (match.name, match.capacity) == ("Atlas Lines", Capacity.ITSELF)


def test_a_related_person_is_bound_as_such() -> None:
    (match,) = standing_of(party("Brothers Harbor"), WATCH, DAY).orders
    assert match.capacity is Capacity.RELATED_PERSON
    assert "related person" in match.how


@pytest.mark.parametrize(
    ("key", "capacity"),
    [("on_behalf_of", Capacity.ON_BEHALF_OF), ("owned_by", Capacity.OWNED_BY)],
)
def test_whom_it_acts_for_and_who_owns_it_are_asked_too(key: str, capacity: Capacity) -> None:
    standing = standing_of(party("Nobody", **{key: ("Kangxun Works", "Atlas Lines")}), WATCH, DAY)
    assert [capacity] == [match.capacity for match in standing.matches]
    assert [capacity] == [match.capacity for match in standing.orders]


def test_a_weak_alias_is_near_at_most() -> None:
    (match,) = standing_of(party("Old Hill"), WATCH, DAY).matches
    assert match.strength is Strength.NEAR
    assert "(weak alias)" in match.how


def test_another_country_is_said_and_hides_nothing() -> None:
    abroad = replace(party("KX Works"), address=Address(country="NO"))
    (match,) = standing_of(abroad, WATCH, DAY).matches
    assert "country NO, the list says CN: that does not clear it" in match.how


def person(year: int) -> Watch:
    """Give a watch on which Alisher Kangxun, born in a year, stands alone."""
    listed = read("own.toml", OWN.encode(), date(2018, 5, 1))
    alone = replace(
        listed.listings[0],
        names=(ListedName("Alisher Kangxun"),),
        births=(PartialDate(year),),
        type=PartyType.PERSON,
        countries=(),
    )
    return Watch.of([replace(listed, listings=(alone,), orders=())])


def test_evidence_moves_the_score_both_ways_and_leaves_that_of_the_names() -> None:
    asked = replace(party("Alisher Kangxum"), birth_date=PartialDate(1967))
    (same,) = standing_of(asked, person(1967), DAY, 0.3).matches
    (other,) = standing_of(asked, person(1921), DAY, 0.3).matches
    assert same.score == other.score
    assert other.shown < same.score < same.shown


def test_no_contradiction_hides_a_match_or_loosens_what_a_rule_goes_by() -> None:
    asked = replace(party("Alisher Kangxun"), birth_date=PartialDate(1967), kind="vessel")
    (match,) = standing_of(asked, person(1921), DAY, 0.97).matches
    assert match.strength is Strength.SAME
    assert not match.is_sure
    assert 0.97 == match.shown


def test_the_same_name_is_sure_while_nothing_contradicts_it() -> None:
    (match,) = standing_of(party("Alisher Kangxun"), person(1921), DAY).matches
    assert match.is_sure
    assert match.shown == match.score


def test_one_listing_met_by_two_names_is_one_match() -> None:
    (match,) = standing_of(party("KX Works", aliases=("Kangxun Works Ltd.",)), WATCH, DAY).matches
    assert "also met" in match.how


def test_an_expired_denial_still_on_the_list_binds_nobody() -> None:
    watch = Watch.of([read("dpl.txt", dpl(DENIED_PERSON).encode())])
    asked = party("John Q. Sample")
    assert standing_of(asked, watch, date(2020, 2, 28)).orders
    assert not standing_of(asked, watch, date(2020, 2, 29)).orders
    assert not standing_of(asked, watch, date(2020, 2, 29)).matches


def test_what_two_files_say_alike_is_said_once() -> None:
    one = read("a.toml", OWN.encode())
    assert len(standing_of(party("Atlas Lines"), Watch.of([one, one]), DAY).orders) == 1


def test_the_answer_does_not_depend_on_the_order_of_loading() -> None:
    own, denied = read("own.toml", OWN.encode()), read("dpl.txt", dpl(DENIED_PERSON).encode())
    asked = party("John Sample Q", aliases=("Kangxun Works", "Atlas Lines"))
    first, second = (
        standing_of(asked, Watch.of(files), DAY) for files in ([own, denied], [denied, own])
    )
    assert first == second


@pytest.fixture(scope="module")
def real(corpus: Path) -> Watch:
    return Watch.of([read("csl", (corpus / "lists" / "csl-2022-04.csv.gz").read_bytes())])


@pytest.mark.parametrize(
    ("name", "lists"),
    [
        ("ZTE Parsian", {"EL"}),
        ("ZTE Corporation", set()),
        ("Huawei Technologies Company Limited", {"EL", "CMIC"}),
        ("Wael Issa Trading Establishment", {"ISN"}),
        ("Siemens AG", set()),
        ("General Trading LLC", set()),
    ],
)
def test_the_real_list_of_2022_answers(real: Watch, name: str, lists: set[str]) -> None:
    standing = standing_of(party(name), real, date(2022, 5, 1))
    assert lists == {match.listing.list.value for match in standing.matches}


def test_every_listed_name_meets_its_own_listing(real: Watch) -> None:
    day = date(2022, 5, 1)
    sample = [s for s in real.subjects if isinstance(s.said, Listing) and s.said.holds_on(day)]
    lost = [
        subject.text
        for subject in sample[::97]
        if subject.said
        not in [match.listing for match in standing_of(party(subject.text), real, day).matches]
    ]
    assert [] == lost


AT = Address("188 Changzhou Road, Huangpu, Guangzhou", country="CN")
HERE = Listing(
    ListCode.EL,
    "two",
    (ListedName("Kangxun Works Ltd.", NameKind.PRIMARY),),
    addresses=(Address("No. 188 Changzhou Rd., Guangzhou", country="CN"),),
    until=date(2018, 6, 1),
)
AT_HOME = Watch.of([replace(read("own.toml", OWN.encode()), listings=(HERE,))])


def test_a_screening_finds_who_is_listed_at_the_address_under_another_name() -> None:
    stranger = Party("Sunflower Bakery", (), address=AT)
    (match,) = screened(stranger, AT_HOME, DAY, 0.3).matches
    assert (Capacity.AT_ADDRESS, Strength.NEAR, 0.6) == (
        *(match.capacity, match.strength),
        match.score,
    )
    assert "listed at 'No. 188 Changzhou Rd., Guangzhou'" in match.how
    assert () == screened(stranger, AT_HOME, date(2018, 6, 2), 0.3).matches
    assert () == screened(stranger, AT_HOME, DAY, 0.7).matches


def test_the_rules_see_no_neighbor_and_a_name_that_met_is_no_neighbor_too() -> None:
    assert () == standing_of(Party("Sunflower Bakery", (), address=AT), AT_HOME, DAY).matches
    (match,) = screened(Party("Kangxun Works", (), address=AT), AT_HOME, DAY, 0.3).matches
    assert Capacity.ITSELF is match.capacity
