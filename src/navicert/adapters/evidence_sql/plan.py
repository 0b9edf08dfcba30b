"""What the plan of a query shows: that a part of it gives no row, whatever the evidence says.

The engine's optimizer finds conditions that contradict each other (``amount > 5 AND amount < 2``,
``name = NULL``) and plans nothing for them. It plans here for tables without a row and without
what it knows of them (statistics), so that no evidence decides.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

BLIND: Mapping[str, str] = {"disabled_optimizers": "statistics_propagation"}
"""The settings with which an engine plans without looking at the cells."""

_NOTHING = "EMPTY_RESULT"


def why_nothing(query: str, values: Mapping[str, object], engine: duckdb.DuckDBPyConnection) -> str:
    """Say that a query, as the parser writes it, hides rows by what it asks; else empty."""
    asked = f"EXPLAIN (FORMAT JSON) SELECT * FROM ({query}) AS contradicting ORDER BY ALL"  # noqa: S608
    row = engine.execute(asked, dict(values)).fetchone()
    if row is None or _NOTHING not in row[1]:
        return ""
    return (
        "a part of it gives no row whatever the evidence says: its conditions contradict each "
        "other, or one of them compares with NULL (use IS NULL)"
    )
