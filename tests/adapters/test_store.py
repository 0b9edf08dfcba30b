"""A kill at any point of an append or a load leaves the old state or the new one, whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.load_list import Loading, load_list
from navicert.casework.ports import FeedFile
from navicert.casework.verify_records import verify_records
from navicert.parties.lists.read import read

KILLER = Path(__file__).parent / "store" / "killed.py"


def list_of(*names: str) -> bytes:
    rows = "".join(f'[[listing]]\nlist = "OWN"\nnames = ["{name}"]\n' for name in names)
    return f'title = "Mine"\nas_of = 2026-11-01\n{rows}'.encode()


def killed(job: str, template: Path, step: int = 1) -> list[Path]:
    folder = template.with_name("killed")
    folder.mkdir()
    command = [sys.executable, str(KILLER), job, str(template), str(folder), str(step)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    points = range(0, int(done.stdout) + 1, step)
    assert len(points) > 10
    return [folder / str(point) for point in points]


@pytest.mark.parametrize(("before", "step"), [(0, 5), (3, 1)])
def test_an_append_that_is_killed_leaves_a_whole_log_that_goes_on(
    tmp_path: Path, before: int, step: int
) -> None:
    template = tmp_path / "template"
    template.mkdir()
    with open_desk(template) as desk:
        for number in range(before):
            desk.records.append(b"{}", "note", str(number))
    sizes = []
    for home in killed("append", template, step):
        with open_desk(home) as desk:
            sizes.append(desk.records.verify().size)
            receipt = desk.records.append(b"{}", "note", "after")
            assert (sizes[-1], sizes[-1] + 1) == (receipt.index, desk.records.verify().size)
    assert sorted(sizes) == sizes
    assert (before, before + 1) == (sizes[0], sizes[-1])


def test_a_load_that_is_killed_leaves_the_old_list_or_the_new_one_whole(tmp_path: Path) -> None:
    template = tmp_path / "template"
    old, new = list_of("Acme One"), list_of("Acme One", "Acme Two")
    with open_desk(template) as desk:
        desk.snapshots.keep(read("old.toml", old), FeedFile("old.toml", old))
    (template / "new.toml").write_bytes(new)
    before, after = ((read("new.toml", content),) for content in (old, new))
    found = []
    for home in killed("load", template):
        with open_desk(home) as desk:
            found.append(desk.snapshots.all_current())
            assert len(found[-1]) == len(desk.snapshots.loads())
    switch = found.index(after)
    assert [before] * switch + [after] * (len(found) - switch) == found
    assert switch > 5


def test_a_load_on_record_that_is_killed_is_either_loaded_and_on_record_or_neither(
    tmp_path: Path,
) -> None:
    template = tmp_path / "template"
    template.mkdir()
    with open_desk(template) as desk:
        for name, content in (("old", list_of("Acme One")), ("new", list_of("Acme One", "Two"))):
            (template / f"{name}.toml").write_bytes(content)
        load_list(Loading(str(template / "old.toml")), desk)
    sizes = []
    for home in killed("take_in", template, 4):
        with open_desk(home) as desk:
            sizes.append(verify_records(desk).size)
            assert [sizes[-1]] == [load.entries for load in desk.snapshots.loads()]
            load_list(Loading(str(home / "new.toml")), desk)
            verify_records(desk)
    assert sorted(sizes) == sizes
    assert (1, 2) == (sizes[0], sizes[-1])
