"""Each file by itself; what is unloaded; and days on which nothing was in force."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

ZTE = ROOT / "examples" / "zte"
OLD, NEW = str(ZTE / "settlement-2017.toml"), str(ZTE / "settlement-2018.toml")
REPRIMAND = str(ZTE / "letters" / "checks" / "reprimand.toml")


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


@pytest.fixture
def bad(tmp_path: Path) -> str:
    file = tmp_path / "bad.toml"
    file.write_text('id = "bad"\n', encoding="utf-8")
    return str(file)


def test_of_several_instruments_each_is_loaded_or_refused_by_itself(
    bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["undertakings", "load", OLD, bad, "nowhere.toml", NEW])
    told = capsys.readouterr()
    assert "zte-2017: Settlement" in told.out
    assert "zte-2018: " in told.out
    assert "bad.toml" in told.err
    assert "nowhere.toml" in told.err
    assert 0 == run(["undertakings", "load", OLD, NEW, "--json"])
    assert ["same", "same"] == [one["was"] for one in json.loads(capsys.readouterr().out)]
    assert 2 == run(["undertakings", "load", OLD, bad, "--json"])
    first, second = json.loads(capsys.readouterr().out)
    assert ("same", bad) == (first["was"], second["file"])
    assert 2 == run(["undertakings", "load"])


@pytest.mark.parametrize("command", [["list"], ["show", "ZTE"]])
def test_one_bad_file_beside_the_loaded_does_not_stop_the_others(
    command: list[str], bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["orders", *command, "--on", "2018-05-14", "--file", bad, "--file", OLD]
    assert 2 == run(asked)
    told = capsys.readouterr()
    assert "March 2017" in told.out
    assert "bad.toml" in told.err
    assert 2 == run([*asked, "--json"])
    document = json.loads(capsys.readouterr().out)
    assert [bad] == [one["file"] for one in document["unreadable"]]
    assert ["zte-2017"] == [one["id"] for one in document["instruments"]]


def test_one_bad_check_does_not_stop_the_others(
    bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["undertakings", "check", bad, REPRIMAND])
    told = capsys.readouterr()
    assert "UNDECIDED" in told.out
    assert "bad.toml" in told.err
    assert 2 == run(["undertakings", "check", bad, REPRIMAND, "--json"])
    document = json.loads(capsys.readouterr().out)
    assert (1, [bad]) == (len(document["checks"]), [one["file"] for one in document["unreadable"]])


def test_what_is_unloaded_is_in_force_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["undertakings", "load", OLD])
    mistake = ["--because", "loaded by mistake", "--by", "Eva Lind"]
    assert 2 == run(["undertakings", "unload", "zte-2018", *mistake])
    assert "of zte-2017" in capsys.readouterr().err
    assert 0 == run(["undertakings", "unload", "zte-2017", *mistake])
    assert "no longer in force" in capsys.readouterr().out
    assert 0 == run(["orders", "list"])
    assert "zte-2017" not in capsys.readouterr().out
    assert 0 == run(["records", "verify"])
    assert 0 == run(["undertakings", "load", OLD])
    capsys.readouterr()
    assert 0 == run(["undertakings", "unload", "zte-2017", *mistake, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert ("zte-2017", "loaded by mistake", "Eva Lind") == (
        told["unloaded"],
        told["because"],
        told["by"],
    )


NONE = "no instrument was in force on 0001-01-01: the first loaded here, zte-2017, is of 2017-03"


@pytest.mark.parametrize("command", [["list"], ["due"], ["calendar"], ["board"]])
def test_a_day_before_every_instrument_is_said(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["undertakings", "load", OLD, NEW])
    file = tmp_path / "out"
    out = ["--output", str(file)] if command[0] in {"calendar", "board"} else []
    capsys.readouterr()
    assert 0 == run(["undertakings", *command, *out, "--on", "0001-01-01"])
    told = capsys.readouterr().out
    assert NONE in told
    assert "Nothing is overdue" not in told
    assert 0 == run(["undertakings", *command, *out, "--on", "0001-01-01", "--json"])
    assert json.loads(capsys.readouterr().out)["note"].startswith(NONE)
    assert 0 == run(["undertakings", "calendar", "--output", str(tmp_path / "x"), "--json"])
    assert "" == json.loads(capsys.readouterr().out)["note"]
    if command == ["board"]:
        assert NONE[1:] in file.read_text(encoding="utf-8")


def test_a_desk_without_instruments_does_not_say_that_nothing_is_overdue(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 0 == run(["undertakings", "due"])
    told = capsys.readouterr().out
    assert "no instrument was loaded here" in told
    assert "Nothing is overdue" not in told
