from __future__ import annotations

import duckdb
import pytest

from navicert.adapters.evidence_sql.functions import NAMED, RANKS, steady
from navicert.adapters.evidence_sql.gate import Wanted, why_refused

TABLE = "CREATE TABLE t (name VARCHAR)"


@pytest.fixture(scope="module")
def engine() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect(":memory:")
    made.execute(TABLE)
    return made


@pytest.mark.parametrize(
    "call",
    [
        "version()",
        "current_localtime()",
        "current_localtimestamp()",
        "current_setting('threads')",
        "getvariable('x')",
        "age(DATE '2016-01-01')",
        "hash(name)",
        "typeof(name)",
        "first(name)",
        "any_value(name)",
        "arg_max(name, name)",
        "approx_count_distinct(name)",
        "reservoir_quantile(length(name), 0.5)",
        "try_strptime(name, '%Y')",
        "json_serialize_sql(name)",
        "uuid()",
        "error(name)",
    ],
)
def test_what_changes_with_engine_session_or_order_of_rows_is_no_function_of_a_check(
    call: str, engine: duckdb.DuckDBPyConnection
) -> None:
    told = why_refused(f"SELECT name FROM t WHERE {call} = name", Wanted(("t",), ()), engine)  # noqa: S608
    assert "no function that a check may call" in told


def test_every_named_function_is_one_of_the_engine_and_steady_there(
    engine: duckdb.DuckDBPyConnection,
) -> None:
    assert NAMED | RANKS == steady(engine)
