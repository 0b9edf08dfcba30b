from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.load_list import Loading, load_list
from navicert.casework.recorded_lists import LOADED, RETIRED, unproved
from navicert.casework.retire_list import retire_list
from navicert.casework.watch_lists import watch_lists
from navicert.errors import UnreadableFile
from navicert.records.record import Record

LIST = 'as_of = 2026-07-01\n[[listing]]\nlist = "OWN"\nnames = ["A firm"]\n'


@pytest.fixture
def loaded(tmp_path: Path, home: Path) -> Path:
    with open_desk(home) as desk:
        for title in ("One", "Two"):
            file = tmp_path / f"{title}.toml"
            file.write_text(f'title = "{title}"\n{LIST}', encoding="utf-8")
            load_list(Loading(str(file)), desk)
    return home


def alter(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "navicert.db")) as raw, raw:
        raw.execute(statement)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM list_force WHERE title = 'One'", "One: on record as loaded, and no longer"),
        (
            "UPDATE list_load SET as_of = '2027-01-01' WHERE title = 'One'",
            "One: not in force as it",
        ),
        ("DELETE FROM list_force", "Two: on record as loaded"),
    ],
)
def test_a_check_notices_lists_in_force_that_are_not_those_on_record(
    loaded: Path, statement: str, told: str
) -> None:
    alter(loaded, statement)
    with open_desk(loaded) as desk:
        assert any(told in doubt for doubt in watch_lists(desk, ()).doubts)


def test_an_altered_record_of_a_load_is_a_doubt(loaded: Path) -> None:
    alter(loaded, "UPDATE record_entry SET content = x'7b7d' WHERE position = 0")
    with open_desk(loaded) as desk:
        (doubt,) = watch_lists(desk, ()).doubts
    assert "entry 0 is altered" in doubt


def test_a_bad_value_in_a_load_is_a_doubt(loaded: Path) -> None:
    alter(loaded, "UPDATE list_load SET counts_by_list = 'x'")
    with open_desk(loaded) as desk:
        (doubt,) = watch_lists(desk, ()).doubts
    assert "could not be asked" in doubt


def test_a_list_is_retired_by_its_title_and_nobody_doubts_it(loaded: Path) -> None:
    with open_desk(loaded) as desk:
        with pytest.raises(UnreadableFile, match="several lists have this code"):
            retire_list("OWN", desk)
        assert "One" == retire_list("One", desk).title
        assert ["Two"] == [one.title for one in desk.snapshots.loads()]
        assert () == unproved(desk)


def test_a_load_recorded_before_anybody_kept_its_place_is_still_proved(loaded: Path) -> None:
    def without_place(record: Record) -> Record:
        told = json.loads(record.content)
        del told["place"]
        return replace(record, content=json.dumps(told).encode())

    with open_desk(loaded) as desk:
        old = tuple(map(without_place, desk.records.of_kinds((LOADED, RETIRED))))
        log: Any = SimpleNamespace(of_kinds=lambda _: old)
        assert () == unproved(replace(desk, records=log))
    alter(loaded, "UPDATE list_load SET place = 'elsewhere'")
    with open_desk(loaded) as desk:
        assert 2 == len(unproved(desk))
