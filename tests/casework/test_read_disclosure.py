from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from navicert.adapters.orders.positions import in_toml
from navicert.bootstrap import open_desk
from navicert.casework.read_disclosure import Reading, read_disclosure
from navicert.errors import UnreadableFile
from navicert.law.edition import standard_law
from navicert.undertakings.disclosures.case import Case
from tests.undertakings.disclosures.cases import EXAMPLE


def read(folder: Path, *changes: tuple[str, str]) -> Case:
    shutil.copytree(EXAMPLE.parent, folder, dirs_exist_ok=True)
    place, text = folder / "case.toml", EXAMPLE.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    place.write_text(text, encoding="utf-8")
    with open_desk(folder / "home") as desk:
        return read_disclosure(str(place), desk, Reading(standard_law(), in_toml))


def test_the_example_is_read_whole(tmp_path: Path) -> None:
    case = read(tmp_path)
    assert date(2026, 10, 30) == case.extension[0].granted_until
    assert all(one.sha256 for one in case.attachment)


def test_every_impossible_day_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(
            tmp_path,
            ("happened_until = 2025-11-04", "happened_until = 2025-06-09"),
            ("granted_until = 2026-10-30", "granted_until = 2026-08-31"),
        )
    first, second = str(refused.value).splitlines()
    lines = (tmp_path / "case.toml").read_text(encoding="utf-8").splitlines()
    for told, start in ((first, "happened_until"), (second, "granted_until")):
        (line,) = [n for n, one in enumerate(lines, 1) if one.startswith(start)]
        assert f"case.toml:{line}: " in told
    assert "2025-06-09 is before happened_from (2025-06-10)" in first
    assert "2026-08-31 is before the deadline that it should move (2026-09-01)" in second
