"""An update on the terminal: what became of each list, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run

OWN = '[[listing]]\nlist = "OWN"\nnames = ["A"]\n'


def test_each_file_of_a_folder_has_its_result_and_the_forms_left_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.toml").write_text(f'title = "Ours"\n{OWN}', encoding="utf-8")
    (tmp_path / "README").write_text("fetched on Monday", encoding="utf-8")
    for name in ("consolidated.csv", "consolidated.json"):
        (tmp_path / name).write_text("maintenance", encoding="utf-8")
    assert 3 == run(["lists", "update", "--from", str(tmp_path)])
    told = " ".join(capsys.readouterr().out.split())
    assert "Ours loaded not stated 1 first load" in told
    assert "README skipped: no list" in told
    assert "skipped: another form" in told
    assert "The last good load of each stays in force." in told
