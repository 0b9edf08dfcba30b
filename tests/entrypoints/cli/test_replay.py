from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

ZTE = ROOT / "examples" / "zte"
CASE = """
title = "A case"
days = [2026-07-30]
acts = ["acts/*.toml"]
"""


def folder(tmp_path: Path, case: str = CASE) -> str:
    (tmp_path / "acts").mkdir()
    act = (ROOT / "examples" / "orders" / "chairs-germany.toml").read_bytes()
    (tmp_path / "acts" / "chairs.toml").write_bytes(act)
    (tmp_path / "case.toml").write_text(case, encoding="utf-8")
    return str(tmp_path)


def test_a_case_is_a_table_with_numbered_reasons(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert 0 == run(["replay", str(ZTE)])
    told = capsys.readouterr().out
    for words in ("2016-03-10", "2026-11-01", "PROHIBITED", "Second.A", "[1]", "83 FR"):
        assert words in told
    assert 120 >= max(len(line) for line in told.splitlines())
    assert not home.exists()


def test_a_narrow_terminal_gets_the_days_in_parts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run(["replay", str(ZTE)])
    told = capsys.readouterr().out
    assert 2 == sum(line.startswith("act ") for line in told.splitlines())
    assert 80 >= max(len(line) for line in told.splitlines())


def test_the_json_has_every_cell(capsys: pytest.CaptureFixture[str]) -> None:
    run(["replay", str(ZTE), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert "navicert.replay/1" == found["format"]
    days = found["days"]
    assert all(days == [cell["day"] for cell in act["cells"]] for act in found["acts"])
    chips = {cell["day"]: cell["outcome"] for cell in found["acts"][0]["cells"]}
    assert ("PROHIBITED", "NLR") == (chips["2018-05-14"], chips["2026-11-01"])


def test_the_drawing_fetches_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "zte.svg"
    run(["replay", str(ZTE), "--svg", str(place)])
    drawing = place.read_text(encoding="utf-8")
    assert drawing.startswith("<svg")
    assert "url(http" not in drawing.replace('"', "")
    assert capsys.readouterr().out


def test_patterns_name_acts_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["replay", folder(tmp_path)])
    assert "EX-CHAIRS-DE" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (CASE.replace("days", "dates"), "dates"),
        (CASE.replace("[2026-07-30]", "[]"), "at least one day"),
        (CASE.replace("acts/*.toml", "moves/*.toml"), "names no file"),
        (CASE.replace("acts/*.toml", "../other.toml"), "outside the folder"),
        (CASE.replace("acts/*.toml", "/etc/hosts"), "outside the folder"),
        ("title = ", "not a case"),
    ],
)
def test_a_case_that_cannot_be_read_says_why(
    case: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["replay", folder(tmp_path, case)])
    told = capsys.readouterr().err
    assert says in told
    assert "case.toml" in told


def test_a_case_takes_no_file_through_a_link_that_leaves_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Path(folder(tmp_path))
    (place / "acts" / "zz.toml").symlink_to("/etc/passwd")
    assert 2 == run(["replay", str(place)])
    assert "'acts/zz.toml' is a link to a place outside the folder" in capsys.readouterr().err
