"""``navicert exposure --html`` and ``--xlsx``: the files say what the JSON says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html
from python_calamine import CalamineWorkbook

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

EXAMPLE = ROOT / "examples" / "supply"
ASKED = (
    "exposure",
    str(EXAMPLE),
    "--deny",
    "kestrel",
    "--from",
    "2026-03-02",
    "--terms",
    str(EXAMPLE / "orders.toml"),
    "--draws",
    "50",
    "--no-record",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVICERT_HOME", str(tmp_path / "home"))


def test_page_and_workbook_say_what_the_json_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, book = tmp_path / "report.html", tmp_path / "report.xlsx"
    assert run([*ASKED, "--json", "--html", str(page), "--xlsx", str(book)]) in {0, 3}
    caught = capsys.readouterr()
    assert f"written: {page}" in caught.err
    assert f"written: {book}" in caught.err
    scenarios = json.loads(caught.out)["scenarios"]
    told = " ".join(html.document_fromstring(page.read_bytes()).text_content().split())
    _, *rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("Severed edges").to_python()
    for one in scenarios:
        assert one["name"] in told
        remedy = [row for row in rows if row[0] == one["name"]]
        assert len(one["severed"]) == len(remedy)
    assert "Kestrel Radio Co., Ltd." in told
    assert "Orchard Silicon Inc." in told
    assert "42% of the population" in told  # 3.7m of 8.8m


def test_the_same_question_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        files = [str(tmp_path / f"{name}.html"), str(tmp_path / f"{name}.xlsx")]
        run([*ASKED, "--html", files[0], "--xlsx", files[1]])
    for form in ("html", "xlsx"):
        first, second = (tmp_path / f"{name}.{form}" for name in ("a", "b"))
        assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("option", ["--html", "--xlsx"])
def test_a_file_that_is_there_or_of_another_kind_is_refused_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    kept = tmp_path / f"kept.{option[2:]}"
    kept.write_bytes(b"mine")
    assert 2 == run([*ASKED, option, str(kept)])
    assert "is there already" in capsys.readouterr().err
    assert b"mine" == kept.read_bytes()
    assert 2 == run([*ASKED, option, str(tmp_path / "report.pdf")])
    assert "name a file that ends in" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run([*ASKED, "--html", str(tmp_path / "nowhere" / "report.html")])
    assert "cannot be written" in capsys.readouterr().err
