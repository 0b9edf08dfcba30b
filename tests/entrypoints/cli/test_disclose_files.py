from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.undertakings.disclosures.cases import EXAMPLE


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    shutil.copytree(EXAMPLE.parent, folder)
    return folder / "case.toml"


def test_an_attachment_that_is_a_link_out_of_the_folder_is_never_taken_in(
    case: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (case.parent / "shipments.csv").unlink()
    (case.parent / "shipments.csv").symlink_to("/etc/passwd")
    assert 2 == run(["disclose", "open", str(case)])
    told = capsys.readouterr().err
    assert "'shipments.csv' is a link to a place outside the folder" in told
    secret = Path("/etc/passwd").read_bytes()
    kept = (one for one in home.rglob("*") if one.is_file() and not one.is_symlink())
    assert secret not in [one.read_bytes() for one in kept]


def test_an_attachment_that_is_a_pipe_is_refused_at_once(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (case.parent / "shipments.csv").unlink()
    os.mkfifo(case.parent / "shipments.csv")
    assert 2 == run(["disclose", "open", str(case)])
    assert "no plain file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "known_before = false",
            "known_before = true",
            "against does not count as a voluntary disclosure",
        ),
        (
            "known_before = false",
            "# known_before = false",
            "in doubt whether it counts is open: say known_before",
        ),
        (
            "review_from = 2021-03-05",
            "review_from = 2021-03-06",
            "against the review reaches back to 2021-03-06 only, and should to 2021-03-05",
        ),
        (
            "granted_until = 2026-10-30",
            "granted_until = 2026-10-19",
            "late the narrative was due on 2026-10-19",
        ),
    ],
)
def test_a_package_in_doubt_is_written_and_says_so_with_3(
    case: Path, before: str, after: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = case.read_text(encoding="utf-8")
    assert before in text
    case.write_text(text.replace(before, after), encoding="utf-8")
    assert 0 == run(["disclose", "open", str(case)])
    capsys.readouterr()
    output = case.parent / "vsd.zip"
    arguments = ["disclose", "package", "VSD-2026-01", "--on", "2026-10-20"]
    assert (3, True) == (run([*arguments, "--output", str(output)]), output.exists())
    told = " ".join(capsys.readouterr().out.split())
    assert said in told


def test_a_package_of_which_nothing_speaks_against_ends_with_0(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["disclose", "open", str(case)])
    arguments = ["disclose", "package", "VSD-2026-01", "--on", "2026-10-20"]
    assert 0 == run([*arguments, "--output", str(case.parent / "vsd.zip")])
    assert "before it goes out" not in capsys.readouterr().out
