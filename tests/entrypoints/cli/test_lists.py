from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT
from tests.parties.lists.written import DENIED_PERSON, dpl

ORDERS = str(ROOT / "examples" / "zte" / "orders.toml")


def test_without_a_list_the_status_says_what_follows(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["lists", "status"])
    assert "every party is unscreened" in capsys.readouterr().out


def test_a_loaded_list_is_shown_with_day_age_entries_and_digest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 0 == run(["lists", "load", ORDERS, "--as-of", "2026-07-30"])
    assert "loaded" in capsys.readouterr().out
    run(["lists", "status"])
    told = " ".join(capsys.readouterr().out.split())
    for words in ("Denial orders against", "2026-07-30", "days"):
        assert words in told


def test_the_json_of_lists_has_what_the_tables_show(capsys: pytest.CaptureFixture[str]) -> None:
    run(["lists", "load", ORDERS, "--json"])
    loaded = json.loads(capsys.readouterr().out)
    run(["lists", "status", "--json"])
    (found,) = json.loads(capsys.readouterr().out)["lists"]
    assert (loaded["digest"], loaded["entries"]) == (found["digest"], found["entries"])


def test_a_loaded_list_is_asked_by_the_next_check(capsys: pytest.CaptureFixture[str]) -> None:
    run(["lists", "load", ORDERS])
    order = ROOT / "examples" / "orders" / "chips-denied-customer.toml"
    assert 4 == run(["check", str(order)])
    assert "Denial orders against ZTE" in capsys.readouterr().out


def test_a_trial_run_loads_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    run(["lists", "load", ORDERS, "--dry-run"])
    assert "not loaded, as asked" in capsys.readouterr().out
    run(["lists", "status", "--json"])
    assert [] == json.loads(capsys.readouterr().out)["lists"]


def test_the_status_names_the_lists_that_nobody_asks(capsys: pytest.CaptureFixture[str]) -> None:
    run(["lists", "load", ORDERS])
    capsys.readouterr()
    run(["lists", "status"])
    told = " ".join(capsys.readouterr().out.split())
    assert "Entity List (BIS); Unverified List (BIS)" in told
    assert "Denied Persons List (BIS)" not in told


def test_a_list_taken_out_of_force_is_asked_no_more_and_the_log_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["lists", "load", ORDERS])
    assert 0 == run(["lists", "retire", "own"])
    assert "Denial orders against ZTE: no longer in force" in capsys.readouterr().out
    run(["lists", "status", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert ([], []) == (found["lists"], found["doubts"])
    assert 0 == run(["records", "show", "1"])
    assert "list_retirement" in capsys.readouterr().out
    assert 2 == run(["lists", "retire", "own"])
    assert "none is loaded" in capsys.readouterr().err


def test_the_status_names_the_file_that_was_loaded_and_not_the_address_of_the_authority(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "january.txt").write_text(dpl(DENIED_PERSON), encoding="utf-8")
    run(["lists", "load", str(tmp_path / "january.txt"), "--accept-loss"])
    capsys.readouterr()
    assert 0 == run(["lists", "status"])
    told = capsys.readouterr().out
    assert "from january.txt" in told
    assert "bis.doc.gov" not in told
    run(["lists", "status", "--json"])
    (load,) = json.loads(capsys.readouterr().out)["lists"]
    assert "january.txt" == load["place"]
