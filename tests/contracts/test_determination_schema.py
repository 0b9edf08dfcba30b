from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "docs" / "schemas" / "determination.schema.json").read_text(encoding="utf-8")
)
ORDERS = sorted((ROOT / "examples" / "orders").glob("*.toml"))
WATCH = sorted((ROOT / "examples" / "zte").glob("*s.toml"))


def validated(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert [] == [f"{e.json_path}: {e.message}" for e in validator.iter_errors(document)]
    return document


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("order", ORDERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("watched", [False, True], ids=["unwatched", "watched"])
def test_every_answer_keeps_to_the_schema(
    order: Path, *, watched: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    watch = [f"--watch={path}" for path in WATCH] if watched else []
    status = run(["check", str(order), "--json", *watch])
    document = validated(capsys.readouterr().out)
    assert {"release": 0, "hold": 3, "stop": 4}[document["action"]] == status


def test_what_the_log_holds_keeps_to_the_schema_too(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(ORDERS[0])])
    capsys.readouterr()
    run(["records", "show", "0", "--json"])
    record = json.loads(capsys.readouterr().out)["content"]
    assert ["determination", "format", "order"] == sorted(record)
    assert "record" not in record["determination"]
    validated(json.dumps(record["determination"]))


def test_no_object_of_the_schema_lets_unknown_keys_in() -> None:
    objects = [SCHEMA, *(one for one in SCHEMA["$defs"].values() if "properties" in one)]
    assert all(one["additionalProperties"] is False for one in objects)


def test_every_key_is_explained() -> None:
    page = (ROOT / "docs" / "determination-format.md").read_text(encoding="utf-8")
    objects = [SCHEMA, *(one for one in SCHEMA["$defs"].values() if "properties" in one)]
    keys = {key for one in objects for key in one["properties"]}
    told = {"since", "until", "citations", "license_requirement", "license_policy"}
    told |= {"list", "list_title", "entry", "end", "standard_terms", "table", "title", "note"}
    assert [] == sorted(key for key in keys - told if f"`{key}`" not in page)
