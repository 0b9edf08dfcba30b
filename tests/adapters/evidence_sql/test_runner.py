from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import duckdb
import pytest

from navicert.adapters.evidence_sql.child import locked
from navicert.adapters.evidence_sql.runner import DuckRunner
from navicert.undertakings.checks.cells import Filled
from navicert.undertakings.checks.check import (
    Check,
    Column,
    ColumnKind,
    Parameter,
    ParameterKind,
    Table,
)
from navicert.undertakings.checks.result import Ran

ROSTER = Table(
    "roster",
    (Column("id", ColumnKind.INTEGER), Column("name", ColumnKind.TEXT)),
    least=0,
    most=100,
)
THREE = Filled(ROSTER, (("3", "1", "2"), ("Cid", "Ana", "Bo")))


def ran(sql: str, *parameters: Parameter, seconds: int = 10, memory: str = "256MB") -> Ran:
    check = Check("c", "Nobody is left.", sql, ("id",), (ROSTER,), parameters, seconds)
    return DuckRunner(memory)(check, (THREE,))


def test_rows_come_by_their_columns_from_the_left_whatever_order_the_query_wants() -> None:
    expected = Ran(("id", "name"), (("1", "Ana"), ("2", "Bo"), ("3", "Cid")), 3)
    assert expected == ran("SELECT id, name FROM roster")
    assert expected == ran("SELECT id, name FROM roster ORDER BY name DESC -- backwards\n;")


def test_parameters_are_values_and_never_text_of_the_query() -> None:
    told = Parameter("who", ParameterKind.TEXT, "x' OR 1 = 1 --")
    assert 0 == ran("SELECT id FROM roster WHERE name = $who", told).count
    day = Parameter("d", ParameterKind.DAY, "2016-02-29")
    cut = Parameter("cut", ParameterKind.PERCENT, "30")
    sql = "SELECT id, $d + 1 AS later, 100 - $cut AS rest FROM roster WHERE id = 1"
    (row,) = ran(sql, day, cut).rows
    assert ("1", "70") == (row[0], row[2])
    assert str(row[1]).startswith("2016-03-01")


def test_every_row_is_counted_and_the_first_thousand_are_kept() -> None:
    found = ran("SELECT r.range AS id FROM roster, range(2000) r WHERE roster.id = 1")
    assert (2000, 1000) == (found.count, len(found.rows))


REFUSED = {
    "reads a file": ("SELECT id FROM roster, read_csv('{file}')", "read_csv"),
    "reads a file by its name": ("SELECT id FROM roster, '{file}'", "no table"),
    "reads a text": ("SELECT id FROM roster, read_text('{file}')", "read_text"),
    "lists files": ("SELECT id FROM roster, glob('/*')", "glob"),
    "reads the environment": ("SELECT id, getenv('HOME') AS h FROM roster", "getenv"),
    "asks for a setting": ("SELECT id, current_setting('threads') FROM roster", "current_setting"),
    "attaches a database": ("ATTACH '{file}' AS other", "not one SELECT"),
    "installs an extension": ("INSTALL httpfs", "not one SELECT"),
    "loads an extension": ("LOAD httpfs", "not one SELECT"),
    "copies out": ("COPY roster TO '{file}.out'", "not one SELECT"),
    "exports": ("EXPORT DATABASE '{file}.dir'", "not one SELECT"),
    "changes a setting": ("SET enable_external_access = true", "not one SELECT"),
    "calls a pragma": ("PRAGMA database_list", "not one SELECT"),
    "calls a function": ("CALL pragma_version()", "not one SELECT"),
    "creates a table": ("CREATE TABLE x AS SELECT id FROM roster", "not one SELECT"),
    "drops a table": ("DROP TABLE roster", "not one SELECT"),
    "deletes rows": ("DELETE FROM roster", "not one SELECT"),
    "deletes rows in a part": (
        "WITH x AS (DELETE FROM roster RETURNING id) SELECT id FROM x",
        "DELETE",
    ),
    "updates rows in a part": (
        "WITH x AS (UPDATE roster SET id = 1 RETURNING id) SELECT id FROM x, roster",
        "UPDATE",
    ),
    "has two statements": ("SELECT id FROM roster; SELECT 1", "2 statements"),
    "ends a bracket": ("SELECT id FROM roster) TO 'x' --", "not one SELECT"),
    "asks for the day": ("SELECT id FROM roster WHERE current_date > '2020-01-01'", "current_date"),
    "asks for the moment": ("SELECT id FROM roster WHERE now() > '2020-01-01'", "now"),
    "leaves it to chance": ("SELECT id FROM roster WHERE random() > 0.5", "random"),
    "samples": ("SELECT id FROM roster TABLESAMPLE 10%", "sample"),
    "hides rows": ("SELECT id FROM roster LIMIT 1", "LIMIT"),
    "describes": ("SELECT * FROM (DESCRIBE roster)", "DESCRIBE"),
    "looks into the catalog": ("SELECT id FROM roster, duckdb_settings()", "duckdb_settings"),
    "reads a schema": ("SELECT id FROM roster, information_schema.tables", "information_schema"),
    "runs a text": ("SELECT * FROM roster, query('SELECT 1')", "query"),
    "reads no table": ("SELECT 1 AS id", "does not read"),
    "puts a table in the place of evidence": (
        "WITH roster AS (SELECT 1 AS id) SELECT id FROM roster",
        "as an evidence table",
    ),
    "uses an unknown parameter": ("SELECT id FROM roster WHERE id = $x", "parameter 'x'"),
    "lacks a column": ("SELECT nobody FROM roster", "nobody"),
    "is no SQL": ("SELEKT id", "not one SELECT"),
    "is nothing": ("", "statements"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_query_is_stopped_that(what: str, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("id,name\n1,Ana\n", encoding="utf-8")
    sql, says = REFUSED[what]
    found = ran(sql.format(file=file))
    assert says in found.error
    assert () == found.rows
    assert [file] == list(tmp_path.iterdir())


def test_a_query_without_end_is_stopped() -> None:
    endless = (
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i % 7 FROM n) "
        "SELECT roster.id FROM roster, n WHERE n.i < 0"
    )
    assert "within 1 seconds" in ran(endless, seconds=1).error
    wide = "SELECT sum(a.range + b.range) AS id FROM roster, range(9000000) a, range(9000000) b"
    assert "within 1 seconds" in ran(wide, seconds=1).error


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT list(r.range ORDER BY r.range) AS id FROM roster, range(900000000) r",
        "SELECT repeat(name, 900000000) AS id FROM roster",
        "SELECT id FROM roster ORDER BY (SELECT count(DISTINCT r.range) FROM range(90000000) r)",
    ],
)
def test_a_query_that_takes_all_memory_is_stopped(sql: str) -> None:
    found = ran(sql, seconds=30, memory="128MB")
    assert found.error
    assert () == found.rows
    for theirs in ("SET ", "memory_limit", "Possible solutions", "Exception", "LINE 1"):
        assert theirs not in found.error


def test_a_limit_that_is_met_is_named_with_what_to_do() -> None:
    found = ran(
        "SELECT list(r.range ORDER BY r.range) AS id FROM roster, range(900000000) r",
        memory="128MB",
    )
    assert "it needs more than the 128MB that a query may use: join on columns" in found.error


def test_what_the_engine_refuses_is_said_without_its_advice() -> None:
    assert ran("SELECT nope AS id FROM roster").error.startswith(
        'the query cannot be run: Referenced column "nope" not found'
    )
    assert "LINE" not in ran("SELECT name::INTEGER AS id FROM roster").error


def test_an_answer_that_is_too_long_is_none() -> None:
    assert "more than" in ran("SELECT id, repeat(name, 9000) AS n FROM roster").error
    many = ", ".join(f"repeat('x', 9000) AS c{n}" for n in range(200))
    assert "more than" in ran(f"SELECT id, {many} FROM roster").error  # noqa: S608 - of our own


def test_no_check_runs_longer_than_any_may() -> None:
    assert 3 == ran("SELECT id FROM roster", seconds=10**12).count
    assert 3 == ran("SELECT id FROM roster", seconds=-5).count


def test_a_query_reaches_no_network() -> None:
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

        do_HEAD = do_GET  # noqa: N815 - as the server asks

    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        place = f"http://127.0.0.1:{server.server_port}/roster.csv"
        for sql in ("SELECT id FROM roster, '{}'", "SELECT id FROM read_csv('{}')"):
            assert ran(sql.format(place)).error
            with pytest.raises(duckdb.Error):
                locked("128MB", []).execute(sql.format(place))
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert [] == asked


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM glob('/*')",
        "ATTACH '{file}.db' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "COPY (SELECT 1) TO '{file}.out'",
        "EXPORT DATABASE '{file}.dir'",
        "SET enable_external_access = true",
        "SET memory_limit = '9GB'",
        "SET allowed_directories = ['/']",
        "RESET memory_limit",
        "PRAGMA threads = 4",
    ],
)
def test_the_engine_itself_stops_what_the_gate_would_let_through(sql: str, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("id,name\n1,Ana\n", encoding="utf-8")
    with pytest.raises(duckdb.Error):
        locked("128MB", []).execute(sql.format(file=file))
    assert [file] == list(tmp_path.iterdir())
