"""The schemas as the readers' own classes give them, with what a class alone does not say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from navicert.undertakings.federal_register.notice import OrderNotice, OtherNotice
from navicert.undertakings.instruments.form import InstrumentForm

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"

ONE_OF = {
    "CommitmentForm": ("day", "within", "ahead", "throughout", "day_not_known"),
    "StepForm": ("days_before", "on_the_day", "days_after"),
    "PeriodForm": ("days", "business_days", "months", "years"),
    "AfterForm": ("days", "business_days", "months", "years"),
    "BeforeForm": ("days", "business_days", "months", "years"),
}
"""Of which keys a table has exactly one."""


def instrument() -> Schema:
    """Give the schema of an instrument; TOML's days are ISO 8601 texts in JSON."""
    (root,), found = msgspec.json.schema_components([InstrumentForm], ref_template=_REF)
    definitions = {name: _plain(one) for name, one in sorted(found.items())}
    for name, keys in ONE_OF.items():
        definitions[name]["oneOf"] = [_given(key) for key in keys]
    definitions["AfterForm"]["properties"]["after"] = _anchor("from which it is counted")
    definitions["BeforeForm"]["properties"]["before"] = _anchor("before which it is counted")
    told = "An instrument: docs/undertakings.md explains every key"
    return {"$schema": DIALECT, "title": told, **root, "$defs": definitions}


def orders_read() -> Schema:
    """Give the schema of what ``navicert orders read --json`` prints."""
    types = (OrderNotice, OtherNotice)
    _, found = msgspec.json.schema_components(types, ref_template=_REF)
    definitions = {name: _whole(_plain(one)) for name, one in sorted(found.items())}
    definitions["OrderNotice"] = _with(
        definitions["OrderNotice"],
        {"standard_terms": {"type": ["boolean", "null"]}, "complete": {"type": "boolean"}},
    )
    file = _with(
        {"type": "object", "properties": {}},
        {
            "file": {"type": "string"},
            "orders": _list("OrderNotice"),
            "refused": _list("OtherNotice"),
            "unreadable": {"type": "string"},
        },
    )
    title = "What navicert orders read prints with --json: docs/denial-orders.md explains it"
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "array",
        "items": {"$ref": "#/$defs/file"},
        "$defs": {"file": file, **definitions},
    }


def _given(key: str) -> Schema:
    value: Schema = {"const": True} if key == "on_the_day" else {"not": {"type": "null"}}
    return {"required": [key], "properties": {key: value}}


def _anchor(what: str) -> Schema:
    return {"type": "string", "description": f"a day, or the id of an event or commitment {what}"}


def _plain(definition: Schema) -> Schema:
    """Leave out the name of the class, which says nothing to a reader."""
    return {key: value for key, value in definition.items() if key != "title"}


def _whole(definition: Schema) -> Schema:
    """Ask for every key and let no other in: what is printed has them all."""
    return _with(definition, {}) if "properties" in definition else definition


def _with(definition: Schema, more: Schema) -> Schema:
    properties = {**definition["properties"], **more}
    return definition | {
        "properties": properties,
        "required": _names(properties),
        "additionalProperties": False,
    }


def _names(properties: Iterable[str]) -> list[str]:
    return list(properties)


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
