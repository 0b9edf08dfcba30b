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
        ("3A001", "NS NS2 entire entry"),
        ("3a001", "until 2021-03-29"),
        ("9A610.x", "9A610.x alone"),
        ("3A001.b.2", "LVS no .b.2 .b.3, unless civil_telecommunications"),
        ("744.11", "rule controls.end_user"),
        ("742.6", "decided:"),
        ("Supp. 4 to 774", "classification.order_of_review"),
        ("AT", "738/country_chart"),
        ("744.11", "744/affiliates"),
        ("15 CFR 744.11", "744/affiliates"),
    ],
)
def test_an_address_shows_what_the_shelf_says_of_it(
    address: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in told(capsys, "show", address)


@pytest.mark.parametrize(
    ("country", "label"),
    [
        ("KP", "746.4(a)"),
        ("cu", "746.2(a)"),
        ("IR", "746.7"),
        ("RU", "746.8(a)(1)"),
        ("UA", "746.6(a)(1)"),
        ("SY", "746.9(a)"),
        ("IQ", "746.3(a)(4)"),
    ],
)
def test_a_country_shows_the_embargoes_on_it(
    country: str, label: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(told(capsys, "show", country, "--json"))
    labels = {row.get("label", "") for row in found["rows"] if row["table"] == "746/embargoes"}
    assert any(one.startswith(label) for one in labels), labels


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


def test_a_paragraph_hides_the_rows_that_cannot_speak_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = json.loads(told(capsys, "show", "3A090.c", "--json"))
    *_, entry = shown["entries"]
    assert ["macau_d5", ""] == [row["destinations"] for row in entry["rows"]]
    assert "3A090.a" not in str(entry["rows"])


def test_coverage_says_what_is_not_modelled(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "coverage", "--json"))
    statuses = {one["number"]: one["status"] for one in found["sections"]}
    assert "not modelled" == statuses["760.2"]
    assert "decided" == statuses["738.4"]
    assert "not modelled: 760.2" in told(capsys, "coverage")


def test_two_days_are_held_against_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("diff", "--from", "2025-09-01", "--to", "2026-01-01")
    found = json.loads(told(capsys, *words, "--json"))
    changed = {(one["table"], one["of"]): one for one in found["changes"]}
    cambodia = changed["740/country_groups", "KH"]
    assert ["2025-11-07"] == cambodia["days"]
    assert ("D:1;D:5", "D:1") == (
        cambodia["before"][0]["groups"],
        cambodia["after"][0]["groups"],
    )
    assert ["2025-09-29", "2025-11-10"] == changed["744/affiliates", "value"]["days"]
    assert "738/country_chart" in {one["table"] for one in found["not_verified"]}
    shown = told(capsys, *words)
    assert "2025-11-07 740/country_groups KH" in shown
    assert "not verified before 2026-07-23: 738/country_chart" in shown


def test_the_same_day_differs_in_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "diff", "--from", "2026-07-30", "--to", "2026-07-30")
    assert "no dated value changed" in shown


def test_what_became_known_is_not_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "diff", "--from", "2026-07-22", "--to", "2026-07-23")
    assert "738/country_chart: 198 values are known from the day that it was verified" in shown
