"""The lists on the law shelf: who stood on them on which day."""

from __future__ import annotations

from datetime import date

import pytest

from navicert.errors import ShelfDamaged
from navicert.law.edition import standard_law
from navicert.law.shelf import Shelf, standard_shelf
from navicert.law.tables import published_lists
from navicert.law.tables.published_lists import PublishedList
from navicert.terms.list_code import ListCode


def of(code: ListCode) -> PublishedList:
    (found,) = [one for one in standard_law().tables.published_lists if one.code is code]
    return found


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2021, 6, 2), 0),
        (date(2021, 6, 3), 47),  # as Sayari counts the list of that day
        (date(2022, 10, 5), 60),  # 13 more, as Reuters reports
        (date(2024, 1, 31), 73),
        (date(2025, 1, 7), 134),  # as the notice and the press count them
        (date(2026, 6, 8), 188),
    ],
)
def test_the_chinese_military_companies_of_an_edition_add_up(day: date, count: int) -> None:
    assert count == len(of(ListCode.S1260H).on(day))


def test_the_covered_list_grew_on_its_days() -> None:
    days = [date(2021, 3, 12), date(2022, 3, 25), date(2022, 9, 20), date(2025, 12, 22)]
    assert [5, 8, 11, 14] == [len(of(ListCode.FCC).on(day)) for day in days]


def test_section_889_names_five_companies() -> None:
    assert [] == list(of(ListCode.S889).on(date(2019, 8, 12)))
    names = [party.name.split()[0] for party in of(ListCode.S889).on(date(2019, 8, 13))]
    assert ["Huawei", "ZTE", "Hytera", "Hangzhou", "Dahua"] == names


def test_each_intelligence_service_counts_from_the_rule_that_brought_in_its_country() -> None:
    days = {
        "CU": date(2021, 3, 16),
        "MM": date(2021, 4, 9),
        "KH": date(2021, 12, 9),
        "BY": date(2022, 3, 2),
    }
    told = {party.country: party.since for party in of(ListCode.MIEU).parties}
    assert days == {country: told[country] for country in days}


def test_a_bare_abbreviation_of_a_service_is_no_name_to_screen_by() -> None:
    names = {name for party in of(ListCode.MIEU).parties for name in (party.name, *party.also)}
    assert "Main Intelligence Directorate (GRU)" in names
    assert {"GRU", "DIM", "CIM", "RGB"}.isdisjoint(names)


def test_every_row_has_its_citation_and_its_day() -> None:
    for one in standard_law().tables.published_lists:
        assert one.parties
        for party in one.parties:
            assert party.name
            assert party.citation
            assert party.until is None or party.since <= party.until


def test_a_missing_file_of_other_law_is_named_by_its_place() -> None:
    left = {n: b for n, b in standard_shelf().contents.items() if n != "fcc/covered_list.csv"}
    with pytest.raises(ShelfDamaged, match=r"^law/fcc/covered_list\.csv is not on the shelf"):
        published_lists.read(Shelf(left))
