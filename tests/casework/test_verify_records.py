from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from navicert.adapters.store import parsed
from navicert.bootstrap import open_desk
from navicert.casework.list_status import list_status
from navicert.casework.load_list import Loading, load_list
from navicert.casework.verify_records import verify_records, why_damaged
from navicert.errors import RecordAltered, RecordError
from navicert.parties.lists.read import read

OURS = 'title = "Ours"\nas_of = 2026-07-01\n[[listing]]\nlist = "OWN"\nnames = ["A firm"]\n'


@pytest.fixture
def loaded(tmp_path: Path, home: Path) -> Path:
    file = tmp_path / "ours.toml"
    file.write_text(OURS, encoding="utf-8")
    with open_desk(home) as desk:
        load_list(Loading(str(file)), desk)
    return home


def test_a_log_and_its_lists_are_whole(loaded: Path) -> None:
    with open_desk(loaded) as desk:
        assert 1 == verify_records(desk).size
        assert () == list_status(desk).doubts


def test_a_flipped_byte_in_a_list_that_a_record_names_is_found(loaded: Path) -> None:
    for path in (loaded / "blobs").rglob("*"):
        if path.is_file():
            path.write_bytes(b"!" + path.read_bytes()[1:])
    with open_desk(loaded) as desk:
        with pytest.raises(RecordAltered, match="entry 0 rests on Ours, whose bytes are gone"):
            verify_records(desk)
        (doubt,) = list_status(desk).doubts
    assert "damaged" in doubt


def test_a_list_that_vanished_from_force_is_found(loaded: Path) -> None:
    with closing(sqlite3.connect(loaded / "navicert.db")) as raw, raw:
        raw.execute("DELETE FROM list_force")
    with open_desk(loaded) as desk, pytest.raises(RecordError, match="no longer in force"):
        verify_records(desk)


def test_a_reading_that_leaves_somebody_out_is_found(loaded: Path) -> None:
    with open_desk(loaded) as desk:
        other = read("ours.toml", OURS.replace("A firm", "Another").encode())
        digest = desk.blobs.put(parsed.encode(other))
    with closing(sqlite3.connect(loaded / "navicert.db")) as raw, raw:
        raw.execute(f"UPDATE list_reading SET parsed = '{digest}'")  # noqa: S608 - our own digest
    with open_desk(loaded) as desk, pytest.raises(RecordError, match="its reading is not what"):
        verify_records(desk)


def test_bytes_that_were_never_kept_are_missing(loaded: Path) -> None:
    with open_desk(loaded) as desk:
        assert "missing" in why_damaged(desk.blobs, "0" * 64)
