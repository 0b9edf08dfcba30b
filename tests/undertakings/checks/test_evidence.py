from __future__ import annotations

from dataclasses import replace
from datetime import date

from navicert.undertakings.checks.evidence import Added, Evidence, newest

FIRST = Evidence("roster", "HR", date(2016, 11, 28), "Ana", "a" * 64, "roster.csv", 10)
OLD = Added(FIRST, 0, "2016-11-28T10:00:00Z")
NEW = Added(replace(FIRST, day=date(2018, 3, 28)), 1, "2018-03-28T10:00:00Z")
LATE = Added(replace(FIRST, day=date(2017, 1, 1)), 2, "2018-04-01T10:00:00Z")
AGAIN = Added(replace(FIRST, day=date(2018, 3, 28)), 3, "2018-04-02T10:00:00Z")


def test_the_latest_day_is_in_force_and_of_one_day_what_came_last() -> None:
    assert (NEW,) == newest([OLD, NEW, LATE])
    assert (AGAIN,) == newest([AGAIN, OLD, NEW, LATE])


def test_what_shows_a_later_day_can_be_left_out() -> None:
    assert (OLD,) == newest([OLD, NEW], date(2016, 11, 28))
    assert (LATE,) == newest([OLD, NEW, LATE], date(2018, 3, 27))
    assert () == newest([OLD, NEW], date(2016, 11, 27))


def test_tables_come_by_name() -> None:
    other = replace(OLD, evidence=replace(FIRST, table="letters"))
    assert (other, OLD) == newest([OLD, other])
