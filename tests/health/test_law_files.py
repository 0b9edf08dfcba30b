"""No value of the law lies on the shelf without its citation, its source and its dates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from navicert.law.shelf import OTHER_LAW
from tests.health.house import LAW, place

KEYS = ("citation", "source", "verified_from", "last_looked_at")
DAYS = ("verified_from", "last_looked_at")


def faults(path: Path) -> Iterator[str]:
    if path.suffix == ".csv":
        if not path.with_suffix(".toml").is_file():
            yield f"{place(path)} has no TOML beside it that says where it comes from"
        return
    value = tomllib.loads(path.read_text(encoding="utf-8"))
    for key in KEYS:
        if not value.get(key):
            yield f"{place(path)} lacks {key}"
    for key in DAYS:
        if key in value and type(value[key]) is not date:
            yield f"{place(path)} writes {key} as something that is not a day"


FOLDERS = (LAW, *(LAW.parent / folder for folder in OTHER_LAW))


def kept() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.is_file())


def shelf() -> list[Path]:
    return [path for path in kept() if path.suffix in {".toml", ".csv"}]


def test_the_shelf_holds_law() -> None:
    assert shelf()


def test_no_law_lies_outside_the_folders_of_the_shelf() -> None:
    lawful = {path for path in LAW.parent.rglob("*") if path.suffix in {".toml", ".csv"}}
    assert lawful == set(shelf())


def test_every_file_of_the_shelf_says_where_it_comes_from() -> None:
    assert [] == [fault for path in shelf() for fault in faults(path)]


def test_the_shelf_holds_only_toml_and_csv() -> None:
    files = [path for path in kept() if "__pycache__" not in path.parts]
    strays = [path for path in files if path.suffix not in {".toml", ".csv"}]
    assert [] == [place(path) for path in strays if path.name != "__init__.py"]


def test_a_bare_value_is_seen(tmp_path: Path) -> None:
    bare = tmp_path / "bare.toml"
    bare.write_text('citation = "15 CFR 734.4"\nverified_from = "2020"\n', encoding="utf-8")
    orphan = tmp_path / "orphan.csv"
    orphan.write_text("a,b\n", encoding="utf-8")
    assert [
        f"{bare} lacks source",
        f"{bare} lacks last_looked_at",
        f"{bare} writes verified_from as something that is not a day",
    ] == list(faults(bare))
    assert 1 == len(list(faults(orphan)))
