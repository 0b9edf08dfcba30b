"""What a check's SQL may be: one SELECT over its own tables, which always gives the same answer.

The engine's own parser reads the text; what is let through is named here, and all else is refused.
The engine is locked as well (``child.py``): this says early and in words what it would not do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import duckdb

from navicert.adapters.evidence_sql.empty_cells import loses
from navicert.adapters.evidence_sql.functions import TABLE_FUNCTIONS, steady
from navicert.adapters.evidence_sql.hiding import Node, hides, nodes

LONGEST = 100_000
"""Characters of a query."""

_LEAVES = frozenset(
    {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
    | {"BASE_TABLE", "SUBQUERY", "JOIN", "EXPRESSION_LIST", "EMPTY", "TABLE_FUNCTION"}
    | {"ORDER_MODIFIER", "DISTINCT_MODIFIER", "ASCENDING", "DESCENDING", "ORDER_DEFAULT"}
)
"""The parts of a query that are no expressions."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The tables and the parameters that a check declares; a query uses each of them.

    ``filled`` are names of columns that have no empty cell in any table.
    """

    tables: tuple[str, ...]
    parameters: tuple[str, ...]
    filled: frozenset[str] = frozenset()


def why_refused(sql: str, wanted: Wanted, engine: duckdb.DuckDBPyConnection) -> str:
    """Say why a query may not run; empty when it may."""
    if len(sql) > LONGEST:
        return f"the query has more than {LONGEST:,} characters"
    row = engine.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchone()
    parsed: dict[str, Any] = json.loads(row[0]) if row else {"error": True}
    if parsed["error"]:
        return f"it is not one SELECT statement: {str(parsed.get('error_message'))[:300]}"
    if len(parsed["statements"]) != 1:
        return f"it has {len(parsed['statements'])} statements; a check is one SELECT"
    parts = tuple(nodes(parsed))
    faults = chain(_hiding(parts, sql, wanted.filled), _faults(parts, wanted, steady(engine)))
    return next(faults, "")


def plain(sql: str, engine: duckdb.DuckDBPyConnection) -> str:
    """Give the query as the parser writes it: no comment, no semicolon, every part in brackets."""
    written = "SELECT json_deserialize_sql(json_serialize_sql(?::VARCHAR))"
    row = engine.execute(written, [sql]).fetchone()
    return str(row[0]) if row else ""


def _hiding(parts: tuple[Node, ...], sql: str, filled: frozenset[str]) -> Iterator[str]:
    for node in parts:
        yield from hides(node, sql)
        yield from loses(node, filled)


def _faults(parts: tuple[Node, ...], wanted: Wanted, functions: frozenset[str]) -> Iterator[str]:
    ctes = {str(node["key"]).casefold() for node in parts if "query_node" in _value(node)}
    for name in sorted(ctes & set(wanted.tables)):
        yield f"it names a part of its own {name!r}, as an evidence table is called"
    for node in parts:
        yield from _odd(node, functions)
    read = {str(node["table_name"]).casefold() for node in parts if "table_name" in node}
    for name in sorted(ctes - read):
        yield f"nothing reads its part {name[:80]!r}"
    for name in sorted(read - ctes - set(wanted.tables)):
        yield f"it reads {name[:80]!r}, which is no table that the check declares"
    for name in sorted(set(wanted.tables) - read):
        yield f"it does not read the table {name!r} that the check declares"
    given = {str(node["identifier"]) for node in parts if node.get("type") == "VALUE_PARAMETER"}
    for name in sorted(given ^ set(wanted.parameters)):
        yield f"the parameter {name!r} is declared and not used, or used and not declared"


def _value(node: Node) -> Node:
    value = node.get("value")
    return value if isinstance(value, dict) and "key" in node else {}


def _odd(node: Node, functions: frozenset[str]) -> Iterator[str]:
    kind = node.get("type")
    if isinstance(kind, str) and "class" not in node and not _is_leaf(kind):
        yield f"{_WORDS.get(kind, kind)} is not allowed in a check"
    if node.get("sample") is not None:
        yield "a sample is not allowed in a check: it must look at every row"
    if node.get("schema_name") or node.get("catalog_name") or node.get("at_clause"):
        place = ".".join(filter(None, (node.get("schema_name"), node.get("table_name"))))
        yield f"it reads {place[:80]!r}, of another schema or another time"
    if kind == "TABLE_FUNCTION":
        name = str(node["function"].get("function_name")).casefold()
        if name not in TABLE_FUNCTIONS:
            yield f"it calls the table function {name[:80]!r}, which is not allowed in a check"
    elif "function_name" in node:
        yield from _odd_function(node, functions)
    if node.get("class") == "COLUMN_REF":
        (*_, name) = node["column_names"]
        if len(node["column_names"]) == 1 and str(name).casefold() in _MOMENTS:
            yield f"it asks for {name}, which is another one at another time"


def _odd_function(node: Node, functions: frozenset[str]) -> Iterator[str]:
    name = str(node["function_name"]).casefold()
    if name not in functions | TABLE_FUNCTIONS or node.get("schema") or node.get("catalog"):
        yield f"it calls {name[:80]!r}, which is no function that a check may call"


def _is_leaf(kind: str) -> bool:
    return kind in _LEAVES or kind.endswith("_TYPE_INFO")


_MOMENTS = frozenset(
    {"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"}
    | {"current_user", "session_user", "user", "current_role", "current_catalog"}
    | {"current_schema", "current_database"}
)
_WORDS: Mapping[str, str] = {
    "LIMIT_MODIFIER": "LIMIT, which hides contradicting rows,",
    "LIMIT_PERCENT_MODIFIER": "LIMIT, which hides contradicting rows,",
    "SHOW_REF": "DESCRIBE, SHOW or SUMMARIZE",
    "PIVOT": "PIVOT",
    "DELETE_QUERY_NODE": "DELETE",
    "UPDATE_QUERY_NODE": "UPDATE",
    "INSERT_QUERY_NODE": "INSERT",
}
