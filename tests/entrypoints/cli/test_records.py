from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

CHAIRS = str(ROOT / "examples" / "orders" / "chairs-germany.toml")


def checked(times: int, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Check an order some times and give the checkpoints."""
    signed = []
    for _ in range(times):
        run(["check", CHAIRS, "--json"])
        signed.append(json.loads(capsys.readouterr().out)["record"]["checkpoint"])
    return signed


def test_an_empty_log_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["records", "verify"])
    assert "whole: 0 record(s)" in capsys.readouterr().out


def test_a_whole_log_agrees_with_checkpoints_kept_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "checkpoint.txt"
    kept.write_text(checked(3, capsys)[1], encoding="utf-8")
    assert 0 == run(["records", "verify", str(kept), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (True, 3) == (found["whole"], found["size"])


def test_the_first_altered_entry_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(3, capsys)
    with closing(sqlite3.connect(home / "navicert.db")) as database, database:
        (table,) = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if "content" in {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
        ]
        database.execute(f"UPDATE {table} SET content = x'7b7d' WHERE position = 1")  # noqa: S608
    assert 2 == run(["records", "verify"])
    told = capsys.readouterr().err
    assert "entry 1 is altered" in told
    assert "next: trust no record from there on" in told


def test_a_record_shows_the_answer_and_its_json_all_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    checked(1, capsys)
    run(["records", "show", "0"])
    told = capsys.readouterr().out
    assert "RELEASE: no license required" in told
    run(["records", "show", "0", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert "EX-CHAIRS-DE" == found["content"]["order"]["reference"]
