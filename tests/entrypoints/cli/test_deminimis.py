"""``navicert deminimis`` at the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from navicert.entrypoints.cli.main import run

BILL = """id,parent,name,quantity,value,origin,eccn
R1,,Router <1> & more,1,1000,DE,5A992.c
C1,R1,FPGA,1,251,US,3A001.a.7
C2,R1,Housing,1,10,DE,
C3,R1,Bracket,1,90,US,EAR99
"""
DAY = ("--on", "2026-09-24")


@pytest.fixture
def bill(tmp_path: Path) -> str:
    path = tmp_path / "router.csv"
    path.write_text(BILL, encoding="utf-8")
    return str(path)


def test_the_table_names_destination_level_content_and_parts(
    bill: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert 0 == run(["deminimis", bill, "--to", "CN,IN", "--to", "CU", *DAY])
    shown = capsys.readouterr().out
    for words in ("CN China", "25%", "25.1%", "subject", "IN India", "34.1%", "FPGA (3A001.a.7)"):
        assert words in shown
    assert "2 subject" in shown
    assert "1 not subject" in shown


def test_all_destinations_come_as_json_and_as_a_chart(
    bill: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chart = tmp_path / "chart.svg"
    assert 0 == run(["deminimis", bill, "--json", "--svg", str(chart), *DAY])
    caught = capsys.readouterr()
    rows = json.loads(caught.out)["destinations"]
    assert f"written: {chart}" in caught.err
    drawn = etree.fromstring(chart.read_bytes())
    texts = drawn.findall("{*}text")
    assert len(rows) * 2 + 2 == len(texts)
    assert "Router <1> & more" in (texts[0].text or "")
    first = chart.read_bytes()
    run(["deminimis", bill, "--json", "--svg", str(chart), *DAY])
    assert first == chart.read_bytes()


def test_one_destination_is_explained_part_by_part(
    bill: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert 0 == run(["deminimis", bill, "--explain", "CN", *DAY])
    shown = capsys.readouterr().out
    assert "needs a license there: NS2" in shown
    assert "not of US origin (DE)" in shown
    assert "needs no license there (NLR)" in shown
    assert 0 == run(["deminimis", bill, "--explain", "CN", "--json", *DAY])
    assert 3 == len(json.loads(capsys.readouterr().out)["parts"])


def test_an_open_answer_ends_with_hold_and_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "open.csv"
    path.write_text(BILL + "C4,R1,Mystery,1,1,US,\n", encoding="utf-8")
    assert 3 == run(["deminimis", str(path), "--to", "IN", *DAY])
    assert "? What is the ECCN, and the origin, of Mystery?" in capsys.readouterr().out.replace(
        "\n", " "
    )


def test_what_cannot_be_read_is_told_with_line_and_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(BILL.replace("251", "-1"), encoding="utf-8")
    assert 2 == run(["deminimis", str(path), *DAY])
    told = capsys.readouterr().err
    assert f"{path}:3: value: '-1' is not an amount" in told
    assert "next: mend the bill of materials" in told


@pytest.mark.parametrize(
    ("to", "words"),
    [("UK", "did you mean 'GB'"), ("UA/KYIV", "regions are UA/CRIMEA"), ("CN/DNR", "no destin")],
)
def test_a_destination_that_is_none_is_told(
    bill: str, to: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["deminimis", bill, "--to", to, *DAY])
    assert words in capsys.readouterr().err


def test_a_chart_that_cannot_be_written_is_told(
    bill: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "no" / "chart.svg"
    assert 2 == run(["deminimis", bill, "--to", "CN", "--svg", str(gone), *DAY])
    assert "cannot be written" in capsys.readouterr().err
