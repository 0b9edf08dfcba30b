from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from navicert.undertakings.checks.cells import Cell, Other, Sheet, filled
from navicert.undertakings.checks.check import Column, ColumnKind, Table

PLACE = "ledger.csv:2: x"


def read(cell: Cell, kind: ColumnKind, *, typed: bool = False, optional: bool = False) -> object:
    """Give the text of one cell, or the faults."""
    sheet = Sheet("ledger.csv", ("x",), ((2, (cell,)),), typed)
    done, faults = filled(sheet, Table("ledger", (Column("x", kind, optional),), 1, 1))
    return faults or done.cells[0][0]


@pytest.mark.parametrize(
    ("text", "cell", "kind", "typed"),
    [
        ("12", "12", ColumnKind.INTEGER, False),
        ("-3", "-3", ColumnKind.INTEGER, False),
        ("12", Decimal(12), ColumnKind.INTEGER, True),
        ("12.50", "12.50", ColumnKind.DECIMAL, False),
        ("0.125", Decimal("0.125"), ColumnKind.DECIMAL, True),
        ("2016-02-29", "2016-02-29", ColumnKind.DAY, False),
        ("2016-02-29", date(2016, 2, 29), ColumnKind.DAY, True),
        ("2016-02-29", datetime(2016, 2, 29), ColumnKind.DAY, True),  # noqa: DTZ001 - as sheets say
        ("true", "true", ColumnKind.BOOLEAN, False),
        ("false", False, ColumnKind.BOOLEAN, True),
        ("Ana", "Ana", ColumnKind.TEXT, False),
    ],
)
def test_a_cell_of_its_kind_is_read(text: str, cell: Cell, kind: ColumnKind, typed: bool) -> None:
    assert text == read(cell, kind, typed=typed)


@pytest.mark.parametrize(
    ("cell", "kind", "typed"),
    [
        ("twelve", ColumnKind.INTEGER, False),
        ("1,200", ColumnKind.INTEGER, False),
        ("12.0", ColumnKind.INTEGER, False),
        ("1e3", ColumnKind.INTEGER, False),
        ("９", ColumnKind.INTEGER, False),  # noqa: RUF001 - a digit, and none of these ten
        (" 12", ColumnKind.INTEGER, False),
        ("12", ColumnKind.INTEGER, True),  # a number given as text where the file has numbers
        (Decimal("1.5"), ColumnKind.INTEGER, True),
        ("12", ColumnKind.DECIMAL, True),
        ("0.00001", ColumnKind.DECIMAL, False),  # nothing is rounded
        (Decimal("NaN"), ColumnKind.DECIMAL, True),
        (Decimal("Infinity"), ColumnKind.DECIMAL, True),
        (Decimal("1e15"), ColumnKind.DECIMAL, True),
        ("2017-02-29", ColumnKind.DAY, False),
        ("28.02.2017", ColumnKind.DAY, False),
        ("soon", ColumnKind.DAY, True),
        (Decimal(42_000), ColumnKind.DAY, True),
        (datetime(2017, 2, 28, 13), ColumnKind.DAY, True),  # noqa: DTZ001 - as sheets say it
        ("yes", ColumnKind.BOOLEAN, False),
        ("true", ColumnKind.BOOLEAN, True),
        (Decimal(7), ColumnKind.TEXT, True),
        (Other("[1, 2]"), ColumnKind.TEXT, True),
        ("x" * 10_001, ColumnKind.TEXT, False),
    ],
)
def test_a_cell_of_another_kind_is_a_fault_with_its_place(
    cell: Cell, kind: ColumnKind, typed: bool
) -> None:
    found = read(cell, kind, typed=typed)
    assert isinstance(found, tuple)
    assert [True] == [str(fault).startswith(f"{PLACE}: ") for fault in found]


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_an_empty_cell_is_a_fault_unless_its_column_is_optional(cell: Cell) -> None:
    assert (f"{PLACE}: empty, and the check does not declare it optional",) == read(
        cell, ColumnKind.TEXT
    )
    assert None is read(cell, ColumnKind.TEXT, optional=True)


ROSTER = Table(
    "roster", (Column("id", ColumnKind.TEXT), Column("n", ColumnKind.TEXT)), 2, 3, (("id",),)
)


def faults(header: tuple[str, ...], *rows: tuple[Cell, ...], table: Table = ROSTER) -> str:
    sheet = Sheet("r.csv", header, tuple(enumerate(rows, start=2)), typed=False)
    return "\n".join(filled(sheet, table)[1])


def test_a_table_must_have_its_columns_its_rows_and_keys_of_its_own() -> None:
    assert "" == faults(("id", "n"), ("1", "a"), ("2", "a"))
    assert "column 'n' of roster is missing" in faults(("id", "N"), ("1", "a"), ("2", "b"))
    assert "'id' stands twice" in faults(("id", "n", "id"), ("1", "a", "1"), ("2", "b", "2"))
    assert "r.csv:3: the row has 1 cells" in faults(("id", "n"), ("1", "a"), ("2",))
    assert "has 1 row(s); the check expects 2 to 3" in faults(("id", "n"), ("1", "a"))
    assert "has 0 row(s)" in faults(("id", "n"))
    assert "has 4 row(s)" in faults(("id", "n"), *((str(n), "a") for n in range(4)))
    twice = faults(("id", "n"), ("1", "a"), ("1", "b"))
    assert "r.csv:3: id: the key '1' stands in row 2 already" == twice


def test_a_key_is_never_empty_even_where_its_column_is_optional() -> None:
    table = Table("roster", (Column("id", ColumnKind.TEXT, optional=True),), 1, 3, (("id",),))
    assert "a key has an empty cell" in faults(("id",), ("1",), (None,), table=table)


def test_no_row_is_enough_only_where_that_is_declared() -> None:
    table = Table("letters", (Column("id", ColumnKind.TEXT),), 0, 39)
    assert "" == faults(("id",), table=table)


def test_many_faults_are_counted() -> None:
    table = Table("t", (Column("id", ColumnKind.INTEGER),), 0, 99)
    told = faults(("id",), *(("x",) for _ in range(30)), table=table)
    assert told.endswith("and 10 more fault(s)")
