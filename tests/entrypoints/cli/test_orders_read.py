from __future__ import annotations

import json
import shlex
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from navicert.facts.denial_order import OrderKind, OrderState
from navicert.parties.lists.read import read
from tests.health.house import ROOT
from tests.undertakings.federal_register import texts


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.txt"
    path.write_text(texts.order(), encoding="utf-8")
    return path


def test_a_whole_order_is_shown_and_ends_with_0(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["orders", "read", str(order)])
    shown = " ".join(capsys.readouterr().out.split())
    assert "Aerofalcon; a/k/a Falcon Wings; 7 Letnaya Street, Moscow, Russia" in shown
    assert "2022-10-04 (computed, line 16)" in shown


def test_what_was_not_read_is_named_and_ends_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "order.txt"
    path.write_text(texts.order(dated=""), encoding="utf-8")
    assert 3 == run(["orders", "read", str(path)])
    assert "not read: effective" in capsys.readouterr().out


def test_another_notice_is_refused_with_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rule.txt"
    path.write_text("In this final rule, BIS amends the EAR.\n", encoding="utf-8")
    assert 2 == run(["orders", "read", str(path)])
    assert "but a rule" in " ".join(capsys.readouterr().out.split())


def test_an_information_collection_has_its_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notice.txt"
    path.write_text("Agency information collection activities.\n", encoding="utf-8")
    assert 2 == run(["orders", "read", str(path)])
    assert "but an information collection" in " ".join(capsys.readouterr().out.split())


def test_json_has_every_field_and_what_is_unread(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["orders", "read", str(order), "--json"])
    (told,) = json.loads(capsys.readouterr().out)
    (read_,) = told["orders"]
    assert ("temporary", True, [], "2022-10-04", "computed") == (
        read_["kind"],
        read_["standard_terms"],
        read_["unread"],
        read_["end"]["day"],
        read_["end"]["basis"],
    )


def test_the_toml_is_the_order_that_a_watch_reads(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["orders", "read", str(order), "--toml"])
    (kept,) = read("orders.toml", capsys.readouterr().out.encode()).orders
    assert (
        "FR Doc. 2022-07777",
        OrderKind.TEMPORARY,
        (("Aerofalcon", "Falcon Wings"),),
        True,
        [OrderState.NONE, OrderState.ACTIVE, OrderState.ACTIVE, OrderState.EXPIRED],
    ) == (
        kept.reference,
        kept.kind,
        kept.persons,
        kept.standard_terms,
        [
            kept.state_on(day)
            for day in (
                date(2022, 4, 6),
                date(2022, 4, 7),
                date(2022, 10, 4),
                date(2022, 10, 5),
            )
        ],
    )


def test_an_order_written_as_toml_stops_whom_it_denies(
    order: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["orders", "read", str(order), "--toml"])
    watch = tmp_path / "watch.toml"
    watch.write_text(capsys.readouterr().out, encoding="utf-8")
    arguments = ["screen", "Falcon Wings", "--watch", str(watch), "--on", "2022-06-01", "--json"]
    run(arguments)
    assert "FR Doc. 2022-07777" in capsys.readouterr().out


def test_the_toml_says_where_a_field_was_not_read_and_takes_no_unread_terms_for_standard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "order.txt"
    terms = texts.clauses(Second_B="")
    path.write_text(texts.order(dated="", terms=terms), encoding="utf-8")
    run(["orders", "read", str(path), "--toml"])
    told = capsys.readouterr().out
    (order,) = tomllib.loads(told)["denial_order"]
    assert (False, date(2022, 4, 8)) == (order["standard_terms"], order["event"][0]["day"])
    assert "# not read: effective: " in told
    assert "# The end was not read" in told


def test_a_name_cannot_break_out_of_the_toml(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "order.txt"
    name = 'Evil\\" ] [[listing]] Co., 1 Road\u2028, Oslo, Norway'
    path.write_text(texts.order(first=texts.barring(name)), encoding="utf-8")
    run(["orders", "read", str(path), "--toml"])
    assert {"title", "denial_order"} == set(tomllib.loads(capsys.readouterr().out))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "order.txt"
    path.write_bytes(b"First, \xff\xfe")
    assert 2 == run(["orders", "read", str(path)])


def test_no_file_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["orders", "read"])
    assert "name the texts" in capsys.readouterr().err


def test_the_commands_of_the_page_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "denial-orders.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    shown, written, screened = page.split("```")[1].strip().splitlines()
    assert 0 == run(shlex.split(shown)[1:])
    capsys.readouterr()
    command, file = written.split(" > ")
    assert 0 == run(shlex.split(command)[1:])
    (tmp_path / file).write_text(capsys.readouterr().out, encoding="utf-8")
    run(shlex.split(screened)[1:])
    assert "FR Doc. 2022-07777" in capsys.readouterr().out


def test_the_example_is_the_order_that_the_tests_try() -> None:
    kept = ROOT / "examples" / "denial-orders" / "aerofalcon.txt"
    assert texts.order() == kept.read_text(encoding="utf-8")


@pytest.fixture
def bad(tmp_path: Path) -> list[str]:
    empty, damaged = tmp_path / "empty.txt", tmp_path / "bytes.txt"
    empty.write_text(" \n", encoding="utf-8")
    damaged.write_bytes(b"First, \xff")
    return [str(tmp_path / "none.txt"), str(empty), str(damaged)]


def test_one_bad_file_does_not_stop_the_others(
    order: Path, bad: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["orders", "read", *bad, str(order), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [0, 0, 0, 1] == [len(one["orders"]) for one in found]
    absent, empty, damaged, good = (one["unreadable"] for one in found)
    assert "none.txt" in absent
    assert "empty.txt: it is empty" in empty
    assert "bytes.txt:1: not UTF-8" in damaged
    assert "" == good


def test_what_is_bad_is_said_beside_what_was_read(
    order: Path, bad: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["orders", "read", *bad, str(order)])
    shown = " ".join(capsys.readouterr().out.split())
    assert "it is empty" in shown
    assert "Aerofalcon" in shown
    assert 2 == run(["orders", "read", *bad, str(order), "--toml"])
    told = capsys.readouterr()
    assert 1 == len(tomllib.loads(told.out)["denial_order"])
    assert "it is empty" in told.err


def test_the_worst_file_gives_the_exit_code(order: Path, tmp_path: Path, bad: list[str]) -> None:
    part = tmp_path / "part.txt"
    part.write_text(texts.order(dated=""), encoding="utf-8")
    assert 3 == run(["orders", "read", str(part), str(order)])
    assert 2 == run(["orders", "read", bad[1], str(part), str(order)])


def test_the_help_names_every_command_that_takes_the_toml(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["orders", "read", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    for name in ("'check --watch'", "'screen --watch'", "'lists load'"):
        assert name in shown
