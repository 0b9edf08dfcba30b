from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.ports import Desk
from navicert.casework.promises import recorded
from navicert.casework.promises.board import board
from navicert.casework.promises.load import Was, load
from navicert.casework.promises.unload import unload
from navicert.errors import UnreadableFile
from navicert.records.canonical import canonical
from tests.health.house import ROOT

OLD = str(ROOT / "examples" / "zte" / "settlement-2017.toml")
NEW = str(ROOT / "examples" / "zte" / "settlement-2018.toml")


def put_unreadable(desk: Desk) -> None:
    text = 'title = "x"\ndenial_order = 3\n'
    told = {"digest": sha256(text.encode()).hexdigest(), "text": text, "file": "old.toml"}
    desk.records.append(canonical(told), "instrument", "zte-2017")


def test_what_is_unloaded_is_owed_no_more_and_stays_in_the_log(home: Path) -> None:
    with open_desk(home) as desk:
        load(OLD, desk)
        load(NEW, desk)
        made = unload("zte-2017", "loaded by mistake", "Eva Lind", desk)
        assert ["zte-2018"] == [one.instrument.id for one in recorded.instruments(desk)]
        assert {"zte-2018"} == {one.held.instrument.id for one in board(desk)}
        kinds = [one.kind for one in desk.records.of_kinds(("instrument", "instrument_unloaded"))]
        assert ["instrument", "instrument", "instrument_unloaded"] == kinds
        assert (2, "loaded by mistake") == (made.receipt.index, made.because)
        assert Was.NEW is load(OLD, desk).was
        assert [1, 2] == sorted(one.version for one in recorded.instruments(desk))


def test_one_that_cannot_be_read_is_named_with_the_way_out(home: Path) -> None:
    with open_desk(home) as desk:
        put_unreadable(desk)
        load(NEW, desk)
        with pytest.raises(UnreadableFile, match="'zte-2017' that was loaded cannot be read"):
            recorded.instruments(desk)
        with pytest.raises(UnreadableFile, match="navicert undertakings unload zte-2017"):
            board(desk)
        unload("zte-2017", "nobody can read it", "Eva Lind", desk)
        assert ["zte-2018"] == [one.instrument.id for one in recorded.instruments(desk)]


def test_loading_its_file_anew_takes_the_place_of_one_that_cannot_be_read(home: Path) -> None:
    with open_desk(home) as desk:
        put_unreadable(desk)
        load(OLD, desk)
        assert ["zte-2017"] == [one.instrument.id for one in recorded.instruments(desk)]


@pytest.mark.parametrize(
    ("id_", "because", "by", "says"),
    [
        ("zte-2018", "a mistake", "Eva", "no instrument with this id is in force; of zte-2017"),
        ("zte-2017", " ", "Eva", "--because"),
        ("zte-2017", "a mistake", "", "--by"),
    ],
)
def test_nothing_is_unloaded_without_an_id_a_reason_and_a_name(
    home: Path, id_: str, because: str, by: str, says: str
) -> None:
    with open_desk(home) as desk:
        load(OLD, desk)
        with pytest.raises(UnreadableFile, match=says):
            unload(id_, because, by, desk)
        assert 1 == len(recorded.instruments(desk))
