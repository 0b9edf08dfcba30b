from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from navicert.entrypoints.cli.refusals import refused
from navicert.errors import OrderRefused, Problem, ShelfDamaged
from tests.health.house import ROOT

ORDER = """
day = 2026-07-30
activity = "export"
destination = { country = "DE" }

[[parties]]
name = "Nordheide GmbH"
roles = ["end_user"]

[[lines]]
item = "chair"
eccn = "EAR99"
quantity = 1
value = 210
currency = "USD"
"""


def told(
    capsys: pytest.CaptureFixture[str], home: Path, *words: str, nothing_kept: bool = True
) -> str:
    """Run a command that must be refused, and give what it says."""
    assert 2 == run([*words])
    out, err = capsys.readouterr()
    assert "" == out
    assert "Traceback" not in err
    assert err.startswith("navicert: ")
    if nothing_kept:
        assert not home.exists()
    return " ".join(err.split())


@pytest.mark.parametrize(
    ("right", "wrong", "line", "says"),
    [
        ('"EAR99"', '"3A0X1"', 12, "'3A0X1' is not an ECCN"),
        ('"DE"', '"UK"', 4, "did you mean 'GB'"),
        ('"end_user"', '"boss"', 8, "'boss' is not a role"),
        ("2026-07-30", '"30/07/2026"', 2, "is not an ISO 8601 date"),
        ('"USD"', '"DOLLARS"', 15, "'DOLLARS' is not an ISO 4217 code"),
        ('"export"', '"teleport"', 3, "'teleport' is not an activity"),
        ("210", '"-210"', 14, "is not an amount"),
    ],
)
def test_a_malformed_term_is_quoted_with_file_and_line(
    right: str, wrong: str, line: int, says: str, tmp_path: Path, home: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    order = tmp_path / "order.toml"
    order.write_text(ORDER.replace(right, wrong), encoding="utf-8")
    words = told(capsys, home, "check", str(order))
    assert f"{order}:{line}: " in words
    assert says in words
    assert "next: mend the order" in words


def test_everything_wrong_is_told_at_once(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.toml"
    wrong = ORDER.replace('"DE"', '"UK"').replace('"EAR99"', '"3A0X1"')
    order.write_text(wrong, encoding="utf-8")
    words = told(capsys, home, "check", str(order))
    assert "order.toml:4: destination.country" in words
    assert "order.toml:12: lines[1].eccn" in words


@pytest.mark.parametrize("content", ["", "\n", 'day = 2026-07-30\nactivity = "export"\nlines = []'])
def test_an_empty_order_is_refused(
    content: str, tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.toml"
    order.write_text(content, encoding="utf-8")
    words = told(capsys, home, "check", str(order))
    assert "nothing to check" in words
    assert "navicert template" in words


def test_a_file_of_100_mb_is_refused(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.json"
    with order.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert "order.json: 100 MB; an order may have" in told(capsys, home, "check", str(order))


def test_a_zip_bomb_is_refused(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.xlsx"
    with zipfile.ZipFile(order, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"\0" * (160 * 1024 * 1024))
    assert "order.xlsx: " in told(capsys, home, "check", str(order))


def test_a_csv_with_mark_line_ends_and_semicolons_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.csv"
    order.write_bytes(
        b"\xef\xbb\xbfday;activity;destination_country;item;eccn\r\n"
        b"2026-07-30;export;DE;Stuhl;EAR99\r\n"
    )
    assert 3 == run(["check", str(order)])
    assert "Stuhl" in capsys.readouterr().out


def test_a_csv_with_a_wrong_cell_is_refused_with_its_row(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = tmp_path / "order.csv"
    order.write_bytes(
        b"\xef\xbb\xbfday;activity;destination_country;item;eccn\r\n"
        b"2026-07-30;export;DE;Stuhl;EAR99\r\n2026-07-30;export;DE;Tisch;EAR999\r\n"
    )
    assert "order.csv:3: " in told(capsys, home, "check", str(order))


def test_a_truncated_list_is_refused(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress(b"name,address\n" * 10_000)[:-20])
    assert "list.csv.gz: the gzip archive is cut off" in told(
        capsys, home, "lists", "load", str(path)
    )
    order = str(ROOT / "examples" / "orders" / "chairs-germany.toml")
    assert "cut off" in told(capsys, home, "check", order, "--watch", str(path))


def test_a_list_that_lost_half_its_rows_is_refused_and_the_old_one_stays(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def house(name: str, entries: int) -> str:
        rows = "".join(f'[[listing]]\nlist = "EL"\nnames = ["Firm {n}"]\n' for n in range(entries))
        (tmp_path / name).write_text(f'title = "Ours"\n{rows}', encoding="utf-8")
        return str(tmp_path / name)

    run(["lists", "load", house("ours.toml", 60)])
    capsys.readouterr()
    words = told(capsys, home, "lists", "load", house("half.toml", 30), nothing_kept=False)
    assert "half.toml: Ours: EL had 60 entries at the last load and has 30 now" in words
    assert "--accept-loss" in words
    run(["lists", "status"])
    assert " 60 " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["check", "nowhere.toml"], "nowhere.toml"),
        (["check", "."], "is a folder"),
        (["check", "order.toml", "--on", "soon"], "soon"),
        (["check", "order.toml", "--watch", "nowhere.csv"], "nowhere.csv"),
        (["lists", "load", "nowhere.csv"], "nowhere.csv"),
        (["lists", "load", "order.toml", "--as-of", "2026-7-1"], "2026-7-1"),
        (["records", "show", "7"], "7"),
        (["records", "verify", "nowhere.txt"], "nowhere.txt"),
        (["law", "show", "9Z999"], "9Z999"),
        (["law", "diff", "--from", "2026-01-02", "--to", "2026-01-01"], "2026-01-02"),
        (["law", "diff", "--from", "yesterday", "--to", "2026-01-01"], "yesterday"),
        (["law", "import", "order.toml"], "order.toml"),
        (["replay", "."], "case.toml"),
    ],
)
def test_what_cannot_be_read_is_named(
    words: list[str], named: str, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "order.toml").write_text(ORDER, encoding="utf-8")
    assert named in told(capsys, home, *words)


def test_a_malformed_day_names_its_option(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = told(capsys, home, "check", "order.toml", "--on", "30/07/2026")
    assert "--on: '30/07/2026' is not an ISO 8601 date: write it as 2018-04-15" in words


def test_many_problems_are_told_in_part(capsys: pytest.CaptureFixture[str]) -> None:
    problems = tuple(Problem("order.csv", n, "eccn", "is no ECCN") for n in range(1, 31))
    assert 2 == refused(OrderRefused(problems))
    assert "and 10 more problem(s)" in capsys.readouterr().err


def test_damaged_law_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert 3 == refused(ShelfDamaged("law/ear/738/country_chart.csv:4: extra cells"))
    assert "no answer was given" in capsys.readouterr().err


def test_a_message_cannot_control_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    refused(OrderRefused((Problem("a\x1b[2Jb.toml", 1, "", "wrong"),)))
    assert "\x1b" not in capsys.readouterr().err
