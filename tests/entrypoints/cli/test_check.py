from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

EXAMPLES = ROOT / "examples" / "orders"
CHAIRS = EXAMPLES / "chairs-germany.toml"
DENIED = EXAMPLES / "chips-denied-customer.toml"
ZTE = ROOT / "examples" / "zte"


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = run(["check", *words])
    return status, capsys.readouterr().out


def test_the_action_and_the_outcome_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    status, told = asked(capsys, str(CHAIRS))
    assert (0, "RELEASE: no license required") == (status, told.splitlines()[0])


def test_an_unscreened_party_holds_and_the_command_that_helps_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, told = asked(capsys, str(DENIED))
    assert (3, True) == (status, told.startswith("HOLD: facts are missing"))
    assert "ZTE Corporation" in told
    assert "unscreened" in told
    assert "navicert lists load FILE" in told


def test_a_denied_party_stops_and_the_clause_is_cited(capsys: pytest.CaptureFixture[str]) -> None:
    orders = str(ZTE / "orders.toml")
    status, told = asked(capsys, str(DENIED), "--watch", orders)
    assert (4, True) == (status, told.startswith("STOP: prohibited"))
    for words in ("Second.A", "83 FR", "overcome by", "Denial orders against ZTE"):
        assert words in told


def test_another_day_gives_another_answer(capsys: pytest.CaptureFixture[str]) -> None:
    orders = str(ZTE / "orders.toml")
    _, told = asked(capsys, str(DENIED), "--watch", orders, "--on", "2026-11-01")
    assert "on 2026-11-01" in told
    assert not told.startswith("STOP")


def test_what_is_missing_is_asked_with_its_place_in_the_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    chairs = (EXAMPLES / "chairs-germany.toml").read_text(encoding="utf-8")
    order = tmp_path / "order.toml"
    order.write_text(chairs.replace('eccn = "EAR99"\n', "", 1), encoding="utf-8")
    _, told = asked(capsys, str(order))
    assert "questions to answer in the order" in told
    assert "lines[1]." in told


def test_exceptions_are_a_checklist_and_those_shut_are_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    order = str(EXAMPLES / "fpga-taiwan.toml")
    _, told = asked(capsys, order)
    assert "[ ]" in told
    assert "not available; --explain says why" in told
    assert "unavailable" not in told
    _, more = asked(capsys, order, "--explain")
    assert "unavailable" in more
    assert len(more) > len(told)
    assert "any one of these suffices:" in more


def test_law_lists_record_and_disclaimer_close_the_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, told = asked(capsys, str(CHAIRS))
    end = told[told.index("what this rests on") :]
    for words in (
        "Covered List, as looked at on 20",
        "digest",
        "last looked at",
        "number 0",
        "not legal advice",
    ):
        assert words in " ".join(end.split())


def test_no_line_is_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (80, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        for order in sorted(EXAMPLES.glob("*.toml")):
            _, told = asked(capsys, str(order), "--explain")
            assert columns >= max(len(line) for line in told.splitlines())


def test_an_answer_without_a_record_says_so(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    status, told = asked(capsys, str(CHAIRS), "--no-record")
    assert (3, False) == (status, home.exists())
    assert "HOLD: no license required" == told.splitlines()[0]
    assert "an answer that is not on record releases nothing" in " ".join(told.split())


def test_a_data_directory_that_cannot_be_written_holds_and_the_answer_is_given(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    place = str(tmp_path / "file" / "home")
    status, told = asked(capsys, str(CHAIRS), "--data-dir", place)
    assert (3, "HOLD: no license required") == (status, told.splitlines()[0])
    assert "the answer could not be recorded" in " ".join(told.split())
    status, told = asked(capsys, str(CHAIRS), "--data-dir", place, "--json")
    document = json.loads(told)
    assert (3, "hold", None) == (status, document["action"], document["record"])


def test_a_number_of_a_record_leads_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    asked(capsys, str(CHAIRS))
    _, told = asked(capsys, str(CHAIRS), "--json")
    number = json.loads(told)["record"]["number"]
    assert 0 == run(["records", "show", str(number)])
    assert "EX-CHAIRS-DE" in capsys.readouterr().out


def test_official_headings_stand_beside_what_cites_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "part-734.xml"
    text = "<DIV5><DIV8><HEAD>§ 734.3   What is subject.</HEAD><P>A text.</P></DIV8></DIV5>"
    file.write_text(text, encoding="utf-8")
    run(["law", "import", str(file)])
    capsys.readouterr()
    assert "What is subject" not in asked(capsys, str(CHAIRS))[1]
    assert "734.3(a)(1): What is subject." in asked(capsys, str(CHAIRS), "--explain")[1]


def test_damaged_law_texts_take_no_answer_away(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    (home / "law-texts").mkdir(parents=True)
    (home / "law-texts" / "000001").write_text("no digest", encoding="utf-8")
    assert 0 == asked(capsys, str(CHAIRS))[0]


def test_of_many_lines_those_released_are_only_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.csv"
    rows = [f"2026-07-30,export,US,DE,Jade,civil,desk,chair {n},EAR99,US" for n in range(40)]
    rows.append("2026-07-30,export,US,DE,Jade,civil,desk,unclassified thing,,US")
    head = (
        "day,activity,from,destination_country,end_user_name,end_use_kind,screened_elsewhere,"
        "item,eccn,origin"
    )
    order.write_text("\n".join([head, *rows]), encoding="utf-8")
    status, told = asked(capsys, str(order))
    assert 3 == status
    assert "chair 39" in told
    assert "line 41: unclassified thing" in told
    assert "line 40: chair 39" not in told


def test_on_a_terminal_the_band_has_color_unless_nobody_wants_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    shown = {}
    for plain in (False, True):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        if plain:
            monkeypatch.setenv("NO_COLOR", "1")
        run(["check", str(CHAIRS)])
        shown[plain] = terminal.getvalue()
    assert "48;2;" in shown[False]
    assert "48;2;" not in shown[True]
    assert "RELEASE: no license required" in shown[True]


@pytest.fixture
def zte_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    for year in (2017, 2018):
        assert 0 == run(["undertakings", "load", str(ZTE / f"settlement-{year}.toml")])
    assert "for which all checks and screenings here ask from now on" in capsys.readouterr().out


@pytest.mark.usefixtures("zte_loaded")
def test_the_denial_of_a_loaded_instrument_stops_an_order_without_any_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, told = asked(capsys, str(DENIED), "--on", "2018-05-14")
    assert (4, True) == (status, told.startswith("STOP: prohibited"))
    for words in ("Second.A", "83 FR 17644", "(instrument zte-2017) of", "(instrument zte-2018)"):
        assert words in told


@pytest.mark.usefixtures("zte_loaded")
@pytest.mark.parametrize(
    ("day", "notes"),
    [("2017-06-01", ["BIS order of 23 March 2017"]), ("2029-01-02", [])],
)
def test_the_denial_of_an_instrument_is_a_note_while_suspended_and_nothing_once_over(
    capsys: pytest.CaptureFixture[str], day: str, notes: list[str]
) -> None:
    status, told = asked(capsys, str(DENIED), "--on", day, "--json")
    (buyer,) = [one for one in json.loads(told)["parties"] if one["name"] == "ZTE Corporation"]
    assert (3, notes) == (status, [one["reference"] for one in buyer["denial_orders"]])


@pytest.mark.usefixtures("zte_loaded")
def test_an_order_that_an_instrument_and_a_list_both_hold_counts_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 0 == run(["lists", "load", str(ZTE / "orders.toml")])
    capsys.readouterr()
    _, told = asked(capsys, str(DENIED), "--on", "2018-07-05", "--json")
    (buyer,) = [one for one in json.loads(told)["parties"] if one["name"] == "ZTE Corporation"]
    assert 2 == len(buyer["denial_orders"])
