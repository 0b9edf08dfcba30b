from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

ZTE = ROOT / "examples" / "zte"
FILES = ["--file", str(ZTE / "settlement-2017.toml"), "--file", str(ZTE / "settlement-2018.toml")]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def shown(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert 0 == run(["orders", "show", *options, *FILES])
    return " ".join(capsys.readouterr().out.split())


def test_the_fourteenth_of_may_2018(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "ZTE", "--on", "2018-05-14")
    assert "ACTIVE UNTIL 2025-03-13 BIS order of 23 March 2017" in text
    assert "ZTE Kangxun Telecommunications Ltd.; nobody else is named" in text
    for clause in ("First A", "First B", "First C", "Second A", "Second D", "Second E"):
        assert f"{clause} " in text
    assert "the clauses A to C are examples and not the limit" in text
    assert "in doubt: older orders say export or reexport only; transfer in country was" in text
    assert "Carved out on 2018-05-14: nothing." in text
    assert "300,000,000 USD due 83 FR 17644" in text
    assert text.index("denial activated") < text.index("2018-05-14 <- the day asked for")
    assert text.index("<- the day asked for") < text.index("denial carved out")


def test_the_authorization_says_until_when_and_for_whom_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys, "zte kangxun", "--on", "2018-07-10")
    assert "when 2018-07-02 to 2018-08-01, both included" in text
    assert "not for anybody in Country Group E:1, E:2" in text


def test_a_suspended_denial_says_what_may_move_it(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "zte-2017", "--on", "2017-06-01")
    assert "No denial of these instruments bars anything on this day." in text
    assert "after notice and an opportunity to respond (766.17(c); 766.18(c))" in text
    assert "zte-2018" not in text


def test_nothing_later_than_the_day_is_shown_but_under_its_heading(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys, "ZTE", "--on", "2017-06-01")
    until, since = text.split("what happened since, or is stated for later")
    assert "2018" not in until
    assert "may be activated by the signing official" in until
    assert "else ends with its stated last day" in until
    assert "2018-04-15 denial activated" in since
    assert 0 == run(["orders", "list", "--on", "2017-03-01", *FILES])
    assert "none that was loaded here was signed by then" in capsys.readouterr().out


def test_what_is_owed_is_shown_with_what_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "ZTE", "--on", "2018-09-01")
    assert "zte-2017: superseded by zte-2018 since 2018-06-08" in text
    assert "Replace the entire boards" in text
    assert "within 30 days (deduced)" in text
    assert "overdue by 55 days" in text
    assert "(stated in the instrument)" in text
    assert "commitments besides: 2 done, 8 superseded" in text


def test_json_has_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["orders", "show", "ZTE", "--on", "2018-07-10", "--json", *FILES])
    found = json.loads(capsys.readouterr().out)
    assert found["bars"]
    old, new = found["denials"]
    assert ("active", "2025-03-13", 10) == (old["state"], old["end"], len(old["barred"]))
    assert ["E:1", "E:2"] == old["carved_out"][0]["excluded_groups"]
    assert ("suspended", "2028-06-08") == (new["state"], new["end"])
    assert ["361000000", "300000000", "1000000000", "400000000"] == [
        one["amount"] for one in found["penalties"]
    ]
    assert ["deduced"] == [
        one["basis"]
        for one in found["timeline"]
        if one["what"].startswith("Civil penalty to pay") and one["day"] == "2018-06-08"
    ]


def test_loaded_instruments_are_found_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    run(["undertakings", "load", str(ZTE / "settlement-2018.toml")])
    capsys.readouterr()
    assert 0 == run(["orders", "list", "--on", "2018-08-02"])
    text = " ".join(capsys.readouterr().out.split())
    assert "zte-2018 Superseding settlement" in text
    assert "suspended until 2028-06-08" in text
    assert 0 == run(["orders", "list", "--on", "2018-08-02", "--json"])
    (one,) = json.loads(capsys.readouterr().out)["instruments"]
    assert ["paid", "in_escrow"] == [penalty["state"] for penalty in one["penalties"]]


def test_whom_no_instrument_names_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["orders", "show", "Huawei", *FILES])
    assert "'Huawei': no instrument has this id, or names such a party" in capsys.readouterr().err
    assert 2 == run(["orders", "show", "ZTE"])
    assert "none is loaded: name a file with --file" in capsys.readouterr().err
    assert 2 == run(["orders", "show", " ", *FILES])
    assert 2 == run(["orders", "show", "ZTE", *FILES[:2], *FILES[:2]])
    assert "has the id 'zte-2017', as" in capsys.readouterr().err


def test_an_empty_desk_lists_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["orders", "list"])
    assert "no instrument was loaded here" in capsys.readouterr().out


def test_before_the_law_begins_no_state_is_guessed() -> None:
    assert 0 == run(["orders", "show", "ZTE", "--on", "2016-03-10", *FILES])


def test_an_end_that_the_law_does_not_let_be_is_in_doubt_wherever_it_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "examples/undertakings/temporary-denial.toml").read_text(encoding="utf-8")
    file = tmp_path / "tdo.toml"
    file.write_text(text.replace("2026-08-26", "2028-08-26"), encoding="utf-8")
    assert 0 == run(["undertakings", "load", str(file)])
    assert "180 days at the most (15 CFR 766.24(b)(4))" in capsys.readouterr().out
    assert 0 == run(["undertakings", "load", str(file), "--json"])
    (doubt,) = json.loads(capsys.readouterr().out)["doubts"]
    assert doubt.endswith("from its issue on 2026-02-27: 2026-08-26")
    assert 0 == run(["orders", "list", "--on", "2027-01-01"])
    assert "in doubt" in capsys.readouterr().out
    assert 0 == run(["orders", "show", "Norrland", "--on", "2027-01-01"])
    said = capsys.readouterr().out
    assert "ACTIVE" in said
    assert "states its end as 2028-08-26, but a temporary denial lasts 180 days" in said
