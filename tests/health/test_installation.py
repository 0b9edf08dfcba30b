"""What pip installs is the whole house, and what is compiled is what stands in the sources."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.health.house import ROOT, kept_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NAMED = tuple(ROOT / name for name in PROJECT["tool"]["navicert"]["compiled"])


def compiled() -> dict[Path, Path]:
    """For each source the module that was compiled from it, where there is one."""
    found = (ROOT / "src" / "navicert").rglob("*.so")
    return {one.parent / f"{one.name.partition('.')[0]}.py": one for one in found}


def test_every_module_to_be_compiled_exists() -> None:
    assert [] == [path for path in NAMED if not path.is_file()]


def test_all_of_them_are_compiled_or_none() -> None:
    assert set(compiled()) in (set(), set(NAMED))


def test_nothing_compiled_is_older_than_its_source() -> None:
    """A compiled module hides its source: after a change, script/setup compiles anew."""
    built = [one.stat().st_mtime for one in (ROOT / "src").glob("navicert__mypyc*.so")]
    stale = [one.name for one in compiled() if one.stat().st_mtime > min(built, default=0.0)]
    assert [] == stale, "run script/setup --dev"


@pytest.mark.timeout(300)
def test_a_wheel_has_every_file_of_the_package_and_nothing_compiled(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for path in kept_files():
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    (copy / "src" / "navicert" / "left_over.so").write_bytes(b"of another Python")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "wheel"]
    options = ["--no-deps", "--no-build-isolation", "--no-index", "-w", str(tmp_path)]
    subprocess.run([*pip, *options, str(copy)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    source = ROOT / "src"
    kept = {str(path.relative_to(source)) for path in kept_files() if path.is_relative_to(source)}
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "py3-none-any" in wheel.name
    assert kept == {name for name in names if ".dist-info/" not in name}
