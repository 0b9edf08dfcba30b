from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.diff_lists import diff_lists, find
from navicert.casework.load_list import Loading, load_list
from navicert.casework.ports import Desk
from navicert.casework.retire_list import retire_list
from navicert.errors import UnreadableFile


def file(folder: Path, title: str, month: int, *names: str) -> str:
    rows = "".join(f'[[listing]]\nlist = "EL"\nnames = ["{name}"]\n' for name in names)
    path = folder / f"{title}-{month}.toml"
    path.write_text(f'title = "{title}"\nas_of = 2026-0{month}-01\n{rows}', encoding="utf-8")
    return str(path)


@pytest.fixture
def desk(home: Path, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(home) as desk:
        load_list(Loading(file(tmp_path, "One", 1, "Acme")), desk)
        load_list(Loading(file(tmp_path, "One", 2, "Acme", "Bolt")), desk)
        yield desk


def test_loads_are_named_by_title_code_day_and_digest(desk: Desk) -> None:
    old, new = (one.load for one in desk.snapshots.tenures())
    for named, load in (
        ("One", new),
        ("own", new),
        ("One@2026-01-01", old),
        ("OWN@2026-02-01", new),
        (old.digest, old),
        (old.digest[:8], old),
    ):
        assert load.digest == find(named, desk).digest


def test_a_load_that_is_kept_and_a_file_are_compared(desk: Desk, tmp_path: Path) -> None:
    later = file(tmp_path, "One", 3, "Bolt", "Cargo", "Dray")
    compared = diff_lists("One@2026-01-01", later, desk)
    assert (3, 0, 1) == compared.difference.counts


def test_the_last_load_of_a_list_that_was_taken_out_of_force_is_still_found(desk: Desk) -> None:
    retire_list("One", desk)
    assert 2 == find("One", desk).entries


@pytest.mark.parametrize("named", ["Two", "One@2026-03-01", "0123456789"])
def test_a_name_that_means_nothing_is_told_with_what_is_kept(desk: Desk, named: str) -> None:
    with pytest.raises(UnreadableFile, match=r"no load that is kept either: One@2026-01-01, One@"):
        find(named, desk)


def test_a_code_of_several_lists_is_told(desk: Desk, tmp_path: Path) -> None:
    load_list(Loading(file(tmp_path, "Two", 1, "Acme")), desk)
    with pytest.raises(UnreadableFile, match="more than one load: One, Two"):
        find("OWN", desk)
