"""What changed on a shelf between two days."""

from __future__ import annotations

from datetime import date

from navicert.law.changes import changes_between, dated_values, in_force, not_verified
from navicert.law.shelf import Shelf

HEAD = """title = "t"
citation = "15 CFR 1.1"
source = "s"
verified_from = 2020-01-01
last_looked_at = 2020-01-01
"""
CHART = b"""country,since,columns,citation
AA,2020-01-01,NS1,one
AA,2021-01-01,NS2,two
BB,2020-01-01,NS1,one
BB,2021-01-01,NS1,another source
"""
NOTES = b"""footnote,since,until,eccn
9,2020-01-01,2020-12-31,0A501
"""
PART = f"""{HEAD}
[[value]]
since = 2020-01-01
in_force = false
[[value]]
since = 2021-06-01
in_force = true
[[value]]
since = 2021-07-01
in_force = false

[[requirement]]
label = "746.8"
countries = ["RU"]
since = 2021-02-24
until = 2021-04-07
[[requirement]]
label = "746.8"
countries = ["BY"]
since = 2021-03-02

[scope.cn]
since = 2021-05-05
countries = ["CN"]
""".encode()
SHELF = Shelf({"1/chart.csv": CHART, "1/notes.csv": NOTES, "1/part.toml": PART})


def changed(earlier: date, later: date) -> dict[str, list[str]]:
    found = changes_between(SHELF, earlier, later)
    return {f"{one.table} {one.owner}": [str(day) for day in one.days] for one in found}


def test_a_row_that_says_something_else_changed_and_a_new_source_alone_did_not() -> None:
    found = changed(date(2020, 6, 1), date(2021, 1, 1))
    assert ["2021-01-01"] == found["1/chart AA"]
    assert "1/chart BB" not in found


def test_nothing_changes_before_the_day_and_all_on_it() -> None:
    assert {} == changed(date(2020, 6, 1), date(2020, 12, 31))
    assert {"1/chart AA", "1/notes 9"} == set(changed(date(2020, 12, 31), date(2021, 1, 1)))


def test_an_end_is_a_change_on_the_day_after() -> None:
    assert ["2021-01-01"] == changed(date(2020, 6, 1), date(2021, 1, 1))["1/notes 9"]
    assert ["2021-04-08"] == changed(date(2021, 3, 1), date(2021, 5, 1))["1/part 746.8 RU"]


def test_what_changed_and_changed_back_is_told_with_both_days() -> None:
    found = changed(date(2021, 5, 30), date(2021, 8, 1))
    assert {"1/part value": ["2021-06-01", "2021-07-01"]} == found


def test_values_of_one_name_but_other_countries_stand_side_by_side() -> None:
    values = [value for value in dated_values(SHELF) if value.owner.startswith("746.8")]
    assert {"746.8 RU", "746.8 BY"} == {value.owner for value in values}
    on = in_force([value for value in values if value.owner == "746.8 RU"], date(2021, 3, 10))
    assert ["RU"] == [dict(value.cells)["countries"] for value in on]


def test_a_named_table_with_a_day_is_a_value_of_its_own() -> None:
    assert ["2021-05-05"] == changed(date(2021, 5, 4), date(2021, 5, 5))["1/part scope cn"]


def test_a_table_that_is_older_than_both_days_has_no_gap() -> None:
    tables = SHELF.coverages()
    assert () == not_verified(tables, (date(2020, 1, 1), date(2021, 1, 1)))
    assert tables == not_verified(tables, (date(2019, 12, 31), date(2021, 1, 1)))
