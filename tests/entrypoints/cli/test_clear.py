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
    assert words.startswith(
        "CLEAR: nobody met a listed name that was not cleared before at 0.3 or more on 2026-07-30; "
        "1 match(es) cleared before"
    )
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


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        (LISTS + 'remarks = "also of Bremen"\n', True),
        (LISTS.replace("1a2b3c4d", "9z8y7x6w"), True),
        (LISTS.replace("Kangxun", "Another"), True),
        (LISTS.replace("Kangxun", "Another").replace("1a2b3c4d", "9z8y7x6w"), False),
    ],
    ids=["the entry says more", "its number changed", "its name changed", "it is gone"],
)
def test_a_decision_on_an_entry_that_changed_is_shown_as_lapsed(
    changed: str, *, shown: bool, watch: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(watch[1])
    run(["lists", "load", str(path)])
    run(["clear", "Kangxun Foundry", "--match", "SDN:1a2b3c4d", *WHY])
    path.write_text(changed, encoding="utf-8")
    run(["lists", "load", str(path)])
    capsys.readouterr()
    assert 0 == run(["clear", "--list"])
    assert shown == ("lapsed: the list says" in " ".join(capsys.readouterr().out.split()))
    run(["clear", "--list", "--json"])
    (found,) = json.loads(capsys.readouterr().out)["cleared"]
    gone = "no list that is loaded has the entry"
    assert found["lapsed"] == ("the list says something else in the entry now" if shown else gone)
    assert shown != found["holds"]


def test_a_match_that_comes_back_says_what_was_decided_and_why_it_holds_no_longer(
    watch: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    clear = ["clear", "Kangxun Foundry", "--match", "SDN:1a2b3c4d", *WHY, *watch]
    run(clear)
    run([*clear, "--country", "DE", "--until", "2026-12-31"])
    run(["clear", "--revoke", "1", "--reason", "it was them", "--by", "Kim"])
    capsys.readouterr()
    assert 3 == screened(watch)
    words = " ".join(capsys.readouterr().out.split())
    assert "cleared before by Eva on" in words
    assert "(no. 1), no longer: taken back by Kim on" in words
    assert "it was them" in words
    assert "(no. 2), no longer: it is of a party in DE" in words
    Path(watch[1]).write_text(LISTS + 'remarks = "also of Bremen"\n', encoding="utf-8")
    run(["screen", "Kangxun Foundry", "--country", "DE", *watch, "--json"])
    (match,) = json.loads(capsys.readouterr().out)["parties"][0]["matches"]
    whys = [one["why"] for one in match["lapsed"]]
    assert "the list says something else in the entry now" == whys[1]
    run(["screen", "Kangxun Foundry", "--country", "DE", *watch, "--json", "--on", "2027-01-01"])
    (match,) = json.loads(capsys.readouterr().out)["parties"][0]["matches"]
    assert "its last day, 2026-12-31, has passed" == match["lapsed"][1]["why"]
