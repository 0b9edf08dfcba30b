from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.load_list import Loading, load_list
from navicert.errors import ListShrank, UnreadableFile


def house(path: Path, entries: int) -> str:
    rows = "".join(f'[[listing]]\nlist = "EL"\nnames = ["Firm {n}"]\n' for n in range(entries))
    path.write_text(f'title = "Ours"\nas_of = 2026-07-01\n{rows}', encoding="utf-8")
    return str(path)


def test_a_list_is_in_force_once_it_is_loaded(tmp_path: Path, home: Path) -> None:
    with open_desk(home) as desk:
        loaded = load_list(Loading(house(tmp_path / "ours.toml", 40)), desk)
        (load,) = desk.snapshots.loads()
    assert (True, None, 40) == (loaded.in_force, loaded.previous, load.entries)


def test_the_day_that_is_given_counts_before_the_one_in_the_file(
    tmp_path: Path, home: Path
) -> None:
    with open_desk(home) as desk:
        load_list(Loading(house(tmp_path / "ours.toml", 40), as_of=date(2026, 7, 30)), desk)
        (load,) = desk.snapshots.loads()
    assert date(2026, 7, 30) == load.as_of


def test_a_trial_run_changes_nothing(tmp_path: Path, home: Path) -> None:
    with open_desk(home) as desk:
        loading = Loading(house(tmp_path / "ours.toml", 40), dry_run=True)
        assert not load_list(loading, desk).in_force
    assert not home.exists()


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_list_that_lost_half_its_rows_is_refused_and_the_old_one_stays(
    tmp_path: Path, home: Path, *, dry_run: bool
) -> None:
    with open_desk(home) as desk:
        load_list(Loading(house(tmp_path / "ours.toml", 40)), desk)
        half = Loading(house(tmp_path / "half.toml", 20), dry_run=dry_run)
        with pytest.raises(ListShrank, match=r"half\.toml.*40 entries.*20 now"):
            load_list(half, desk)
        (load,) = desk.snapshots.loads()
    assert 40 == load.entries


def test_a_loss_that_an_officer_accepts_is_loaded(tmp_path: Path, home: Path) -> None:
    with open_desk(home) as desk:
        load_list(Loading(house(tmp_path / "ours.toml", 40)), desk)
        half = Loading(house(tmp_path / "half.toml", 20), loss_accepted=True)
        loaded = load_list(half, desk)
    assert loaded.previous is not None
    assert (40, 20) == (loaded.previous.entries, loaded.snapshot.entries)


def test_a_truncated_archive_leaves_nothing_behind(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "list.csv.gz"
    path.write_bytes(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb")
    with open_desk(home) as desk, pytest.raises(UnreadableFile, match=r"list\.csv\.gz.*cut off"):
        load_list(Loading(str(path)), desk)
    assert not home.exists()


def test_a_day_to_come_is_refused_and_nothing_is_loaded(tmp_path: Path, home: Path) -> None:
    with open_desk(home) as desk:
        today = desk.clock.today()
        place = house(tmp_path / "ours.toml", 40)
        with pytest.raises(UnreadableFile, match=r"ours\.toml: it cannot have been current on"):
            load_list(Loading(place, as_of=today + timedelta(days=1)), desk)
        path = tmp_path / "ours.toml"
        stated = path.read_text(encoding="utf-8").replace("2026-07-01", f"{today + timedelta(2)}")
        path.write_text(stated, encoding="utf-8")
        with pytest.raises(UnreadableFile, match="a day to come"):
            load_list(Loading(place), desk)
        assert () == desk.snapshots.loads()
        load_list(Loading(place, as_of=today), desk)
