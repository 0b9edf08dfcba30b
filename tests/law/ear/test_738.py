"""The territories and the footnotes of the chart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from navicert.terms import citation, country, eccn
from tests.health.house import LAW
from tools.country_tables.tables import read

LISTS = ("738/columns", "738/territories", "738/footnotes")


def rows(name: str) -> list[dict[str, str]]:
    return read(LAW / f"{name}.csv")


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_a_day_and_a_citation(name: str) -> None:
    for row in rows(name):
        assert row["since"] == date.fromisoformat(row["since"]).isoformat()
        assert citation.is_valid(row["citation"])


def test_a_territory_has_no_row_of_its_own_on_the_chart() -> None:
    chart = {row["country"] for row in rows("738/country_chart")}
    own = {row["territory"] for row in rows("738/territories")} & chart
    assert {"LI"} == own, "Liechtenstein's row says: refer to Switzerland"


def test_a_territory_follows_a_country_that_has_a_row_or_is_the_united_states() -> None:
    chart = {row["country"] for row in rows("738/country_chart")}
    assert {row["follows"] for row in rows("738/territories")} <= chart | {"US"}


def test_every_code_has_a_row_follows_one_or_is_named_as_not_covered() -> None:
    chart = {row["country"] for row in rows("738/country_chart")}
    territories = {row["territory"] for row in rows("738/territories")}
    assert {"AQ", "PS", "US"} == set(country.names()) - chart - territories


def test_hong_kong_follows_china_since_23_december_2020() -> None:
    (hong_kong,) = (row for row in rows("738/territories") if row["territory"] == "HK")
    assert ("CN", "2020-12-23") == (hong_kong["follows"], hong_kong["since"])


def test_footnotes_name_entries_of_the_list(corpus: Path) -> None:
    listed = {row["eccn"] for row in read(corpus / "law" / "eccn.csv")}
    named = {row["eccn"] for row in rows("738/footnotes")}
    assert set() == named - listed
    assert all(eccn.is_valid(symbol) for symbol in named)


def test_the_footnote_for_india_keeps_rs2_for_two_paragraphs() -> None:
    assert {("6A003", "b.4.b"), ("9A515", "e")} == {
        (row["eccn"], row["paragraphs"]) for row in rows("738/footnotes") if row["footnote"] == "7"
    }


def test_a_footnote_stands_at_each_country_that_it_names_on_its_first_day() -> None:
    for row in rows("738/footnotes"):
        for code in row["countries"].split(";"):
            assert row["footnote"] in printed_at(code, row["since"]), row


def test_a_footnote_that_ended_stood_until_its_last_day() -> None:
    ended = [row for row in rows("738/footnotes") if row["until"]]
    assert {"9"} == {row["footnote"] for row in ended}
    assert all(row["since"] < row["until"] for row in ended)


def printed_at(country: str, day: str) -> list[str]:
    """Give the footnotes that the row of a country has on a day."""
    past = [r for r in rows("738/country_chart") if r["country"] == country and r["since"] <= day]
    return past[-1]["footnotes"].split(";")


def test_what_sections_say_of_columns_agrees_with_the_chart_as_verified() -> None:
    latest = {row["country"]: row["columns"].split(";") for row in rows("738/country_chart")}
    for row in {one["column"]: one for one in rows("738/columns")}.values():
        named = set(row["destinations"].split(";")) - {""} or set(latest)
        left_out, silent = (set(row[key].split(";")) for key in ("except", "silent"))
        marked = {country for country, columns in latest.items() if row["column"] in columns}
        assert named - left_out - silent <= marked
        assert (left_out | silent).isdisjoint(marked)
