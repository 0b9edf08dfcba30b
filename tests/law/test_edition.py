from __future__ import annotations

from datetime import date

import pytest

from navicert.errors import LawNotCovered
from navicert.law.edition import Edition, standard_law

NOW = date(2026, 7, 30)


def on(year: int, month: int, day: int) -> Edition:
    return standard_law().open_at(date(year, month, day))


@pytest.mark.parametrize(
    ("code", "country"),
    [("HK", "CN"), ("KY", "GB"), ("LI", "CH"), ("PR", "US"), ("MO", "MO"), ("DE", "DE")],
)
def test_a_territory_follows_its_country(code: str, country: str) -> None:
    assert country == standard_law().open_at(NOW).country_of(code)


def test_hong_kong_follows_china_from_2020_12_23_on() -> None:
    assert ["HK", "CN"] == [on(2020, 12, 22).country_of("HK"), on(2020, 12, 23).country_of("HK")]


@pytest.mark.parametrize(
    ("code", "country", "inside"),
    [
        ("macau_d5", "MO", True),
        ("macau_d5", "CN", True),
        ("macau_d5", "HK", True),
        ("macau_d5", "KH", False),
        ("macau_d5", "TW", False),
        ("world", "CA", True),
        ("world_except_ca", "CA", False),
        ("world_except_au_ca_gb", "KY", False),
        ("uae_d1_d4_d5_not_a5_a6", "AE", True),
        ("uae_d1_d4_d5_not_a5_a6", "VN", True),
        ("uae_d1_d4_d5_not_a5_a6", "IL", False),
        ("uae_d1_d4_d5_not_a5_a6", "DE", False),
        ("none", "CN", False),
    ],
)
def test_a_scope_holds_the_destinations_that_the_section_names(
    code: str, country: str, inside: bool
) -> None:
    assert inside is standard_law().open_at(NOW).in_scope(code, country)


def test_a_scope_is_not_guessed_before_it_was_verified() -> None:
    with pytest.raises(LawNotCovered):
        on(2024, 9, 5).in_scope("world", "CA")


@pytest.mark.parametrize(
    ("group", "country", "inside"),
    [
        ("E:1", "IR", True),
        ("E:1", "CU", False),
        ("E:2", "CU", True),
        ("E", "CU", True),
        ("E", "SY", True),
        ("E", "DE", False),
        ("D", "CN", True),
        ("D", "DE", False),
        ("D:5", "MO", False),
        ("B", "TH", True),
        ("A:5", "HK", False),
    ],
)
def test_a_country_is_in_a_group_or_in_a_whole_letter(
    group: str, country: str, inside: bool
) -> None:
    assert inside is standard_law().open_at(NOW).in_group(country, frozenset({group}))


def test_sudan_left_group_e_on_2021_01_14() -> None:
    inside = [day.in_group("SD", frozenset({"E:1"})) for day in (on(2021, 1, 13), on(2021, 1, 14))]
    assert [True, False] == inside


def test_what_is_not_verified_counts_as_in_a_group_that_a_permission_leaves_barred() -> None:
    assert on(2018, 7, 10).in_group("DE", frozenset({"D:5"}))
    assert not on(2018, 7, 10).in_group("DE", frozenset({"E:1", "E:2"}))


def test_part_746_is_not_guessed_before_it_was_verified() -> None:
    with pytest.raises(LawNotCovered, match="part 746: not verified for 2015-12-31"):
        on(2015, 12, 31).embargoes_on("CU")
    assert ["746.2(a)"] == [one.label for one in on(2016, 1, 1).embargoes_on("CU")]


def test_a_footnote_is_not_guessed_before_it_was_verified() -> None:
    with pytest.raises(LawNotCovered, match="footnote 10"):
        on(2025, 9, 29).footnotes("AU", "0A501")
    assert ["chart footnote 10"] == [one.label for one in on(2025, 9, 30).footnotes("AU", "0A501")]
    assert () == on(2025, 9, 29).footnotes("DE", "0A501")


@pytest.mark.parametrize("code", ["CU", "IR", "KP", "SY"])
def test_the_rows_of_embargoed_countries_carry_no_mark(code: str) -> None:
    assert frozenset() == standard_law().open_at(NOW).chart_row(code).columns


def test_no_country_has_a_mark_under_an_anti_terrorism_column() -> None:
    law = standard_law()
    rows = (law.tables.country_chart.row(code, NOW) for code in law.tables.country_chart.rows)
    assert set() == {column for row in rows for column in row.value.columns} & {"AT1", "AT2"}


def test_anti_terrorism_columns_are_those_of_part_742() -> None:
    law = standard_law().open_at(NOW)
    named = {code for code in law.tables.country_chart.rows if law.anti_terrorism_columns(code)}
    assert {"IR", "KP", "SY"} == named


def test_an_edition_carries_the_digest_and_the_day_it_was_opened_at() -> None:
    one = standard_law().open_at(NOW)
    assert (NOW, standard_law().digest) == (one.day, one.digest)
    assert 64 == len(one.digest)
