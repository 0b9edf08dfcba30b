from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from navicert.adapters.store.files import FileBlobs
from navicert.adapters.store.registers import StoredRegister, StoredRegisters
from navicert.casework.register_ports import RegisterLoad
from navicert.errors import StateUnusable
from navicert.facts.ownership import StakeKind, key
from navicert.parties.ownership import kernel
from navicert.parties.ownership.readers.read import read
from navicert.parties.ownership.register import bare

CONTENT = b"""owner,owned,percent,kind,from,to,source,owned_id,owned_identifiers
X,Alcor,33.33,,2020-01-01,,extract 1,A1,HRB 12345
Y,Alcor,25-50,,,2020-12-31,,A1,
Z,Alcor,,control,,,,A1,
Alcor,Beta,60,,,,,,
"""


def _load(digest: str) -> RegisterLoad:
    return RegisterLoad(
        "group", "table", None, digest, 5, 4, 0, "2026-01-01T00:00:00Z", "g.csv", "g.csv"
    )


def _kept(folder: Path) -> tuple[StoredRegisters, RegisterLoad]:
    registers = StoredRegisters(folder / "ownership", FileBlobs(folder / "blobs"))
    register = read("g.csv", CONTENT, "group")
    registers.keep(register, CONTENT)
    return registers, _load(register.digest)


def _opened(folder: Path) -> StoredRegister:
    registers, load = _kept(folder)
    return registers.opened(load)


def test_entities_are_found_by_name_and_by_number(tmp_path: Path) -> None:
    register = _opened(tmp_path)
    assert ["A1"] == [one.id for one in register.named([key("ALCOR.")])]
    assert ["A1"] == [one.id for one in register.numbered(["HRB12345"])]
    assert () == register.named(["nobody"])


def test_stakes_come_back_as_they_were_read(tmp_path: Path) -> None:
    one, other, control = _opened(tmp_path).above(["A1"])
    assert (Decimal("33.33"), date(2020, 1, 1), "extract 1") == (
        one.percent,
        one.since,
        one.source.cited,
    )
    assert (Decimal(25), Decimal(50), date(2020, 12, 31)) == (other.low, other.high, other.until)
    assert StakeKind.CONTROL is control.kind
    assert ("group", "g.csv", 2) == (one.source.register, one.source.file, one.source.line)


def test_a_whole_register_is_read_as_of_a_day(tmp_path: Path) -> None:
    register = _opened(tmp_path)
    half, found = kernel.at_least(Decimal(50)), []
    for day in (date(2020, 6, 1), date(2021, 6, 1)):
        whole = register.whole(day)
        listed = whole.places(["x", "y"])
        mask, _ = kernel.bound(whole.holdings, listed, half, may_be=True)
        found.append({one.name for one in whole.entities(np.flatnonzero(mask).tolist())})
    assert [{"X", "Y", "Alcor", "Beta"}, {"X", "Y"}] == found


@pytest.mark.parametrize("damage", [None, b"", b"junk" * 100])
def test_a_file_that_is_lost_or_damaged_is_built_anew(tmp_path: Path, damage: bytes | None) -> None:
    registers, load = _kept(tmp_path)
    (path,) = (tmp_path / "ownership").iterdir()
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    assert 3 == len(registers.opened(load).above(["A1"]))


def test_bytes_that_are_gone_are_told(tmp_path: Path) -> None:
    registers = StoredRegisters(tmp_path / "ownership", FileBlobs(tmp_path / "blobs"))
    with pytest.raises(StateUnusable, match="load it again"):
        registers.opened(_load("0" * 64))


def test_many_keys_are_asked_in_turns(tmp_path: Path) -> None:
    register = _opened(tmp_path)
    assert ["A1"] == [one.id for one in register.named([*map(str, range(5_000)), "alcor"])]


def test_entities_are_found_by_name_but_for_legal_forms(tmp_path: Path) -> None:
    register = _opened(tmp_path)
    assert ["A1"] == [one.id for one in register.alike([bare("Alcor Pte. Ltd.")])]
    assert () == register.alike([bare("Alcor Trading")])


def test_a_file_of_another_form_is_built_anew(tmp_path: Path) -> None:
    registers, load = _kept(tmp_path)
    (path,) = (tmp_path / "ownership").iterdir()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA user_version = 1")
        database.execute("UPDATE name SET bare = ''")
    assert ["A1"] == [one.id for one in registers.opened(load).alike([bare("Alcor AG")])]
