"""``navicert procurement`` at the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

EXAMPLE = ROOT / "examples" / "procurement"
DAY = ("--on", "2026-11-22")
INVENTORY = str(EXAMPLE / "inventory.csv")
STAKES = ("--ownership", str(EXAMPLE / "ownership.csv"))


def written(folder: Path, rows: str) -> str:
    path = folder / "some.csv"
    path.write_text("asset,manufacturer,category,funding,contractor\n" + rows, encoding="utf-8")
    return str(path)


def test_the_example_has_what_its_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert 4 == run(["procurement", INVENTORY, *STAKES, *DAY, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert {"barred": 8, "open": 4, "free": 3} == told["totals"]
    parts = {
        one["row"]: [f["part"] for f in one["findings"] if f["holds"] == "yes"]
        for one in told["assets"]
    }
    assert ["47 CFR 54.9", "47 CFR 54.10"] == parts["1"]
    assert ["889(a)(1)(A)", "889(a)(1)(B)"] == parts["8"]
    assert [] == parts["4"]


def test_without_the_stakes_the_subsidiary_is_not_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["procurement", INVENTORY, *DAY, "--json"])
    (switches,) = [a for a in json.loads(capsys.readouterr().out)["assets"] if a["row"] == "8"]
    assert ("free", []) == (switches["verdict"], switches["findings"])


def test_the_table_names_part_day_company_and_questions(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert 4 == run(["procurement", INVENTORY, *STAKES, *DAY])
    shown = capsys.readouterr().out
    for words in (
        "15 judged on 2026-11-22: 8 barred, 4 open, 3 free",
        "subsidiary of ZTE Corporation",
        "2021-05-11",
        "may: 889(b)(1)",
        "? row 9: Who made Modem racks? [manufacturer]",
        "not legal advice",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("Router,Cisco,telecommunications,grant,no\n", 0),
        ("Router,,telecommunications,grant,no\n", 3),
        ("Router,ZTE,telecommunications,grant,no\n", 4),
        ("Router,ZTE,spoons,grant,no\n", 2),
    ],
)
def test_the_status_says_what_was_found(tmp_path: Path, row: str, status: int) -> None:
    assert status == run(["procurement", written(tmp_path, row), *DAY])


def test_before_the_act_the_law_has_no_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "Router,ZTE,telecommunications,grant,no\n")
    assert 3 == run(["procurement", path, "--on", "2017-01-01"])
    assert "nobody verified it for 2017-01-01" in capsys.readouterr().err


def test_the_workbook_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.xlsx"
    assert 4 == run(["procurement", INVENTORY, *DAY, "--xlsx", str(out)])
    assert f"written: {out}" in capsys.readouterr().err
    assert 2 == run(["procurement", INVENTORY, *DAY, "--xlsx", str(out)])
    assert 2 == run(["procurement", INVENTORY, *DAY, "--xlsx", str(tmp_path / "out.pdf")])


def test_a_hostile_name_writes_nothing_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "\x1b[2J[red]x,ZTE,telecommunications,grant,no\n")
    assert 4 == run(["procurement", path, *DAY])
    shown = capsys.readouterr().out
    assert "\x1b[2J" not in shown
    assert "[red]x" in shown


def test_a_loaded_register_is_asked_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["ownership", "load", str(EXAMPLE / "ownership.csv")])
    capsys.readouterr()
    run(["procurement", INVENTORY, *DAY, "--json"])
    told = json.loads(capsys.readouterr().out)
    (switches,) = [one for one in told["assets"] if one["row"] == "8"]
    assert "barred" == switches["verdict"]
    assert [("ownership", 1)] == [(one["title"], one["stakes"]) for one in told["registers"]]


def test_a_stake_that_ended_before_the_day_is_none(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    sold = tmp_path / "sold.csv"
    maker = "Kangxun Telecommunication Works Ltd."
    sold.write_text(
        f"owner,owned,percent,to\nZTE Corporation,{maker},90,2024-06-30\n", encoding="utf-8"
    )
    verdicts = {}
    for day in ("2024-06-30", "2024-07-01"):
        run(["procurement", INVENTORY, "--ownership", str(sold), "--on", day, "--json"])
        assets = json.loads(capsys.readouterr().out)["assets"]
        verdicts[day] = next(one["verdict"] for one in assets if one["row"] == "8")
    assert {"2024-06-30": "barred", "2024-07-01": "free"} == verdicts


def test_two_entities_of_a_makers_name_are_a_doubt(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    register = tmp_path / "two.csv"
    rows = ("ZTE Corporation,Twin Works,1,90", "Somebody,Twin Works,2,90")
    head = "owner,owned,owned_id,percent"
    register.write_text("\n".join((head, *rows, "")), encoding="utf-8")
    assert 0 == run(["ownership", "load", str(register)])
    capsys.readouterr()
    path = written(tmp_path, "Radio,Twin Works,telecommunications,grant,no\n")
    assert run(["procurement", path, *DAY, "--json"]) in {3, 4}
    told = json.loads(capsys.readouterr().out)
    assert any("Twin Works" in doubt for doubt in told["doubts"])
