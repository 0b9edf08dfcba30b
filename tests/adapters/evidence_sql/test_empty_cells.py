from __future__ import annotations

import pytest

from navicert.adapters.evidence_sql.runner import DuckRunner
from navicert.undertakings.checks.cells import Filled
from navicert.undertakings.checks.check import Check, Column, ColumnKind, Table
from navicert.undertakings.checks.result import Ran

ROSTER = Table("roster", (Column("person_id", ColumnKind.TEXT),), least=2, most=2)
LETTERS = Table(
    "letters",
    (Column("letter", ColumnKind.TEXT), Column("to_id", ColumnKind.TEXT, optional=True)),
    least=1,
    most=2,
)
PEOPLE = Filled(ROSTER, (("1", "2"),))
WHOLE = Filled(LETTERS, (("a", "b"), ("1", "1")))
WITH_EMPTY = Filled(LETTERS, (("a", "b"), ("1", None)))


def ran(condition: str, letters: Filled) -> Ran:
    sql = f"SELECT r.person_id FROM roster r LEFT JOIN letters x ON x.to_id = '0' WHERE {condition}"  # noqa: S608
    check = Check("c", "Each has a letter.", sql, ("person_id",), (LETTERS, ROSTER))
    return DuckRunner("256MB")(check, (letters, PEOPLE))


NOT_IN = "r.person_id NOT IN (SELECT to_id FROM letters)"


def test_not_in_a_column_with_an_empty_cell_is_refused_as_it_would_hide_everybody() -> None:
    assert "NOT IN (SELECT ...) finds no row at all" in ran(NOT_IN, WITH_EMPTY).error
    assert (("2",),) == ran(NOT_IN, WHOLE).rows


@pytest.mark.parametrize(
    "condition",
    [
        "r.person_id <> ALL (SELECT to_id FROM letters)",
        "NOT (r.person_id = ANY (SELECT to_id FROM letters))",
        "r.person_id NOT IN (SELECT nullif(letter, 'a') FROM letters)",
        "r.person_id NOT IN (SELECT y.letter FROM roster z LEFT JOIN letters y ON y.letter = 'b')",
    ],
)
def test_what_may_give_an_empty_cell_is_refused_too(condition: str) -> None:
    assert "NOT IN (SELECT ...) finds no row at all" in ran(condition, WITH_EMPTY).error


def test_not_exists_sees_past_an_empty_cell() -> None:
    told = "NOT EXISTS (SELECT 1 FROM letters y WHERE y.to_id = r.person_id)"
    assert (("2",),) == ran(told, WITH_EMPTY).rows
    assert (("2",),) == ran("r.person_id NOT IN ('1', 'x')", WITH_EMPTY).rows


def test_null_in_a_list_is_refused() -> None:
    assert "a list with NULL in it" in ran("r.person_id NOT IN ('1', NULL)", WHOLE).error


def test_a_query_that_is_nested_too_deep_is_refused_in_words() -> None:
    deep = "r.person_id = " + " || ".join(["'1'"] * 900)
    assert "parts within parts too deep" in ran(deep, WHOLE).error
