"""The command itself, killed while it loads: what was in force before is asked after."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.recorded_lists import unproved
from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

COMMAND = (
    sys.executable,
    "-c",
    "from navicert.entrypoints.cli.main import main; main()",
    "lists",
    "load",
)
ORDER = str(ROOT / "examples" / "orders" / "chairs-germany.toml")
COUNT = 3000


def list_of(count: int) -> str:
    rows = "".join(f'[[listing]]\nlist = "OWN"\nnames = ["Firm {n}"]\n' for n in range(count))
    return f'title = "Mine"\nas_of = 2026-07-20\n{rows}'


def seconds_of_a_load(file: Path, home: Path) -> float:
    begun = time.monotonic()
    subprocess.run([*COMMAND, str(file), "--data-dir", str(home)], check=True, capture_output=True)
    return time.monotonic() - begun


def assert_whole(home: Path) -> None:
    with open_desk(home) as desk:
        assert () == unproved(desk)
        for blob in (home / "blobs").glob("*/[0-9a-f]*"):
            desk.blobs.get(blob.parent.name + blob.name)


def test_a_load_that_is_killed_at_any_time_leaves_a_list_that_is_whole(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, count in (("old", COUNT), ("new", COUNT + 1)):
        (tmp_path / f"{name}.toml").write_text(list_of(count), encoding="utf-8")
    whole = seconds_of_a_load(tmp_path / "old.toml", home)
    killed, entries = 0, []
    for part in range(12):
        child = subprocess.Popen(
            [*COMMAND, str(tmp_path / "new.toml")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * (0.1 + part / 13))
        child.kill()
        killed += child.wait() < 0
        capsys.readouterr()
        assert 0 == run(["lists", "status", "--json"])
        found = json.loads(capsys.readouterr().out)
        entries.append(found["lists"][0]["entries"])
        assert [] == found["doubts"]
        assert_whole(home)
    assert killed
    assert set(entries) <= {COUNT, COUNT + 1}
    assert sorted(entries) == entries
    run(["check", ORDER, "--json", "--no-record"])
    asked = json.loads(capsys.readouterr().out)["lists"]
    assert [entries[-1]] == [one["entries"] for one in asked if one["code"] == "OWN"]
