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
