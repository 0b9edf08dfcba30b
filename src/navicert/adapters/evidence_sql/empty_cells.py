"""Comparisons that one empty cell turns into no row at all: ``NOT IN``, and ``NULL`` in a list.

``id NOT IN (1, NULL)`` is never true, of any row; ``id NOT IN (SELECT ...)`` neither once one cell
of the inner column is empty. Where no cell is empty it is what it seems, and is let through.
"""

from __future__ import annotations

from collections.abc import Iterator

from navicert.adapters.evidence_sql.hiding import Node, nodes

_INSTEAD = "use NOT EXISTS (SELECT 1 ... WHERE a = b)"


def loses(node: Node, filled: frozenset[str]) -> Iterator[str]:
    """Say which part finds no row for an empty cell; ``filled`` are columns without any."""
    children = node.get("children")
    if node.get("type") == "COMPARE_IN" and any(map(_is_null, children or ())):
        yield f"a list with NULL in it: NOT IN such a list is never true; {_INSTEAD} or IS NULL"
    if node.get("type") != "OPERATOR_NOT" or not children:
        return
    inner = children[0]
    if inner.get("subquery_type") == "ANY" and not _has_no_empty(inner["subquery"], filled):
        yield (
            "NOT IN (SELECT ...) finds no row at all once one inner cell is empty, and here one is "
            f"or may be: {_INSTEAD}"
        )


def _is_null(node: Node) -> bool:
    literal = node.get("literal")
    return isinstance(literal, dict) and literal.get("kind") == "NULL_LITERAL"


def _has_no_empty(subquery: Node, filled: frozenset[str]) -> bool:
    chosen = [one for node in nodes(subquery) for one in node.get("select_list", ())]
    joined = {node.get("join_type") for node in nodes(subquery) if node.get("type") == "JOIN"}
    return joined <= {"INNER", "SEMI", "ANTI"} and all(
        one.get("class") == "COLUMN_REF" and str(one["column_names"][-1]).casefold() in filled
        for one in chosen
    )
