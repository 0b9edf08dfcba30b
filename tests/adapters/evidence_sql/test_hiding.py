from __future__ import annotations

import pytest

from navicert.adapters.evidence_sql.runner import DuckRunner
from navicert.undertakings.checks.cells import Filled
from navicert.undertakings.checks.check import Check, Column, ColumnKind, Table
from navicert.undertakings.checks.result import Ran

T = Table(
    "t",
    (
        Column("person_id", ColumnKind.TEXT),
        Column("name", ColumnKind.TEXT),
        Column("day", ColumnKind.DAY),
        Column("amount", ColumnKind.INTEGER),
    ),
    least=3,
    most=3,
)
ROWS = Filled(
    T,
    (
        ("1", "1", "2"),
        ("Ana", "Ana", "Bo"),
        ("2016-01-01", "2016-02-01", "2016-03-01"),
        ("5", "7", "9"),
    ),
)


def ran(sql: str) -> Ran:
    check = Check("c", "Nobody is left.", sql, ("person_id",), (T,))
    return DuckRunner("256MB")(check, (ROWS,))


PLACED = "SELECT person_id FROM (SELECT person_id, {} AS n FROM t) WHERE n > 5"
HIDES = {
    "SELECT person_id FROM t WHERE 1 = 0": "'1 = 0' is the same of every row",
    "SELECT person_id FROM t WHERE NULL": "is the same of every row",
    "SELECT person_id FROM t WHERE amount > 5 AND FALSE": "is the same of every row",
    "SELECT person_id FROM t WHERE amount > 50 OR NOT (1 = 1)": "is the same of every row",
    "SELECT person_id FROM t GROUP BY ALL HAVING 2 < 1": "is the same of every row",
    "SELECT person_id FROM t QUALIFY NULL": "is the same of every row",
    "SELECT a.person_id FROM t a JOIN t b ON 1 = 0": "is the same of every row",
    "SELECT person_id FROM t WHERE person_id IN (SELECT person_id FROM t WHERE 1 = 0)": "every row",
    "SELECT person_id FROM t GROUP BY ALL HAVING count(*) FILTER (WHERE 1 = 0) > 0": "every row",
    "WITH x AS (SELECT person_id FROM t WHERE 'a' = 'b') SELECT person_id FROM x": "every row",
    PLACED.format("row_number() OVER ()"): "row_number counts rows by their place",
    "SELECT person_id FROM t QUALIFY row_number() OVER () > 5": "as LIMIT does",
    "SELECT person_id FROM t QUALIFY row_number() OVER (ORDER BY name) > 5": "as LIMIT does",
    PLACED.format("ntile(2) OVER (ORDER BY name)"): "ntile counts rows",
    PLACED.format("rank() OVER (ORDER BY name)"): "rank without PARTITION BY",
    PLACED.format("rank() OVER (PARTITION BY 1 ORDER BY name)"): "rank without PARTITION BY",
    PLACED.format("lag(amount) OVER (PARTITION BY name)"): "lag without PARTITION BY and ORDER BY",
    PLACED.format("sum(amount) OVER (ROWS 1 PRECEDING)"): "sum over a frame of rows",
    "SELECT DISTINCT ON (name) person_id FROM t": "DISTINCT ON keeps one row of several",
    "SELECT a.person_id FROM t a POSITIONAL JOIN t b": "POSITIONAL is not allowed",
    "SELECT person_id FROM t WHERE try_cast(name AS INTEGER) > 0": "TRY and TRY_CAST",
    "SELECT person_id FROM t WHERE TRY(CAST(name AS INTEGER)) > 0": "TRY and TRY_CAST",
    "SELECT person_id FROM t WHERE amount <> amount": "'amount <> amount' compares a thing",
    "SELECT person_id FROM t EXCEPT SELECT person_id FROM t": "EXCEPT takes a query from itself",
    "SELECT person_id FROM t, range(0) r": "range without a column makes rows, or none",
    "SELECT person_id FROM t, generate_series(2, 1) r": "generate_series without a column",
    "SELECT person_id FROM t, unnest([])": "unnest without a column",
    "SELECT person_id, string_agg(name) AS n FROM t GROUP BY ALL": "string_agg without ORDER BY",
    "WITH x AS (SELECT 1 AS a) SELECT person_id FROM t": "nothing reads its part 'x'",
}


@pytest.mark.parametrize("sql", HIDES)
def test_what_hides_rows_whatever_the_evidence_says_is_refused(sql: str) -> None:
    found = ran(sql)
    assert HIDES[sql] in found.error
    assert () == found.columns


SHOWS = {
    "SELECT person_id FROM t WHERE amount > 5 AND NOT (day > '2016-02-15')": 1,
    "SELECT person_id FROM t GROUP BY person_id HAVING count(*) > 1": 1,
    "SELECT person_id, count(*) FILTER (WHERE amount > 5) AS n FROM t GROUP BY ALL": 2,
    "SELECT person_id FROM t QUALIFY count(*) OVER (PARTITION BY person_id) > 1": 2,
    "SELECT person_id, day FROM t "
    "QUALIFY amount < lag(amount, 1, 6) OVER (PARTITION BY person_id ORDER BY day)": 1,
    "SELECT person_id, sum(amount) OVER (ORDER BY day ROWS 1 PRECEDING) AS n FROM t": 3,
    "SELECT a.person_id, b.day FROM t a LEFT JOIN t b USING (person_id) WHERE b.amount > 6": 3,
    "SELECT DISTINCT person_id FROM t": 2,
    "SELECT person_id FROM t WHERE (SELECT count(*) FROM t) > 2": 3,
    "SELECT person_id, year FROM t, range(2015, 2017) y(year) WHERE year(day) <> year": 3,
    "SELECT person_id FROM t, unnest(string_split(name, 'n')) p(part) WHERE part = 'A'": 2,
    "SELECT person_id, string_agg(name, ' ' ORDER BY day) AS n FROM t GROUP BY ALL": 2,
    "SELECT person_id FROM t EXCEPT SELECT person_id FROM t WHERE amount > 8": 1,
    "SELECT person_id FROM t WHERE CASE WHEN amount > 6 THEN TRUE ELSE name = 'Ana' END": 3,
}


@pytest.mark.parametrize("sql", SHOWS)
def test_what_looks_at_the_evidence_is_answered(sql: str) -> None:
    found = ran(sql)
    assert ("", SHOWS[sql]) == (found.error, found.count)
