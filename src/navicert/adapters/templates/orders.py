"""Templates of an order in the four forms, all made from the one commented TOML order."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from importlib import resources

from navicert.adapters.orders import columns, toml_form
from navicert.adapters.orders.columns import Column, Level
from navicert.adapters.orders.read import Form
from navicert.adapters.templates import workbook

_PARTY_FIELDS = ("name", "country", "address", "headquarters", "government", "military")


def template(form: Form) -> bytes:
    """Give an order to fill in, which reads back without error as it is."""
    if form is Form.TOML:
        return _toml()
    if form is Form.JSON:
        return _json()
    found = template_columns()
    cells = [_cell(column) for column in found]
    return workbook.make(found, cells) if form is Form.XLSX else _csv(found, cells)


def template_columns() -> tuple[Column, ...]:
    """Give the columns of the tables: all but the rarer ones of parties."""
    found = [columns.find(name) for name in columns.names()]
    return tuple(column for column in found if column is not None and _is_common(column))


def _is_common(column: Column) -> bool:
    field = column.name.removeprefix(f"{column.party}_")
    return column.level is not Level.PARTY or (
        field in _PARTY_FIELDS and column.role not in {"other", "other_party_authorized"}
    )


def _toml() -> bytes:
    return resources.files("navicert.adapters.templates").joinpath("order.toml").read_bytes()


def _example() -> dict[str, object]:
    return dict(toml_form.parse(_toml(), "order.toml").content)


def _json() -> bytes:
    return f"{json.dumps(_example(), default=_as_json, indent=2)}\n".encode()


def _csv(found: tuple[Column, ...], cells: list[str]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.name for column in found)
    writer.writerow(cells)
    return text.getvalue().encode("utf-8-sig")


def _cell(column: Column) -> str:
    """Give what the example says in this column."""
    value: object = _table(column)
    for step in column.path:
        value = value.get(str(step)) if isinstance(value, dict) else None
    if isinstance(value, list):
        return "|".join(str(entry) for entry in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _table(column: Column) -> object:
    example = _example()
    if column.level is Level.ORDER:
        return example
    tables = example["lines" if column.level is Level.LINE else "parties"]
    found = tables if isinstance(tables, list) else []
    if column.level is Level.PARTY:
        found = [party for party in found if column.role in party["roles"]]
    return found[0] if found else {}


def _as_json(value: object) -> str | int:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")
