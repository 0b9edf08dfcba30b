from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from navicert.bootstrap import open_desk
from navicert.casework.list_status import list_status
from navicert.casework.load_list import Loading, load_list
from navicert.casework.promises.load import load
from navicert.terms.list_code import ListCode
from tests.health.house import ROOT

OURS = """
title = "Ours"
as_of = 2026-07-01
covers = ["DPL", "EL"]
[[listing]]
list = "EL"
names = ["A firm"]
"""


def test_what_no_list_in_force_covers_is_named(tmp_path: Path, home: Path) -> None:
    (tmp_path / "ours.toml").write_text(OURS, encoding="utf-8")
    with open_desk(home) as desk:
        load_list(Loading(str(tmp_path / "ours.toml")), desk)
        found = list_status(desk)
    assert (ListCode.UVL, ListCode.MEU, ListCode.SDN) == found.unasked
    assert (1, ()) == (len(found.loads), found.doubts)


def test_a_list_in_force_that_nobody_recorded_is_named(tmp_path: Path, home: Path) -> None:
    (tmp_path / "ours.toml").write_text(OURS, encoding="utf-8")
    with open_desk(home) as desk:
        load_list(Loading(str(tmp_path / "ours.toml")), desk)
    with closing(sqlite3.connect(home / "navicert.db")) as raw, raw:
        raw.execute("UPDATE list_force SET title = 'Theirs'")
        raw.execute("UPDATE list_load SET title = 'Theirs'")
    with open_desk(home) as desk:
        told = list_status(desk).doubts
    assert ["Ours: on", "Theirs: in"] == [" ".join(one.split()[:2]) for one in told]


def test_instruments_whose_denials_are_asked_are_named(home: Path) -> None:
    with open_desk(home) as desk:
        load(str(ROOT / "examples" / "zte" / "settlement-2017.toml"), desk)
        found = list_status(desk)
    assert ("Settlement with BIS of March 2017 (instrument zte-2017)",) == found.instruments
    assert ((), ()) == (found.loads, found.doubts)
