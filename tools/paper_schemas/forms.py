"""Each document with the type that its reader converts it to, as JSON Schema (draft 2020-12).

A day is written here as its text in ISO 8601: in TOML it is a date of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from navicert.adapters.letters.check_form import CheckForm
from navicert.adapters.letters.letter_form import LetterForm
from navicert.adapters.letters.zip_form import FORMAT
from navicert.undertakings.certifications.bundle import Manifest
from navicert.undertakings.disclosures.case import Case

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_LETTER_ID = {"type": "string", "pattern": "^[a-z0-9][a-z0-9._-]{0,79}$"}
_PAGES: Mapping[str, str] = {
    "letter": "docs/certifications.md",
    "check": "docs/certifications.md",
    "bundle": "docs/certifications.md",
    "disclosure": "docs/disclosures.md",
}


def schemas() -> dict[str, Schema]:
    """Give each schema by its name."""
    made = {
        "letter": _letter(),
        "check": _of(CheckForm),
        "bundle": _bundle(),
        "disclosure": _disclosure(),
    }
    return {name: _headed(name, schema) for name, schema in made.items()}


def _of(form: type) -> Schema:
    found: Schema = msgspec.json.schema(form, schema_hook=_value)
    definitions: Schema = found.pop("$defs")
    own: Schema = definitions.pop(found.pop("$ref").rpartition("/")[2])
    return own | {"$defs": definitions}


def _value(kind: type) -> Schema:
    """Give what the value of a parameter may be; its check says which of them."""
    if kind is object:
        return {"type": ["string", "number", "boolean"]}
    raise NotImplementedError


def _letter() -> Schema:
    schema = _of(LetterForm)
    schema["properties"]["id"] = _LETTER_ID
    schema["$defs"]["ParagraphForm"]["oneOf"] = [
        {"required": ["text"], "not": {"anyOf": [{"required": ["check"]}, _VALUES]}},
        {"required": ["check"], "not": {"required": ["text"]}},
    ]
    return schema


_VALUES: Schema = {"required": ["values"]}


def _bundle() -> Schema:
    """A bundle has one form: no key is left out, and none is added."""
    schema = _of(Manifest)
    definitions = schema.pop("$defs")
    for one in (schema, *definitions.values()):
        if "properties" in one:
            one["additionalProperties"] = False
            one["required"] = sorted(one["properties"])
    return {
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "manifest": schema},
        "required": ["format", "manifest"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _disclosure() -> Schema:
    case = _of(Case)
    definitions = case.pop("$defs")
    case["properties"]["id"] |= {"pattern": r"\S"}
    return {
        "type": "object",
        "properties": {"disclosure": case},
        "required": ["disclosure"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _headed(name: str, schema: Schema) -> Schema:
    title = {"title": f"Navicert: {name}", "description": f"{_PAGES[name]} explains every key."}
    rest = {key: _days(value) for key, value in schema.items() if key not in title}
    return {"$schema": _DRAFT, **title, **rest}


def _days(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(schema, dict):
        is_day = schema.get("type") == "string" and schema.get("format") == "date"
        return _DAY if is_day else {key: _days(one) for key, one in schema.items()}
    return [_days(one) for one in schema] if isinstance(schema, list) else schema
