"""Parts of a query that can hide a contradicting row, or make its answer one of chance.

``1 = 0`` is the same of every row, ``TRY_CAST`` turns a wrong cell into no row, and the place of a
row in an order that nobody stated says nothing about it. What only the plan of a query shows, as
``amount > 5 AND amount < 2``, ``plan.py`` finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from navicert.adapters.evidence_sql.functions import COUNTS, IN_AN_ORDER, RANKS, TABLE_FUNCTIONS

Node = Mapping[str, Any]

_CONDITIONS = ("where_clause", "having", "qualify", "condition", "filter", "filter_expr")
_PLACES = frozenset({"row_number", "ntile"})
_FRAME = ("UNBOUNDED_PRECEDING", "CURRENT_ROW_RANGE")
_JOINS = frozenset({"REGULAR", "CROSS", "NATURAL", "DEPENDENT"})
_WHERE = ("query_location", "query_location_length")


def nodes(tree: object) -> Iterator[Node]:
    """Give every node of a parsed query, in its order."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            yield node
            stack.extend(reversed(node.values()))
        elif isinstance(node, list):
            stack.extend(reversed(node))


def hides(node: Node, sql: str) -> Iterator[str]:
    """Say what of one part of a query a check may not have."""
    yield from _chance(node)
    for key in _CONDITIONS:
        if isinstance(node.get(key), dict) and "class" in node[key]:
            yield from _constant(node[key], sql)
    if node.get("try_cast") or node.get("type") == "OPERATOR_TRY":
        yield (
            "TRY and TRY_CAST make no value of a cell that is wrong, and its row is lost: declare "
            "the column with its type, or use CAST, which stops"
        )
    if node.get("class") == "COMPARISON" and _bare(node["left"]) == _bare(node["right"]):
        yield f"{_quoted(node, sql)} compares a thing with itself"
    if node.get("setop_type") == "EXCEPT" and _bare(node["children"][0]) in map(
        _bare, node["children"][1:]
    ):
        yield "EXCEPT takes a query from itself, which leaves nothing whatever the evidence says"


def _constant(condition: Node, sql: str) -> Iterator[str]:
    """Find each part of a condition that looks at no column, through AND, OR and NOT."""
    stack = [condition]
    while stack:
        node = stack.pop()
        if node.get("class") == "CONJUNCTION" or node.get("type") == "OPERATOR_NOT":
            stack.extend(reversed(node["children"]))
        elif not _looks(node) and not _windows(node):
            yield (
                f"the condition {_quoted(node, sql)} is the same of every row: a check chooses "
                "rows only by what stands in a column"
            )


def _looks(tree: object) -> bool:
    return any(
        node.get("class") == "COLUMN_REF" or node.get("function_name") in COUNTS
        for node in nodes(tree)
    )


def _windows(tree: object) -> bool:
    return any(node.get("class") == "WINDOW" for node in nodes(tree))


def _chance(node: Node) -> Iterator[str]:
    name = str(node.get("function_name", "")).casefold()
    if node.get("class") == "WINDOW":
        yield from _window(node, name)
    elif name in IN_AN_ORDER and not _by_columns(node.get("order_bys", {}).get("orders")):
        yield f"{name} without ORDER BY: its answer depends on the order of the rows"
    if node.get("type") == "DISTINCT_MODIFIER" and node.get("distinct_on_targets"):
        yield "DISTINCT ON keeps one row of several by chance: use GROUP BY with min or max"
    if node.get("type") == "JOIN" and node.get("ref_type") not in _JOINS:
        yield f"a join of the kind {str(node.get('ref_type'))[:40]} is not allowed in a check"
    if node.get("type") == "TABLE_FUNCTION":
        yield from _rows_of_none(node["function"])


def _window(node: Node, name: str) -> Iterator[str]:
    ordered = _by_columns(node.get("orders"))
    if name in _PLACES:
        yield (
            f"{name} counts rows by their place, which hides rows as LIMIT does: use min, max or "
            "count with GROUP BY, or rank with PARTITION BY and ORDER BY"
        )
    elif name in RANKS and not (ordered and _by_columns(node.get("partitions"))):
        yield (
            f"{name} without PARTITION BY and ORDER BY of columns looks at rows by their place, "
            "which hides rows as LIMIT does"
        )
    elif (node.get("start"), node.get("end")) != _FRAME and not ordered:
        yield f"{name} over a frame of rows without ORDER BY depends on the order of the rows"


def _by_columns(said: object) -> bool:
    return isinstance(said, list) and bool(said) and all(map(_looks, said))


def _rows_of_none(function: Node) -> Iterator[str]:
    """Refuse a made-up table that may have no row: then nothing joined to it has one."""
    name = str(function.get("function_name", "")).casefold()
    given = function.get("arguments", [])
    if name not in TABLE_FUNCTIONS or _looks(given):
        return
    numbers = [_number(one.get("expression", {})) for one in given]
    if name == "unnest" or None in numbers or not _counted(name, [int(n or 0) for n in numbers]):
        yield f"{name} without a column makes rows, or none, that are no evidence"


def _number(node: Node) -> str | None:
    literal = node.get("literal")
    if isinstance(literal, dict) and literal.get("kind") == "INTEGER":
        return str(literal.get("text")) if len(str(literal.get("text"))) < 19 else None  # noqa: PLR2004
    return None


def _counted(name: str, numbers: list[int]) -> bool:
    if not numbers or len(numbers) > 3 or 0 in numbers[2:]:  # noqa: PLR2004 - start, stop, step
        return False
    first, last = (0, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[1])
    step = (*numbers, 1)[2] if len(numbers) > 2 else 1  # noqa: PLR2004
    return bool(range(first, last + (name == "generate_series"), step))


def _bare(tree: object) -> list[dict[str, object]]:
    """Give the parts of a part of the query, one after the other, without where they stand."""
    return [
        {key: value for key, value in node.items() if key not in _WHERE and _is_plain(value)}
        for node in nodes(tree)
    ]


def _is_plain(value: object) -> bool:
    below = value if isinstance(value, list) else [value]
    return not any(isinstance(one, dict | list) for one in below)


def _quoted(node: Node, sql: str) -> str:
    at, length = node.get("query_location"), node.get("query_location_length")
    if not isinstance(at, int) or not isinstance(length, int):
        return "there"
    told = sql.encode()[at : at + length].decode("utf-8", "ignore")
    return repr(" ".join(told.split())[:60]) if told else "there"
