"""The process of one check: it takes a job from its standard input and prints what it found.

Nothing of the check is believed here: the engine starts without files, network or extensions, its
settings are locked before the query is read, and the system bounds memory, time and files. Started
as ``python -I -m navicert.adapters.evidence_sql.child`` with an empty environment.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
import threading
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Any

import duckdb

from navicert.adapters.evidence_sql.gate import Wanted, plain, why_refused
from navicert.adapters.evidence_sql.plan import BLIND, why_nothing

Answer = dict[str, Any]

_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "max_temp_directory_size": "0MB",
    "threads": "1",
}
_SQL_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DECIMAL(18,4)",
    "day": "DATE",
    "boolean": "BOOLEAN",
}
_ADVICE = re.compile(
    r"LINE \d+:|Possible solutions|\* |See https?:|If you'd like|\(See |SET ", re.IGNORECASE
)
_KIND = re.compile(r"^[A-Z][A-Za-z ]+ Error: ")
_LONGEST_CELL = 10_000
_MOST_CHARACTERS = 4_000_000


def main() -> None:
    """Do the job, and say in one line of JSON what came of it."""
    job = json.loads(sys.stdin.buffer.read())
    _bound(int(job["address_space"]), int(job["seconds"]))
    sys.stdout.write(json.dumps(_done(job)))
    sys.stdout.flush()
    os._exit(0)  # without waiting for threads of the engine, which may not end


def _done(job: dict[str, Any]) -> Answer:
    try:
        return _parquet(job) if "parquet" in job else _checked(job)
    except (duckdb.OutOfMemoryException, MemoryError):
        return {"error": out_of_memory(job["memory"])}
    except RecursionError:
        return {"error": "the query has parts within parts too deep to be read: make it simpler"}
    except duckdb.Error as refused:
        return {"error": _plainly(refused, job["memory"])}


def out_of_memory(limit: str) -> str:
    """Say in our words which limit of memory was met, and what to do."""
    return (
        f"it needs more than the {limit} that a query may use: join on columns that are unique, "
        "count or group instead of pairing every row with every row, or check fewer rows at once"
    )


def _plainly(refused: duckdb.Error, memory: str) -> str:
    """Tell what the engine refused, without what it advises: its settings are locked."""
    lines = [" ".join(line.split()) for line in str(refused).splitlines()]
    kept = takewhile(lambda line: not _ADVICE.match(line), lines)
    told = " ".join(line for line in kept if line)
    if "memory" in told.casefold() and ("alloc" in told.casefold() or "limit" in told.casefold()):
        return out_of_memory(memory)
    return f"the query cannot be run: {_KIND.sub('', told)[:500]}"


def _bound(address_space: int, seconds: int) -> None:
    """Let the system end what the engine would not; no file is ever written."""
    resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def locked(memory: str, tables: list[dict[str, Any]]) -> duckdb.DuckDBPyConnection:
    """Give a new engine that holds these tables, reaches nothing else, and stays so."""
    engine = duckdb.connect(":memory:", config=_CLOSED | {"memory_limit": memory})
    for table in tables:
        _load(table, engine)
    return _locked(engine)


def _blind(memory: str, tables: list[dict[str, Any]]) -> duckdb.DuckDBPyConnection:
    """Give an engine that knows the form of these tables and nothing of their cells."""
    engine = duckdb.connect(":memory:", config={**_CLOSED, "memory_limit": memory})
    for table in tables:
        _load(table | {"count": 0}, engine)
    for name, value in BLIND.items():
        engine.execute(f"SET {name} = '{value}'")
    return _locked(engine)


def _locked(engine: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    engine.execute("SET TimeZone = 'UTC'")
    engine.execute("SET lock_configuration = true")
    return engine


def _checked(job: dict[str, Any]) -> Answer:
    engine = locked(job["memory"], job["tables"])
    names = tuple(str(table["name"]).casefold() for table in job["tables"])
    given = tuple(str(name) for name, _, _ in job["parameters"])
    wanted = Wanted(names, given, _filled(job["tables"]))
    if why := why_refused(job["sql"], wanted, engine):
        return {"error": why}
    values = {name: _value(kind, text) for name, kind, text in job["parameters"]}
    query = plain(job["sql"], engine)
    blind = _blind(job["memory"], job["tables"])
    clock = threading.Timer(job["query_seconds"], _stop, (engine, blind))
    clock.daemon = True
    clock.start()
    try:
        if why := why_nothing(query, values, blind):
            return {"error": why}
        return _answer(query, values, int(job["rows"]), engine)
    except duckdb.InterruptException:
        return {"error": f"it did not end within {job['query_seconds']} seconds and was stopped"}
    finally:
        clock.cancel()
        clock.join()


def _filled(tables: list[dict[str, Any]]) -> frozenset[str]:
    """Name the columns that have no empty cell in any table that has a column of the name."""
    columns = [
        (str(name).casefold(), cells) for table in tables for name, _, cells in table["columns"]
    ]
    empty = {name for name, cells in columns if None in cells}
    return frozenset(name for name, _ in columns) - empty


def _stop(*engines: duckdb.DuckDBPyConnection) -> None:
    for engine in engines:
        engine.interrupt()


def _load(table: dict[str, Any], engine: duckdb.DuckDBPyConnection) -> None:
    """Put the evidence into a schema of its own, and a view of it where the query looks."""
    name, columns = _quoted(table["name"]), table["columns"]
    kinds = ", ".join(f"{_quoted(column)} {_SQL_TYPES[kind]}" for column, kind, _ in columns)
    engine.execute("CREATE SCHEMA IF NOT EXISTS evidence")
    engine.execute(f"CREATE TABLE evidence.{name} ({kinds})")
    cells = ", ".join(
        f"CAST(unnest($c{at}::VARCHAR[]) AS {_SQL_TYPES[kind]})"
        for at, (_, kind, _) in enumerate(columns)
    )
    if table["count"]:
        given = {f"c{at}": column[2] for at, column in enumerate(columns)}
        engine.execute(f"INSERT INTO evidence.{name} SELECT {cells}", given)
    engine.execute(f"CREATE VIEW main.{name} AS SELECT * FROM evidence.{name}")  # noqa: S608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _value(kind: str, text: str) -> object:
    if kind == "day":
        return date.fromisoformat(text)
    if kind in {"decimal", "percent"}:
        return Decimal(text)
    return int(text) if kind == "integer" else text


def _answer(
    sql: str, values: dict[str, object], most: int, engine: duckdb.DuckDBPyConnection
) -> Answer:
    """Give the rows in an order of their own: by every column, from the left."""
    engine.execute(f"SELECT * FROM ({sql}) AS contradicting ORDER BY ALL", values)  # noqa: S608
    columns = [str(one[0]) for one in engine.description or ()]
    if len({name.casefold() for name in columns}) < len(columns):
        return {"error": f"the query gives a column twice: {', '.join(columns)[:300]}"}
    rows: list[list[str | None]] = []
    count = 0
    while found := engine.fetchmany(1_000):
        count += len(found)
        rows += [[_told(cell) for cell in row] for row in found[: max(0, most - len(rows))]]
    lengths = [len(cell) for row in rows for cell in row if cell is not None]
    if max(lengths, default=0) > _LONGEST_CELL or sum(lengths) > _MOST_CHARACTERS:
        told = f"{_LONGEST_CELL:,} characters in a cell or {_MOST_CHARACTERS:,} in all"
        return {"error": f"the query gives more than {told}"}
    return {"columns": columns, "rows": rows, "count": count}


def _told(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _parquet(job: dict[str, Any]) -> Answer:
    """Give a Parquet file as columns with their types and rows of text; it alone may be read."""
    closed = _CLOSED | {"memory_limit": job["memory"]}
    closed.pop("enable_external_access")
    engine = duckdb.connect(":memory:", config=closed)
    engine.execute("SET allowed_paths = $paths", {"paths": [job["parquet"]]})
    engine.execute("SET enable_external_access = false")
    engine.execute("SET lock_configuration = true")
    source = "read_parquet($path, hive_partitioning = false)"
    given = {"path": job["parquet"]}
    shape = engine.execute(f"SELECT * FROM {source} LIMIT 0", given).description or ()  # noqa: S608
    counted = engine.execute(f"SELECT count(*) FROM {source}", given).fetchone()  # noqa: S608
    count = counted[0] if counted else 0
    if count > job["rows"] or len(shape) > job["columns"]:
        return {"too_large": [count, len(shape)]}
    engine.execute(f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM {source}", given)  # noqa: S608
    rows: list[tuple[str | None, ...]] = []
    characters = 0
    while found := engine.fetchmany(1_000):
        characters += sum(len(cell) for row in found for cell in row if cell is not None)
        if characters > job["characters"]:
            return {"too_large": [count, len(shape)]}
        rows += found
    return {"columns": [[str(c[0]), str(c[1])] for c in shape], "rows": rows}


if __name__ == "__main__":
    main()
