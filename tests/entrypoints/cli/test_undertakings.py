from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

ZTE = ROOT / "examples" / "zte"
SETTLEMENT = str(ZTE / "settlement-2018.toml")
EVA = ["--by", "Eva Lind"]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_a_settlement_is_loaded_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["undertakings", "load", SETTLEMENT, "--dry-run"])
    assert "would be loaded" in told(capsys)
    assert 0 == run(["undertakings", "load", SETTLEMENT, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert ("new", 0) == (found["was"], found["record"])
    assert 0 == run(["undertakings", "load", SETTLEMENT])
    assert "is loaded already, from the same bytes" in told(capsys)


def test_what_changed_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["undertakings", "load", SETTLEMENT])
    changed = tmp_path / "changed.toml"
    text = Path(SETTLEMENT).read_text(encoding="utf-8")
    changed.write_text(text.replace("days = 30, after", "days = 45, after"), encoding="utf-8")
    capsys.readouterr()
    assert 0 == run(["undertakings", "load", str(changed)])
    assert "commitments[replace-boards].when.period.count 30 45" in told(capsys)


def test_each_commitment_says_what_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    run(["undertakings", "load", SETTLEMENT])
    capsys.readouterr()
    run(["undertakings", "list", "--on", "2018-07-01"])
    shown = told(capsys)
    assert 4 == shown.count("(deduced)")
    assert 2 == shown.count("(stated in the instrument)")
    run(["undertakings", "list", "--on", "2018-07-01", "--json"])
    found = json.loads(capsys.readouterr().out)["commitments"]
    assert {"deduced": "deduced", "record": "stated in the instrument"} == {
        one["basis"]: one["basis_words"] for one in found
    }


@pytest.mark.parametrize(
    ("on", "within", "status"),
    [
        ("2018-06-08", "29", 0),
        ("2018-06-08", "30", 3),
        ("2018-07-08", "0", 3),
        ("2018-07-09", "0", 3),
    ],
)
def test_due_ends_with_3_when_something_is_overdue_or_due(
    on: str, within: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["undertakings", "load", SETTLEMENT])
    assert status == run(["undertakings", "due", "--on", on, "--within", within])
    capsys.readouterr()
    run(["undertakings", "due", "--on", on, "--within", within, "--json"])
    found = json.loads(capsys.readouterr().out)["commitments"]
    assert (["2018-07-08"] if status else []) == [one["day"] for one in found]


def test_done_takes_it_off_the_board(capsys: pytest.CaptureFixture[str]) -> None:
    run(["undertakings", "load", SETTLEMENT])
    assert 0 == run(["undertakings", "done", "replace-boards", "--on", "2018-07-09", *EVA])
    assert "late: it was due on 2018-07-08" in told(capsys)
    assert 0 == run(["undertakings", "--on", "2018-07-10", "--json"])
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert {"overdue": 0, "due": 1, "later": 4, "done": 1} == counts
    assert 0 == run(["undertakings", "list", "--on", "2018-07-08"])
    assert "Due in 30 days: 2" in told(capsys)
    assert 2 == run(["undertakings", "done", "replace-boards", *EVA])
    assert "done on 2018-07-09 already" in capsys.readouterr().err


def test_calendar_and_board_are_written_over_their_own_kind_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["undertakings", "load", SETTLEMENT])
    for command, name in (("calendar", "u.ics"), ("board", "u.html")):
        path = tmp_path / name
        options = [command, "--output", str(path), "--on", "2018-07-09"]
        assert 0 == run(["undertakings", *options])
        first = path.read_bytes()
        assert 0 == run(["undertakings", *options, "--json"])
        assert first == path.read_bytes()
        path.write_text("somebody's notes", encoding="utf-8")
        assert 2 == run(["undertakings", *options])
        assert "somebody's notes" == path.read_text(encoding="utf-8")
        assert 0 == run(["undertakings", *options, "--force"])
        assert first == path.read_bytes()
    said = capsys.readouterr().err
    assert "u.ics: is there already, and this command did not write it; name another" in said
    assert f"written: {tmp_path / 'u.html'}" in said
    assert f"written in place of the one before: {tmp_path / 'u.html'}" in said
    assert 2 == run(["undertakings", "board", "--output", str(tmp_path / "no" / "u.html")])


def test_nobody_is_told_of_a_payment_that_its_penalty_says_is_paid(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["undertakings", "load", str(ZTE / "settlement-2017.toml")])
    run(["undertakings", "load", SETTLEMENT])
    capsys.readouterr()
    run(["undertakings", "notify", "--on", "2018-09-07", "--dry-run", "--json"])
    notices = json.loads(capsys.readouterr().out)["notices"]
    assert {"zte-2018/replace-boards"} == {one["commitment"] for one in notices}


def test_notices_that_fail_end_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NAVICERT_SMTP_HOST", raising=False)
    run(["undertakings", "load", SETTLEMENT])
    assert 0 == run(["undertakings", "notify", "--on", "2018-06-08", "--dry-run"])
    assert "to send export.compliance@example.com Due in 30 days" in told(capsys)
    assert 3 == run(["undertakings", "notify", "--on", "2018-06-08"])
    assert "no mail server" in told(capsys)
    assert 0 == run(["records", "verify"])


def test_what_cannot_be_read_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.toml"
    path.write_text("shoe_size = 4\n", encoding="utf-8")
    assert 2 == run(["undertakings", "load", str(path)])
    assert "docs/undertakings.md explains every key" in capsys.readouterr().err
    assert 2 == run(["undertakings", "due", "--within", "-1"])
    assert 2 == run(["undertakings", "list", "--on", "yesterday"])


def test_a_record_of_an_instrument_shows_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    run(["undertakings", "load", SETTLEMENT])
    capsys.readouterr()
    assert 0 == run(["records", "show", "0"])
    shown = told(capsys)
    assert "about zte-2018" in shown
    assert "title Superseding settlement with BIS of June 2018" in shown


def test_the_worked_example_of_the_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "undertakings.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```\n\n```sh\n(.*?)```", page, re.DOTALL)
    assert example
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.toml").write_text(example[1], encoding="utf-8")
    for line in example[2].splitlines():
        command, _, remark = line.partition("#")
        stated = re.search(r"ends with (\d)", remark)
        assert (int(stated[1]) if stated else 0) == run(shlex.split(command)[1:]), line
    text = told(capsys)
    assert "250,000.00 USD due, overdue since 2026-02-09" in text
    assert "2026-02-08" in text
    assert "act by 2026-02-06" in text
    assert "to send compliance@example.com Due in 13 days: Appoint a compliance officer" in text
