"""Where the data directory is, and that asking for it makes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from navicert.bootstrap import data_directory, open_desk


def test_the_directory_that_is_given_comes_first(home: Path, tmp_path: Path) -> None:
    assert tmp_path == data_directory(tmp_path)
    assert home == data_directory()


def test_without_a_word_it_is_the_users_own_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NAVICERT_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert tmp_path / "navicert" == data_directory()


def test_a_desk_that_is_only_asked_makes_nothing(home: Path) -> None:
    with open_desk() as desk:
        assert (home, 0) == (desk.home, desk.records.verify().size)
        desk.clock.today()
    assert not home.exists()


def test_the_module_loads_without_the_store() -> None:
    program = "import sys, navicert.bootstrap; sys.exit('sqlalchemy' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode
