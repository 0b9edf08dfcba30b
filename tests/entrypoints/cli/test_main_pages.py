"""The commands that the pages show are run in their order, each in a data directory of its own."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT


def blocks(page: str) -> list[list[str]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.findall(r"(?m)^```\n((?:.+\n)+?)```$", text)
    return [block.splitlines() for block in found]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_as_shown(lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for line in lines:
        command, _, remark = line.partition("  #")
        tokens = shlex.split(command)
        if tokens[0] == "cd":
            monkeypatch.chdir(tokens[1])
            continue
        told = re.search(r"status (\d)", remark)
        assert (int(told[1]) if told else 0) == run(tokens[1:]), line


@pytest.mark.parametrize("page", ["README.md", "docs/denial-orders.md"])
def test_the_commands_of_orders_letters_and_disclosures_run_in_their_order(
    page: str, copied: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (lines,) = [one for one in blocks(page) if "settlement-2017" in "".join(one)]
    shown = {shlex.split(line)[1] for line in lines if line.startswith("navicert ")}
    assert {"orders", "undertakings", "certify", "disclose"} == shown
    run_as_shown(lines, monkeypatch)
    told = " ".join(capsys.readouterr().out.split())
    assert "ZTE on 2018-05-14: zte-2017 ACTIVE UNTIL 2025-03-13" in told
    assert copied.is_dir()


def test_the_commands_of_owners_exposure_and_procurement_run_in_their_order(
    copied: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (lines,) = [one for one in blocks("README.md") if "examples/ownership" in "".join(one)]
    run_as_shown(lines, monkeypatch)
    told = " ".join(capsys.readouterr().out.split())
    for words in ("OFAC 50 percent rule: bound", "42% of the population", "8 barred, 4 open"):
        assert words in told
    for written in ("owners.svg", "exposure.html"):
        assert (copied / written).stat().st_size


def test_what_the_page_says_of_each_day_is_what_is_shown(
    copied: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (lines,) = [one for one in blocks("docs/denial-orders.md") if "settlement-2017" in "".join(one)]
    run_as_shown([one for one in lines if " load " in one], monkeypatch)
    found = []
    for line in lines:
        if "orders show" in line:
            capsys.readouterr()
            run(shlex.split(line.partition("  #")[0])[1:])
            found.append("bars anything on this day" not in capsys.readouterr().out)
    assert [False, True, False] == found
    assert copied.is_dir()


def test_without_the_settlements_nothing_is_shown_and_the_next_step_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 2 == run(["orders", "show", "ZTE", "--on", "2018-05-14"])
    assert "none is loaded: name a file with --file" in capsys.readouterr().err
