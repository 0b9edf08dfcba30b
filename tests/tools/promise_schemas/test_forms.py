"""What the reader of instruments takes, the schema takes; what it refuses by shape, it refuses."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from navicert.entrypoints.cli.main import run
from navicert.errors import InstrumentRefused
from navicert.undertakings.instruments.reader import read
from tests.health.house import ROOT
from tests.undertakings.federal_register import texts
from tools.promise_schemas.__main__ import FOLDER, pages

EXAMPLES = [*(ROOT / "examples" / "zte").glob("settlement-*.toml")]
EXAMPLES += (ROOT / "examples" / "undertakings").glob("*.toml")
INSTRUMENTS = [path for path in sorted(EXAMPLES) if "citation" in tomllib.loads(path.read_text())]
TEXT = (ROOT / "examples" / "zte" / "settlement-2018.toml").read_text(encoding="utf-8")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(schema, format_checker=checker)


def problems(name: str, document: object) -> list[str]:
    return [f"{e.json_path}: {e.message[:200]}" for e in validator(name).iter_errors(document)]


def as_json(text: str) -> Any:  # noqa: ANN401 - what TOML holds
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


@pytest.mark.parametrize("name", ["instrument.schema.json", "orders-read.schema.json"])
def test_the_page_is_what_the_classes_say(name: str) -> None:
    assert pages()[name] == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", INSTRUMENTS, ids=lambda path: path.name)
def test_every_example_keeps_to_the_schema(path: Path) -> None:
    assert [] == problems("instrument.schema.json", as_json(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "zte-2018"', 'id = "ZTE 2018"'),
        ('id = "zte-2018"', 'id = "zte-2018"\ncolor = "red"'),
        ("day = 2018-06-08", 'day = "8 June 2018"'),
        ('kind = "settlement"', 'kind = "deal"'),
        ("amount = 1_000_000_000", "amount = 1.5"),
        ("within = { days = 30,", "within = { days = 30, months = 1,"),
        ("within = { days = 30,", "day = 2018-07-08\nwithin = { days = 30,"),
        ("days_before = 30", "days_before = 30\ndays_after = 1"),
        ('tell = ["mailto:export.compliance@example.com"]', 'tell = ["somebody"]'),
        ('state = "paid"', 'state = "gone"'),
    ],
)
def test_what_the_reader_refuses_by_its_shape_the_schema_refuses(old: str, new: str) -> None:
    changed = TEXT.replace(old, new, 1)
    with pytest.raises(InstrumentRefused):
        read("x.toml", changed.encode())
    assert problems("instrument.schema.json", as_json(changed))


def test_what_orders_read_prints_keeps_to_its_schema(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, part, other = tmp_path / "whole.txt", tmp_path / "part.txt", tmp_path / "other.txt"
    whole.write_text(texts.order(), encoding="utf-8")
    part.write_text(texts.order(dated="", terms=texts.clauses(Second_B="")), encoding="utf-8")
    other.write_text("In this final rule, BIS amends the EAR.\n", encoding="utf-8")
    paths = [whole, part, other, tmp_path / "none.txt"]
    run(["orders", "read", *map(str, paths), "--json"])
    document = json.loads(capsys.readouterr().out)
    assert [1, 1, 0, 0] == [len(one["orders"]) for one in document]
    assert [] == problems("orders-read.schema.json", document)
    del document[0]["orders"][0]["end"]
    document[1]["new"] = 1
    assert 2 == len(problems("orders-read.schema.json", document))


def test_every_order_of_the_corpus_keeps_to_it(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = sorted((corpus / "orders" / "federal-register").glob("2025-*.txt"))
    run(["orders", "read", *map(str, files), "--json"])
    assert [] == problems("orders-read.schema.json", json.loads(capsys.readouterr().out))
