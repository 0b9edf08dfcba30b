"""What ``navicert screen`` and ``navicert clear`` print with --json keeps to its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "docs" / "schemas" / "screening.schema.json").read_text(encoding="utf-8")
)
ORDERS = str(ROOT / "examples" / "zte" / "orders.toml")
LISTS = """
[[listing]]
list = "SDN"
entry = "1a2b3c4d"
names = ["Kangxun Foundry", "Kangxun Foundry Ltd"]
type = "entity"
countries = ["CN"]
"""


def validated(text: str, kind: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    validator = jsonschema.Draft202012Validator(
        {"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]},
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    assert [] == [f"{e.json_path}: {e.message}" for e in validator.iter_errors(document)]
    return document


@pytest.fixture
def watch(tmp_path: Path) -> list[str]:
    path = tmp_path / "ours.toml"
    path.write_text(LISTS, encoding="utf-8")
    return ["--watch", str(path)]


def test_the_schema_is_a_schema_and_lets_no_unknown_key_in() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    objects = [one for one in SCHEMA["$defs"].values() if "properties" in one]
    assert all(one["additionalProperties"] is False for one in objects)


def test_a_screening_keeps_to_the_schema_with_all_that_may_be_said(
    watch: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    details = ["--country", "DE", "--birth-date", "1965-03", "--id", "imo:9074729", "--known"]
    named = ["screen", "Kangxun Foundry", "--type", "person", *details, "2026-01-01"]
    assert 3 == run([*named, *watch, "--json"])
    found = validated(capsys.readouterr().out, "screening")
    (match,) = found["parties"][0]["matches"]
    assert ["no", "no"] == [one["agrees"] for one in match["evidence"]]
    assert 2 == len(match["names"])


def test_a_denial_order_keeps_to_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    run(["screen", "ZTE Corporation", "--on", "2017-06-01", "--watch", ORDERS, "--json"])
    found = validated(capsys.readouterr().out, "screening")
    assert found["parties"][0]["matches"][0]["denial_order"]["state"] == "suspended"


def test_a_cleared_match_keeps_to_the_schema(
    watch: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    why = ["--reason", "another firm", "--by", "Eva", "--json"]
    run(["clear", "Kangxun Foundry", "--match", "SDN:1a2b3c4d", *why, *watch])
    assert validated(capsys.readouterr().out, "clearings")["cleared"][0]["holds"]
    run(["screen", "Kangxun Foundry", *watch, "--json", "--no-record"])
    found = validated(capsys.readouterr().out, "screening")
    assert [1] == [one["clearing"]["number"] for one in found["parties"][0]["cleared"]]
    run(["clear", "--revoke", "1", *why])
    assert "Eva" == validated(capsys.readouterr().out, "clearings")["cleared"][0]["revoked_by"]
