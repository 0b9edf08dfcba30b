"""What ``navicert lists`` prints with --json keeps to its schema, and a person reads the same."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "docs" / "schemas" / "lists.schema.json").read_text(encoding="utf-8")
)


def validated(text: str, kind: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    validator = jsonschema.Draft202012Validator(
        {"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]},
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    assert [] == [f"{e.json_path}: {e.message}" for e in validator.iter_errors(document)]
    return document


def file(folder: Path, month: int, *names: str) -> str:
    rows = "".join(f'[[listing]]\nlist = "EL"\nnames = ["{name}"]\n' for name in names)
    path = folder / f"{month}.toml"
    path.write_text(f'title = "Ours"\nas_of = 2026-0{month}-01\n{rows}', encoding="utf-8")
    return str(path)


@pytest.fixture
def loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    run(["lists", "load", file(tmp_path, 1, "Acme", "Bolt")])
    run(["lists", "load", file(tmp_path, 2, "Acme", "=Cargo", "Dray")])
    capsys.readouterr()
    return tmp_path


def test_the_schema_is_a_schema_and_lets_no_unknown_key_in() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    objects = [one for one in SCHEMA["$defs"].values() if "properties" in one]
    assert all(one["additionalProperties"] is False for one in objects)


def test_a_load_keeps_to_the_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["lists", "load", file(tmp_path, 1, "Acme"), "--json"])
    assert 1 == validated(capsys.readouterr().out, "loaded")["entries"]


def test_the_status_tells_age_and_change(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["lists", "status", "--json"])
    (found,) = validated(capsys.readouterr().out, "status")["lists"]
    assert {"added": 2, "changed": 0, "removed": 1} == found["change"]
    assert not found["too_old"]
    run(["undertakings", "load", str(ROOT / "examples" / "zte" / "settlement-2017.toml")])
    capsys.readouterr()
    run(["lists", "status", "--json"])
    assert 1 == len(validated(capsys.readouterr().out, "status")["instruments"])
    run(["lists", "status"])
    told = capsys.readouterr().out
    assert "+2 ~0 -1" in told
    assert "asked besides, of loaded instruments: Settlement with BIS" in " ".join(told.split())
    assert loaded.exists()


def test_a_list_of_an_authority_that_is_too_old_is_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(file(tmp_path, 1, "Acme"))
    path.write_text(f'covers = ["EL"]\n{path.read_text(encoding="utf-8")}', encoding="utf-8")
    run(["lists", "load", str(path)])
    capsys.readouterr()
    run(["lists", "status", "--json"])
    assert validated(capsys.readouterr().out, "status")["lists"][0]["too_old"]
    run(["lists", "status"])
    assert "Ours: too old: run" in " ".join(capsys.readouterr().out.split())


def test_an_update_from_a_folder_keeps_to_the_schema_and_its_status_says_what_failed(
    loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file(loaded, 3, "Acme")
    (loaded / "1.toml").unlink()
    assert 0 == run(["lists", "update", "--from", str(loaded), "--json"])
    rows = validated(capsys.readouterr().out, "update")["lists"]
    looked_at = [one["result"] for one in rows if one["result"] != "absent"]
    assert ["unchanged", "loaded"] == looked_at
    assert {"CSL", "DPL", "SDN"} <= {one["code"] for one in rows if one["result"] == "absent"}
    (loaded / "4.toml").write_text("[[listing]]\nbad = 1\n", encoding="utf-8")
    assert 3 == run(["lists", "update", "--from", str(loaded), "--dry-run"])
    told = " ".join(capsys.readouterr().out.split())
    assert "a trial run: nothing was put in force" in told
    assert "The last good load of each stays in force." in told
    assert 3 == run(["lists", "update", "--from", str(loaded), "--json"])
    validated(capsys.readouterr().out, "update")


def test_an_unknown_code_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["lists", "update", "NOPE"])
    assert "no list with an official address" in capsys.readouterr().err


def test_a_difference_is_told_as_a_table_as_json_and_as_files(
    loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = ["lists", "diff", "Ours@2026-01-01", "Ours"]
    assert 0 == run([*pair, "--json", "--csv", str(loaded / "d.csv")])
    found = validated(capsys.readouterr().out, "difference")
    assert [("EL", 2, 2, 1, 0, 3)] == [tuple(one.values()) for one in found["totals"]]
    with (loaded / "d.csv").open(encoding="utf-8-sig", newline="") as page:
        rows = [(row["result"], row["name"]) for row in csv.DictReader(page)]
    assert [("added", "'=Cargo"), ("added", "Dray"), ("removed", "Bolt")] == rows
    assert 0 == run([*pair, "--xlsx", str(loaded / "d.xlsx")])
    assert "added 2" in capsys.readouterr().out
    assert 2 == run([*pair, "--csv", str(loaded / "d.csv")])
    assert "is there already" in capsys.readouterr().err


def test_a_history_keeps_to_the_schema(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["lists", "history", "Bolt", "--json"])
    (thread,) = validated(capsys.readouterr().out, "history")["entries"]
    assert ["listed", "removed"] == [event["event"] for event in thread["events"]]
    assert not thread["listed_now"]
    run(["lists", "history", "Bolt"])
    assert "2026-02-01, loaded" in capsys.readouterr().out
    run(["lists", "history", "Nobody"])
    assert "on no list that is kept here" in capsys.readouterr().out
    assert loaded.exists()


def test_a_check_of_what_was_known_says_so(
    loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = str(ROOT / "examples" / "orders" / "chairs-germany.toml")
    assert 3 == run(["check", order, "--known", "2020-01-01"])
    told = " ".join(capsys.readouterr().out.split())
    assert "as known at 2020-01-01T23:59:59.999999Z" in told or "as known at 2020-01-0" in told
    assert "no list was in force at this desk" in told
    assert 2 == run(["check", order, "--known", "2999-01-01"])
    assert "still to come" in capsys.readouterr().err
    assert loaded.exists()
