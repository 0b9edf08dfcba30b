"""The country tables of the shelf, held against the official text as the corpus has it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.health.house import LAW
from tools.country_tables.__main__ import HISTORY, main
from tools.country_tables.tables import AS_OF, CHART, GROUPS, TABLES, Table, build, read


def newest(table: Table) -> dict[str, dict[str, str]]:
    return {row["country"]: row for row in read(LAW / table.shelf)}


def marks(row: dict[str, str], table: Table) -> set[str]:
    return set(filter(None, row[table.column].split(";")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_cell_agrees_with_the_official_table(corpus: Path, table: Table) -> None:
    shelf = newest(table)
    printed = read(corpus / "law" / f"{table.name}.csv")
    assert 200 == len(printed)
    assert {row["iso2"] for row in printed} == set(shelf)
    expected = {(row["iso2"], mark): row[mark] == "X" for row in printed for mark in table.marks}
    assert expected == {
        (country, mark): mark in marks(row, table)
        for country, row in shelf.items()
        for mark in table.marks
    }


def test_every_footnote_number_agrees_with_the_official_table(corpus: Path) -> None:
    printed = read(corpus / "law" / "country_chart.csv")
    assert {row["iso2"]: row["footnotes"] for row in printed} == {
        country: row["footnotes"] for country, row in newest(CHART).items()
    }


def test_generating_again_gives_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    main(corpus / "law", tmp_path)
    for table in TABLES:
        assert (tmp_path / table.shelf).read_bytes() == (LAW / table.shelf).read_bytes()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_are_sorted_dated_and_single(table: Table) -> None:
    keys = [(row["country"], row["since"]) for row in read(LAW / table.shelf)]
    assert sorted(set(keys)) == keys
    assert all(date.fromisoformat(since) <= date.fromisoformat(AS_OF) for _, since in keys)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_count_beside_the_table_is_its_number_of_countries(table: Table) -> None:
    about = tomllib.loads((LAW / table.shelf).with_suffix(".toml").read_text(encoding="utf-8"))
    assert about["records"] == len(newest(table))
    assert about["verified_from"] == date.fromisoformat(AS_OF)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_namibia_and_norway_are_countries(table: Table) -> None:
    assert {"NA", "NO"} <= set(newest(table))


def test_no_country_has_a_mark_for_anti_terrorism() -> None:
    assert [] == [
        row["country"] for row in read(LAW / CHART.shelf) if {"AT1", "AT2"} & marks(row, CHART)
    ]


@pytest.mark.parametrize("country", ["IN", "AR", "MX", "ZA", "TR", "KR"])
def test_ns2_is_blank_where_ns1_is_marked(country: str) -> None:
    now = marks(newest(CHART)[country], CHART)
    assert ("NS1" in now, "NS2" in now) == (True, False)


@pytest.mark.parametrize("country", ["CU", "IR", "KP", "SY"])
def test_a_row_that_points_elsewhere_has_no_mark(country: str) -> None:
    assert "" == newest(CHART)[country]["columns"]


def test_macau_is_not_in_d5() -> None:
    assert "D:1;D:3;D:4" == newest(GROUPS)["MO"]["groups"]


def test_every_kept_day_has_a_citation() -> None:
    assert [] == [row for row in read(HISTORY) if not row["citation"]]


@pytest.mark.parametrize("country", ["AU", "GB"])
def test_australia_and_the_united_kingdom_lost_ns1_mt1_and_rs1_on_19_april_2024(
    country: str,
) -> None:
    rows = [row for row in read(LAW / CHART.shelf) if row["country"] == country]
    assert [
        ("2016-01-01", "CB1;NS1;MT1;RS1"),
        ("2024-04-19", "CB1"),
        ("2024-05-30", "CB1;CC2"),
        ("2025-09-30", "CB1"),
    ] == [(row["since"], row["columns"]) for row in rows]


def test_sudan_left_the_terrorist_supporting_countries_on_14_january_2021() -> None:
    rows = [row for row in read(LAW / GROUPS.shelf) if row["country"] == "SD"]
    assert [("2016-01-01", "D:5;E:1"), ("2021-01-14", "B;D:5")] == [
        (row["since"], row["groups"]) for row in rows
    ]


def test_a_history_row_after_the_corpus_is_refused() -> None:
    late = {"table": "country_groups", "country": "KH", "since": "2026-08-01", "marks": "D:1"}
    with pytest.raises(ValueError, match="later than the corpus"):
        build(GROUPS, [], [late | {"footnotes": "", "citation": "91 FR 1"}])


def test_a_history_row_with_an_unknown_column_is_refused() -> None:
    odd = {"table": "country_groups", "country": "KH", "since": "2020-01-01", "marks": "D:6"}
    with pytest.raises(ValueError, match="D:6"):
        build(GROUPS, [], [odd | {"footnotes": "", "citation": "91 FR 1"}])
