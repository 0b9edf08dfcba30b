from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from navicert.adapters.orders import columns, toml_form
from navicert.adapters.orders.read import Form, read_bytes
from navicert.adapters.templates.orders import template
from navicert.casework.intake import intake
from navicert.casework.order import keys
from navicert.casework.order.keys import Key
from navicert.facts.end_use import EndUseKind
from navicert.facts.item import ItemKind
from navicert.terms import country, exception_symbol, reason_for_control
from navicert.terms.activity import Activity
from navicert.terms.party_role import PartyRole

SCHEMA: dict[str, Any] = json.loads(Path("docs/schemas/order.schema.json").read_bytes())
EXAMPLES = sorted(Path("examples/orders").glob("*.toml"))
GROUPS = {
    "destination": keys.DESTINATION,
    "party": keys.PARTY,
    "address": keys.ADDRESS,
    "stake": keys.STAKE,
    "end_use": keys.END_USE,
    "knowledge": keys.KNOWLEDGE,
    "resolved_red_flag": keys.RESOLVED,
    "line": keys.LINE,
    "part": keys.PART,
}


def plain(value: object) -> object:
    """Bring TOML's own dates and our decimals to what JSON has."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("form", Form)
def test_a_template_reads_back_as_it_is_and_says_the_same_in_each_form(form: Form) -> None:
    expected = intake(read_bytes(template(Form.TOML), "order.toml"))
    found = intake(read_bytes(template(form), f"order.{form}"))
    assert expected.lines == found.lines
    assert [(one.name, one.roles) for one in expected.parties] == [
        (one.name, one.roles) for one in found.parties
    ]
    assert expected.destination == found.destination


@pytest.mark.parametrize("form", Form)
def test_the_same_version_makes_the_same_bytes(form: Form) -> None:
    assert template(form) == template(form)


def test_the_toml_template_shows_every_key() -> None:
    text = template(Form.TOML).decode()
    for group in (keys.ORDER, *GROUPS.values()):
        for key in group:
            assert key.name in text


def test_the_toml_template_reads_back_with_every_key_in_use() -> None:
    lines = template(Form.TOML).decode().splitlines()
    used = [line.removeprefix("# ") if is_key(line) else line for line in lines]
    assert intake(toml_form.parse("\n".join(used).encode(), "order.toml")).answers


def is_key(line: str) -> bool:
    return line.startswith("# ") and (" = " in line or line.startswith("# ["))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_keeps_to_the_schema(path: Path) -> None:
    content = toml_form.parse(path.read_bytes(), path.name).content
    assert [] == list(Draft202012Validator(SCHEMA).iter_errors(plain(content)))


@pytest.mark.parametrize("form", [Form.TOML, Form.JSON])
def test_every_template_keeps_to_the_schema(form: Form) -> None:
    content = read_bytes(template(form), f"order.{form}").content
    assert [] == list(Draft202012Validator(SCHEMA).iter_errors(plain(content)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_has_the_keys_of_the_reader_and_no_others() -> None:
    tables = {name: table for name, table in SCHEMA["$defs"].items() if "properties" in table}
    assert GROUPS.keys() == tables.keys()
    for group, table in [(keys.ORDER, SCHEMA), *((GROUPS[name], tables[name]) for name in tables)]:
        assert names(group) == list(table["properties"])
        assert [key.name for key in group if key.needed] == table.get("required", [])
        assert table["additionalProperties"] is False


def names(group: tuple[Key, ...]) -> list[str]:
    return [key.name for key in group]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("activity", Activity),
        ("role", PartyRole),
        ("item_kind", ItemKind),
        ("end_use_kind", EndUseKind),
        ("chart_column", reason_for_control.COLUMNS),
        ("license_exception", exception_symbol.SECTIONS),
        ("country", country.names()),
    ],
)
def test_the_schema_has_the_terms_of_the_reader(name: str, expected: Iterable[str]) -> None:
    assert sorted(expected) == sorted(SCHEMA["$defs"][name]["anyOf"][0]["enum"])


def test_the_document_of_the_form_names_every_key_and_column() -> None:
    text = Path("docs/order-format.md").read_text(encoding="utf-8")
    for group in (keys.ORDER, *GROUPS.values()):
        for key in group:
            assert f"| `{key.name}`" in text
    for name in columns.names():
        column = columns.find(name)
        assert column is not None
        tail = name.removeprefix(column.party) if column.party else name
        assert f"`{tail}`" in text
