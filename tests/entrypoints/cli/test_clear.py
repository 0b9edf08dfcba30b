from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run

LISTS = """
title = "Ours"
as_of = 2026-07-29
covers = ["DPL", "EL", "UVL", "MEU", "SDN"]

[[listing]]
list = "SDN"
entry = "1a2b3c4d"
names = ["Kangxun Foundry"]
"""
WHY = ["--reason", "founded 1998 in Bremen", "--by", "Eva"]


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", "120")
    path = tmp_path / "ours.toml"
    path.write_text(LISTS, encoding="utf-8")
    return ["--watch", str(path)]


def screened(watch: list[str], *options: str) -> int:
    return run(["screen", "Kangxun Foundry", *options, "--on", "2026-07-30", *watch])


def test_a_cleared_match_is_shown_as_such_and_counts_no_more(
    watch: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 3 == screened(watch)
    match = ["--match", "SDN:1a2b3c", "--until", "2999-01-01"]
    assert 0 == run(["clear", "Kangxun Foundry", *match, *WHY, *watch])
    capsys.readouterr()
    assert 0 == screened(watch)
    words = " ".join(capsys.readouterr().out.split())
    assert words.startswith("CLEAR")
    assert "cleared SDN Kangxun Foundry" in words
    assert "cleared by Eva" in words
    assert "until 2999-01-01 (no. 1) founded 1998 in Bremen" in words
    assert 3 == screened(watch, "--country", "CN")


def test_decisions_are_listed_and_taken_back(
    watch: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["clear", "--list"])
    assert "no match was ever cleared here" in capsys.readouterr().out
    run(["clear", "Kangxun Foundry", "--match", "SDN:1a2b3c4d", "--country", "DE", *WHY, *watch])
    assert 0 == run(["clear", "--revoke", "1", "--reason", "it was them", "--by", "Kim"])
    capsys.readouterr()
    assert 0 == run(["clear", "--list", "--json"])
    (found,) = json.loads(capsys.readouterr().out)["cleared"]
    assert (False, "Kim", "it was them") == (
        found["holds"],
        found["revoked_by"],
        found["revoked_why"],
    )
    assert 0 == run(["clear", "--list"])
    words = " ".join(capsys.readouterr().out.split())
    assert "Kangxun Foundry (DE)" in words
    assert "revoked by Kim: it was them" in words
    assert 3 == screened(watch, "--country", "DE")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "give a name to clear, --list, or --revoke NUMBER"),
        (["A", "--list"], "give a name to clear"),
        (["A", *WHY], "--match: name the entry"),
        (["A", "--match", "SDN:1"], "--reason: say why"),
        (["A", "--match", "SDN:1", *WHY], "'A' does not meet SDN:1; it meets nobody"),
        (["--revoke", "7", *WHY], "cleared pair 7: none that stands"),
    ],
)
def test_a_mistake_ends_with_2_and_is_named(
    options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["clear", *options])
    assert message in capsys.readouterr().err
