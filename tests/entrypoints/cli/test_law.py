from __future__ import annotations

import json
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from navicert.law.shelf import standard_shelf

PART = """<DIV5><DIV8 N="744.11"><HEAD>§ 744.11   A heading.</HEAD><P>A text.</P></DIV8></DIV5>"""


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert 0 == run(["law", *words])
    return " ".join(capsys.readouterr().out.split())


def test_the_digest_is_that_of_the_shelf(capsys: pytest.CaptureFixture[str]) -> None:
    assert standard_shelf().digest == told(capsys, "digest")
    assert standard_shelf().digest == json.loads(told(capsys, "digest", "--json"))["digest"]


def test_coverage_names_every_table_with_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "coverage", "--json"))
    assert len(standard_shelf().coverages()) == len(found["tables"])
    assert "verified from last looked at" in told(capsys, "coverage")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("3A001", "774/control_rows"),
        ("3a001", "NS2"),
        ("AT", "738/country_chart"),
        ("744.11", "744/affiliates"),
        ("15 CFR 744.11", "744/affiliates"),
    ],
)
def test_an_address_shows_what_the_shelf_says_of_it(
    address: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in told(capsys, "show", address)


def test_two_letters_are_a_country_and_no_reason_for_control(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = json.loads(told(capsys, "show", "AT", "--json"))
    assert {"AT"} == {row.get("country", "AT") for row in found["rows"]}


def test_imported_texts_stand_beside_the_shelf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "part-744.xml"
    file.write_text(PART, encoding="utf-8")
    assert "1 texts of 2026-06-24" in told(capsys, "import", str(file), "--as-of", "2026-06-24")
    shown = told(capsys, "show", "744.11")
    assert "A heading." in shown
    assert "A text." in shown
