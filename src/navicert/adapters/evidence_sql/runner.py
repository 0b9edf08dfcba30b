"""A check over its tables, in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence

from navicert.adapters.evidence_sql.process import Bounds, answer
from navicert.undertakings.checks.cells import Filled
from navicert.undertakings.checks.check import LONGEST_SECONDS, Check
from navicert.undertakings.checks.result import MOST_ROWS, Ran

STARTING = 20.0
"""Seconds beside those of the query: to start the engine, to load the evidence, to answer."""


class DuckRunner:
    """Runs the query of a check in DuckDB; ``memory`` is what the engine may use."""

    def __init__(self, memory: str = "256MB") -> None:
        self._memory = memory

    def __call__(self, check: Check, tables: Sequence[Filled]) -> Ran:
        """Run a query once over tables of the declared form, and give what it returned."""
        seconds = max(1, min(check.seconds, LONGEST_SECONDS))
        job = {
            "sql": check.sql,
            "parameters": [(one.name, one.kind.value, one.value) for one in check.parameters],
            "tables": [_table(one) for one in tables],
            "rows": MOST_ROWS,
            "query_seconds": seconds,
        }
        found = answer(job, Bounds(self._memory, seconds=STARTING + seconds))
        if error := found.get("error"):
            return Ran(error=str(error))
        rows = tuple(tuple(row) for row in found["rows"])
        return Ran(tuple(found["columns"]), rows, int(found["count"]))


def _table(one: Filled) -> dict[str, object]:
    columns = zip(one.table.columns, one.cells, strict=True)
    return {
        "name": one.table.name,
        "columns": [(column.name, column.kind.value, cells) for column, cells in columns],
        "count": len(one.cells[0]) if one.cells else 0,
    }
