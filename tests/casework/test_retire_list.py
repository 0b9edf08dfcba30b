from __future__ import annotations

from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.load_list import Loading, load_list
from navicert.casework.retire_list import retire_list
from navicert.errors import UnreadableFile

OURS = 'title = "Ours"\n[[listing]]\nlist = "OWN"\nnames = ["A firm"]\n'


def test_a_list_is_taken_out_of_force_by_its_code_and_its_bytes_are_kept(
    tmp_path: Path, home: Path
) -> None:
    (tmp_path / "ours.toml").write_text(OURS, encoding="utf-8")
    with open_desk(home) as desk:
        load_list(Loading(str(tmp_path / "ours.toml")), desk)
        load = retire_list("own", desk)
        assert () == desk.snapshots.loads()
        assert OURS.encode() == desk.blobs.get(load.digest)
        assert "list_retirement" == desk.records.read(1).kind


def test_a_list_that_is_not_in_force_is_refused_by_name(home: Path) -> None:
    with open_desk(home) as desk, pytest.raises(UnreadableFile, match="none is loaded"):
        retire_list("CSL", desk)
