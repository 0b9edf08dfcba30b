"""Dates of birth: the parts that both have, and the slips of a pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Party
from navicert.parties.screening.evidence import births
from navicert.terms import partial_date
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate
from navicert.terms.truth import Truth


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1965-03-12", "12 Mar 1965", "same_day"),
        ("1965-03-12", "1965-03", "same_month"),
        ("1965-03-12", "1965", "same_year"),
        ("1965-03-12", "1965-12-03", "swapped"),
        ("1965-03-12", "1965-03-13", "one_figure"),
        ("1965-03-12", "1975-03-12", "one_figure"),
        ("1956-03-12", "1965-03-12", "turned_figures"),
        ("1965-03-12", "1965-07-28", "same_year_other_day"),
        ("1966", "1965 to 1967", "within"),
        ("1965-05-01", "Mar 1965 to Jun 1965", "within"),
        ("1965-04 to 1965-05", "Mar 1965 to Jun 1965", "within"),
        ("1965-07-01", "Mar 1965 to Jun 1965", "same_year_other_day"),
        ("1965", "Mar 1965 to Jun 1965", "same_year"),
        ("1966-03-01", "Mar 1965 to Jun 1965", "next_year"),
        ("1968-01-01", "1965 to 1967", "next_year"),
        ("1963", "circa 1965", "about"),
        ("1965", "circa 1965", "about"),
        ("1962", "circa 1965", "other"),
        ("1965", "1966", "next_year"),
        ("1965", "1967", "two_years"),
        ("1965", "1968", "other"),
        ("1965", "1975", "other"),
        ("1965-03", "1965-04", "same_year_other_day"),
    ],
)
def test_each_case_has_its_name(one: str, other: str, expected: str) -> None:
    left, right = partial_date.parse(one), partial_date.parse(other)
    assert expected == births.case_of(left, right)
    assert expected == births.case_of(right, left)


def listing(*days: str) -> Listing:
    born = tuple(map(partial_date.parse, days))
    return Listing(ListCode.SDN, "1", (ListedName("Alpha"),), births=born)


def test_the_best_of_several_births_is_told() -> None:
    party = Party("Alpha", (), birth_date=PartialDate(1965, 3, 12))
    (found,) = births.weigh(party, listing("1940", "1965-12-03", "1971-01-01"))
    assert "born 1965-03-12, the list says 1965-12-03: day and month swapped" == found.text
    assert Truth.YES is found.agrees


def test_more_than_two_years_contradict() -> None:
    party = Party("Alpha", (), birth_date=PartialDate(1965, 3, 12))
    (found,) = births.weigh(party, listing("1975"))
    assert "born 1965-03-12, the list says 1975: 10 years apart" == found.text
    assert Truth.NO is found.agrees


def test_without_a_date_on_either_side_nothing_is_said() -> None:
    assert () == births.weigh(Party("Alpha", ()), listing("1965"))
    assert () == births.weigh(Party("Alpha", (), birth_date=PartialDate(1965)), listing())


YEARS = st.integers(1000, 9999)
DATES = st.one_of(
    st.dates().filter(lambda d: d.year >= 1000).map(lambda d: PartialDate(d.year, d.month, d.day)),
    st.builds(PartialDate, YEARS, about=st.booleans()),
    st.builds(lambda y, n: PartialDate(y, last_year=y + n), YEARS, st.integers(1, 9)),
)


@given(DATES, DATES)
def test_two_dates_are_compared_the_same_both_ways(one: PartialDate, other: PartialDate) -> None:
    assert births.case_of(one, other) == births.case_of(other, one)
