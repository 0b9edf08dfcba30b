"""The functions that a check may call: each gives the same answer to the same cells, always.

The engine calls a function CONSISTENT although its answer is another one tomorrow, with the next
version or in another order of rows (``current_localtime``, ``version``, ``first``), so both must
say yes: this list and the engine's catalog.
"""

from __future__ import annotations

import duckdb

TABLE_FUNCTIONS = frozenset({"unnest", "range", "generate_series"})

IN_AN_ORDER = frozenset({"string_agg", "listagg", "group_concat", "list", "array_agg"})
"""Aggregates whose answer depends on the order of the rows: only with an ORDER BY of their own."""

RANKS = frozenset(
    {"rank", "dense_rank", "percent_rank", "cume_dist", "lag", "lead"}
    | {"first_value", "last_value", "nth_value"}
)
"""Window functions that look at the order of the rows."""

_OPERATORS = frozenset({"+", "-", "*", "/", "//", "%", "^", "**", "||"})
_LIKE = frozenset(
    {"~~", "!~~", "~~*", "!~~*", "~~~", "like_escape", "not_like_escape"}
    | {"ilike_escape", "not_ilike_escape"}
)
_NUMBERS = frozenset(
    {"abs", "add", "ceil", "ceiling", "divide", "fdiv", "floor", "fmod", "greatest", "least"}
    | {"mod", "multiply", "round", "sign", "subtract", "trunc"}
)
_TEXTS = frozenset(
    {"ascii", "char_length", "character_length", "chr", "concat", "concat_ws", "contains"}
    | {"ends_with", "format", "instr", "lcase", "left", "length", "len", "levenshtein", "lower"}
    | {"lpad", "ltrim", "nfc_normalize", "position", "prefix", "printf", "regexp_extract"}
    | {"regexp_full_match", "regexp_matches", "regexp_replace", "repeat", "replace", "reverse"}
    | {"right", "rpad", "rtrim", "split", "split_part", "starts_with", "str_split", "string_split"}
    | {"string_to_array", "strip_accents", "strlen", "strpos", "substr", "substring", "suffix"}
    | {"translate", "trim", "ucase", "upper"}
)
_DAYS = frozenset(
    {"date_add", "date_diff", "date_part", "date_sub", "date_trunc", "datediff", "datepart"}
    | {"datesub", "datetrunc", "day", "dayofmonth", "dayofweek", "dayofyear", "days_in_month"}
    | {"isodow", "isoyear", "last_day", "make_date", "month", "quarter", "strftime", "strptime"}
    | {"to_days", "to_months", "to_weeks", "to_years", "week", "weekofyear", "year", "yearweek"}
)
_AGGREGATES = frozenset(
    {"avg", "bool_and", "bool_or", "count", "count_if", "count_star", "countif", "max", "mean"}
    | {"median", "min", "quantile_cont", "quantile_disc", "stddev", "stddev_pop", "stddev_samp"}
    | {"sum", "var_pop", "var_samp", "variance"}
)
_LISTS = frozenset({"array_length", "list_contains", "list_value", "row"})
_CHOICES = frozenset({"if", "nullif"})

NAMED = (
    _OPERATORS | _LIKE | _NUMBERS | _TEXTS | _DAYS | _AGGREGATES | _LISTS | _CHOICES
) | IN_AN_ORDER
"""What a check may call outside of a window."""

COUNTS = _AGGREGATES
"""Aggregates that look at rows even where they name no column, as ``count(*)`` does."""

_KINDS = "'scalar', 'aggregate', 'window'"
_WRITTEN_IN_OTHERS = frozenset(
    {"if", "nullif", "split_part", "fmod", "fdiv", "days_in_month", "date_add"}
)
"""Macros: the catalog gives them no stability, and what they are made of is on the list."""


def steady(engine: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Give those of the named functions that the engine, too, calls the same always."""
    asked = (
        f"SELECT function_name FROM duckdb_functions() WHERE function_type IN ({_KINDS}) "  # noqa: S608 - fixed
        "GROUP BY function_name HAVING bool_and(stability = 'CONSISTENT')"
    )
    same = {str(name).casefold() for (name,) in engine.execute(asked).fetchall()}
    return (NAMED | RANKS) & (same | _WRITTEN_IN_OTHERS | {"unnest", "row", "count_star"})
