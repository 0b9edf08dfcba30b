from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run

SAID = ["--table", "roster", "--system", "personnel, Shenzhen", "--by", "Ana"]


def added(tmp_path: Path, name: str, content: bytes, day: str) -> int:
    file = tmp_path / name
    file.write_bytes(content)
    return run(["undertakings", "evidence", "add", str(file), *SAID, "--day", day])


def test_evidence_is_listed_with_what_is_in_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    run(["undertakings", "evidence", "list"])
    assert "there is no evidence here" in capsys.readouterr().out
    assert 0 == added(tmp_path, "new.csv", b"id\n2\n", "2018-03-28")
    assert 0 == added(tmp_path, "old.csv", b"id\n1\n", "2016-11-28")
    assert "not in force: evidence of a later day" in capsys.readouterr().out
    run(["undertakings", "evidence", "list", "--all", "--json"])
    found = json.loads(capsys.readouterr().out)["evidence"]
    assert [("new.csv", True), ("old.csv", False)] == [
        (one["file"], one["in_force"]) for one in found
    ]
    run(["undertakings", "evidence", "list", "--on", "2017-01-01"])
    assert "old.csv" in capsys.readouterr().out
    run(["undertakings", "evidence", "list", "--known", "2017-01-01", "--json"])
    assert [] == json.loads(capsys.readouterr().out)["evidence"]


def test_the_query_that_a_file_answers_is_kept_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    query, file = tmp_path / "q.sql", tmp_path / "roster.csv"
    query.write_text("SELECT id FROM staff\n", encoding="utf-8")
    file.write_bytes(b"id\n1\n")
    more = ["--day", "2016-11-28", "--query", str(query), "--json"]
    assert 0 == run(["undertakings", "evidence", "add", str(file), *SAID, *more])
    told = json.loads(capsys.readouterr().out)
    assert "SELECT id FROM staff" == told["added"]["evidence"]["query"]


@pytest.mark.parametrize(
    ("name", "content", "day", "says"),
    [
        ("r.csv", b"id\n1\n", "2999-01-01", "yet to come"),
        ("r.csv", b"id\n1\n", "28.11.2016", "--day"),
        ("r.csv", b"", "2016-11-28", "no row"),
        ("r.doc", b"id\n1\n", "2016-11-28", "evidence is a file of"),
        ("r.xlsx", b"no workbook", "2016-11-28", "not a whole XLSX file"),
    ],
)
def test_a_file_that_proves_nothing_is_not_kept(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    home: Path,
    name: str,
    content: bytes,
    day: str,
    says: str,
) -> None:
    assert 2 == added(tmp_path, name, content, day)
    assert says in capsys.readouterr().err
    assert not (home / "evidence").exists()


def test_a_check_names_its_files_or_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["undertakings", "check"])
    assert 2 == run(["undertakings", "check", "--all", "x.toml"])
    assert "name files of checks, or give --all" in capsys.readouterr().err
    assert 0 == run(["undertakings", "check", "--all", "--json"])
    assert {"certifications": []} == json.loads(capsys.readouterr().out)
