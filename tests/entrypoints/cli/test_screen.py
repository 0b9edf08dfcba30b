from __future__ import annotations

import csv
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run

LISTS = """
title = "Ours"
as_of = 2026-07-29
covers = ["DPL", "EL", "UVL", "MEU", "SDN"]

[[listing]]
list = "EL"
entry = "1a2b3c4d"
names = ["=Kangxun Foundry", "Old Hill Foundry", {text = "KXF Hill", kind = "weak"}]
countries = ["CN"]
since = 2016-03-08
license_requirement = "For all items subject to the EAR"
citations = ["81 FR 12004"]

[[listing]]
list = "DPL"
entry = "denied-1"
names = ["Atlas Marine Foundry"]
since = 2020-01-01
until = 2040-01-01
standard_order = true
"""


@pytest.fixture
def asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Options that ask one small list as of a day on which it is current."""
    monkeypatch.setenv("COLUMNS", "100")
    path = tmp_path / "ours.toml"
    path.write_text(LISTS, encoding="utf-8")
    return ["--watch", str(path), "--on", "2026-07-30"]


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_a_name_on_no_list_is_clear_and_ends_with_0(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["screen", "Lemon Bakery", *asking])
    words = told(capsys)
    assert words.startswith("CLEAR: nobody met a listed name at 0.3 or more on 2026-07-30")
    for expected in ("Ours of 2026-07-29", "navicert-1", "number 0"):
        assert expected in words


def test_a_match_tells_score_list_place_days_law_and_how_to_clear_it(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 3 == run(["screen", "Kangxun Foundry", "--country", "CN", *asking])
    page = capsys.readouterr().out
    assert max(map(len, page.splitlines())) <= 100
    words = " ".join(page.split())
    for expected in (
        "MATCH: 1 sure and 0 near match(es)",
        "0.99 same EL =Kangxun Foundry CN 2016-03-08",
        "license: For all items subject to the EAR; 81 FR 12004",
        "for: the same country, CN (+0.04)",
        "EL:1a2b3c4d",
    ):
        assert expected in words


def test_a_weak_alias_is_marked_and_only_near(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 3 == run(["screen", "KXF Hill", *asking])
    words = told(capsys)
    assert words.startswith("LOOK: 0 sure and 1 near")
    assert "0.95 near EL KXF Hill (WEAK alias of =Kangxun Foundry)" in words


def test_the_words_that_met_are_told_where_asked(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["screen", "Kangxum Foundry", "--country", "DE", "--explain", *asking])
    words = told(capsys)
    assert "Kangxum = Kangxun (typo1" in words
    assert "against: country DE, the list says CN: that does not clear it (-0.06)" in words
    assert "[navicert-1]" in words


def test_a_denied_person_is_one_row_with_the_days_of_the_order(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 3 == run(["screen", "Atlas Marine Foundry", *asking])
    words = told(capsys)
    assert 1 == words.count("Atlas Marine Foundry 2020-01-01")
    assert "DPL:denied-1" in words


def test_without_the_lists_that_are_needed_nobody_is_clear(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 3 == run(["screen", "Lemon Bakery"])
    words = told(capsys)
    assert words.startswith("NOT CLEAR")
    assert "not asked: Denied Persons List (BIS)" in words


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "give a name, or --file"),
        (["A", "--file", "p.csv"], "give a name, or --file"),
        (["A", "--country", "XX"], "--country: 'XX' is not an ISO 3166-1 alpha-2 code"),
        (["A", "--birth-date", "spring"], "--birth-date: 'spring' is not a date"),
        (["A", "--id", "77"], "--id: '77' is no identifier"),
        (["A", "--id", "shoe:77"], "--id: 'shoe' is no kind of identifier"),
        (["A", "--min-score", "2"], "--min-score: 2.0 is not between 0 and 1"),
        (["A", "--limit", "-1"], "--limit: -1 is less than 0"),
        (["A", "--lists", "EL,NOPE"], "--lists: 'NOPE' is not the code of a list"),
        (["A", "--out", "x.pdf"], "name a file that ends in .csv or .xlsx"),
        (["A\x07"], "NAME: holds the control character U+0007"),
        (["x" * 600], "NAME: 600 characters; the most are 500"),
        (["--file", "p.csv", "--country", "DE"], "the table itself says"),
    ],
)
def test_a_mistake_ends_with_2_and_is_named(
    options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["screen", *options])
    assert message in capsys.readouterr().err


def test_a_table_of_parties_is_screened_and_summed_up(
    asking: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, out = tmp_path / "p.csv", tmp_path / "out.csv"
    rows = "".join(f"L{number},Lemon Bakery {number},DE\n" for number in range(80))
    table.write_text(f"id,company,country\nA1,=Kangxun Foundry,CN\n{rows}", encoding="utf-8")
    assert 3 == run(["screen", "--file", str(table), "--out", str(out), *asking])
    words = told(capsys)
    assert words.startswith("MATCH: 81 screened, 1 met")
    assert "line 2: A1: =Kangxun Foundry (CN)" in words
    assert "1 of 81 parties: EL 1" in words
    with out.open(encoding="utf-8-sig", newline="") as page:
        (row,) = csv.DictReader(page)
    assert ("2", "A1", "'=Kangxun Foundry", "'=Kangxun Foundry", "same", "EL", "1a2b3c4d") == tuple(
        row[key] for key in ("line", "reference", "party", "listed_name", "match", "list", "entry")
    )
    assert 2 == run(["screen", "--file", str(table), "--out", str(out), *asking])
    assert "is there already" in capsys.readouterr().err


def test_processes_change_nothing(
    asking: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "p.csv"
    rows = "".join(f"Foundry {number} Hill\n" for number in range(80))
    table.write_text(f"name\n{rows}", encoding="utf-8")
    found = []
    for processes in ("1", "2"):
        options = ["--processes", processes, "--json", "--no-record", "--min-score", "0.1"]
        run(["screen", "--file", str(table), *options, *asking])
        found.append(json.loads(capsys.readouterr().out))
    assert found[0] == found[1]


def test_a_bad_row_keeps_every_other_from_being_screened(
    asking: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "p.csv"
    table.write_text("name,country\nKangxun Foundry,CN\n,DE\n", encoding="utf-8")
    assert 2 == run(["screen", "--file", str(table), *asking])
    caught = capsys.readouterr()
    assert "" == caught.out
    assert f"{table}:3: name: name is missing" in caught.err
    assert "nobody was screened" in caught.err


def test_the_limit_says_what_it_leaves_out(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["screen", "Foundry Atlas Marine", "--limit", "0", *asking])
    assert "and 1 more matches; --limit shows more" in told(capsys)


@pytest.mark.parametrize(
    ("name", "options", "verdict"),
    [
        ("Kangxun Foundry", ["--lists", "UVL"], "MATCH: 1 sure and 0 near match(es)"),
        ("KXF Hill", ["--min-score", "0.97"], "LOOK: 0 sure and 1 near match(es)"),
    ],
)
def test_what_is_not_shown_is_never_clear(
    name: str,
    options: list[str],
    verdict: str,
    asking: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 3 == run(["screen", name, *options, *asking])
    words = told(capsys)
    assert words.startswith(f"{verdict} at 0.3 or more on 2026-07-30; 1 match(es) not shown")
    assert f"1 match(es) not shown, because of {' '.join(options)}: EL 1" in words


def test_a_table_says_what_it_does_not_show(
    asking: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "p.csv"
    table.write_text("name\nKangxun Foundry\nLemon Bakery\n", encoding="utf-8")
    assert 3 == run(["screen", "--file", str(table), "--lists", "UVL", *asking])
    words = told(capsys)
    assert words.startswith("MATCH: 2 screened, 1 met")
    assert "line 2: Kangxun Foundry 1 match(es) not shown, because of --lists UVL: EL 1" in words
    run(["screen", "--file", str(table), "--lists", "UVL", "--json", "--no-record", *asking])
    document = json.loads(capsys.readouterr().out)
    assert ("match", {"EL": 1}) == (document["verdict"], document["totals"]["not_shown"])


def test_a_row_names_the_list_that_it_is_from_with_its_day_and_digest(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["screen", "Kangxun Foundry", *asking])
    digest = sha256(LISTS.encode()).hexdigest()[:12]
    assert f"EL:1a2b3c4d in Ours of 2026-07-29 ({digest})" in told(capsys)


@pytest.mark.parametrize("explain", [[], ["--explain"]])
def test_an_entry_of_the_law_that_nobody_verified_says_so(
    explain: list[str], asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["screen", "Zhejiang Dahua Technology Co., Ltd.", "--lists", "S1260H", *explain, *asking])
    words = told(capsys)
    assert "unverified: nobody read the official text for this entry" in words
    assert "in Chinese military companies as looked at on" in words
    assert "Covered List, as looked at on" in words
    assert "from: The list as updated on 2024-09-03" in words


def test_a_number_of_another_issuer_is_to_be_looked_at_whatever_the_least_score_is(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(asking[1])
    listed = path.with_suffix(".csv")
    listed.write_text("name,passport\nHassan Sample,042833 LB\n", encoding="utf-8")
    options = ["--watch", str(listed), "--min-score", "0.9"]
    assert 3 == run(["screen", "Lemon", "--id", "passport:042833 (FR)", *options, *asking])
    words = told(capsys)
    assert words.startswith("LOOK: 0 sure and 1 near")
    assert "of FR here and of LB on the list" in words


@pytest.mark.parametrize("name", ["Limited", "\u041e\u041e\u041e"])
def test_a_name_of_legal_forms_alone_is_not_clear(
    name: str, asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 3 == run(["screen", name, *asking])
    words = told(capsys)
    assert words.startswith("NOT CLEAR")
    assert "has nothing to compare" in words


def test_columns_that_are_not_read_are_named_beside_the_answer_and_in_it(
    asking: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "p.csv"
    table.write_text("name,notes\nLemon Bakery,sweet\n", encoding="utf-8")
    assert 0 == run(["screen", "--file", str(table), "--json", *asking])
    caught = capsys.readouterr()
    assert f"{table}: not read, since no column of parties is called so: 'notes'" in caught.err
    assert ["notes"] == json.loads(caught.out)["ignored_columns"]


def test_an_empty_table_is_told_how_a_table_of_parties_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in ("", "name,country\n"):
        (tmp_path / "p.csv").write_text(content, encoding="utf-8")
        assert 2 == run(["screen", "--file", str(tmp_path / "p.csv")])
        assert "navicert template csv --of parties" in capsys.readouterr().err


@pytest.mark.parametrize("country", ["CN", "China", "\u4e2d\u56fd"])
def test_a_country_is_a_code_or_a_name(
    country: str, asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["screen", "Kangxun Foundry", "--country", country, *asking])
    assert "for: the same country, CN" in told(capsys)


def test_a_screening_never_speaks_of_an_order(capsys: pytest.CaptureFixture[str]) -> None:
    run(["screen", "Lemon Bakery"])
    words = told(capsys)
    assert "for this screening alone" in words
    assert "order" not in words


def test_a_record_of_a_screening_can_be_shown(
    asking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["screen", "Kangxun Foundry", *asking])
    capsys.readouterr()
    assert 0 == run(["records", "show", "0"])
    words = told(capsys)
    assert "screening" in words
    assert "1 met" in words
    assert 0 == run(["records", "verify"])


def test_help_comes_without_the_engine() -> None:
    code = (
        "import sys\nfrom navicert.entrypoints.cli.main import run\nrun(['screen', '--help'])\n"
        "heavy = {'sqlalchemy', 'navicert.law.edition', 'multiprocessing.pool'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert 0 == done.returncode
