from __future__ import annotations

import gzip
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
from tests.parties.lists.csl_json import written as csl_json
from tests.parties.lists.eu import written as eu
from tests.parties.lists.ftm import written as ftm
from tests.parties.lists.ofac import written as ofac
from tests.parties.lists.ofac_advanced import written as ofac_advanced
from tests.parties.lists.own import written as own
from tests.parties.lists.uk import written as uk
from tests.parties.lists.un import written as un
from tests.parties.lists.written import DENIED_PERSON, ENTITY, VESSEL_ENTRY, csl, dpl

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


FORMS = {
    "csl": ("consolidated.csv", csl(ENTITY).encode()),
    "csl packed": ("consolidated.csv.gz", gzip.compress(csl(ENTITY).encode())),
    "csl_json": ("consolidated.json", csl_json.whole(VESSEL_ENTRY).encode()),
    "csl_json lines": ("consolidated.jsonl", csl_json.lines(csl_json.LINE).encode()),
    "dpl": ("dpl.txt", dpl(DENIED_PERSON).encode()),
    "ofac": ("sdn.zip", ofac.one(name="WORKS")),
    "ofac_consolidated": ("cons.zip", ofac.consolidated()),
    "ofac_advanced": ("SDN_ADVANCED.XML", ofac_advanced.written()),
    "un": ("consolidated.xml", un.written()),
    "eu": ("eu.xml", eu.eu(eu.PERSON).encode()),
    "uk": ("uk.csv", uk.table(uk.SHIP_ROW).encode()),
    "uk elements": ("uk.xml", uk.elements(uk.PERSON).encode()),
    "ftm": ("targets.json", ftm.FLAT.encode()),
    "house": ("ours.toml", OURS.encode()),
    "own table": ("ours.csv", b"name,country\nA firm,NA\n"),
    "own table with tabs": ("ours.tsv", b"name\tcountry\nA firm\tNO\n"),
    "own workbook": ("ours.xlsx", own.workbook([["name", "country"], ["A firm", "NO"]])),
}
"""A file of every form that can be loaded."""


@pytest.mark.parametrize("form", FORMS)
def test_every_kind_of_list_that_loads_verifies(tmp_path: Path, home: Path, form: str) -> None:
    name, content = FORMS[form]
    (tmp_path / name).write_bytes(content)
    with open_desk(home) as desk:
        load_list(Loading(str(tmp_path / name), loss_accepted=True), desk)
    with open_desk(home) as desk:
        assert 1 == verify_records(desk).size
